using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>Who asks what is open.</summary>
[JsonConverter(typeof(Keys<GpRole>))]
public enum GpRole
{
    /// <summary>In GP training.</summary>
    [Choice("GP registrar")]
    Registrar,
    /// <summary>Newly qualified.</summary>
    NewlyQualified,
    /// <summary>Salaried.</summary>
    [Choice("Salaried GP")]
    Salaried,
    /// <summary>Locum.</summary>
    [Choice("Locum GP")]
    Locum,
    /// <summary>Partner.</summary>
    [Choice("GP partner")]
    Partner,
    /// <summary>Returning to general practice.</summary>
    [Choice("Returning to general practice")]
    Returner,
    /// <summary>A GP who qualified abroad and has not worked in NHS general practice.</summary>
    [Choice("GP qualified abroad, new to the NHS")]
    QualifiedAbroad,
    /// <summary>Manager of a practice.</summary>
    PracticeManager,
    /// <summary>Manager of a primary care network.</summary>
    NetworkManager,
}

/// <summary>Where one works or wants to.</summary>
[JsonConverter(typeof(Keys<GpSetting>))]
public enum GpSetting
{
    /// <summary>A practice.</summary>
    [Choice("A practice")]
    Practice,
    /// <summary>A primary care network.</summary>
    [Choice("A primary care network")]
    Network,
}

/// <summary>What a GP or a manager tells us; what is left out is asked about in the answer.</summary>
public sealed record GpPosition : ToolFacts
{
    /// <summary>The role.</summary>
    [Fact("I am a", "a role")]
    public required GpRole Role { get; init; }

    /// <summary>The day of the CCT; it may lie ahead.</summary>
    [Fact("Your CCT date", "the day of the CCT", Example = "2025-08-06")]
    public DateOnly? Cct { get; init; }

    /// <summary>Clinical sessions a week now.</summary>
    [Fact("Sessions a week now", "clinical sessions a week, from 0 to 20", Example = "6", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public decimal? Sessions { get; init; }

    /// <summary>Clinical sessions a week wanted.</summary>
    [Fact("Sessions a week you want", "clinical sessions a week, from 0 to 20", Example = "8", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public decimal? SessionsWanted { get; init; }

    /// <summary>Where.</summary>
    [Fact("Where you work or want to", "practice or network")]
    public GpSetting? Setting { get; init; }

    /// <summary>Whether on a Skilled Worker visa.</summary>
    [Fact("You are on a Skilled Worker visa", "true or false", IsSensitive = true)]
    public bool? Visa { get; init; }

    /// <summary>Whole months out of NHS general practice.</summary>
    [Fact("Months out of NHS general practice", "whole months, from 0 to 600", Example = "30", Unit = "months")]
    [Range(0, 600)]
    public int? MonthsOut { get; init; }

    /// <summary>Whether willing to mentor.</summary>
    [Fact("You would mentor others", "true or false")]
    public bool? Mentors { get; init; }
}

/// <summary>The tables of schemes.</summary>
public sealed record SchemeFigures
{
    /// <summary>The schemes as they opened, changed and closed.</summary>
    public required IReadOnlyList<Initiative> Initiatives { get; init; }

    /// <summary>What decides whether one is open to somebody.</summary>
    public required IReadOnlyList<InitiativeCondition> InitiativeConditions { get; init; }

    /// <summary>How near a limit that is only “about” so long is to be asked about, in months on either side of it.</summary>
    public required Figure AboutMonths { get; init; }
}

/// <summary>A scheme from a day on.</summary>
public sealed record Initiative : TableRow
{
    /// <summary>Its key, the same while it changes.</summary>
    public required string Key { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Open, closed, local or unknown.</summary>
    public required SchemeState State { get; init; }
    /// <summary>Open or closed since, where the day is known.</summary>
    public DateOnly? Since { get; init; }
    /// <summary>Money and time.</summary>
    public required string Money { get; init; }
    /// <summary>Who runs it.</summary>
    public required string Runs { get; init; }
    /// <summary>What to do next.</summary>
    public required string Apply { get; init; }

    /// <summary>
    /// How it stands where it takes nobody new, or nobody new is known of, as the end of a sentence: the day it closed, or what the note says of a day that was
    /// not found.
    /// </summary>
    internal string Standing => State switch
    {
        SchemeState.Closed => Since is { } since ? $"closed since {since.Words()}." : Note is null ? "closed; the day was not found." : "closed.",
        SchemeState.Local => $"local: ask {Runs}.",
        _ => $"not known: ask {Runs}.",
    };
}

/// <summary>A condition of a scheme.</summary>
public sealed record InitiativeCondition : TableRow
{
    /// <summary>The scheme's key.</summary>
    public required string Scheme { get; init; }
    /// <summary>The condition's key, alone in its scheme.</summary>
    public required string Key { get; init; }
    /// <summary>What is compared.</summary>
    public required ConditionTest Test { get; init; }
    /// <summary>With what; <c>null</c> where nothing is needed.</summary>
    public string? Value { get; init; }
    /// <summary>The condition as a reader sees it.</summary>
    public required string Says { get; init; }
}

/// <summary>What a condition compares.</summary>
[JsonConverter(typeof(Keys<ConditionTest>))]
public enum ConditionTest
{
    /// <summary>Only a person can say.</summary>
    Ask,
    /// <summary>The role is one of those named.</summary>
    Role,
    /// <summary>The setting is the one named.</summary>
    Setting,
    /// <summary>The CCT is at most so many months ago.</summary>
    CctWithin,
    /// <summary>The CCT is on that day or later.</summary>
    CctFrom,
    /// <summary>Out of practice for more than so many months.</summary>
    OutOver,
    /// <summary>Out of practice for so many months at most.</summary>
    OutAtMost,
    /// <summary>Out of practice for fewer than so many months.</summary>
    OutBelow,
    /// <summary>Out of practice for so many months or more.</summary>
    OutLeast,
    /// <summary>Out of practice for about so many months or more; near that it is to be asked about.</summary>
    OutAboutLeast,
    /// <summary>On a Skilled Worker visa.</summary>
    Visa,
    /// <summary>Fewer sessions than so many settle it; more are to be asked about.</summary>
    SessionsBelow,
    /// <summary>So many sessions or more.</summary>
    SessionsLeast,
    /// <summary>More sessions wanted than now settles it; otherwise to be asked about.</summary>
    WantedMore,
    /// <summary>So many sessions wanted at most settles it; more are to be asked about.</summary>
    WantedAtMost,
    /// <summary>Willing to mentor.</summary>
    Mentors,
}

/// <summary>How a scheme stands for somebody, in the order in which they are listed.</summary>
[JsonConverter(typeof(Keys<SchemeState>))]
public enum SchemeState
{
    /// <summary>Open, and nothing that was told stands against it.</summary>
    Open,
    /// <summary>Open, but a condition is not met.</summary>
    OpenNotToYou,
    /// <summary>Closed to new entrants.</summary>
    Closed,
    /// <summary>Set locally.</summary>
    Local,
    /// <summary>Not known today.</summary>
    Unknown,
}

/// <summary>A condition of a scheme, as it stands for the one who asks.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Says">The condition.</param>
/// <param name="Met">Whether it is met; <c>null</c> where it must be asked.</param>
public sealed record ConditionMet(string Key, string Says, bool? Met);

/// <summary>A scheme, as it stands for the one who asks.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Since">Open or closed since; <c>null</c> where the day was not found.</param>
/// <param name="Because">Why, and what would change it, as one sentence.</param>
/// <param name="Conditions">The conditions, one by one.</param>
/// <param name="Money">Money and time.</param>
/// <param name="Runs">Who runs it.</param>
/// <param name="Apply">What to do next.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Status">How sure we are.</param>
public sealed record SchemeFor(string Key, string Name, SchemeState State, DateOnly? Since, string Because, IReadOnlyList<ConditionMet> Conditions,
    string Money, string Runs, string Apply, string Source, Status Status);

/// <summary>What is open, what is not and why.</summary>
public sealed record SchemesFor : ToolAnswer
{
    /// <summary>Every scheme of the nation that had begun: open, open but not to the one who asks, closed, local, unknown.</summary>
    public required IReadOnlyList<SchemeFor> Schemes { get; init; }
}
