using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>
/// Works out annual leave: a month of the stretch is a twelfth of the year's days, a part of a month its share of the month's days, whole years what the year
/// gives, and all of it by the percentage of full time.
/// </summary>
public static class LeaveCalculator
{
    private const int LongestMonths = 120;
    private const int DaysOfAWeek = 5;

    /// <summary>Works the leave out.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static LeaveEntitlement Calculate(LeaveQuestion facts, LeaveFigures figures, DateOnly on, Nation nation)
    {
        var contract = facts.Contract is { } told ? Keys.Of(told) : Contracts.OfResidents(nation);
        var to = LastDay(facts);
        var share = (facts.Percent ?? 100) / 100;
        if (Rule(figures, contract, facts.Point, facts.ServiceYears ?? 0, facts.From, nation) is not { } rule)
        {
            var says = $"The leave of that contract in {nation.Name()} was not found: ask your employer.";
            return new LeaveEntitlement
            {
                Verdict = Verdict.Unknown,
                Says = says,
                Reasons = [new Reason("no-rule", says, Status.NotFound, Ask: "your employer")]
            };
        }

        var doesServiceMatter = figures.AnnualLeave.Any(row => row.Contract == contract
            && row.Nation.Includes(nation)
            && row.YearsFrom > 0
            && (row.PointFrom ?? 0) <= (facts.Point ?? 0));
        decimal leave = 0, years = 0;
        foreach (var (first, last) in Months(facts.From, to))
        {
            var part = (last.Day - first.Day + 1m) / DateTime.DaysInMonth(first.Year, first.Month) / 12;
            var service = (facts.ServiceYears ?? 0) + YearsBetween(facts.From, first);
            leave += part * (Rule(figures, contract, facts.Point, service, first, nation) ?? rule).Days;
            years += part;
        }

        // A whole year is twelve months, also from a day of February on, which is a 28th of its month in one year and a 29th in another.
        if (WholeYears(facts.From, to) is { } whole)
        {
            years = whole;
            leave = Enumerable.Range(0, whole)
                .Sum(year => (Rule(figures, contract, facts.Point, (facts.ServiceYears ?? 0) + year, facts.From.MonthsOn(12 * year)!.Value, nation) ?? rule).Days);
        }

        var working = new WorkingDays(figures.WorkingDays, nation);
        var falling = working.HolidaysIn(facts.From, to);
        var areListed = working.Covers(facts.From) && working.Covers(to);
        decimal? holidays = rule.PublicHolidays is { } number ? Round(share * number * years) : !rule.BankHolidays ? 0 : areListed ? Round(share * falling.Count) : null;
        var days = Round((leave * share) + (facts.Carried ?? 0));
        var week = figures.FullTimeHours.At(facts.From, nation);
        decimal? hours = week.Number is { } full ? Round(days * full / DaysOfAWeek) : null;
        var notice = figures.LeaveNotice.At(facts.From, nation);
        return new LeaveEntitlement
        {
            Verdict = Verdict.Yes,
            Says = $"You have {FigureText.Count(days, "days")} of annual leave {(facts.From == to ? $"for {to.Words()}" : $"from {facts.From.Words()} to {to.Words()}")}, and {(holidays is { } off ? $"{off:0.##} for bank holidays" : $"bank holidays beside it, which are listed for {working.Years.First} to {working.Years.Last} only")}.",
            Days = days,
            BankHolidays = holidays,
            Hours = hours,
            Status = rule.PublicHolidays is null ? StatusExtensions.Worse(rule.Status, working.StatusOf(facts.From, to)) : rule.Status,
            Reasons =
            [
                rule.Because("entitlement", $"A full-time year gives {rule.Days:0.##} days.{(rule.Note is null ? "" : " " + rule.Note)}", $"{rule.Days:0.##} days"),
                new Reason("bank-holidays",
                    rule.PublicHolidays is { } of ? $"{of} public holidays a year, pro rata."
                        : !areListed ? $"How many bank holidays fall in the stretch is not known: they are listed for {working.Years.First} to {working.Years.Last} only."
                        : $"{FigureText.Count(falling.Count, "bank holidays")} {(falling.Count == 1 ? "falls in the stretch, and is" : "fall in the stretch, and are")} pro rata.",
                    areListed || rule.PublicHolidays is not null ? StatusExtensions.Worse(rule.Status, working.StatusOf(facts.From, to)) : Status.NotFound,
                    SourceId: rule.Source),
                notice.IsKnown
                    ? notice.Because("notice", $"Ask {notice.Text} ahead. Leave for a life-changing event asked for with that notice must be granted, without a swap.")
                    : notice.Because("notice-unknown", $"What notice of leave to give in {nation.Name()} {notice.IsMissing}{notice.OrAsk}."),
            ],
            Working =
            [
                new WorkingLine($"{(facts.From == to ? to.Words() : $"{facts.From.Words()} to {to.Words()}")} is {decimal.Round(years * 12, 4):0.####} {(decimal.Round(years * 12, 4) == 1 ? "month" : "months")}: {leave:0.####} {(leave == 1 ? "day" : "days")} full time") { Status = rule.Status,
                    SourceId = rule.Source },
                new WorkingLine($"{leave:0.####} × {FigureText.Percent(share)}{(facts.Carried > 0 ? $" + {facts.Carried:0.##} carried" : "")} = {FigureText.Count(days, "days")}, rounded to a hundredth"),
                .. hours is { } worked
                    ? [new WorkingLine($"{FigureText.Count(days, "days")} × {FigureText.Count(week.Number!.Value / DaysOfAWeek, "hours")} = {FigureText.Count(worked, "hours")}")]
                    : Array.Empty<WorkingLine>(),
            ],
            Tables = falling.Count == 0
                ? []
                : [new AnswerTable("bank-holidays", "Bank holidays in the stretch", [new("day", "Day"), new("name", "Name"), new("status", "How sure")],
                    [.. falling.Select(holiday => (IReadOnlyList<AnswerCell>)[holiday.Day, holiday.Name, holiday.Status])])],
            Warnings = [.. Warnings(facts, contract, to, working),
                .. doesServiceMatter || facts.ServiceYears is null
                    ? Array.Empty<Warning>()
                    : [new Warning("serviceYears",
                        rule.Status == Status.Sure
                            ? "Years of service do not matter for leave on this contract."
                            : "Your years of service are not in the sum: whether leave on this contract goes by them is to be checked with your employer.")]],
        };
    }

    /// <summary>Says what is wrong between facts.</summary>
    public static void Check(LeaveQuestion facts, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.To < facts.From)
        {
            errors.Add("to", $"Expected a day on or after {facts.From}, the first day.");
        }
        else if (LastDay(facts) > facts.From.LastOfMonths(LongestMonths))
        {
            errors.Add("to", "Expected a stretch of at most ten years.");
        }
    }

    private static IEnumerable<Warning> Warnings(LeaveQuestion facts, string contract, DateOnly to, WorkingDays working)
    {
        if (facts.Contract is null && working.Nation == Nation.Wales)
        {
            yield return new Warning("contract", "Taken: the 2002 contract. The leave of Wales’ contract of 2026 was not found.");
        }

        if (facts.Point is not null && contract != Contracts.Resident2002)
        {
            yield return new Warning("point", "The point does not matter for leave on this contract.");
        }

        if (contract == Contracts.Resident2002 && facts.Point is null)
        {
            yield return new Warning("point", "Taken: a point that gives the fewer weeks, as for foundation doctors. Put your StR point in if it is 3 or more.");
        }

        if (!working.Covers(facts.From) || !working.Covers(to))
        {
            yield return new Warning("to", $"Bank holidays are listed for {working.Years.First} to {working.Years.Last} only.");
        }
    }

    private static AnnualLeave? Rule(LeaveFigures figures, string contract, int? point, int years, DateOnly day, Nation nation) => figures.AnnualLeave
        .Where(row => row.Contract == contract && row.YearsFrom <= years && (row.PointFrom ?? 0) <= (point ?? 0))
        .At(day, nation, row => (row.YearsFrom, row.PointFrom))
        .MaxBy(row => (row.YearsFrom, row.PointFrom));

    private static DateOnly LastDay(LeaveQuestion facts) => facts.To ?? facts.From.LastOfMonths(12) ?? DateOnly.MaxValue;

    private static int? WholeYears(DateOnly from, DateOnly to) =>
        to.DaysOn(1) is { } after && YearsBetween(from, after) is > 0 and var years && from.AfterMonths(12 * years) == after ? years : null;

    private static int YearsBetween(DateOnly first, DateOnly day)
    {
        var years = day.Year - first.Year;
        return first.AfterMonths(12 * years) > day ? years - 1 : years;
    }

    // Month by month, cut where another year of service is completed.
    private static IEnumerable<(DateOnly First, DateOnly Last)> Months(DateOnly from, DateOnly to)
    {
        for (var first = from; ;)
        {
            var month = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
            var year = from.LastOfMonths(12 * (YearsBetween(from, first) + 1)) ?? DateOnly.MaxValue;
            var end = month < year ? month : year;
            yield return (first, end < to ? end : to);
            if (end >= to || end == DateOnly.MaxValue)
            {
                yield break;
            }

            first = end.AddDays(1);
        }
    }

    private static decimal Round(decimal days) => decimal.Round(days, 2, MidpointRounding.AwayFromZero);
}
