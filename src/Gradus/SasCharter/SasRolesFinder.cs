using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>Says what a SAS tutor and a SAS advocate do in the nation and what to ask the employer for. A nation without the role is answered so, never with another's.</summary>
public static class SasRolesFinder
{
    /// <summary>Says it.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures and tables, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static SasRoles Find(RolesHere facts, SasRoleFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var rows = figures.Roles.At(on, nation, row => row.Key).Where(row => facts.Role is null || row.Key == facts.Role).ToList();
        List<SasRoleAsk> asks = [.. figures.RoleAsks.At(on, nation, row => row.Key).Where(ask => rows.Exists(row => row.Key == ask.Role))];
        var hasOne = rows.Exists(row => Here(row.Key, facts) == true);
        var roles = rows.ConvertAll(row => new SasRoleStatus(row.Key, row.Name, row.Does, row.Beside, Here(row.Key, facts), Stands(row.Key, facts, hasOne),
            [.. asks.Where(ask => ask.Role == row.Key).Select(Words)]));
        if (roles.Count == 0)
        {
            var none = $"No {(facts.Role == SasRole.Advocate ? "SAS advocate" : "such role")} was found for {nation.Name()} on that day: ask your local negotiating committee or the BMA.";
            return new SasRoles
            {
                Verdict = Verdict.Unknown,
                Says = none,
                Roles = [],
                Reasons = [new Reason("no-role", none, Status.NotFound, Ask: "your local negotiating committee or the BMA")]
            };
        }

        var missing = roles.FindAll(role => role.Here == false);
        var timeless = facts.TimeInJobPlan == false ? roles.FindAll(role => IsTimeOf(role.Here, hasOne)) : [];
        var unsaid = roles.FindAll(role => role.Here is null);
        var hasLetter = missing.Count > 0 || timeless.Count > 0;
        var isTimeOpen = facts.TimeInJobPlan is null && missing.Count < roles.Count;
        var time = figures.AdvocatePas.At(on, nation);
        return new SasRoles
        {
            Verdict = hasLetter ? Verdict.No : unsaid.Count > 0 || isTimeOpen ? Verdict.Unknown : Verdict.Yes,
            Says = Headline(roles, missing, timeless, unsaid, isTimeOpen),
            Roles = roles,
            Letters = hasLetter ? [Letter(facts, missing, timeless, asks, on)] : [],
            Reasons =
            [
                .. rows.Select(row => row.Because($"role-{Keys.Of(row.Key)}", $"{row.Name}: {Sentences.LowerFirst(row.Does)}.", row.Name)),
                .. asks.Select(ask => ask.Because(ask.Key, Words(ask), ask.Helps)),
                .. rows.Exists(row => row.Key == SasRole.Advocate)
                    ? [time.Because("advocate-pas",
                        time.IsKnown ? $"An advocate has {time.Text}." : "How many programmed activities an advocate has was not found.") with { Ask = time.Ask
                            ?? "your local negotiating committee" }]
                    : Array.Empty<Reason>(),
            ],
        };
    }

    private static bool? Here(SasRole role, RolesHere facts) => role == SasRole.Tutor ? facts.Tutor : facts.Advocate;

    // The time told is that of a role that is there; where none is said to be, of one that may be.
    private static bool IsTimeOf(bool? here, bool hasOne) => hasOne ? here == true : here is null;

    private static string? Stands(SasRole role, RolesHere facts, bool hasOne)
    {
        var here = Here(role, facts);
        var time = IsTimeOf(here, hasOne) && facts.TimeInJobPlan is { } isIn ? $"the time for it is {(isIn ? "" : "not ")}in the job plan" : null;
        return (here, time) switch
        {
            (true, null) => "There is one where you work",
            (true, _) => $"There is one where you work, and {time}",
            (false, _) => "There is none where you work",
            (null, null) => null,
            _ => $"By what you told us {time}",
        };
    }

    private static string Headline(List<SasRoleStatus> roles, List<SasRoleStatus> missing, List<SasRoleStatus> timeless, List<SasRoleStatus> unsaid, bool isTimeOpen)
    {
        var does = roles.Count == 1 ? "what it does" : "what each does";
        if (missing.Count > 0)
        {
            return $"Ask your employer for {One(missing)}{(timeless.Count > 0 ? $", and for the time of {The(timeless)} in the job plan" : "")}; {does} and a letter stand below.";
        }

        if (timeless.Count > 0)
        {
            return $"Ask your employer in writing for the time of {The(timeless)} in the job plan; a letter stands below.";
        }

        var (are, their) = roles.Count == 1 ? ("is", "its") : ("are", "their");
        return unsaid.Count > 0 ? $"Find out whether there is {One(unsaid)} where you work; {does} and what to ask for stand below."
            : isTimeOpen ? $"{Sentences.UpperFirst(The(roles))} {are} there; say whether {their} time is in the job plan."
            : $"{Sentences.UpperFirst(The(roles))} {are} there with {their} time in the job plan, so there is nothing to ask for.";
    }

    private static AnswerLetter Letter(RolesHere facts, List<SasRoleStatus> missing, List<SasRoleStatus> timeless, List<SasRoleAsk> asks, DateOnly on)
    {
        List<(SasRoleStatus Role, SasRoleAsk Ask)> asked = [.. missing.SelectMany(role => asks.Where(ask => ask.Role == role.Key).Select(ask => (role, ask))),
            .. timeless.SelectMany(role => asks.Where(ask => ask.Role == role.Key && ask.Time).Select(ask => (role, ask)))];
        return new AnswerLetter("employer", "Letter", $"the medical director{(facts.Employer is null ? "" : $" of {facts.Employer}")}", "Roles for SAS doctors",
        [
            "Dear colleague,",
            $"I write about {The([.. missing, .. timeless])} for the SAS doctors here.",
            .. missing.Select(role => $"There is no {role.Name} here. {role.Name}: {Sentences.LowerFirst(role.Does)}."),
            .. timeless.Select(role => $"The time for the {role.Name} is not in the job plan, and I ask that it be agreed and written there."),
            asked.Count > 0 ? "I ask for what stands in the list below, and for a day by which it will be settled." : "I ask for a day by which this will be settled.",
            AnswerLetter.Signature,
        ], on)
        {
            Evidence = asked.Count == 0
                ? null
                : new AnswerTable("asks", "What is asked for", [new("ask", "Asked for"), new("role", "Role"), new("helps", "Rests on")],
                    [.. asked.Select(one => (IReadOnlyList<AnswerCell>)[one.Ask.Ask, one.Role.Name, one.Ask.Helps])]),
        };
    }

    private static string Words(SasRoleAsk ask) => $"{ask.Ask}. It rests on {ask.Helps}.{(ask.Note is null ? "" : $" {ask.Note}.")}";

    private static string One(IEnumerable<SasRoleStatus> roles) => Sentences.Listed([.. roles.Select(role => "a " + role.Name)]);

    private static string The(IEnumerable<SasRoleStatus> roles) => Sentences.Listed([.. roles.Select(role => "the " + role.Name)]);
}
