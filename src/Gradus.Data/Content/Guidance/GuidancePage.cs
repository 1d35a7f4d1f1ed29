using Gradus.Rules;
using Markdig.Syntax;

namespace Gradus.Data.Content.Guidance;

/// <summary>How often a page is due for review.</summary>
public enum ReviewKind
{
    /// <summary>Money: due again after 12 months.</summary>
    Money,
    /// <summary>Recruitment: due again after 12 months.</summary>
    Recruitment,
    /// <summary>Other rules: due again after 18 months.</summary>
    Rules,
}

/// <summary>Where on the hub a page stands.</summary>
public enum Stage
{
    /// <summary>Medical school and foundation.</summary>
    Foundation,
    /// <summary>Choosing and applying.</summary>
    Applying,
    /// <summary>In training.</summary>
    InTraining,
    /// <summary>GP, SAS doctor or consultant.</summary>
    GpSasConsultant,
    /// <summary>Between posts, away or abroad.</summary>
    Away,
}

/// <summary>What a reader is told about one subject.</summary>
public sealed record GuidancePage
{
    /// <summary>The system it belongs to, such as <c>working-abroad</c>.</summary>
    public required string System { get; init; }

    /// <summary>The address on the site, such as <c>/working-abroad/canada</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>What the room is called where there is little space, at most four words; the title when the page gives none.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence with the answer most people came for.</summary>
    public required string Lede { get; init; }

    /// <summary>At most eight words for the hub.</summary>
    public required string Card { get; init; }

    /// <summary>Where on the hub it stands.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The day on which it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>How often it is due.</summary>
    public required ReviewKind Review { get; init; }

    /// <summary>The nations that it answers for fully.</summary>
    public required Nations Covers { get; init; }

    /// <summary>What it says of the others, such as “with notes on the other nations”.</summary>
    public string? CoversNote { get; init; }

    /// <summary>The text, parsed.</summary>
    public required MarkdownDocument Document { get; init; }

    /// <summary>The sections, in order.</summary>
    public required IReadOnlyList<GuidanceSection> Sections { get; init; }

    /// <summary>The day on which it is due for review again.</summary>
    public DateOnly Due => Reviewed.AddMonths(Review == ReviewKind.Rules ? 18 : 12);
}

/// <summary>A section of guidance: its heading and the blocks under it.</summary>
/// <param name="Id">Its address within the page.</param>
/// <param name="Heading">Its heading in plain words; empty for what stands before the first heading.</param>
/// <param name="Blocks">The blocks under it, the heading not among them.</param>
public sealed record GuidanceSection(string Id, string Heading, IReadOnlyList<Block> Blocks);
