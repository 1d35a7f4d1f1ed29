using System.Text;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.Rules;

/// <summary>When a milestone is, in words: as exactly as it is known, and with its time.</summary>
public sealed class MilestoneTests
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [InlineData("14 April 2027", "2027-04-14", "2027-04-14", Precision.Day, null)]
    [InlineData("14 April 2027 at 17:00", "2027-04-14", "2027-04-14", Precision.Day, "17:00")]
    [InlineData("1 to 12 February 2027", "2027-02-01", "2027-02-12", Precision.Day, null)]
    [InlineData("1 to 28 February 2027", "2027-02-01", "2027-02-28", Precision.Day, null)]
    [InlineData("1 March to 12 May 2027, until 16:00", "2027-03-01", "2027-05-12", Precision.Day, "16:00")]
    [InlineData("30 December 2026 to 2 January 2027", "2026-12-30", "2027-01-02", Precision.Day, null)]
    [InlineData("February 2027", "2027-02-01", "2027-02-28", Precision.Month, null)]
    [InlineData("March to May 2027", "2027-03-01", "2027-05-31", Precision.Month, null)]
    [InlineData("December 2026 to January 2027", "2026-12-01", "2027-01-31", Precision.Month, null)]
    [InlineData("about 3 March 2027", "2027-03-03", "2027-03-03", Precision.About, null)]
    [InlineData("about 15 May to 15 June 2027", "2027-05-15", "2027-06-15", Precision.About, null)]
    public void When_OfEachPrecision_SaysNoMoreThanIsKnownAndNoLess(string words, string first, string last, Precision precision, string? time) =>
        new Milestone("day", DateOnly.Parse(first), DateOnly.Parse(last), "A day", "induction", Nation.England.ToNations(),
            Status.Sure)
        { Precision = precision, At = time is null ? null : TimeOnly.Parse(time) }
            .When().ShouldBe(words);

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void TheTimeOfADate_IsInEveryAnswersDocument(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var answer = bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer!;
            var lines = ToolAsk.Dates(tool, answer);

            answer.Milestones.Where(milestone => milestone.At is not null)
                .ShouldAllBe(milestone => lines.Any(line => line.Contains($"{milestone.At:HH:mm}: {milestone.What.TrimEnd('.')}", StringComparison.Ordinal)),
                    $"{address} {example.Id}");
        }
    }
}
