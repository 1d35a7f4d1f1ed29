using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Benchmarks.Features.Bench;

/// <summary>A Razor page that takes a form and answers with as many bytes as the calculator does, and no sum: the baseline for its speed.</summary>
public sealed class BareModel : PageModel
{
    private const string Text = "A line of plain text of a hundred letters or so, written out as often as it takes to be as long as it.";

    /// <summary>How many lines make the answer as long as the calculator's; set before the run.</summary>
    public static int LineCount { get; set; } = 100;

    /// <summary>A field of the form.</summary>
    public string PlannedEnd { get; private set; } = "";

    /// <summary>The lines.</summary>
    public IEnumerable<string> Lines => Enumerable.Repeat(Text, LineCount);

    /// <summary>Answers.</summary>
    public async Task OnPostAsync()
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        PlannedEnd = form["plannedEnd"].ToString();
    }
}
