using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Syntax;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Figures;

/// <summary>A figure's whole history.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class FigureModel(ContentLibrary library, TodayInTheUk today) : PageModel
{
    /// <summary>The figure.</summary>
    public Figure Figure { get; private set; } = null!;

    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>What holds for the reader.</summary>
    public Dated<Amount>? Holding { get; private set; }

    /// <summary>Whose figure is shown: another country's, or the reader's nation.</summary>
    public string Place => Figure.Where ?? Reader.Nation.Name();

    /// <summary>Whether a line of the history is what holds for the reader; the one that holds may have been given a doubt that the line has not.</summary>
    public bool Holds(Dated<Amount> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Holding is { } holding && value with { Status = holding.Status, Note = holding.Note } == holding;
    }

    /// <summary>The guidance that names it.</summary>
    public IReadOnlyList<GuidancePage> UsedOn { get; private set; } = [];

    /// <summary>The title of the page of the figure's own room.</summary>
    public string RoomTitle { get; private set; } = "";

    /// <summary>The source of a value.</summary>
    public Source? SourceOf(string? id) => library.SourceOf(id);

    /// <summary>Shows the figure.</summary>
    public IActionResult OnGet(string system, string key)
    {
        if (!library.Figures.TryGetValue(system + "/" + key, out var figure))
        {
            return NotFound();
        }

        Figure = figure;
        Reader = Reader.Of(HttpContext, today);
        Holding = figure.On(Reader.On, Reader.Nation);
        UsedOn = [.. library.Pages.Where(page => page.Document.Descendants<FigureInline>().Any(inline => inline.Figure == figure))];
        RoomTitle = library.System(system).Pages[0].Title;
        return Page();
    }
}
