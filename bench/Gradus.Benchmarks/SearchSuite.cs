using System.Globalization;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Benchmarks;

/// <summary>Search over all content, against reading through every entry's text.</summary>
internal static class SearchSuite
{
    public static int Run(string[] args)
    {
        var library = ContentLoader.Load(ContentDirectory.Find());
        var index = ContentSearch.Build(library, SpecialtyExplorerContent.Load(ContentDirectory.Find()), Nation.England, new DateOnly(2026, 11, 25));
        var texts = library.Pages.Select(page => ContentSearch.PlainText(page.Document, Nation.England, new DateOnly(2026, 11, 25))).ToArray();
        foreach (var query in (string[])["revaldation", "period of grace", "how much notice for less than full time", "psychiatry competition ratio"])
        {
            var words = query.Split(' ');
            Race.Run($"“{query}” in {index.Entries.Count} entries, ranked with excerpts", () => index.Find(query), "scanning the pages' text for each word",
                () => _ = texts.Count(text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))), times: 400);
        }

        var slowest = Enumerable.Range(0, 400).Select(i => Race.Time(() => index.Find(library.Pages[i % library.Pages.Count].Lede), 1)).Max();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest of 400 whole sentences: {slowest * 1000:0.00} ms"));
        return 0;
    }
}
