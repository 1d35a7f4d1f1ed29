using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>A role that stands for SAS doctors.</summary>
[JsonConverter(typeof(Keys<SasRole>))]
public enum SasRole
{
    /// <summary>The one for education and careers, whatever the nation calls it.</summary>
    [Choice("SAS tutor (Scotland: education adviser)")]
    Tutor,
    /// <summary>The one for wellbeing and voice.</summary>
    [Choice("SAS advocate")]
    Advocate,
}

/// <summary>What a doctor tells us of the roles where they work; what is left out is not known.</summary>
public sealed record RolesHere : ToolFacts
{
    /// <summary>One role; left out, both.</summary>
    [Fact("Which role", "tutor or advocate", Hint = "Left out, both.")]
    public SasRole? Role { get; init; }

    /// <summary>Whether there is a tutor.</summary>
    [Fact("There is a SAS tutor (Scotland: education adviser)", "true or false")]
    public bool? Tutor { get; init; }

    /// <summary>Whether there is an advocate.</summary>
    [Fact("There is a SAS advocate", "true or false")]
    public bool? Advocate { get; init; }

    /// <summary>Whether the role's time is in a job plan.</summary>
    [Fact("The time for it is in the job plan", "true or false")]
    public bool? TimeInJobPlan { get; init; }

    /// <summary>The employer, for the letter.</summary>
    [Fact("Your hospital or employer", "a name of at most 200 letters", Example = "St Elsewhere")]
    [MaxLength(200)]
    public string? Employer { get; init; }
}

/// <summary>The dated figures and tables of the roles.</summary>
public sealed record SasRoleFigures
{
    /// <summary>The roles by nation.</summary>
    public required IReadOnlyList<SasRoleRow> Roles { get; init; }
    /// <summary>What to ask for.</summary>
    public required IReadOnlyList<SasRoleAsk> RoleAsks { get; init; }
    /// <summary>Programmed activities of an advocate, of which nobody has published a number.</summary>
    public required Figure AdvocatePas { get; init; }
}

/// <summary>A role as content has it.</summary>
public sealed record SasRoleRow : TableRow
{
    /// <summary>The role.</summary>
    public required SasRole Key { get; init; }
    /// <summary>What the nation calls it.</summary>
    public required string Name { get; init; }
    /// <summary>What it does.</summary>
    public required string Does { get; init; }
    /// <summary>What it does not.</summary>
    public required string Beside { get; init; }
}

/// <summary>Something to ask an employer for, as content has it.</summary>
public sealed record SasRoleAsk : TableRow
{
    /// <summary>Its key, alone in its nation.</summary>
    public required string Key { get; init; }
    /// <summary>The role.</summary>
    public required SasRole Role { get; init; }
    /// <summary>What to ask for.</summary>
    public required string Ask { get; init; }
    /// <summary>What it rests on.</summary>
    public required string Helps { get; init; }
}

/// <summary>A role, as it stands where the doctor works.</summary>
/// <param name="Key">The role.</param>
/// <param name="Name">What the nation calls it.</param>
/// <param name="Does">What it does.</param>
/// <param name="Beside">What it does not.</param>
/// <param name="Here">Whether there is one; <c>null</c> where that was not told.</param>
/// <param name="Asks">What to ask the employer for.</param>
public sealed record SasRoleStands(SasRole Key, string Name, string Does, string Beside, bool? Here, IReadOnlyList<string> Asks);

/// <summary>What each role does, and what to ask the employer for.</summary>
public sealed record SasRoles : ToolAnswer
{
    /// <summary>The roles of the nation; none where none was found.</summary>
    public required IReadOnlyList<SasRoleStands> Roles { get; init; }

    /// <summary>The letter to the employer; none where there is nothing to ask for.</summary>
    public IReadOnlyList<AnswerLetter> Letters { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() =>
    [
        .. Roles.Select(role => new TextPart(role.Name, [$"{role.Does}.", $"{role.Beside}."])),
        .. Roles.Where(role => role.Asks.Count > 0).Select(role => new ListPart($"What to ask for: {role.Name}", role.Asks)),
        .. Letters.Select(letter => new LetterPart(letter)),
    ];
}

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
        var asks = figures.RoleAsks.At(on, nation, row => row.Key);
        var roles = rows.ConvertAll(row => new SasRoleStands(row.Key, row.Name, row.Does, row.Beside, row.Key == SasRole.Tutor ? facts.Tutor : facts.Advocate, [.. asks.Where(ask => ask.Role == row.Key).Select(ask => $"{ask.Ask}. {ask.Helps}.")]));
        if (roles.Count == 0)
        {
            var none = $"No {(facts.Role == SasRole.Advocate ? "SAS advocate" : "such role")} was found for {nation.Name()} on that day: ask your local negotiating committee or the BMA.";
            return new SasRoles { Verdict = Verdict.Unknown, Says = none, Roles = [], Reasons = [new Reason("no-role", none, Status.NotFound, Ask: "your local negotiating committee or the BMA")], Warnings = [.. Unused(facts, roles, nation)] };
        }

        var missing = roles.FindAll(role => role.Here == false);
        var unsaid = roles.FindAll(role => role.Here is null);
        var time = figures.AdvocatePas.At(on, nation);
        return new SasRoles
        {
            Verdict = missing.Count > 0 || facts.TimeInJobPlan == false ? Verdict.No : unsaid.Count > 0 || facts.TimeInJobPlan is null ? Verdict.Unknown : Verdict.Yes,
            Says = missing.Count > 0 ? $"Ask your employer for {string.Join(" and ", missing.Select(role => "a " + role.Name))}; what {(missing.Count == 1 ? "it" : "each")} does, and a letter, stand below."
                : facts.TimeInJobPlan == false ? "The role is there and its time is not in the job plan: ask for that in writing."
                : unsaid.Count > 0 ? $"Find out whether there is {string.Join(" and ", unsaid.Select(role => "a " + role.Name))} where you work; what each does and what to ask for stands below."
                : "The roles are there; what each does and what to ask for stands below.",
            Roles = roles,
            Letters = missing.Count > 0 || facts.TimeInJobPlan == false ? [Letter(facts, missing.Count > 0 ? missing : roles, on)] : [],
            Reasons =
            [
                .. rows.Select(row => row.Because($"role-{Choice.Of<SasRole>()[row.Key].Key}", $"{row.Name}: {Inside(row.Does)}.")),
                .. asks.Where(ask => rows.Exists(row => row.Key == ask.Role)).Select(ask => ask.Because(ask.Key, $"{ask.Ask}. {ask.Helps}.")),
                .. rows.Exists(row => row.Key == SasRole.Advocate) ? [time.Because("advocate-pas", time.IsKnown ? $"An advocate has {time.Text}." : "How many programmed activities an advocate has is agreed locally: no number was found.") with { Ask = time.Ask ?? "your local negotiating committee" }] : Array.Empty<Reason>(),
            ],
            Warnings = [.. Unused(facts, roles, nation)],
        };
    }

    private static AnswerLetter Letter(RolesHere facts, IReadOnlyList<SasRoleStands> roles, DateOnly on) =>
        new("employer", "Letter", $"the medical director{(facts.Employer is null ? "" : $" of {facts.Employer}")}", "Roles for SAS doctors",
        [
            "Dear colleague,",
            $"I write about {string.Join(" and ", roles.Select(role => $"the {role.Name}"))} for the SAS doctors here.",
            .. roles.Select(role => $"{role.Name}: {Inside(role.Does)}."),
            "I ask for what stands in the list below, and for a day by which it will be settled.",
            AnswerLetter.Signature,
        ], on)
        {
            Evidence = new AnswerTable("asks", "What is asked for", [new("ask", "Asked for"), new("role", "Role")], [.. roles.SelectMany(role => role.Asks.Select(ask => (IReadOnlyList<AnswerCell>)[ask, role.Name]))]),
        };

    private static IEnumerable<Warning> Unused(RolesHere facts, IReadOnlyList<SasRoleStands> roles, Nation nation)
    {
        if (facts.Advocate is not null && !roles.Any(role => role.Key == SasRole.Advocate))
        {
            yield return new Warning("advocate", facts.Role == SasRole.Tutor ? "You asked about the tutor only: this has no effect." : $"No SAS advocate was found for {nation.Name()} on that day: this has no effect.");
        }

        if (facts.Tutor is not null && !roles.Any(role => role.Key == SasRole.Tutor))
        {
            yield return new Warning("tutor", "You asked about the advocate only: this has no effect.");
        }
    }

    private static string Inside(string says) => char.ToLowerInvariant(says[0]) + says[1..];
}
