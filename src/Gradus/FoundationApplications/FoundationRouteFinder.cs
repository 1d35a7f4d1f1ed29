using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.FoundationApplications;

/// <summary>Finds the route: nominated by a UK school, or an eligibility application first.</summary>
public static class FoundationRouteFinder
{
    /// <summary>Says by which route the doctor applies, what has to be shown for it and by when.</summary>
    public static FoundationRoute Find(RouteFacts facts, RouteFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var cutOff = figures.EligibilityCutOffs.FirstOrDefault(row => row.Cycle == facts.Cycle);
        var anyRound = figures.EligibilityCutOffs[^1];
        var stages = Stages(facts.Cycle, figures.Rounds);
        var starts = FirstWednesdayOfAugust(facts.Cycle);
        if (facts.Qualified >= starts)
        {
            return TooLate(facts, starts, stages) with { Milestones = Dates(facts.Cycle, figures.Rounds) };
        }

        if (starts <= on)
        {
            return Begun(facts, starts, stages) with { Milestones = Dates(facts.Cycle, figures.Rounds) };
        }

        var eligibility = Window.Of("eligibility", facts.Cycle, figures.Rounds, on);
        var applications = Window.Of("applications", facts.Cycle, figures.Rounds, on);
        if (facts.School != SchoolPlace.Uk)
        {
            var why = facts.School == SchoolPlace.OutsideUk
                ? "your medical school is outside the UK"
                : "you are at an overseas campus of a UK school, which counts whatever your nationality";
            return Eligibility(facts, anyRound with { Status = cutOff is null ? Status.Verify : anyRound.Status }, why, stages, eligibility,
                applications) with
            { Milestones = Dates(facts.Cycle, figures.Rounds) };
        }

        if (cutOff is null)
        {
            var unknown = $"Which graduates of UK schools need an eligibility application for {facts.Cycle} was not found.";
            return new FoundationRoute
            {
                Verdict = Verdict.Unknown,
                Says = unknown,
                Reasons = [new Reason("cut-off-not-found", unknown, Status.NotFound, Ask: "UKFPO, or your medical school")],
                Route = null,
                Steps = ["Ask your medical school whether it nominates you, and UKFPO if it does not."],
                Stages = stages,
                Milestones = Dates(facts.Cycle, figures.Rounds),
            };
        }

        if (facts.Qualified <= cutOff.QualifiedBy)
        {
            return Eligibility(facts, cutOff, $"you qualified on or before {cutOff.QualifiedBy.Words()}", stages, eligibility,
                applications) with
            { Milestones = Dates(facts.Cycle, figures.Rounds) };
        }

        var says = $"Your UK medical school nominates you for {facts.Cycle}.{(applications?.IsOver == true ? $" {applications.Says("The window of applications")}" : "")}";
        return new FoundationRoute
        {
            Verdict = Verdict.Yes,
            Says = says,
            Reasons = [cutOff.Because("nominated",
                $"You are at, or qualified after {cutOff.QualifiedBy.Words()} from, a UK school in the UK, so no eligibility application is needed."),
                .. Over(null, applications)],
            Route = RouteKey.Nomination,
            Steps =
            [
                "Check with your medical school that it has nominated you.",
                .. AskFirst(facts, applications),
                $"{Send(applications)} the foundation application on Oriel{(applications?.IsOver == true ? "" : " in its window")}. Nomination alone is not an application.",
                "Rank every foundation school; what is saved at the deadline counts.",
                .. facts.EarlierRound is true ? new[] { "Tell your medical school about the earlier round: it has to nominate you again." } : [],
            ],
            Stages = stages,
            Milestones = Dates(facts.Cycle, figures.Rounds),
        };
    }

    /// <summary>A window of a round: its own last day, or where that was not found the same day of the year as in the last round for which it was.</summary>
    private sealed record Window(FoundationStage Found, DateOnly Last, int Cycle, DateOnly On)
    {
        public bool IsOver => Last < On;

        private bool IsOwn => Found.Cycle == Cycle;

        public static Window? Of(string stage, int cycle, IReadOnlyList<FoundationStage> rounds, DateOnly on) =>
            rounds.Where(row => row.Stage == stage && row.Cycle <= cycle && row.Last is not null).MaxBy(row => row.Cycle) is { Last: { } last } found
                ? new Window(found, last.AddYears(cycle - found.Cycle), cycle, on)
                : null;

        public string Says(string what) => IsOwn
            ? $"{what} closed on {Last.Words()}."
            : $"{what} is probably shut: for August {Found.Cycle} it was {Found.First!.Value.Words()} to {Found.Last!.Value.Words()}, and the days for {Cycle} were not found.";

        public Reason Because(string key, string says) =>
            Found.Because(key, says) with { Status = IsOwn ? Found.Status : StatusExtensions.Worse(Found.Status, Status.Verify), Ask = "UKFPO, or your medical school" };
    }

    // Foundation posts begin on the first Wednesday of August.
    private static DateOnly FirstWednesdayOfAugust(int year)
    {
        var first = new DateOnly(year, 8, 1);
        return first.AddDays(((int)DayOfWeek.Wednesday - (int)first.DayOfWeek + 7) % 7);
    }

    private static FoundationRoute TooLate(RouteFacts facts, DateOnly starts, List<RouteStage> stages)
    {
        var says = $"The programme of {facts.Cycle} is read as beginning on {starts.Words()}, before you qualify; look at a later year.";
        return new FoundationRoute
        {
            Verdict = Verdict.No,
            Says = says,
            Reasons = [new Reason("qualifies-too-late", says, Status.Verify, Ask: "UKFPO, or your medical school")],
            Route = null,
            Steps = [$"Ask for the route of {facts.Qualified.Year + (facts.Qualified >= FirstWednesdayOfAugust(facts.Qualified.Year) ? 1 : 0)}."],
            Stages = stages
        };
    }

    private static FoundationRoute Begun(RouteFacts facts, DateOnly starts, List<RouteStage> stages)
    {
        var says = $"The programme of {facts.Cycle} is read as having begun on {starts.Words()}, so its applications are over; look at a later year.";
        return new FoundationRoute
        {
            Verdict = Verdict.No,
            Says = says,
            Reasons = [new Reason("has-begun", says, Status.Verify, Ask: "UKFPO, or your medical school")],
            Route = null,
            Steps = ["Ask for the route of the next year that has not begun."],
            Stages = stages
        };
    }

    private static IEnumerable<Reason> Over(Window? eligibility, Window? applications)
    {
        if (eligibility is { IsOver: true })
        {
            yield return eligibility.Because("eligibility-over", eligibility.Says("The window of eligibility applications"));
        }

        if (applications is { IsOver: true })
        {
            yield return applications.Because("applications-over", applications.Says("The window of foundation applications"));
        }
    }

    private static IEnumerable<string> AskFirst(RouteFacts facts, params Window?[] windows) =>
        windows.Any(window => window?.IsOver == true) ? [$"Ask UKFPO first whether applications for {facts.Cycle} are still taken."] : [];

    private static string Send(Window? window) => window is { IsOver: true } ? "If it is still taken, send" : "Send";

    private static FoundationRoute Eligibility(RouteFacts facts, CutOff row, string why, List<RouteStage> stages, Window? eligibility, Window? applications) => new()
    {
        Verdict = Verdict.Yes,
        Says = $"You need an eligibility application for {facts.Cycle}, because {why}.{(eligibility?.IsOver == true ? $" {eligibility.Says("Its window")}" : "")}",
        Reasons =
        [
            row.Because("eligibility-application", $"It is a separate application on Oriel that comes first; {why}."),
            .. Over(eligibility, applications),
            .. stages.Where(stage => stage.Id.EndsWith("eligibility", StringComparison.Ordinal) && stage.First is null)
                .Select(stage => new Reason("window-not-found", $"The window of eligibility applications for {facts.Cycle} was not found.", stage.Status, Ask: "UKFPO")),
        ],
        Status = row.Status,
        Route = RouteKey.EligibilityApplication,
        Steps =
        [
            .. AskFirst(facts, eligibility, applications),
            $"{Send(eligibility)} the eligibility application with every document. Nobody checks documents beforehand, nothing can be added after you submit, and there are no extensions.",
            "See that your name is the same on every document, or explain it with evidence.",
            "Wait for the result: eligible, eligible with conditions, or ineligible.",
            $"If you are eligible, send the foundation application as well{(applications?.IsOver == true ? ", if it is still taken" : "")}. It is a separate one.",
            .. facts.EarlierRound is true ? new[] { "An earlier round does not carry over: both applications are needed again." } : [],
        ],
        Stages = stages,
    };

    private static List<RouteStage> Stages(int cycle, IReadOnlyList<FoundationStage> rounds) =>
    [
        .. rounds.Where(stage => stage.Cycle == cycle).Select(stage =>
        {
            var earlier = stage.First is not null
                ? null
                : rounds.Where(other => other.Stage == stage.Stage && other.Cycle < cycle && other.First is not null).MaxBy(other => other.Cycle);
            return new RouteStage(stage.Id, stage.What, stage.First, stage.Last, stage.Time,
                earlier is null
                    ? null
                    : string.Create(CultureInfo.InvariantCulture,
                        $"{earlier.First!.Value.Words()}{(earlier.Last != earlier.First ? $" to {earlier.Last!.Value.Words()}" : "")}, for August {earlier.Cycle}"),
                stage.Status);
        }),
    ];

    private static List<Milestone> Dates(int cycle, IReadOnlyList<FoundationStage> rounds) =>
    [
        .. rounds.Where(stage => stage.Cycle == cycle && stage.First is not null)
            .OrderBy(stage => stage.First)
            .Select(stage => new Milestone(stage.Id, stage.First!.Value, stage.Last ?? stage.First.Value, stage.What, "foundation-applications", stage.Nation, stage.Status)
        {
            At = stage.Time is { } time ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture) : null,
            SourceId = stage.Source,
            Note = stage.Note,
        }),
    ];
}
