namespace Gradus.Rules;

/// <summary>Where something is written.</summary>
/// <param name="Id">The key by which figures and guidance cite it.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">What it is called there.</param>
/// <param name="Address">Where it can be read; <c>null</c> when no address is known.</param>
/// <param name="Dated">The page's own date as far as it gives one: <c>2025</c>, <c>2025-08</c>, <c>2025-08-29</c>, or <c>undated</c>.</param>
/// <param name="Read">The day on which we read it.</param>
/// <param name="Kind">What sort of source it is.</param>
/// <param name="Note">What the reader should know about it, such as “seen in part”; <c>null</c> when there is nothing to say.</param>
public sealed record Source(string Id, string Publisher, string Title, Uri? Address, string Dated, DateOnly Read, SourceKind Kind, string? Note);

/// <summary>What sort of source something is; the reader weighs an official page and a press report differently.</summary>
public enum SourceKind
{
    /// <summary>The body that makes or runs the rule, on its own page.</summary>
    Official,
    /// <summary>Somebody else's account of it: press, union, college summary of another's rule, commercial guide.</summary>
    Secondary,
    /// <summary>A paper in a journal or a research report.</summary>
    Research,
    /// <summary>Open data or an open repository.</summary>
    Data,
    /// <summary>General knowledge of the field with no page seen.</summary>
    Background,
    /// <summary>Written or judged by the authors of Gradus.</summary>
    Editorial,
}
