using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>An answer as at a day holds nothing that was published, decided or listed after it.</summary>
public sealed partial class AsAtAnEarlierDayTests
{
    private static readonly DateOnly[] days = [new(2024, 6, 1), new(2025, 6, 1), new(2026, 1, 10), new(2026, 3, 1), new(2026, 6, 1)];

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => !tool.IsHeavy).Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Answer_AsAtADay_NamesNothingPublishedLater(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var later = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var facts = JsonNode.Parse(example.Facts)!.AsObject();
            facts.Remove("on");
            foreach (var (day, nation) in days.SelectMany(_ => NationExtensions.All, (day, nation) => (day, nation)))
            {
                if (bound.Answer(Encoding.UTF8.GetBytes(facts.ToJsonString()), new Asking(day, nation)).Answer is not { } answer)
                {
                    continue;
                }

                foreach (Match told in PublishedOn().Matches(AnswerText.Json(bound, answer)))
                {
                    if (DayReader.Read(told.Groups["day"].Value) is { } published && published > day && !example.Facts.Contains(published.Iso(), StringComparison.Ordinal))
                    {
                        later.Add($"{example.Id} as at {day.Iso()}: {told.Value}");
                    }
                }
            }
        }

        later.ShouldBeEmpty(address);
    }

    [GeneratedRegex(@"(published on|list of|known since|collected on|orders? of|order of a court of|made on|set aside on|extended on) (the )?(?<day>\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublishedOn();
}
