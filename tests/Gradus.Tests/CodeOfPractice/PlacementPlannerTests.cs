using Gradus.CodeOfPractice;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.CodeOfPractice;

public sealed class PlacementPlannerTests
{
    private static readonly string[] Owed = ["placement-notice", "work-schedule", "rota", "exception-login", "allocation"];

    [Theory]
    [InlineData("placement-notice", "placement-notice")]
    [InlineData("work-schedule", "work-schedule-notice")]
    [InlineData("rota", "rota-notice")]
    public void Deadlines_AreAsManyWeeksAheadAsTheFiguresSay(string key, string figure)
    {
        foreach (var nation in NationExtensions.All)
        {
            var start = new DateOnly(2027, 8, 4);
            var weeks = ToolAsk.Library.Book.Figures[$"code-of-practice/{figure}"].At(start, nation).Whole;

            Ask(new { start = start.Iso() }, "2026-11-29", nation).Items.Single(item => item.Key == key).Due.ShouldBe(weeks is { } number ? start.AddDays(-7 * number) : null);
        }
    }

    [Fact]
    [Trait("run", "whole")]
    public void Items_AreLateFromTheDayAfterAndNotADayBefore_ForEveryStart()
    {
        for (var day = 0; day < 400; day += 3)
        {
            var start = new DateOnly(2027, 12, 1).AddDays(day);
            foreach (var key in Owed)
            {
                var due = Ask(new { start = start.Iso(), firstPost = true }, "2026-11-29").Items.Single(item => item.Key == key).Due!.Value;

                foreach (var (offset, late) in new[] { (-1, 0), (0, 0), (1, 1) })
                {
                    var item = Ask(new { start = start.Iso(), firstPost = true }, due.AddDays(offset).Iso()).Items.Single(item => item.Key == key);
                    item.DaysLate.ShouldBe(late, $"{key} of {start} on {offset}");
                    (item.State == MilestoneState.Late).ShouldBe(late > 0, $"{key} of {start} on {offset}");
                }
            }
        }
    }

    [Fact]
    public void Arrivals_MakeDone_AndNeverMakeAnotherItemLater()
    {
        for (var on = new DateOnly(2027, 4, 1); on < new DateOnly(2027, 9, 1); on = on.AddDays(5))
        {
            var before = Ask(new { start = "2027-08-04" }, on.Iso());
            foreach (var key in before.Items.Where(item => item.Due is not null).Select(item => item.Key))
            {
                var after = Ask(new { start = "2027-08-04", arrived = new[] { new { key, on = on.Iso() } } }, on.Iso());

                after.Items.Single(item => item.Key == key).State.ShouldBe(MilestoneState.Done);
                foreach (var item in after.Items.Where(item => item.Key != key))
                {
                    before.Items.Single(other => other.Key == item.Key).DaysLate.ShouldBe(item.DaysLate);
                }
            }
        }
    }

    [Fact]
    public void Letters_NameLongDates_AndNeverMoney()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var on in new[] { "2027-05-13", "2027-06-24", "2027-08-20" })
            {
                foreach (var sent in new object[] { new { start = "2027-08-04", firstPost = true }, new { start = "2027-08-04", chasedOn = "2027-05-13" },
                    new { start = "2027-08-04", chasedOn = "2027-05-10", wroteFormallyOn = "2027-05-12" } })
                {
                    var answer = Ask(sent, on, nation);
                    var text = string.Join("\n", answer.Letters.SelectMany(letter => letter.Lines().Prepend(letter.Subject)));

                    text.ShouldNotContain("£");
                    text.ShouldNotContain("compensat", Case.Insensitive);
                    text.ShouldNotMatch(@"\d{4}-\d\d-\d\d");
                    (answer.Letters.Count > 0).ShouldBe(answer.Items.Any(item => item is { IsOwedToDoctor: true, State: MilestoneState.Late }));
                    if (answer.Letters.Count > 0)
                    {
                        text.ShouldContain("4 August 2027");
                        answer.Letters[^1].Key.ShouldBe("escalation");
                    }

                    if (nation != Nation.England)
                    {
                        ToolAsk.Text("code-of-practice/plan", answer).ShouldNotContain("10 Point Plan");
                        ToolAsk.Text("code-of-practice/plan", answer).ShouldNotContain("peer lead");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("2027-06-15", "reminder")]
    [InlineData("2027-06-15", "formal", "2027-06-10")]
    [InlineData("2027-06-25", "escalation", "2027-06-10", "2027-06-17")]
    public void Letters_BeginWithTheNext(string on, string next, string? chased = null, string? formally = null) =>
        Ask(new { start = "2027-08-04", chasedOn = chased, wroteFormallyOn = formally }, on).Letters[0].Key.ShouldBe(next);

    [Theory]
    [InlineData(null, null)]
    [InlineData("2027-06-24", null)]
    [InlineData("2027-06-14", null)]
    [InlineData("2027-06-14", "2027-06-28")]
    [InlineData("2027-06-10", "2027-06-16")]
    public void Escalation_NamesTheSameDayAsTheLateItem(string? chased, string? formally)
    {
        var answer = Ask(new { start = "2027-08-04", chasedOn = chased, wroteFormallyOn = formally, arrived = new[] { new { key = "placement-notice", on = "2027-05-12" } } }, "2027-07-01");
        var next = answer.Items.Single(item => item.Key == "rota").Next;

        var step = formally is null ? answer.Escalation[0] : answer.Escalation[1];
        if (next.Contains("today", StringComparison.Ordinal))
        {
            step.ShouldStartWith("Today, ");
        }
        else
        {
            var until = System.Text.RegularExpressions.Regex.Match(next, @"by (?<day>\d+ \w+ \d{4})",
                System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["day"].Value;
            step.ShouldStartWith($"After {until}, ");
        }

        (formally is null).ShouldBe(!answer.Escalation[0].StartsWith("On ", StringComparison.Ordinal));
    }

    [Fact]
    public void OtherNations_HearNothingOfEnglandsGuardian()
    {
        foreach (var nation in NationExtensions.All)
        {
            var answer = Ask(new { start = "2027-08-04" }, "2027-07-01", nation);

            ToolAsk.Text("code-of-practice/plan", answer).Contains("guardian", StringComparison.Ordinal).ShouldBe(nation == Nation.England);
        }
    }

    [Fact]
    public void EveryState_OfEveryRoleAndNation_HasSomebodyToAskOrADay()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var role in new[] { "foundation", "core", "specialty", "gp", "lat", "academic", "locally-employed", "sas" })
            {
                var answer = Ask(new { start = "2027-08-04", role }, "2026-11-29", nation);

                (answer.Verdict == Verdict.Yes).ShouldBe(answer.Items.Any(item => item is { IsOwedToDoctor: true, Due: not null }), $"{role} in {nation}");
                if (answer.Verdict == Verdict.Unknown)
                {
                    answer.Reasons.ShouldContain(reason => reason.Ask != null);
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"start":"2027-08-04","arrived":[{"key":"rota","on":"2027-06-01"},{"key":"ROTA","on":"2027-06-02"}]}""", "arrived[1].key")]
    [InlineData("""{"start":"2027-08-04","arrived":[{"key":"advert-open","on":"2027-06-01"}]}""", "arrived[0].key")]
    [InlineData("""{"start":"2027-08-04","chasedOn":"2027-06-20","wroteFormallyOn":"2027-06-19"}""", "wroteFormallyOn")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("code-of-practice/plan", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("""{"start":"2027-08-04","arrived":[{"key":"rota","on":"2027-06-01"}]}""", "arrived[0].on")]
    [InlineData("""{"start":"2027-08-04","nation":"scotland","arrived":[{"key":"exception-login","on":"2026-06-01"}]}""", "arrived[0].key")]
    [InlineData("""{"start":"2027-08-04","chasedOn":"2026-11-01"}""", "chasedOn")]
    [InlineData("""{"start":"2027-12-27"}""", "start")]
    public void Facts_ThatHadNoEffectOrLookWrong_AreSaid(string facts, string field) =>
        ToolAsk.Answer<PlacementPlan>("code-of-practice/plan", facts).Warnings.ShouldContain(warning => warning.Field == field);

    private static PlacementPlan Ask(object facts, string on, Nation nation = Nation.England) => ToolAsk.Answer<PlacementPlan>("code-of-practice/plan", facts, on, nation);
}
