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
    [Choice("SAS tutor (Scotland: education adviser; Northern Ireland: SAS lead)")]
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
    [Fact("There is a SAS tutor (Scotland: education adviser; Northern Ireland: SAS lead)", "true or false")]
    public bool? Tutor { get; init; }

    /// <summary>Whether there is an advocate.</summary>
    [Fact("There is a SAS advocate", "true or false")]
    public bool? Advocate { get; init; }

    /// <summary>Whether the role's time is in a job plan.</summary>
    [Fact("The time for it is in the job plan", "true or false")]
    public bool? TimeInJobPlan { get; init; }

    /// <summary>The employer, for the letter.</summary>
    [Fact("Your hospital or employer", "a name of at most 200 letters", Example = "St Elsewhere", Hint = "For the letter.")]
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
    /// <summary>What stands beside it, and what does not.</summary>
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
    /// <summary>What it rests on, as words after “rests on”; it stands in the letter too.</summary>
    public required string Helps { get; init; }
    /// <summary>Whether it asks for the role's time, and so is asked for where the role is there without it.</summary>
    public required bool Time { get; init; }
}

/// <summary>A role, as it stands where the doctor works.</summary>
/// <param name="Key">The role.</param>
/// <param name="Name">What the nation calls it.</param>
/// <param name="Does">What it does.</param>
/// <param name="Beside">What stands beside it, and what does not.</param>
/// <param name="Here">Whether there is one; <c>null</c> where that was not told.</param>
/// <param name="Stands">Whether there is one, and whether its time is in the job plan, as told; <c>null</c> where neither was.</param>
/// <param name="Asks">What to ask the employer for.</param>
public sealed record SasRoleStatus(SasRole Key, string Name, string Does, string Beside, bool? Here, string? Stands, IReadOnlyList<string> Asks);

/// <summary>What each role does, and what to ask the employer for.</summary>
public sealed record SasRoles : ToolAnswer
{
    /// <summary>The roles of the nation; none where none was found.</summary>
    public required IReadOnlyList<SasRoleStatus> Roles { get; init; }

    /// <summary>The letter to the employer; none where there is nothing to ask for.</summary>
    public IReadOnlyList<AnswerLetter> Letters { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() =>
    [
        .. Roles.Select(role => new TextPart(role.Name, [.. role.Stands is null ? Array.Empty<string>() : [$"{role.Stands}."], $"{role.Does}.", $"{role.Beside}."])),
        .. Roles.Where(role => role.Asks.Count > 0).Select(role => new ListPart($"What to ask for: {role.Name}", role.Asks)),
        .. Letters.Select(letter => new LetterPart(letter)),
    ];
}
