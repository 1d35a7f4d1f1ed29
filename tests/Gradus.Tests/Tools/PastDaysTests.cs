using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>
/// Every worked example asked again when its days are over: no sentence tells the reader to do something by, before, until or from a day that is over without
/// saying that it is.
/// </summary>
public sealed partial class PastDaysTests
{
    // Evidence for an answer may name any day, and a letter is about days that are over.
    private static readonly string[] NoAdvice = ["reasons", "working", "milestones", "tables", "letters", "plan", "figures"];

    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Answer_AskedWhenItsDaysAreOver_TellsNobodyToDoSomethingByThem(string address)
    {
        var bound = AllTools.Declared.Single(tool => tool.Address == address).Bind(Library.Book);
        List<string> wrong = [];
        foreach (var example in Library.ExamplesOf(bound.Tool))
        {
            var days = DaysOf(bound, example.Facts, example.On);
            DateOnly[] asked = days.Count == 0
                ? [example.On.AddYears(2)]
                : [.. days.Where(day => day >= example.On).Take(MostDays).Select(day => day.AddDays(1)), days[^1].AddYears(2)];
            foreach (var on in asked)
            {
                wrong.AddRange(Sentences(bound, example.Facts, on).Where(sentence => IsAdvice(sentence, on)).Select(sentence => $"{example.Id} on {on:yyyy-MM-dd}: {sentence}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("You can apply from 1 July 2026.", true)]
    [InlineData("Ask for a review by Tuesday 24 November 2026 at 17:00.", true)]
    [InlineData("Ask for a review by 1 December 2026.", false)]
    [InlineData("You could apply from 1 July 2026, which is over.", false)]
    [InlineData("It counts from 1 July 2026.", false)]
    public void IsAdvice_OfASentence_GoesByItsDayAndItsWords(string sentence, bool isAdvice) => IsAdvice(sentence, new DateOnly(2026, 11, 30)).ShouldBe(isAdvice);

    private const int MostDays = 8;

    private static bool IsAdvice(string sentence, DateOnly on) =>
        Telling().IsMatch(sentence)
            && !SaidToBeOver().IsMatch(sentence)
            && Deadline().Matches(sentence).Any(match => DateOnly.ParseExact(match.Groups["day"].Value, "d MMMM yyyy", CultureInfo.InvariantCulture) < on);

    private static List<DateOnly> DaysOf(BoundTool bound, string facts, DateOnly on) =>
        Answer(bound, facts, on) is { } answer
            ? [.. answer.Milestones.SelectMany(milestone => new[] { milestone.First, milestone.Last }).Where(day => day.Year < 2100).Distinct().Order()]
            : [];

    private static ToolAnswer? Answer(BoundTool bound, string facts, DateOnly on) => bound.Answer(Encoding.UTF8.GetBytes(facts), new Asking(on, Nation.England)).Answer;

    private static List<string> Sentences(BoundTool bound, string facts, DateOnly on)
    {
        if (Answer(bound, facts, on) is not { } answer)
        {
            return [];
        }

        using var json = JsonDocument.Parse(AnswerText.Json(bound, answer));
        return Texts(json.RootElement).SelectMany(text => SentenceEnd().Split(text)).Distinct().ToList();
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => !NoAdvice.Contains(member.Name)).SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"\b(?:by|before|until|from|around) (?:about )?(?:\w+day )?(?<day>\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\b(?:can|may|must|apply|ask|asks|send|hold|answer|hand|expect|look|say|take|check|order|have to|has to)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\b(?:over|past|passed|was|were|had|ended|closed|late|since|did|began|ran|came|should have|would|nobody)\b", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaidToBeOver();

    [GeneratedRegex(@"(?<=[.!?;])\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
