using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>Whether a doctor is in the priority group of the Medical Training (Prioritisation) Act 2026, through which limb, and what to do where nobody can say yet.</summary>
public sealed record PriorityAnswer : ToolAnswer
{
    /// <summary>The group.</summary>
    public required PriorityGroup Group { get; init; }

    /// <summary>The limb that decided; <c>null</c> when none did.</summary>
    public required PriorityLimbKey? Limb { get; init; }

    /// <summary>The sections of the Act that decided, such as “2 and 4(1)”; <c>null</c> when none did.</summary>
    public required string? Section { get; init; }

    /// <summary>Whether only regulations can say: nobody can tell before they are made.</summary>
    public required bool NeedsRegulation { get; init; }

    /// <summary>Every way into the group in that round, and whether what the doctor told us meets it. One is enough.</summary>
    public required IReadOnlyList<PriorityLimb> Limbs { get; init; }

    /// <summary>The answer in plain sentences: what it is, what it means, what to do.</summary>
    public required IReadOnlyList<string> Plainly { get; init; }

    /// <summary>What to do until it is known; empty when it is.</summary>
    public required IReadOnlyList<string> UntilThen { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new TextPart("In plain words", Plainly);
        if (UntilThen.Count > 0)
        {
            yield return new ListPart("Until somebody can say", UntilThen, IsOrdered: true);
        }

        if (Limbs.Count > 0)
        {
            yield return new ListPart("The ways into the group: one is enough", [.. Limbs.Select(limb => $"{limb.Says} {Words(limb.Met)} (Act, section {limb.Section})")]);
        }
    }

    private static string Words(LimbMet met) => met switch
    {
        LimbMet.Yes => "You meet this.",
        LimbMet.No => "Not on what you told us.",
        LimbMet.NotSaid => "You did not say.",
        _ => "Nobody can say yet: regulations are needed.",
    };
}

/// <summary>Where a doctor stands under the Act.</summary>
[JsonConverter(typeof(Keys<PriorityGroup>))]
public enum PriorityGroup
{
    /// <summary>In the group whose members come first.</summary>
    Priority,
    /// <summary>Outside it.</summary>
    NotPriority,
    /// <summary>Only regulations that nobody has made yet can say.</summary>
    NeedsRegulation,
    /// <summary>Not to be said: nothing that was told decides it, and where the doctor qualified was not told.</summary>
    NotSaid,
    /// <summary>The Act does not apply, so there is no group.</summary>
    ActDoesNotApply,
    /// <summary>On the date asked about the Act was not law.</summary>
    NotYetLaw,
}

/// <summary>A way into the priority group.</summary>
[JsonConverter(typeof(Keys<PriorityLimbKey>))]
public enum PriorityLimbKey
{
    /// <summary>A UK medical degree, without all or most of the training outside the British Islands.</summary>
    UkGraduate,
    /// <summary>A degree from Ireland, with most of the training there, or from Iceland, Liechtenstein, Norway or Switzerland.</summary>
    PriorityGroup,
    /// <summary>The UK Foundation Programme or, for later stages, the earlier stage of the same specialty programme.</summary>
    UkProgramme,
    /// <summary>Citizenship or immigration status.</summary>
    Immigration,
    /// <summary>What regulations describe: experience as a doctor in the NHS, or immigration status.</summary>
    Regulations,
}

/// <summary>A way into the group, and how it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Met">Whether it is met.</param>
/// <param name="Section">The sections of the Act.</param>
/// <param name="Says">What it asks for.</param>
public sealed record PriorityLimb(PriorityLimbKey Key, LimbMet Met, string Section, string Says);

/// <summary>Whether a way into the group is met.</summary>
[JsonConverter(typeof(Keys<LimbMet>))]
public enum LimbMet
{
    /// <summary>Met.</summary>
    Yes,
    /// <summary>Not met on what was told.</summary>
    No,
    /// <summary>Nothing was told that decides it.</summary>
    NotSaid,
    /// <summary>Only regulations can say.</summary>
    NeedsRegulation,
}
