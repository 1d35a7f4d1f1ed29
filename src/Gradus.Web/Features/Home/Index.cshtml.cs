using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Home;

/// <summary>The hub: questions, what is time-critical now, and every subject by career stage.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class HomeModel(ContentLibrary library, TodayInTheUk today) : PageModel
{
    private const int DaysAhead = 60;
    private const int MostDates = 5;

    /// <summary>For whom, and as at when.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>What is due or open within 60 days of the date asked about, soonest deadline first.</summary>
    public IReadOnlyList<Milestone> Now { get; private set; } = [];

    /// <summary>How many more there are than are shown.</summary>
    public int More { get; private set; }

    /// <summary>The pages of a stage.</summary>
    public IEnumerable<GuidancePage> PagesOf(Stage stage) => library.Pages.Where(page => page.Stage == stage);

    /// <summary>The source of a date.</summary>
    public Source? SourceOf(Milestone milestone) => milestone.SourceId is { } id ? library.Sources[id] : null;

    /// <summary>Shows the hub.</summary>
    public void OnGet()
    {
        Reader = Reader.Of(HttpContext, today);
        var until = Reader.On.AddDays(DaysAhead);
        var coming = library.Milestones
            .Where(milestone => milestone.Nations.Includes(Reader.Nation) && milestone.Last >= Reader.On && NextDay(milestone) <= until)
            .OrderBy(NextDay).ThenBy(milestone => milestone.Id, StringComparer.Ordinal).ToList();
        Now = [.. coming.Take(MostDates)];
        More = coming.Count - Now.Count;
    }

    /// <summary>The day that matters next: the opening while it lies ahead, then the close.</summary>
    public DateOnly NextDay(Milestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return milestone.First >= Reader.On ? milestone.First : milestone.Last;
    }
}
