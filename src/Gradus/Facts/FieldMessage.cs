using System.Globalization;
using System.Runtime.CompilerServices;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>
/// What is wrong with a field, in its parts, so that each door says it in its own words. Data has days as <c>2033-08-02</c>, shares from 0 to 1, fields by
/// their paths and choices by their keys; a page and a command have days written out, shares in per cent, and fields and choices by their labels. It is written
/// as an interpolated string, and says by itself what a day, a <see cref="ShareRange"/>, a <see cref="FieldName"/> and a <see cref="FieldIs"/> are.
/// </summary>
[InterpolatedStringHandler]
public sealed class FieldMessage
{
    private readonly List<object> parts;

    /// <summary>Begins a message.</summary>
    /// <param name="literalLength">How long the words are that are written out.</param>
    /// <param name="formattedCount">How many parts stand between them.</param>
    public FieldMessage(int literalLength, int formattedCount) => parts = new(literalLength == 0 ? formattedCount : (formattedCount * 2) + 1);

    private FieldMessage(List<object> parts) => this.parts = parts;

    /// <summary>Adds words.</summary>
    public void AppendLiteral(string words) => parts.Add(words);

    /// <summary>Adds words.</summary>
    public void AppendFormatted(string? words) => parts.Add(words ?? "");

    /// <summary>Adds a number, or anything else that reads the same at every door.</summary>
    public void AppendFormatted<T>(T value, string? format = null) =>
        parts.Add(value is IFormattable written ? written.ToString(format, CultureInfo.InvariantCulture) : $"{value}");

    /// <summary>Adds a day.</summary>
    public void AppendFormatted(DateOnly day) => parts.Add(day);

    /// <summary>Adds a stretch of shares.</summary>
    public void AppendFormatted(ShareRange shares) => parts.Add(shares);

    /// <summary>Adds another field.</summary>
    public void AppendFormatted(FieldName field) => parts.Add(field);

    /// <summary>Adds that another field is something.</summary>
    public void AppendFormatted(FieldIs field) => parts.Add(field);

    /// <summary>As data has it.</summary>
    public override string ToString() => string.Concat(parts.Select(part => part is DateOnly day ? day.Iso() : part.ToString()));

    /// <summary>As a page and a command have it.</summary>
    /// <param name="shape">The shape of the facts, for the labels.</param>
    public string InWords(FactsShape shape) => string.Concat(parts.Select(part => part switch
    {
        DateOnly day => day.Words(),
        ShareRange shares => shares.Words(),
        FieldName field => field.Words(shape),
        FieldIs field => field.Words(shape),
        _ => part.ToString(),
    }));

    /// <summary>The same of facts that stand in others: the fields that it names are those beneath a path.</summary>
    internal FieldMessage Under(string path) => new(parts.ConvertAll(part => part switch
    {
        FieldName field => new FieldName(FactsShape.Under(path, field.Path)),
        FieldIs field => field with { Path = FactsShape.Under(path, field.Path) },
        _ => part,
    }));
}

/// <summary>A stretch of shares in a <see cref="FieldMessage"/>, “0 to 1” in data and “0 to 100 per cent” in words.</summary>
/// <param name="Low">The lower end, inside.</param>
/// <param name="High">The upper end, inside.</param>
public readonly record struct ShareRange(decimal Low, decimal High)
{
    /// <summary>As data has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:0.####} to {High:0.####}");

    /// <summary>In per cent.</summary>
    internal string Words() => string.Create(CultureInfo.InvariantCulture, $"{Low * 100:0.##} to {High * 100:0.##} per cent");
}

/// <summary>Another field in a <see cref="FieldMessage"/>: its path in data, its label in words. A row of a list is told by the list's label and its number, the first being 1.</summary>
/// <param name="Path">The path, such as <c>specialty</c> or <c>changes[1]</c>.</param>
public readonly record struct FieldName(string Path)
{
    /// <summary>A row of a list.</summary>
    /// <param name="list">The list's path.</param>
    /// <param name="row">The row, from 0.</param>
    public static FieldName Row(string list, int row) => new(string.Create(CultureInfo.InvariantCulture, $"{list}[{row}]"));

    /// <summary>As data has it.</summary>
    public override string ToString() => Path;

    /// <summary>By its label; the path where it has none.</summary>
    internal string Words(FactsShape shape)
    {
        if (FactsForm.Find(shape, Path) is { Fact: { } words })
        {
            return $"“{words.Asks}”";
        }

        return Path.EndsWith(']') && Path.LastIndexOf('[') is > 0 and var bracket
            && FactsForm.Find(shape, Path[..bracket]) is { Fact: { } list }
            && int.TryParse(Path.AsSpan(bracket + 1, Path.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? string.Create(CultureInfo.InvariantCulture, $"“{list.Asks}” {row + 1}")
                : Path;
    }
}

/// <summary>That another field is one of some choices, in a <see cref="FieldMessage"/>: “kind is oopr or oopt” in data, and by the labels in words.</summary>
/// <param name="Path">The other field's path.</param>
/// <param name="Keys">The keys of the choices; <c>true</c> and <c>false</c> for yes and no.</param>
public readonly record struct FieldIs(string Path, IReadOnlyList<string> Keys)
{
    /// <summary>As data has it.</summary>
    public override string ToString() => $"{Path[(Path.LastIndexOf('.') + 1)..]} is {string.Join(" or ", Keys)}";

    /// <summary>By the labels; the name and the keys where they have none.</summary>
    internal string Words(FactsShape shape)
    {
        var fact = FactsForm.Find(shape, Path);
        var name = fact?.Fact is { } words ? $"“{words.Asks}”" : $"the {fact?.Name ?? Path}";
        return $"{name} is {Sentences.Listed([.. Keys.Select(key => Label(fact, key))], "or")}";
    }

    private static string Label(FactsShape? fact, string key) => fact?.Kind == FactKind.YesNo ? (key == "true" ? "yes" : "no")
        : fact?.Choices.FirstOrDefault(choice => string.Equals(choice.Key, key, StringComparison.OrdinalIgnoreCase)) is { } choice ? $"“{choice.Label}”"
        : key;
}
