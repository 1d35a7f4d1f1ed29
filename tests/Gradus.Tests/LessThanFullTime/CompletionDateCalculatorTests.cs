using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tests.Tools;
using static Gradus.Tests.LessThanFullTime.Trainee;

namespace Gradus.Tests.LessThanFullTime;

public sealed class CompletionDateCalculatorTests
{
    [Fact]
    public void Calculate_AtHalfTime_DoublesTheTimeLeft()
    {
        var answer = ATrainee().Finishing(2025, 12, 31).Working(0.5m, "2025-01-01").Completes();

        answer.CompletesOn.ShouldBe(Day("2026-12-31"));
        answer.DaysAdded.ShouldBe(365);
        answer.Verdict.ShouldBe(Verdict.Yes);
        answer.Status.ShouldBe(Status.Computed);
    }

    [Fact]
    public void Calculate_WithNoChanges_FinishesAsPlanned()
    {
        var answer = ATrainee().Finishing(2028, 8, 1).Completes();

        answer.CompletesOn.ShouldBe(Day("2028-08-01"));
        answer.BlockModelCompletesOn.ShouldBe(Day("2028-08-01"));
        answer.DaysAdded.ShouldBe(0);
        answer.Working.Single().Says.ShouldBe("Nothing changes, so training ends as planned on 1 August 2028.");
    }

    [Fact]
    public void Calculate_ByDefault_ShowsAWorkingThatCanBeCheckedByHand()
    {
        var answer = ATrainee().Finishing(2027, 12, 31).Working(0.8m, "2026-12-01", "2027-02-01").Away(ChangeKind.Sickness, "2027-03-01", "2027-03-05").ThenAt(0.7m).Completes();

        answer.Working.Select(step => step.Says).ShouldBe(
        [
            "Needed: 1 December 2026 to 31 December 2027 is 396 days at 100%, which is 396 days of credit.",
            "1 December 2026 to 1 February 2027, less than full time: 63 days × 80% = 50 2/5; total 50 2/5.",
            "2 February 2027 to 28 February 2027, between changes, as planned: 27 days × 100% = 27; total 77 2/5.",
            "1 March 2027 to 5 March 2027, sick leave: 5 days × 0% = 0; total 77 2/5.",
            "6 March 2027 to 3 June 2028, after the last change: 456 days × 70% = 319 1/5; total 396 3/5.",
            "3 June 2028 is the first day on which the total, 396 3/5, is at least the 396 needed.",
        ]);
    }

    [Fact]
    public void Calculate_PerChange_SaysWhatEachAddsAndLastWhatTheRateAfterAdds()
    {
        var answer = ATrainee().Finishing(2027, 12, 31).Working(0.5m, "2027-01-01", "2027-01-31").Away(ChangeKind.Sickness, "2027-03-01", "2027-03-05").ThenAt(0.5m).Completes();

        answer.PerChange.Select(effect => (effect.Index, effect.Key, effect.DaysAdded)).ShouldBe(
        [
            (0, "less-than-full-time", 16), (1, "sickness", 5), (null, "rate-after", answer.DaysAdded - 21),
        ]);
        answer.PerChange[^1].From.ShouldBe(Day("2027-03-06"));
        answer.PerChange[^1].To.ShouldBe(answer.CompletesOn);
    }

    [Fact]
    public void Calculate_WhenTheLastChangeIsOpen_TakesNothingFromTheRateAfter()
    {
        var open = ATrainee().Working(0.8m, "2027-08-04");

        open.ThenAt(0.1m).Completes().CompletesOn.ShouldBe(ATrainee().Working(0.8m, "2027-08-04").Completes().CompletesOn);
        open.Completes().PerChange[^1].ShouldBe(new ChangeEffect(Index: null, Kind: null, From: null, To: null, DaysAdded: 0));
    }

    [Theory]
    [InlineData("scotland", Status.Computed, false)]
    [InlineData("england", Status.Verify, true)]
    [InlineData("wales", Status.Verify, true)]
    [InlineData("northern-ireland", Status.Verify, true)]
    public void Calculate_ReminderOfTheYearlyReview_IsInDoubtOutsideTheNationWhosePageSaysIt(string nation, Status status, bool namesScotland)
    {
        var answer = ToolAsk.Answer<CompletionDate>("less-than-full-time/completion-date", new { plannedEnd = "2033-08-02", baselineRate = 1, nation });

        var reminders = answer.Milestones.Where(milestone => milestone.Id.StartsWith("arcp-", StringComparison.Ordinal) && milestone.Id != "arcp-penultimate").ToList();
        reminders.Count.ShouldBeGreaterThan(2);
        reminders.ShouldAllBe(milestone => milestone.Status == status && milestone.Note!.Contains("Scotland", StringComparison.Ordinal) == namesScotland);
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "2024-03-01")]
    [InlineData("2024-02-29", "2024-02-28", "2024-02-29", "2024-03-02")]
    [InlineData("2025-02-27", "2024-12-31", "2025-01-01", "2025-03-01")]
    [InlineData("2024-12-31", "2024-12-31", "2024-12-31", "2025-01-01")]
    public void Calculate_WithDaysAway_AddsEachOnce(string plannedEnd, string from, string to, string completes)
    {
        var end = Day(plannedEnd);

        ATrainee().Finishing(end.Year, end.Month, end.Day).Away(ChangeKind.Oope, from, to).ThenAt(1m).Completes().CompletesOn.ShouldBe(Day(completes));
    }

    [Fact]
    public void Calculate_WithNothingEarnedAfter_NeverCompletes()
    {
        var answer = ATrainee().Working(0.8m, "2027-08-04", "2028-08-01").ThenAt(0m).Completes();

        answer.CompletesOn.ShouldBeNull();
        answer.CompletesOnIfAbsenceForgiven.ShouldBeNull();
        answer.DaysAdded.ShouldBeNull();
        answer.Verdict.ShouldBe(Verdict.No);
        answer.Reasons[0].Key.ShouldBe("never-completes");
        answer.PerChange.Select(effect => effect.DaysAdded).ShouldBe([73, null]);
    }

    [Fact]
    public void Calculate_WithAnOpenCareerBreak_NeverCompletes() =>
        ATrainee().Away(ChangeKind.Oopc, "2027-08-04").Completes().Reasons[0].Key.ShouldBe("never-completes");

    [Fact]
    public void Calculate_BeyondTheCalendar_SaysSoAndDoesNotFail()
    {
        ATrainee().Finishing(9999, 12, 31).Working(0.0001m, "2027-08-04").Completes().Reasons[0].Key.ShouldBe("beyond-calendar");
        ATrainee().Finishing(9999, 12, 31).Working(0.5m, "2027-08-04", "9999-12-31").ThenAt(1m).Completes().Reasons[0].Key.ShouldBe("beyond-calendar");
        ATrainee().Finishing(9999, 12, 31).Working(1m, "0001-01-01").Completes().CompletesOn.ShouldBe(DateOnly.MaxValue);
        ATrainee().Finishing(9999, 12, 31).Away(ChangeKind.Parental, "0001-01-01", "9999-12-30").ThenAt(1m).Completes().CompletesOn.ShouldBeNull();
        ATrainee().Finishing(9999, 12, 31).Away(ChangeKind.Oopr, "0001-01-01", "9999-12-31", 3_652_058.99m).ThenAt(0.9999m).Completes().CompletesOn.ShouldBeNull();
        ATrainee().Finishing(1, 1, 1).Working(0.3333m, "0001-01-01").Completes().CompletesOn.ShouldBe(Day("0001-01-04"));
    }

    [Fact]
    public void Calculate_WithCreditedDays_SpreadsThemExactly()
    {
        var plan = ATrainee().Finishing(2029, 8, 7).Away(ChangeKind.Oopr, "2027-08-04", "2028-08-03", credited: 122m).ThenAt(1m).Completes();

        plan.DaysAdded.ShouldBe(366 - 122);
        plan.Working[1].Credit.ToString().ShouldBe("122");
        plan.Working[1].RateExact.ToString()!.ShouldBe("1/3");
    }

    [Fact]
    public void Calculate_OutOfProgrammeTrainingWithNothingCredited_EarnsNothing() =>
        ATrainee().Away(ChangeKind.Oopt, "2027-08-04", "2027-08-13").ThenAt(1m).Completes().DaysAdded.ShouldBe(10);

    [Theory]
    [InlineData("38.4", "9/10")]
    [InlineData("36", "9/10")]
    [InlineData("35.99", "4/5")]
    [InlineData("40", "1")]
    [InlineData("48", "1")]
    [InlineData("24", "3/5")]
    public void Calculate_InEmergencyMedicine_EarnsByHoursBlocks(string hours, string rate) =>
        ATrainee().In(Specialties.EmergencyMedicine).WorkingHours(decimal.Parse(hours), "2027-08-04").Completes().Working[1].RateExact.ToString()!.ShouldBe(rate);

    [Fact]
    public void Calculate_HoursAcrossTheFirstOfAugust2025_LooksUpEachDaysOwnRule()
    {
        var answer = ATrainee().In(Specialties.EmergencyMedicine).WorkingHours(38m, "2025-07-01", "2025-08-31").ThenAt(1m).Completes();

        answer.Working[1].RateExact.ToString()!.ShouldBe("19/20");
        answer.Working[1].To.ShouldBe(Day("2025-07-31"));
        answer.Working[2].RateExact.ToString()!.ShouldBe("9/10");
        answer.Working[2].From.ShouldBe(Day("2025-08-01"));
        answer.Reasons.Single(reason => reason.Key == "hours-taken-as-contract").Status.ShouldBe(Status.Computed);
        answer.PerChange.Count.ShouldBe(2);
    }

    [Fact]
    public void Calculate_WhatADayEarns_DoesNotDependOnTheDateAskedAbout()
    {
        var plan = ATrainee().In(Specialties.EmergencyMedicine).WorkingHours(38m, "2025-07-01");

        plan.Completes(on: Day("2024-01-01")).CompletesOn.ShouldBe(plan.Completes().CompletesOn);
    }

    [Fact]
    public void Calculate_HoursBelowThePublishedTable_IsUnknownAndSaysWhomToAsk()
    {
        var answer = ATrainee().In(Specialties.EmergencyMedicine).WorkingHours(20m, "2027-08-04").Completes();

        answer.CompletesOn.ShouldBeNull();
        answer.BlockModelCompletesOn.ShouldBeNull();
        answer.Verdict.ShouldBe(Verdict.Unknown);
        answer.Reasons[0].Key.ShouldBe("hours-outside-table");
        answer.Reasons[0].Ask.ShouldNotBeNull().ShouldContain("RCEM");
    }

    [Fact]
    public void Calculate_HoursInASpecialtyThatPublishedNoTable_IsUnknown() =>
        ATrainee().In("paediatrics").WorkingHours(32m, "2027-08-04").Completes().Reasons[0].Key.ShouldBe("no-hours-rule");

    [Theory]
    [InlineData("2027-01-04", "2027-01-17", null, "absence-review")]
    [InlineData("2027-01-04", "2027-01-16", null, "absence-below-review")]
    [InlineData("2027-01-04", "2027-01-22", "foundation", "absence-below-review")]
    [InlineData("2027-01-04", "2027-01-23", "foundation", "absence-review")]
    public void Calculate_WithAbsence_ReviewsFromTheThresholdOn(string from, string to, string? specialty, string key)
    {
        var trainee = ATrainee().Away(ChangeKind.Sickness, from, to).ThenAt(1m);
        var answer = (specialty is null ? trainee : trainee.In(specialty)).Completes();

        answer.Reasons.ShouldContain(reason => reason.Key == key);
        answer.CompletesOnIfAbsenceForgiven.ShouldBe(Day("2030-08-06"));
        answer.DaysAdded!.Value.ShouldBe(Day(to).DayNumber - Day(from).DayNumber + 1);
    }

    [Fact]
    public void Calculate_WithAbsenceAcrossTwoYears_ForgivesTheThresholdInEach()
    {
        var answer = ATrainee().Away(ChangeKind.Parental, "2027-01-04", "2028-02-02").ThenAt(1m).Completes();

        answer.DaysAdded.ShouldBe(395);
        answer.CompletesOnIfAbsenceForgiven.ShouldBe(answer.CompletesOn!.Value.AddDays(-28));
    }

    [Fact]
    public void Calculate_ForgivenDays_EarnTheRateHeldBefore()
    {
        var answer = ATrainee().Working(0.5m, "2027-01-01", "2027-01-03").Away(ChangeKind.Sickness, "2027-01-04", "2027-01-17").ThenAt(1m).Completes();

        answer.CompletesOnIfAbsenceForgiven.ShouldBe(answer.CompletesOn!.Value.AddDays(-7));
    }

    [Fact]
    public void Calculate_TimeOutOfProgramme_IsNoAbsence()
    {
        var answer = ATrainee().Away(ChangeKind.Oopc, "2027-01-04", "2027-12-31").ThenAt(1m).Completes();

        answer.Reasons.ShouldNotContain(reason => reason.Key.StartsWith("absence", StringComparison.Ordinal));
        answer.CompletesOnIfAbsenceForgiven.ShouldBe(answer.CompletesOn);
    }

    [Theory]
    [InlineData("0.49", "below-minimum")]
    [InlineData("0.19", "below-exceptional")]
    [InlineData("0.9", "dean-approval")]
    public void Calculate_AtAnUnusualShare_SaysWhoMustAgree(string rate, string key) =>
        ATrainee().Working(decimal.Parse(rate), "2027-08-04").Completes().Reasons.ShouldContain(reason => reason.Key == key);

    [Fact]
    public void Calculate_OnAnUsualShare_SaysNothingOfTheDean() =>
        ATrainee().Working(0.8m, "2027-08-04").Completes().Reasons.ShouldNotContain(reason => reason.Key == "dean-approval");

    [Theory]
    [InlineData(ChangeKind.Oope, "2028-08-03", false)]
    [InlineData(ChangeKind.Oope, "2028-08-04", true)]
    [InlineData(ChangeKind.Oopr, "2030-08-03", false)]
    [InlineData(ChangeKind.Oopc, "2029-08-04", true)]
    public void Calculate_TimeOutBeyondItsMaximum_SaysSo(ChangeKind kind, string to, bool isAbove) =>
        ATrainee().Away(kind, "2027-08-04", to).ThenAt(1m).Completes().Reasons.Any(reason => reason.Key == "oop-above-maximum").ShouldBe(isAbove);

    [Theory]
    [InlineData("2028-02-29", "2029-02-28", false)]
    [InlineData("2028-02-29", "2029-03-01", true)]
    [InlineData("2027-08-04", "2028-08-03", false)]
    [InlineData("2027-08-04", "2028-08-04", true)]
    public void Calculate_WithTimeOutOfAYearToTheDay_IsNotLongerThanAYear(string from, string to, bool isAbove) =>
        ATrainee().Away(ChangeKind.Oope, from, to).ThenAt(1m).Completes().Reasons.Any(reason => reason.Key == "oop-above-maximum").ShouldBe(isAbove);

    [Theory]
    [InlineData(ChangeKind.Oope, "2027-08-02", "2028-02-01", 0, true)]
    [InlineData(ChangeKind.Oope, "2027-08-01", "2028-01-31", 0, false)]
    [InlineData(ChangeKind.Oopc, "2027-08-02", "2028-02-01", 0, true)]
    [InlineData(ChangeKind.Oopt, "2027-02-02", "2028-02-01", 365, false)]
    [InlineData(ChangeKind.Parental, "2027-08-02", "2028-02-01", 0, false)]
    public void Calculate_TimeOutInTheLastYear_SaysThatItIsRarelyAgreed(ChangeKind kind, string from, string to, int credited, bool isSaid) =>
        ATrainee().Finishing(2028, 8, 1)
            .Away(kind, from, to, credited > 0 ? credited : null)
            .ThenAt(1m)
            .Completes().Reasons
            .Any(reason => reason.Key == "oop-last-year")
            .ShouldBe(isSaid);

    [Fact]
    public void Calculate_InEngland_GivesEveryDateThatMatters()
    {
        var answer = ATrainee().Finishing(2031, 2, 4).At(0.8m).FullTime("2027-08-04").Completes();

        answer.CompletesOn.ShouldBe(Day("2030-05-24"));
        answer.Reasons.ShouldContain(reason => reason.Key == "earlier-than-planned");
        string.Join("; ", answer.Milestones.Select(milestone => $"{milestone.Id} {milestone.First:yyyy-MM-dd}")).ShouldBe(
            "change-1-form 2027-04-14; change-1-placement 2027-05-12; arcp-3-before 2027-05-24; change-1-work-schedule 2027-06-09; change-1-rota 2027-06-23; "
            + "arcp-2-before 2028-05-24; arcp-penultimate 2028-11-24; arcp-1-before 2029-05-24; consultant-interview 2029-11-24; grace-notice 2029-11-24; arcp-final 2030-05-24; completion 2030-05-24; grace-end 2030-11-24");
    }

    [Theory]
    [InlineData("foundation", "", null)]
    [InlineData("core-surgery", "", null)]
    [InlineData("imt", "", null)]
    [InlineData("general-practice", "", "grace-unknown")]
    [InlineData("anaesthetics", "arcp-penultimate consultant-interview grace-notice grace-end", "grace-optional")]
    [InlineData(null, "arcp-penultimate consultant-interview grace-notice grace-end", "grace-optional")]
    public void Calculate_WhatFollowsACertificate_IsNotSaidOfProgrammesThatEndBeforeOne(string? specialty, string ids, string? reason)
    {
        var answer = ToolAsk.Answer<CompletionDate>("less-than-full-time/completion-date", new { plannedEnd = "2033-08-02", baselineRate = 1, specialty, nation = "england" });

        string.Join(' ', answer.Milestones.Select(milestone => milestone.Id)
            .Where(id => id.StartsWith("grace", StringComparison.Ordinal) || id is "consultant-interview" or "arcp-penultimate"))
            .ShouldBe(ids);
        answer.Reasons.SingleOrDefault(found => found.Key.StartsWith("grace", StringComparison.Ordinal))?.Key.ShouldBe(reason);
        answer.Reasons.Any(found => found.Key.StartsWith("grace", StringComparison.Ordinal)).ShouldBe(reason is not null);
        answer.Milestones.Where(milestone => milestone.Id is "grace-end" or "grace-notice" or "consultant-interview" or "arcp-penultimate")
            .ShouldAllBe(milestone => (specialty == null) == (milestone.Note ?? "").Contains("general practice", StringComparison.Ordinal));
    }

    [Fact]
    public void Calculate_LaterThanPlanned_SaysByHowMuchAndWhenTheDateIsSet() =>
        ATrainee().Working(0.8m, "2027-08-04", "2028-08-01").ThenAt(1m).Completes().Reasons.Single(reason => reason.Key == "later-than-planned")
            .Says.ShouldBe("This is 73 days later than the planned 6 August 2030. Your completion date is set again at the next ARCP after a change is approved, not before.");

    [Fact]
    public void Calculate_EveryReasonAndMilestone_CitesAKnownSource()
    {
        string[] known = [.. TrainingPlanSources.All, "a-source", "rcem"];
        foreach (var nation in NationExtensions.All)
        {
            var answer = ATrainee().In(Specialties.EmergencyMedicine).At(0.8m).Away(ChangeKind.Oopr, "2025-01-01", "2029-12-31", 100m).WorkingHours(38m, "2030-01-01", "2030-03-01")
                .Away(ChangeKind.Sickness, "2030-04-01", "2030-05-01").Working(0.9m, "2030-05-02").Completes(nation);

            answer.Reasons.ShouldAllBe(reason => reason.SourceId == null || known.Contains(reason.SourceId));
            answer.Milestones.ShouldAllBe(milestone => milestone.SourceId == null || known.Contains(milestone.SourceId));
            answer.Reasons.ShouldAllBe(reason => reason.Says.EndsWith('.') || reason.Says.EndsWith("right.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Calculate_InNorthernIreland_SaysThatNoticeWasNotFound()
    {
        var answer = ATrainee().Working(0.8m, "2027-08-04").Completes(Nation.NorthernIreland);

        answer.Reasons.ShouldContain(reason => reason.Key == "notice-unknown" && reason.Status == Status.NotFound);
        answer.Reasons.ShouldContain(reason => reason.Key == "grace-unknown");
        answer.Reasons.ShouldNotContain(reason => reason.Key == "national-calculator-withdrawn" || reason.Key == "dean-approval");
        answer.Milestones.ShouldNotContain(milestone => milestone.Id.EndsWith("-form", StringComparison.Ordinal) || milestone.Id == "grace-end");
    }

    [Theory]
    [InlineData(Nation.England, "2027-08-04", "2027-04-14", "2027-04-14", Precision.Day)]
    [InlineData(Nation.Scotland, "2027-08-04", "2027-05-04", "2027-05-04", Precision.Day)]
    [InlineData(Nation.Wales, "2027-08-04", "2027-02-01", "2027-02-28", Precision.Month)]
    [InlineData(Nation.Wales, "2028-07-31", "2027-08-01", "2027-08-31", Precision.Month)]
    [InlineData(Nation.Wales, "2028-01-31", "2027-02-01", "2027-02-28", Precision.Month)]
    public void Calculate_InEachNation_CountsTheFormAsTheNationDoes(Nation nation, string from, string first, string last, Precision precision)
    {
        var form = ATrainee().Working(0.8m, from).Completes(nation).Milestones.Single(milestone => milestone.Id == "change-1-form");

        (form.First, form.Last, form.Precision).ShouldBe((Day(first), Day(last), precision));
    }

    [Theory]
    [InlineData(Nation.England, "17 March 2027", "notice")]
    [InlineData(Nation.Scotland, "25 February 2027", "notice-months")]
    [InlineData(Nation.Wales, "20 January 2027", "notice-outside-windows")]
    public void Calculate_InEachNation_BringsForwardFromTheFirstDayThatItsNoticeAllows(Nation nation, string from, string notice)
    {
        var way = ATrainee().Working(0.8m, "2026-08-05").Completes(nation).BringForward.First(way => way.Key == "full-time-sooner");

        way.Says.ShouldStartWith($"At 100% from {from} on, ");
        way.Figure.ShouldBe("less-than-full-time/" + notice);
    }

    [Theory]
    [InlineData(Nation.England, "2027-02-03", "The change on 3 February 2027 needed its form in by 14 October 2026, 16 weeks before. ")]
    [InlineData(Nation.Scotland, "2027-02-03", "The change on 3 February 2027 needed its form in by 3 November 2026, 3 months before. ")]
    [InlineData(Nation.Wales, "2027-02-03", "The change on 3 February 2027 needed its form in the window of August 2026. ")]
    public void Calculate_WhenTheFormIsLateInANation_SaysByWhenItWas(Nation nation, string from, string says) =>
        ATrainee().Working(0.8m, from).Completes(nation).Reasons.Single(reason => reason.Key == "notice-too-short").Says.ShouldStartWith(says);

    [Fact]
    public void Calculate_WhenTheFormIsLate_SaysSoAndSetsNoReminder()
    {
        var answer = ATrainee().Working(0.8m, "2027-02-03").Completes();

        answer.Reasons.ShouldContain(reason => reason.Key == "notice-too-short");
        answer.Milestones.ShouldNotContain(milestone => milestone.Id == "change-1-form");
        answer.Milestones.ShouldContain(milestone => milestone.Id == "change-1-work-schedule" && milestone.First == Day("2026-12-09"));
    }

    [Fact]
    public void Calculate_GoingBackToTheSameShareAfterLeave_NeedsNoForm() =>
        ATrainee().At(0.6m).Away(ChangeKind.Parental, "2027-08-04", "2028-08-01").Working(0.6m, "2028-08-02").Completes()
            .Milestones.ShouldNotContain(milestone => milestone.Id.EndsWith("-form", StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-05-18", false)]
    [InlineData("2026-05-19", true)]
    public void Calculate_FromTheDayOfTheWithdrawal_SpeaksOfTheNationalCalculator(string on, bool speaks) =>
        ATrainee().Working(0.8m, "2027-08-04").Completes(on: Day(on)).Reasons.Any(reason => reason.Key == "national-calculator-withdrawn").ShouldBe(speaks);

    [Fact]
    public void Calculate_AtLessThanFullTime_SaysWhatWouldBringItForward()
    {
        var answer = ATrainee().Finishing(2033, 8, 2).Working(0.6m, "2027-08-04").Completes();

        var fullTime = answer.BringForward.Single(way => way.Key == "full-time-sooner");
        fullTime.CompletesOn.ShouldBe(Day("2033-08-02"));
        answer.BringForward.Single(way => way.Key == "more-hours").Says.ShouldStartWith("At 70% from 4 August 2027 on, ");
    }

    [Fact]
    public void Calculate_OverlappingChangesThatNobodyChecked_IsOurMistake() =>
        Should.Throw<ArgumentException>(() => ATrainee().Working(0.8m, "2027-08-04", "2028-08-01").Working(0.6m, "2028-08-01").Completes());
}
