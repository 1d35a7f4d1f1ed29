namespace Gradus.Rules;

/// <summary>Why an answer is what it is, and where that is written.</summary>
/// <param name="Key">A stable name for the reason, for programs and tests.</param>
/// <param name="Says">One sentence to the doctor.</param>
/// <param name="Status">How sure we are of it.</param>
/// <param name="Figure">The figure that decides it, as <c>system/key</c>; <c>null</c> when none does.</param>
/// <param name="SourceId">The source that says so; <c>null</c> when it follows from what the doctor told us.</param>
/// <param name="At">Where in the source.</param>
/// <param name="Ask">Whom to ask, where nobody has published it.</param>
public sealed record Reason(string Key, string Says, Status Status, string? Figure = null, string? SourceId = null, string? At = null, string? Ask = null)
{
    /// <summary>A reason that rests on a figure as it held on a day in a nation; source, place and status are the figure's own.</summary>
    public static Reason From(Figure figure, DateOnly on, Nation nation, string key, string says)
    {
        var value = figure.On(on, nation);
        return new Reason(key, says, value?.Status ?? Rules.Status.Unknown, figure.Name, value?.SourceId, value?.At, value?.Ask);
    }
}
