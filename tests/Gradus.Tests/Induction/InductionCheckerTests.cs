using Gradus.Induction;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Induction;

public sealed class InductionCheckerTests
{
    [Fact]
    public void Items_HoldTheFivePointsAndAllLayers_InEveryNationAndRole()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var role in new[] { "foundation", "core", "specialty", "gp", "lat", "academic", "locally-employed", "sas" })
            {
                var answer = Ask(new { start = "2027-08-04", role }, "2026-11-29", nation);

                answer.Items.Select(item => item.GmcPoint).OfType<int>().Order().ShouldBe([1, 2, 3, 4, 5]);
                answer.Items.Select(item => item.Layer).Distinct().Count().ShouldBe(3);
                answer.Items.Any(item => item.Key == "exception-login").ShouldBe(nation == Nation.England && role is not ("locally-employed" or "sas"));
            }
        }
    }

    [Fact]
    public void Missing_IsWhatWasDueBeforeTheDay_AndIsMilestoneLate()
    {
        for (var on = new DateOnly(2027, 6, 1); on < new DateOnly(2027, 8, 20); on = on.AddDays(1))
        {
            var answer = Ask(new { start = "2027-08-04", asked = new[] { "badge" }, done = new[] { "payroll" } }, on.ToString("yyyy-MM-dd"));

            answer.Missing.ShouldBe(answer.Items.Where(item => item.Due < on && item.Key != "payroll").Select(item => item.Key));
            answer.Milestones.Where(milestone => milestone.State == MilestoneState.Late).Select(milestone => milestone.Id).Order().ShouldBe(answer.Missing.Order());
            (answer.Letters.Count > 0).ShouldBe(answer.Missing.Any(key => key is not ("payroll" or "certificates-sent")));
        }
    }

    [Fact]
    public void Letter_ComplainsOnlyOfWhatTheEmployerOwes_AndOfHoursThatCounted()
    {
        var answer = Ask(new
        {
            start = "2027-08-04",
            settled = 2,
            outside = new[] { new { on = "2027-08-01", hours = 1.5 },
            new { on = "2027-08-10", hours = 3.0 }, new { on = "2027-08-25", hours = 2.25 } }
        }, "2027-08-20");

        answer.Missing.ShouldContain("payroll");
        answer.Missing.ShouldContain("certificates-sent");
        var letter = string.Join("\n", answer.Letters.Single().Lines());
        letter.ShouldNotContain("Payroll details");
        letter.ShouldNotContain("Certificates of earlier modules");
        letter.ShouldContain("I have done 4.5 hours of induction outside my working hours, of which 2.5 have been neither paid nor given back");
        letter.ShouldContain("10 August 2027: 3 hours");
        letter.ShouldNotContain("25 August");
    }

    [Fact]
    public void HoursOwed_AreTheSumOfWhatIsNotSettled()
    {
        var random = new Random(12);
        for (var time = 0; time < 200; time++)
        {
            var hours = Enumerable.Range(0, random.Next(0, 9)).Select(_ => random.Next(1, 2401) / 100m).ToList();
            var settled = random.Next(0, (int)(hours.Sum() * 100) + 1) / 100m;

            var answer = Ask(new { start = "2027-08-04", settled, outside = hours.Select(number => new { on = "2027-08-01", hours = number }) }, "2027-09-01");

            answer.HoursOwed.ShouldBe(hours.Sum() - settled);
        }
    }

    [Theory]
    [InlineData("""{"start":"2027-08-04","done":["badge"],"asked":["BADGE"]}""", "asked[0]")]
    [InlineData("""{"start":"2027-08-04","done":["luck"]}""", "done[0]")]
    [InlineData("""{"start":"2027-08-04","settled":1}""", "settled")]
    [InlineData("""{"start":"2027-08-04","outside":[{"on":"2027-08-01","hours":0}]}""", "outside[0].hours")]
    [InlineData("""{"start":"2027-08-04","modules":[{"key":"fire-safety","on":"2027-08-01","expires":"2027-07-31"}]}""", "modules[0].expires")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("induction/checklist", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("""{"start":"2027-08-04","done":["new-to-nhs"]}""", "done[0]")]
    [InlineData("""{"start":"2027-08-04","outside":[{"on":"2027-08-01","hours":2}]}""", "outside[0].on")]
    [InlineData("""{"start":"2027-08-04","modules":[{"key":"fire-safety","on":"2027-08-01"}]}""", "modules[0].on")]
    public void Facts_ThatHadNoEffect_AreSaid(string facts, string field) =>
        ToolAsk.Answer<InductionChecklist>("induction/checklist", facts).Warnings.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static InductionChecklist Ask(object facts, string on, Nation nation = Nation.England) => ToolAsk.Answer<InductionChecklist>("induction/checklist", facts, on, nation);
}
