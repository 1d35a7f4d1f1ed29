using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Data.Content;

/// <summary>A page that is due for review.</summary>
/// <param name="Address">The page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reviewed">When it was last reviewed.</param>
/// <param name="Due">When it was due again.</param>
public sealed record OverduePage(string Address, string Title, DateOnly Reviewed, DateOnly Due);

/// <summary>A figure, dated thing or table row that is in doubt or that nobody has published.</summary>
/// <param name="Name">The figure as <c>system/key</c>, the milestone's id, or the table's file with the line.</param>
/// <param name="Says">What it is.</param>
/// <param name="Status">Verify or unknown.</param>
/// <param name="Note">Why, or whom to ask.</param>
public sealed record DoubtfulFigure(string Name, string Says, Status Status, string? Note);

/// <summary>What an editor should look at, as at a date.</summary>
/// <param name="Overdue">Pages whose review was due on or before the date.</param>
/// <param name="Doubtful">Everything with status verify or unknown.</param>
public sealed record ContentReview(IReadOnlyList<OverduePage> Overdue, IReadOnlyList<DoubtfulFigure> Doubtful)
{
    /// <summary>Looks through a library as at a date.</summary>
    public static ContentReview Of(ContentLibrary library, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(library);
        var overdue = library.Pages.Where(page => page.Due <= on).OrderBy(page => page.Due)
            .Select(page => new OverduePage(page.Address, page.Title, page.Reviewed, page.Due)).ToList();

        var figures = library.Figures.Values.SelectMany(figure => figure.History.Values.Where(value => value.Status is Status.Verify or Status.Unpublished or Status.NotFound)
            .Select(value => new DoubtfulFigure(figure.Name,
                $"{figure.Says} ({value.Nations.Names()}, from {value.From?.Iso() ?? "an unknown date"})", value.Status,
                value.Ask is { } ask ? $"Ask {ask}" : value.Note)));
        var milestones = library.Milestones.Where(milestone => milestone.Status is Status.Verify or Status.Unpublished or Status.NotFound)
            .Select(milestone => new DoubtfulFigure(milestone.System + "/" + milestone.Id, milestone.What, milestone.Status, milestone.Note));
        var rows = library.Systems.SelectMany(system => system.Tables.SelectMany(table => DoubtfulRows(system, table)));
        return new ContentReview(overdue, [.. figures, .. milestones, .. rows]);
    }

    private static IEnumerable<DoubtfulFigure> DoubtfulRows(SystemContent system, ContentTable table)
    {
        var status = table.Column("status");
        return table.Rows.Select((row, i) => (Row: row, Line: i < table.Lines.Count ? table.Lines[i] : i + 2, Status: StatusExtensions.Parse(row[status])))
            .Where(entry => entry.Status is Status.Verify or Status.Unpublished or Status.NotFound)
            .Select(entry => new DoubtfulFigure($"{system.Name}/tables/{table.Name}.csv:{entry.Line}",
                string.Join(", ", entry.Row.Where(cell => cell.Length > 0).Take(4)), entry.Status!.Value, Note: null));
    }
}
