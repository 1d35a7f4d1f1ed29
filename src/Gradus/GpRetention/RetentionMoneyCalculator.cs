using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpRetention;

/// <summary>
/// Works out what a GP retention scheme brings to the practice and to the doctor, in money, hours, study time and years. Each nation has its own scheme; none
/// is answered with another's figures.
/// </summary>
public static class RetentionMoneyCalculator
{
    /// <summary>
    /// Works out payments in pounds, rounded to a penny, hours of work and study, and the years left, for the nation’s own scheme; unknown where its amounts
    /// were not found.
    /// </summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about; money is as it stands on that day, or on the first day where that lies ahead.</param>
    /// <param name="nation">The nation asked about.</param>
    public static RetentionMoney Calculate(RetentionPost facts, RetentionFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var day = facts.Since > on ? facts.Since.Value : on;
        FigureValue At(Figure figure) => figure.At(day, nation);
        var (least, years, payment, expenses, minutes) = (At(figures.SessionsLeast), At(figures.YearsMost), At(figures.PracticePayment), At(figures.Expenses),
            At(figures.SessionMinutes));
        if (facts.Sessions < least.Number)
        {
            var says = $"The scheme in {nation.Name()} begins at {least.Text} a week.";
            return new RetentionMoney
            {
                Verdict = Verdict.No,
                Says = says,
                Reasons = [least.Because("too-few-sessions", says)]
            };
        }

        var weeks = At(figures.WeeksYear);
        var most = facts.Sessions * (weeks.Whole ?? 0);
        var worked = Math.Min(facts.Worked ?? most, most);
        var (practice, supplement) = ((payment.Number * worked)?.ToPence(), expenses.Number * facts.Sessions);
        var study = Study(facts.Sessions, figures, day, nation);
        var regional = figures.Bands.At(day, nation, row => row.Sessions).FirstOrDefault(row => row.Sessions == facts.Sessions);
        List<Reason> reasons =
        [
            payment.Because("practice",
                practice is { } sum
                    ? $"Your practice is paid {payment.Text} for each session worked: {sum.InPounds()} for {worked}."
                    : $"What the practice is paid is {payment.Text} for {nation.Name()}."),
            expenses.Because("expenses",
                supplement is { } money
                    ? $"You get {money.InPounds()} a year for your expenses, on top of a salary that you agree with the practice."
                    : $"An expenses supplement is {expenses.Text} for {nation.Name()}."),
            study.Figure.Because("study",
                study.Sessions is { } sessions ? $"You have {sessions:0.##} paid study sessions a year." : $"Paid study time is {study.Figure.Text} for {nation.Name()}."),
            years.Because("years", years.IsKnown ? $"The scheme lasts {years.Text} at most." : $"How long the scheme lasts is {years.Text} for {nation.Name()}."),
        ];
        if (regional is not null && regional.CpdSouthWest != study.Sessions)
        {
            reasons.Add(regional.Because("study-regional",
                $"The South West’s table says {regional.CpdSouthWest:0.##} study sessions; have your number written into the contract.",
                $"{regional.CpdSouthWest:0.##}"));
        }

        var last = years.High is { } longest ? Last(facts.Since, (int)longest) : null;
        var isOver = last < on;
        return new RetentionMoney
        {
            Verdict = practice is null ? Verdict.Unknown : isOver ? Verdict.No : Verdict.Yes,
            Says = practice is not { } paid ? $"What the scheme pays in {nation.Name()} is {payment.Text}{payment.OrAsk}."
                : isOver ? $"By that start the scheme ended on {last!.Value.Words()}, unless your time was extended for an absence: ask who approved it."
                : $"For {facts.Sessions} session{(facts.Sessions == 1 ? "" : "s")} a week your practice is paid {paid.InPounds()} a year{(supplement is { } yours ? $", and you get {yours.InPounds()} beside your salary" : "")}{(last is { } until ? $", until {until.Words()} at the latest" : "")}.",
            PracticePayment = practice,
            Expenses = supplement,
            WeeklyHours = minutes.Number is { } length ? decimal.Round(facts.Sessions * length / 60, 2) : null,
            CpdFormula = study.Sessions,
            CpdRegional = regional?.CpdSouthWest,
            EndsOn = years.Whole is { } number ? Last(facts.Since, number) : null,
            Reasons = reasons,
            Working = [.. Working(facts, payment, weeks, expenses, minutes, study, worked)],
            Milestones = [.. Milestones(facts.Since, years, At(figures.ReviewEvery)).OrderBy(milestone => milestone.First)],
            Warnings = practice is not null && facts.Worked > most
                ? [new Warning("worked", $"The scheme pays for {most} sessions a year at {facts.Sessions} a week; the rest is not counted.")]
                : [],
        };
    }

    // England: pro rata to full time, with a floor; Scotland: as many a year as one works a week; Northern Ireland: a fixed number.
    private static (decimal? Sessions, FigureValue Figure, string Sum) Study(int sessions, RetentionFigures figures, DateOnly day, Nation nation)
    {
        var (full, week, each, least) = (figures.CpdFullTime.At(day, nation), figures.SessionsFull.At(day, nation), figures.CpdEach.At(day, nation),
            figures.CpdLeast.At(day, nation));
        return (full.Number, week.Number, each.Number, least.Number) switch
        {
            ({ } year, { } whole, _, { } floor) => (Math.Max(floor, decimal.Round(year * sessions / whole, 2)), full,
                $"{year:0} × {sessions} ÷ {whole:0}, and never under {floor:0}"),
            (_, _, { } one, _) => (one * sessions, each, $"{one:0} × {sessions}"),
            _ => (least.Number, least, $"{least.Number:0}, however many you work"),
        };
    }

    private static IEnumerable<WorkingLine> Working(RetentionPost facts, FigureValue payment, FigureValue weeks, FigureValue expenses, FigureValue minutes,
        (decimal? Sessions, FigureValue Figure, string Sum) study, int worked)
    {
        WorkingLine Line(FigureValue value, string says) => new(says) { Status = value.Status, Figure = value.Figure.Name, SourceId = value.SourceId };
        if (payment.Number is { } each)
        {
            if (facts.Worked is null)
            {
                yield return Line(weeks, $"Sessions a year: {facts.Sessions} × {weeks.Text} = {worked}. {weeks.Held?.Note}".TrimEnd());
            }

            yield return Line(payment, $"To the practice: {payment.Text} × {worked} sessions = {(each * worked).InPounds()} a year");
        }

        if (expenses.Number is { } supplement)
        {
            yield return Line(expenses, $"To you: {supplement.InPounds()} × {facts.Sessions} = {(supplement * facts.Sessions).InPounds()} a year");
        }

        if (minutes.Whole is { } length)
        {
            yield return Line(minutes, $"Hours: {facts.Sessions} × {length / 60} h {length % 60:00} = {facts.Sessions * length / 60} h {facts.Sessions * length % 60:00} a week");
        }

        if (study.Sessions is { } sessions)
        {
            yield return Line(study.Figure, $"Study sessions a year: {study.Sum} = {sessions:0.##}");
        }
    }

    private static IEnumerable<Milestone> Milestones(DateOnly? since, FigureValue years, FigureValue review)
    {
        for (var year = review.Whole ?? int.MaxValue; year <= (years.Whole ?? 0) && Last(since, year) is { } day; year += review.Whole ?? 1)
        {
            yield return review.Date($"review-{year}", day, $"Yearly review {year} of your retention post is due by about now") with { Precision = Precision.About };
        }

        if (years.High is { } high && Last(since, (int)high) is { } last)
        {
            yield return years.Date("end", Last(since, (int)years.Low!) ?? last, last,
                years.Low == years.High ? "Last day on the retention scheme" : "The retention scheme ends between these days; sources differ");
        }
    }

    private static DateOnly? Last(DateOnly? since, int years) => since?.LastOfMonths(years * 12);
}
