using Gradus.Data;
using Gradus.Data.Search;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Web.Features.Search;

/// <summary>Search over guidance, figures and sources.</summary>
public sealed class SearchModel(SiteSearch search, TodayInTheUk today) : PageModel
{
    private const int Most = 30;

    /// <summary>What was asked.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>What was found; <c>null</c> when nothing was asked.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>Shows the answer.</summary>
    public void OnGet(string? q)
    {
        Reader = Reader.Of(HttpContext, today);
        Asked = (q ?? "").Trim();
        if (Asked.Length > 0)
        {
            Answer = search.For(Reader.Nation, Reader.On).Find(Asked, Most);
        }
    }
}
