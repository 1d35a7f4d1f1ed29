using Gradus.Rules;

namespace Gradus.SpecialtyApplications;

/// <summary>When offers are run and when the deadlines are.</summary>
internal sealed record PracticeCalendar(DateTime Begins, DateTime HoldEnds, DateTime UpgradesEnd, TimeSpan Window, int Gap, RecruitmentStage Hold)
{
    public static PracticeCalendar? Of(PracticeFigures figures, DateOnly on, Nation nation)
    {
        RecruitmentStage? Stage(string key, RecruitmentStage beside) =>
            figures.Rounds.FirstOrDefault(stage => stage.Stage == key && stage.Cycle == beside.Cycle && stage.Round == beside.Round && stage.End is not null);
        var hours = figures.OfferResponse.At(on, nation).Number;
        var gap = figures.OfferRunGap.At(on, nation).Whole;
        var last = figures.Rounds.Where(stage => stage is { Stage: "hold", Round: 1, End: not null }
            && Stage("upgrade", stage) is not null
            && Stage("offers", stage) is not null)
            .MaxBy(stage => stage.Cycle);
        if (last is null || hours is null || gap is null || on.Year > 9990)
        {
            return null;
        }

        var offers = At(Stage("offers", last)!);
        var begins = on.ToDateTime(TimeOnly.FromDateTime(offers));
        while (begins.DayOfWeek != offers.DayOfWeek)
        {
            begins = begins.AddDays(1);
        }

        return new PracticeCalendar(begins, begins + (At(last) - offers), begins + (At(Stage("upgrade", last)!) - offers), TimeSpan.FromHours((double)hours), gap.Value, last);
    }

    public DateTime Next(DateTime run)
    {
        for (var left = Gap; left > 0;)
        {
            run = run.AddDays(1);
            left -= run.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return run;
    }

    private static DateTime At(RecruitmentStage stage) => stage.End!.Value.Day.ToDateTime(stage.End.Value.Time);
}
