using System.Text;
using FsCheck.Xunit;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Tests.LessThanFullTime;

public sealed class TrainingPlanReaderTests
{
    private const string TheExample =
        """
        {"plannedEnd":"2033-08-02","baselineRate":1.0,"specialty":null,"changes":[
          {"kind":"less-than-full-time","from":"2027-08-04","to":"2028-01-02","rate":0.8},
          {"kind":"parental","from":"2028-01-03","to":"2028-12-31"},
          {"kind":"oopr","from":"2029-01-01","to":"2029-12-31","creditedDays":365},
          {"kind":"sickness","from":"2030-01-01","to":"2030-01-10"},
          {"kind":"full-time","from":"2030-02-01","to":null}],"rateAfter":1.0,"on":"2026-11-25"}
        """;

    [Fact]
    public void Read_OfUtf16_SaysSo()
    {
        var text = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(TheExample)).ToArray();

        var error = Plans.Read(text).Errors.ShouldHaveSingleItem();

        error.Message.ShouldBe("Expected UTF-8; this is UTF-16. Save the file as UTF-8.");
        (error.Line, error.Column).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("emergency-medecine", true)]
    [InlineData("cardiology", true)]
    [InlineData("emergency-medicine", false)]
    [InlineData(null, false)]
    public void Reasons_ForASpecialtyWithoutARuleOfItsOwn_SayThatTheCommonRulesCount(string? specialty, bool areCommon)
    {
        var plan = Read(TheExample).Value! with { Specialty = specialty };

        var reasons = CompletionDateCalculator.Calculate(plan, TestFigures.Current, new DateOnly(2026, 11, 25), Nation.England).Reasons;

        reasons.Any(reason => reason.Says.StartsWith($"We hold no rule of its own for “{specialty}”", StringComparison.Ordinal)).ShouldBe(areCommon);
    }

    [Fact]
    public void Read_TheExample_GivesThePlan()
    {
        var plan = Read(TheExample).Value.ShouldNotBeNull();

        plan.PlannedEnd.ShouldBe(new DateOnly(2033, 8, 2));
        plan.Changes.Count.ShouldBe(5);
        plan.Changes[0].Rate.ShouldBe(0.8m);
        plan.Changes[2].CreditedDays.ShouldBe(365m);
        plan.Changes[4].To.ShouldBeNull();
        plan.On.ShouldBe(new DateOnly(2026, 11, 25));
    }

    [Theory]
    [InlineData("""{"baselineRate":1,"changes":[]}""", "plannedEnd")]
    [InlineData("""{"plannedEnd":"2030-08-06","changes":[]}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-02-30","baselineRate":1}""", "plannedEnd")]
    [InlineData("""{"plannedEnd":"2030-2-3","baselineRate":1}""", "plannedEnd")]
    [InlineData("""{"plannedEnd":20300203,"baselineRate":1}""", "plannedEnd")]
    [InlineData("""{"plannedEnd":null,"baselineRate":1}""", "plannedEnd")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":0}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1.01}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":"1"}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":0.33333}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1e400}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"specialty":7}""", "specialty")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"specialty":"Emergency medicine"}""", "specialty")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"changes":{}}""", "changes")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"changes":[7]}""", "changes[0]")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"colour":"red"}""", "colour")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"baselineRate":1}""", "baselineRate")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"rateAfter":1.5}""", "rateAfter")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"rateAfter":-0.1}""", "rateAfter")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"on":"today"}""", "on")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,"nation":"france"}""", "nation")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1} {}""", "")]
    [InlineData("""{"plannedEnd":"2030-08-06","baselineRate":1,}""", "")]
    [InlineData("""{"plannedEnd":"\ud800aaaaaaa","baselineRate":1}""", "")]
    public void Read_AMalformedPlan_NamesTheField(string json, string field)
    {
        var errors = Read(json).Errors;

        errors[0].Field.ShouldBe(field);
        errors[0].Message.ShouldStartWith("Expected ");
    }

    [Theory]
    [InlineData("""{"kind":"holiday","from":"2027-08-04","to":null}""", "changes[0].kind")]
    [InlineData("""{"from":"2027-08-04","to":null}""", "changes[0].kind")]
    [InlineData("""{"kind":"full-time","to":null}""", "changes[0].from")]
    [InlineData("""{"kind":"full-time","from":"2027-02-30","to":null}""", "changes[0].from")]
    [InlineData("""{"kind":"full-time","from":"2027-08-04","to":"2027-08-03"}""", "changes[0].to")]
    [InlineData("""{"kind":"full-time","from":"2030-08-07","to":null}""", "changes[0].from")]
    [InlineData("""{"kind":"less-than-full-time","from":"2027-08-04","to":null}""", "changes[0].rate")]
    [InlineData("""{"kind":"less-than-full-time","from":"2027-08-04","to":null,"rate":-0.1}""", "changes[0].rate")]
    [InlineData("""{"kind":"less-than-full-time","from":"2027-08-04","to":null,"rate":1.2}""", "changes[0].rate")]
    [InlineData("""{"kind":"less-than-full-time","from":"2027-08-04","to":null,"rate":0.8,"weeklyHours":32}""", "changes[0].weeklyHours")]
    [InlineData("""{"kind":"less-than-full-time","from":"2027-08-04","to":null,"weeklyHours":32}""", "changes[0].weeklyHours")]
    [InlineData("""{"kind":"full-time","from":"2027-08-04","to":null,"rate":1}""", "changes[0].rate")]
    [InlineData("""{"kind":"parental","from":"2027-08-04","to":null,"weeklyHours":40}""", "changes[0].weeklyHours")]
    [InlineData("""{"kind":"parental","from":"2027-08-04","to":null,"creditedDays":1}""", "changes[0].creditedDays")]
    [InlineData("""{"kind":"oopr","from":"2027-08-04","to":"2027-08-13","creditedDays":11}""", "changes[0].creditedDays")]
    [InlineData("""{"kind":"oopr","from":"2027-08-04","to":"2027-08-13","creditedDays":-1}""", "changes[0].creditedDays")]
    [InlineData("""{"kind":"oopr","from":"2027-08-04","to":null,"creditedDays":1}""", "changes[0].creditedDays")]
    [InlineData("""{"kind":"full-time","from":"2027-08-04","to":"2028-08-01"}""", "rateAfter")]
    [InlineData("""{"kind":"full-time","from":"2027-08-04","to":null},{"kind":"full-time","from":"2028-08-04","to":null}""", "changes[0].to")]
    [InlineData("""{"kind":"oopc","from":"2027-08-04","to":"2027-08-10"},{"kind":"full-time","from":"2027-08-10","to":null}""", "changes[1].from")]
    [InlineData("""{"kind":"full-time","from":"2027-08-10","to":null},{"kind":"oopc","from":"2027-08-04","to":"2027-08-10"}""", "changes[0].from")]
    [InlineData("""{"kind":"oopc","from":"2027-08-04","to":"2027-08-10"},{"kind":"full-time","from":"2030-08-14","to":null}""", "changes[1].from")]
    [InlineData("""{"kind":"full-time","from":"2027-08-04","to":null,"note":"x"}""", "changes[0].note")]
    public void Read_AMalformedChange_NamesTheField(string changes, string field)
    {
        var errors = Read($$"""{"plannedEnd":"2030-08-06","baselineRate":1,"changes":[{{changes}}]}""").Errors;

        errors[0].Field.ShouldBe(field);
        errors[0].Message.ShouldStartWith("Expected ");
        errors[0].Line.ShouldBe(1);
    }

    [Fact]
    public void Read_AChangeOnTheLastDayOfTraining_IsAllowedAndOneAfterItIsNot()
    {
        Read("""{"plannedEnd":"2030-08-06","baselineRate":1,"changes":[{"kind":"oopc","from":"2027-08-04","to":"2027-08-10"},{"kind":"full-time","from":"2030-08-13","to":null}]}""").IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Read_ManyLines_SaysWhereEachFaultStands()
    {
        var errors = Read(
            """
            {
              "plannedEnd": "2030-08-06",
              "baselineRate": 2,
              "changes": [
                { "kind": "full-time",
                  "from": "2027-08-04", "to": "2027-08-01" }
              ],
              "rateAfter": 1
            }
            """).Errors;

        errors.Select(error => (error.Field, error.Line, error.Column)).ShouldBe([("baselineRate", 3, 19), ("changes[0].to", 6, 35)]);
    }

    [Fact]
    public void Read_ATextThatBreaksOff_SaysWhere()
    {
        var error = Read("{\n  \"plannedEnd\": \"2030-08-06\",\n  \"changes\": [").Errors.ShouldHaveSingleItem();

        error.Field.ShouldBe("");
        error.Line.ShouldBe(3);
    }

    [Fact]
    public void Read_MoreThan400Changes_IsRefusedOnce()
    {
        var changes = string.Join(',',
            Enumerable.Range(0, 401)
                .Select(index => $$"""{"kind":"unpaid","from":"{{new DateOnly(2027, 1, 1).AddDays(index):yyyy-MM-dd}}","to":"{{new DateOnly(2027, 1, 1).AddDays(index):yyyy-MM-dd}}"}"""));

        Read($$"""{"plannedEnd":"2030-08-06","baselineRate":1,"rateAfter":1,"changes":[{{changes}}]}""").Errors.ShouldHaveSingleItem().Field.ShouldBe("changes");
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(RandomPlans)])]
    public bool Read_WhatWasWritten_GivesTheSamePlanAndAnswer(TrainingPlan plan)
    {
        var again = Read(Encoding.UTF8.GetString(Plans.Reader.Write(plan))).Value!;
        return again.Changes.SequenceEqual(plan.Changes) && again with { Changes = plan.Changes } == plan;
    }

    [Fact]
    public void Read_AnyCutOfTheExample_NeverFails()
    {
        for (var length = 0; length < TheExample.Length; length++)
        {
            Read(TheExample[..length]).IsValid.ShouldBeFalse();
        }
    }

    private static ReadResult<TrainingPlan> Read(string json) => Plans.Read(Encoding.UTF8.GetBytes(json));
}
