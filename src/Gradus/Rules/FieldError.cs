using Gradus.Facts;

namespace Gradus.Rules;

/// <summary>What is wrong with one field of the facts, and what was expected instead.</summary>
/// <param name="Field">The field, as a path such as <c>changes[1].from</c>; empty when the whole text cannot be read.</param>
/// <param name="Message">One sentence that names what was expected.</param>
public sealed record FieldError(string Field, string Message)
{
    /// <summary>The message in its parts, where it names what data writes otherwise than a page does; <c>null</c> when it reads the same everywhere.</summary>
    internal FieldMessage? Said { get; private init; }

    /// <summary>What is wrong, with its parts.</summary>
    internal static FieldError Of(string field, FieldMessage message) => new(field, message.ToString()) { Said = message };

    /// <summary>The same of facts that stand in others, beneath a path.</summary>
    internal FieldError Under(string path)
    {
        var field = Field.Length == 0 ? path : FactsShape.Under(path, Field);
        return Said is null ? this with { Field = field } : Of(field, Said.Under(path)) with { IsExpectation = IsExpectation, Line = Line, Column = Column };
    }

    /// <summary>The same in the words of a page and of a command.</summary>
    /// <param name="shape">The shape of the facts.</param>
    internal FieldError InWords(FactsShape shape) => Said is null ? this : this with { Message = Said.InWords(shape), Said = null };

    /// <summary>Whether the message is no more than what the fact expects, so that a page may say the same in its own words.</summary>
    public bool IsExpectation { get; init; }

    /// <summary>The line of the text on which it stands, the first being 1; <c>null</c> when there is no text.</summary>
    public int? Line { get; init; }

    /// <summary>The column in that line, in bytes, the first being 1; <c>null</c> when there is no text.</summary>
    public int? Column { get; init; }

    /// <summary>What is wrong with a text that begins as UTF-16 does; <c>null</c> when it does not.</summary>
    public static FieldError? IfUtf16(ReadOnlySpan<byte> text) => text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        ? new FieldError("", "Expected UTF-8; this is UTF-16. Save the file as UTF-8.") { Line = 1, Column = 1 }
        : null;
}

/// <summary>Facts that were read, or what is wrong with them.</summary>
/// <typeparam name="T">The facts.</typeparam>
public sealed class ReadResult<T>
    where T : class
{
    internal ReadResult(T? value, IReadOnlyList<FieldError> errors)
    {
        Value = value;
        Errors = errors;
    }

    /// <summary>The facts; <c>null</c> when anything is wrong.</summary>
    public T? Value { get; }

    /// <summary>Everything that is wrong that could be told at once; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>Whether the facts can be used.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;
}

/// <summary>Makes the two kinds of result.</summary>
public static class ReadResult
{
    /// <summary>Facts with nothing wrong.</summary>
    public static ReadResult<T> Of<T>(T value)
        where T : class => new(value, []);

    /// <summary>Facts that cannot be used.</summary>
    /// <exception cref="ArgumentException">No error is named.</exception>
    public static ReadResult<T> Wrong<T>(IReadOnlyList<FieldError> errors)
        where T : class =>
        errors.Count > 0 ? new(value: null, errors) : throw new ArgumentException("A refusal names at least one error.", nameof(errors));
}
