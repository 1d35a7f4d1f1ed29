namespace Gradus.Dates;

/// <summary>
/// A condition of a step on what the doctor told us, such as <c>in-training=yes &amp; citizenship!=australia,new-zealand</c>: every part must hold. <c>=</c>
/// holds when the fact, or one of a list of facts, is among
/// the values; <c>!=</c> when none is. What was not told is among no values.
/// </summary>
public sealed class StepCondition
{
    private readonly List<(string Fact, bool Is, string[] Values)> parts;

    private StepCondition(List<(string Fact, bool Is, string[] Values)> parts) => this.parts = parts;

    /// <summary>The facts that it asks about.</summary>
    public IEnumerable<string> Facts => parts.Select(part => part.Fact);

    /// <summary>The parts of it that ask about one fact; it always holds when none does.</summary>
    public StepCondition About(string fact) => new(parts.FindAll(part => part.Fact == fact));

    /// <summary>Reads a condition; <c>null</c> when it cannot be read.</summary>
    public static StepCondition? Parse(string? text)
    {
        var read = new List<(string, bool, string[])>();
        foreach (var part in text?.Split('&', StringSplitOptions.TrimEntries) ?? [])
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var isNot = equals > 0 && part[equals - 1] == '!';
            var fact = equals < 0 ? "" : part[..(isNot ? equals - 1 : equals)].Trim();
            var values = equals < 0 ? [] : part[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries);
            if (fact.Length == 0 || values.Length == 0 || values.Any(value => value.Length == 0))
            {
                return null;
            }

            read.Add((fact, !isNot, values));
        }

        return new StepCondition(read);
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="told">What the doctor told us: values by fact; a fact that was not told is missing.</param>
    public bool Holds(IReadOnlyDictionary<string, IReadOnlyList<string>> told) =>
        parts.TrueForAll(part => (told.GetValueOrDefault(part.Fact) ?? []).Any(value => part.Values.Contains(value, StringComparer.OrdinalIgnoreCase)) == part.Is);
}
