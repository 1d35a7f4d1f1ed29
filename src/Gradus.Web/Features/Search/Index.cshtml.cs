using Gradus.Data;
using Gradus.Data.Search;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gradus.Web.Features.Search;

/// <summary>Search over tools, specialties, guidance, figures and sources, as at the date and for the nation asked.</summary>
public sealed class SearchModel(SiteSearch search, TodayInTheUk today) : PageModel
{
    /// <summary>What was asked.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>The place of the first result shown, from 1.</summary>
    public int From { get; private set; } = 1;

    /// <summary>What was found; <c>null</c> when nothing was asked.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>The place of the first result after these; <c>null</c> when there is none.</summary>
    public int? More => Answer is null ? null : SearchResults.MoreFrom(From, Answer);

    /// <summary>For whom.</summary>
    public Reader Reader { get; private set; } = null!;

    /// <summary>Shows the answer.</summary>
    public void OnGet(string? q, string? from)
    {
        Reader = Reader.Of(HttpContext, today);
        Asked = (q ?? "").Trim();
        From = SearchResults.ParseFrom(from) ?? 1;
        if (Asked.Length > 0)
        {
            Answer = search.For(Reader.Nation, Reader.On).Find(Asked, skip: From - 1);
        }
    }

    /// <summary>An address that keeps the date and the nation that this page was asked for.</summary>
    public string Keeping(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var kept = new List<string>();
        if (Reader.IsAnotherDay)
        {
            kept.Add($"on={Reader.On:yyyy-MM-dd}");
        }

        if (NationExtensions.ParseNation(Request.Query["nation"].FirstOrDefault()) is { } nation)
        {
            kept.Add("nation=" + nation.Key());
        }

        if (kept.Count == 0)
        {
            return address;
        }

        var parts = address.Split('#', 2);
        return $"{parts[0]}{(parts[0].Contains('?', StringComparison.Ordinal) ? "&" : "?")}{string.Join('&', kept)}{(parts.Length > 1 ? "#" + parts[1] : "")}";
    }

    /// <summary>The address of a search, as at the same date and for the same nation.</summary>
    public string Searching(string words, int from = 1) => Keeping("/search?q=" + Uri.EscapeDataString(words) + (from > 1 ? $"&from={from}" : ""));
}
