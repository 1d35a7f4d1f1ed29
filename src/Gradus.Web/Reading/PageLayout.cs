namespace Gradus.Web.Reading;

/// <summary>What a page tells the layout about itself.</summary>
/// <param name="Title">The page's title, without the site's name.</param>
/// <param name="Description">One sentence for search engines and previews, from the visible text.</param>
public sealed record PageLayout(string Title, string Description)
{
    /// <summary>The way back: each step's words and address, the home page not among them.</summary>
    public IReadOnlyList<(string Words, string Address)> Crumbs { get; init; } = [];

    /// <summary>Whether the page holds figures, and so shows the date that it answers for.</summary>
    public bool HasFigures { get; init; }

    /// <summary>
    /// The id of the page's form, whose fields go along when another nation or appearance is chosen, so that nothing typed is lost; <c>null</c> for a page
    /// without one.
    /// </summary>
    public string? Form { get; init; }

    /// <summary>Whether a form on the page has errors: the title then begins with “Error:”.</summary>
    public bool HasErrors { get; init; }

    /// <summary>Which of the masthead's links leads here: its address, or <c>null</c>.</summary>
    public string? Section { get; init; }

    /// <summary>The style sheets that the page needs beside <c>site.css</c>, in order.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>The scripts that the page needs; it works without them.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Structured data for search engines, as JSON; only what the page shows.</summary>
    public string? StructuredData { get; init; }

    /// <summary>The page's address for canonical links, without query; <c>null</c> for pages that are not to be found, such as errors and results.</summary>
    public string? Address { get; init; }
}
