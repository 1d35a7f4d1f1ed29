using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Builds a plan saying only what matters: <c>ATrainee().At(0.6m).Finishing(2028, 8, 1)</c>.</summary>
internal sealed class Trainee
{
    public static readonly DateOnly Today = new(2026, 11, 25);

    private readonly List<PlannedChange> changes = [];
    private DateOnly plannedEnd = new(2030, 8, 6);
    private decimal baseline = 1m;
    private string? specialty;
    private decimal? rateAfter;

    public static Trainee ATrainee() => new();

    public Trainee Finishing(int year, int month, int day) => With(() => plannedEnd = new DateOnly(year, month, day));

    public Trainee At(decimal rate) => With(() => baseline = rate);

    public Trainee In(string key) => With(() => specialty = key);

    public Trainee ThenAt(decimal rate) => With(() => rateAfter = rate);

    public Trainee Working(decimal rate, string from, string? to = null) => With(() => changes.Add(Change(ChangeKind.LessThanFullTime, from, to) with { Rate = rate }));

    public Trainee WorkingHours(decimal hours, string from, string? to = null) =>
        With(() => changes.Add(Change(ChangeKind.LessThanFullTime, from, to) with { WeeklyHours = hours }));

    public Trainee Away(ChangeKind kind, string from, string? to = null, decimal? credited = null) =>
        With(() => changes.Add(Change(kind, from, to) with { CreditedDays = credited }));

    public Trainee FullTime(string from, string? to = null) => Away(ChangeKind.FullTime, from, to);

    public TrainingPlan Plan() => new() { PlannedEnd = plannedEnd, BaselineRate = baseline, Specialty = specialty, Changes = [.. changes], RateAfter = rateAfter };

    public CompletionDate Completes(Nation nation = Nation.England, DateOnly? on = null) =>
        CompletionDateCalculator.Calculate(Plan(), TestFigures.Current, on ?? Today, nation);

    public IReadOnlyList<FieldError> Errors() => TrainingPlanChecker.Check(Plan(), TestFigures.Current);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static PlannedChange Change(ChangeKind kind, string from, string? to) =>
        new() { Kind = kind, From = Day(from), To = to is null ? null : Day(to) };

    private Trainee With(Action change)
    {
        change();
        return this;
    }
}
