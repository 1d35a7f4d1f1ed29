using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Features.Dates;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Home;

/// <summary>The hub: search, five questions, the next dates, and every room by career stage.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class HomeModel(ContentLibrary library, TodayInTheUk today) : PageModel
{
    private const int MostDates = 5;

    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>The next dates that concern the reader, soonest first.</summary>
    public IReadOnlyList<Milestone> Next { get; private set; } = [];

    /// <summary>How many dates lie ahead for them in all.</summary>
    public int Ahead { get; private set; }

    /// <summary>The rows of a stage.</summary>
    public IReadOnlyList<HubRow> RowsOf(Stage stage) => HubRow.Of(library, stage);

    /// <summary>Shows the hub.</summary>
    public void OnGet()
    {
        Reader = Reader.Of(HttpContext, today);
        var ahead = DatesAhead.For(library, Reader).Where(milestone => DatesAhead.Concerns(milestone, Reader.Person)).ToList();
        Next = [.. ahead.Take(MostDates)];
        Ahead = ahead.Count;
    }
}
