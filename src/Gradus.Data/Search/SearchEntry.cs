namespace Gradus.Data.Search;

/// <summary>What sort of thing was found.</summary>
public enum SearchKind
{
    /// <summary>A tool that works something out.</summary>
    Tool,
    /// <summary>A section of guidance.</summary>
    Guidance,
    /// <summary>A row of a table on a page of guidance.</summary>
    Row,
    /// <summary>A figure with its history.</summary>
    Figure,
    /// <summary>A source.</summary>
    Source,
}

/// <summary>Something that can be found.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Address">Where it is on the site; what stands before a # is its page.</param>
/// <param name="Title">Its title, such as the page's.</param>
/// <param name="Heading">Its own heading within the title; empty when there is none.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsOpening">Whether it is the top of its page, where most answers are.</param>
public sealed record SearchEntry(SearchKind Kind, string Address, string Title, string Heading, string Text, bool IsOpening = false)
{
    /// <summary>The room it belongs to, such as <c>less-than-full-time</c>; <c>null</c> for none.</summary>
    public string? Room { get; init; }

    /// <summary>A shorter name of its page, as links call it; <c>null</c> where the title is the only one.</summary>
    public string? Name { get; init; }

    /// <summary>Words by which it is found as well and which no excerpt shows; empty when there are none.</summary>
    public string Unseen { get; init; } = "";

    /// <summary>The page of guidance that shows it, where that is not its own page: what stands there belongs to what that page answers.</summary>
    public string? ShownOn { get; init; }

    /// <summary>Its page: the address without a place in it. The figures of a room count as one page, so that they do not fill an answer.</summary>
    public string Page => Kind == SearchKind.Figure ? "/figures/" + Room : Address.Split('#')[0];
}

/// <summary>A part of a page that fits.</summary>
/// <param name="Entry">The section or the row.</param>
/// <param name="Excerpt">The words around the best match.</param>
public sealed record SearchSection(SearchEntry Entry, IReadOnlyList<ExcerptPart> Excerpt)
{
    /// <summary>Its heading; a figure's is what it measures, a source's its title.</summary>
    public string Heading => Entry.Kind is SearchKind.Figure or SearchKind.Source || Entry.Heading.Length == 0 ? Entry.Title : Entry.Heading;
}

/// <summary>A page found.</summary>
/// <param name="Entry">What stands for the page: its top, or its best part where it has no top.</param>
/// <param name="Score">How well it fits; only the order has a meaning, and a tool may go before a page that fits better.</param>
/// <param name="Excerpt">The words around the best match on the page; of its top, where the best stands beneath.</param>
/// <param name="Sections">The parts of the page that fit best, three at most, best first.</param>
public sealed record SearchHit(SearchEntry Entry, double Score, IReadOnlyList<ExcerptPart> Excerpt, IReadOnlyList<SearchSection> Sections)
{
    /// <summary>Where it leads: the page, or the place in it where the page has no top of its own.</summary>
    public string Address => Entry.IsOpening ? Entry.Page : Entry.Address;
}

/// <summary>The answer to a search.</summary>
/// <param name="Hits">The pages found, best first, from the one asked for.</param>
/// <param name="Total">How many pages fit in all.</param>
/// <param name="ReadAs">The words as they were read, where one that is no word and stands nowhere was taken for a near one; <c>null</c> when every word was taken as typed.</param>
/// <param name="DidYouMean">The words with a near one offered for each that was taken as typed but stands nowhere; <c>null</c> when there is nothing to offer.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, string? ReadAs, string? DidYouMean);
