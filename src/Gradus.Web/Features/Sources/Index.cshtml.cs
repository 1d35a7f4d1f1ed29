using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Sources;

/// <summary>Every source and what rests on it.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class SourcesModel(ContentLibrary library, SourceUse use) : PageModel
{
    /// <summary>The sources by publisher.</summary>
    public IReadOnlyList<IGrouping<string, Source>> Publishers { get; private set; } = [];

    /// <summary>What rests on a source.</summary>
    public IReadOnlyList<(string Words, string Address)> UseOf(Source source) => use.Of(source);

    /// <summary>Shows the list.</summary>
    public void OnGet() => Publishers = [.. library.Sources.Values.OrderBy(source => source.Title, StringComparer.OrdinalIgnoreCase).GroupBy(source => source.Publisher, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)];
}
