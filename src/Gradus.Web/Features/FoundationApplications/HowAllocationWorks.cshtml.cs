using System.Globalization;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>How the allocation works: the two passes as a picture, and four people to step through.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class HowAllocationWorksModel(ContentLibrary library) : PageModel
{
    /// <summary>The step shown, from 1.</summary>
    public int Step { get; private set; } = 1;

    /// <summary>What happens at the step shown.</summary>
    public ExampleStep Now => ExampleSteps.All[Step - 1];

    /// <summary>In how many of all draws the example's person gets each school: with the true order, and with the second choice put first.</summary>
    public static (IReadOnlyList<int> Truthful, IReadOnlyList<int> Swapped) OverAllDraws { get; } =
        (ExampleSteps.Truthful.OverAllDraws(ExampleSteps.Swapper), ExampleSteps.Swapped.OverAllDraws(ExampleSteps.Swapper));

    /// <summary>A source by id.</summary>
    public Source SourceOf(string id) => library.Sources[id];

    /// <summary>Shows a step; one that does not exist becomes the nearest.</summary>
    public void OnGet() =>
        Step = int.TryParse(Request.Query["step"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? int.Clamp(step, 1, ExampleSteps.All.Count) : 1;
}
