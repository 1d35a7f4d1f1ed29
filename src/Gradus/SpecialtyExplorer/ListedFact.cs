using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>A fact of a specialty that lists things, each as sure as it is.</summary>
/// <param name="Text">All of it as content has it, its parts with a semicolon between them.</param>
/// <param name="Parts">Its parts, at least one.</param>
public sealed record ListedFact(string Text, IReadOnlyList<ListedPart> Parts)
{
    /// <summary>Reads one; <c>null</c> when there are statuses and not one for each part.</summary>
    /// <param name="text">The parts, with a semicolon between them; a semicolon inside brackets does not part two things.</param>
    /// <param name="statuses">How sure we are of each part, in their order; none when all are as sure as <paramref name="otherwise"/>.</param>
    /// <param name="otherwise">How sure we are where no statuses are given.</param>
    public static ListedFact? Of(string text, IReadOnlyList<Status> statuses, Status otherwise)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(statuses);
        List<string> parts = [.. Split(text)];
        return statuses.Count > 0 && statuses.Count != parts.Count
            ? null
            : new ListedFact(text, [.. parts.Select((part, index) => new ListedPart(part, statuses.Count == 0 ? otherwise : statuses[index]))]);
    }

    private static IEnumerable<string> Split(string text)
    {
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == ';' && depth == 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }
}

/// <summary>One thing of a list.</summary>
/// <param name="Text">It.</param>
/// <param name="Status">How sure we are of it; without a value where it was not found.</param>
public sealed record ListedPart(string Text, Status Status);
