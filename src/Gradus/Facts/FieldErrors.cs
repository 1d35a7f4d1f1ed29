using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>What is wrong, field by field, as it is found; of one field the first only. At most fifty are kept; the rest are counted.</summary>
public sealed class FieldErrors
{
    /// <summary>The most that are kept.</summary>
    public const int Most = 50;

    private readonly List<FieldError> list = [];
    private readonly HashSet<string> fields = new(StringComparer.Ordinal);

    /// <summary>Everything that is wrong, as far as it is kept.</summary>
    public IReadOnlyList<FieldError> All => Left == 0 ? list : [.. list, new FieldError("", $"{Left} more {(Left == 1 ? "thing is" : "things are")} wrong.")];

    /// <summary>Whether nothing is.</summary>
    public bool None => list.Count == 0;

    /// <summary>How many were found beyond those kept.</summary>
    public int Left { get; private set; }

    /// <summary>Adds one.</summary>
    /// <param name="field">The field, as a path such as <c>changes[1].from</c>.</param>
    /// <param name="message">One sentence that names what was expected.</param>
    public void Add(string field, string message) => Add(new FieldError(field, message));

    /// <summary>Adds one whose message each door words for itself.</summary>
    /// <param name="field">The field, as a path such as <c>changes[1].from</c>.</param>
    /// <param name="message">One sentence that names what was expected, as an interpolated string.</param>
    public void Add(string field, FieldMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Add(FieldError.Of(field, message));
    }

    internal IReadOnlyList<FieldError> Kept => list;

    // Whether nothing stands where something must, or a day that no question is about: then no sum is safe, and facts are not checked against one another.
    internal bool AreHollow { get; set; }

    internal void Add(FieldError error)
    {
        if (list.Count == Most)
        {
            Left++;
        }
        else if (fields.Add(error.Field))
        {
            list.Add(error);
        }
    }
}
