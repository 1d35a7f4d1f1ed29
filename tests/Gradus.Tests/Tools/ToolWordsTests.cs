using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>What a tool says of itself stands above its form and is short; what it is also looked for by is read by search and seen by nobody.</summary>
public sealed class ToolWordsTests
{
    private const int Longest = 140;

    private static readonly SearchIndex index = ContentSearch.Build(ToolAsk.Library,
        SpecialtyExplorerContent.Load(Repository.At("content")), Nation.England, new DateOnly(2026, 12, 1));

    public static TheoryData<string> Addresses => [.. AllTools.All.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Words_AreASentenceOrTwo_ThatLeaveTheFormOnATelephone(string address)
    {
        var words = Of(address).Words;
        words.Length.ShouldBeLessThanOrEqualTo(Longest, words);
        words.ShouldEndWith(".");
        words.ShouldNotContain("(LTFT)");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Tool_IsFoundByEveryPhraseThatItIsSearchedAs_WhichNoExcerptShows(string address)
    {
        foreach (var phrase in Of(address).SearchedAs.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var hit = index.Find(phrase, most: 500).Hits.SingleOrDefault(hit => hit.Entry.Address == address);
            hit.ShouldNotBeNull($"{address} is not found by “{phrase}”");
            var shown = ExcerptPart.Words(hit.Excerpt).Trim('…', ' ');
            Of(address).Words.ShouldContain(shown);
        }
    }

    private static Tool Of(string address) => AllTools.All.Single(tool => tool.Address == address);
}
