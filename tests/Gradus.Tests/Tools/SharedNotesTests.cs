using System.Text;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>What several dates of an answer have in common is said once, after them, and names them.</summary>
public sealed class SharedNotesTests
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ANote_IsSaidOnceInEveryAnswersDates(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var answer = bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer!;
            var lines = ToolAsk.Dates(tool, answer);

            var notes = answer.Milestones.Select(milestone => milestone.Note).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            foreach (var note in notes)
            {
                var within = notes.Count(other => other.Contains(". " + note, StringComparison.Ordinal)); // A longer note may say the same and more.
                lines.Count(line => line.EndsWith(": " + note, StringComparison.Ordinal) || line.Contains(". " + note, StringComparison.Ordinal))
                    .ShouldBe(1 + within, $"{address} {example.Id}: {note}");
            }
        }
    }

    [Theory]
    [InlineData("Both dates", 1, 1)]
    [InlineData("All of these dates", 1, 1, 1)]
    [InlineData("1 January 2027 and 3 January 2027", 1, 0, 1)]
    [InlineData("5 of these 6 dates, the first 1 January 2027, the last 6 January 2027", 1, 1, 1, 0, 1, 1)]
    public void ASharedNote_NamesTheDatesItIsAbout(string about, params int[] noted)
    {
        Milestone[] milestones = [.. noted.Select((has, place) => Made(place, has == 1 ? "Ask the panel." : null))];

        var part = AnswerDocument.DatesOf(milestones);

        part.Shared.ShouldBe([(about, "Ask the panel.")]);
        part.Dates.ShouldAllBe(milestone => milestone.Note == null);
    }

    [Theory]
    [InlineData(Status.Verify, Status.Verify, Status.Verify, Status.Verify)]
    [InlineData(Status.Editorial, Status.Editorial, Status.Sure, Status.Editorial, Status.Verify, Status.Editorial)]
    [InlineData(null, Status.Verify, Status.Verify)]
    [InlineData(null, Status.Verify, Status.Verify, Status.Verify, Status.Sure, Status.Sure, Status.Sure)]
    [InlineData(null, Status.Sure, Status.Sure, Status.Sure)]
    public void ADoubtOfMost_IsSaidOnce(Status? common, params Status[] statuses) => AnswerDocument.CommonDoubt(statuses).ShouldBe(common);

    [Fact]
    public void ANoteOfOneDate_StandsBesideIt()
    {
        Milestone[] milestones = [Made(0, "Ask the panel."), Made(1, null)];

        var part = AnswerDocument.DatesOf(milestones);

        part.Shared.ShouldBeEmpty();
        part.Dates[0].Note.ShouldBe("Ask the panel.");
    }

    private static Milestone Made(int place, string? note)
    {
        var day = new DateOnly(2027, 1, 1).AddDays(place);
        return new Milestone($"day-{place}", day, day, "A day", "induction", Nation.England.ToNations(), Status.Sure) { Note = note };
    }
}
