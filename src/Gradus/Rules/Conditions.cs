using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>Who says whether a condition is met.</summary>
[JsonConverter(typeof(Keys<ConditionKind>))]
public enum ConditionKind
{
    /// <summary>A fact: it is so or it is not.</summary>
    Hard,
    /// <summary>Judged by whoever decides, on evidence.</summary>
    Judged,
    /// <summary>At the discretion of whoever decides.</summary>
    Discretionary,
}

/// <summary>A condition as a table of content has it.</summary>
public sealed record ConditionRow : TableRow
{
    /// <summary>Its key, alone in its nation.</summary>
    public required string Key { get; init; }
    /// <summary>Who says whether it is met.</summary>
    public required ConditionKind Kind { get; init; }
    /// <summary>The condition as a reader sees it.</summary>
    public required string Says { get; init; }
    /// <summary>Evidence that helps; <c>null</c> for none.</summary>
    public string? Helps { get; init; }
}

/// <summary>A condition, as it stands for the one who asks.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Says">The condition.</param>
/// <param name="Kind">Who says whether it is met.</param>
/// <param name="Met">Whether it is met as far as was told; <c>null</c> where it must be asked.</param>
/// <param name="Helps">Evidence that helps; <c>null</c> for none.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Status">How sure we are of the condition.</param>
public sealed record ConditionResult(string Key, string Says, ConditionKind Kind, bool? Met, string? Helps, string Source, Status Status);

/// <summary>Sets conditions beside what was told, three-valued: what a person judges is never a plain yes.</summary>
public static class Conditions
{
    /// <summary>The conditions of a nation on a day, each as it stands.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="day">The day of the event.</param>
    /// <param name="nation">The nation.</param>
    /// <param name="told">What was told, by key; <c>null</c> where nothing was.</param>
    public static IReadOnlyList<ConditionResult> Judge(this IEnumerable<ConditionRow> rows, DateOnly day, Nation nation, IReadOnlyDictionary<string, bool?> told) =>
        [.. rows.At(day, nation, row => row.Key)
            .Select(row => new ConditionResult(row.Key, row.Says, row.Kind, told.GetValueOrDefault(row.Key), row.Helps, row.Source, row.Status))];

    /// <summary>No when one is not met; yes when all are met and none is left to a person; otherwise unknown.</summary>
    public static Verdict Verdict(this IReadOnlyList<ConditionResult> conditions) =>
        conditions.Any(condition => condition.Met == false) ? Rules.Verdict.No
        : conditions.Count > 0 && conditions.All(condition => condition is { Met: true, Kind: ConditionKind.Hard }) ? Rules.Verdict.Yes
        : Rules.Verdict.Unknown;

    /// <summary>Those that are not met, as a sentence has them.</summary>
    public static string NotMet(this IReadOnlyList<ConditionResult> conditions) =>
        string.Join("; ", conditions.Where(condition => condition.Met == false).Select(condition => Sentences.LowerFirst(condition.Says)));

    /// <summary>Each as a reason, those not met first.</summary>
    public static IReadOnlyList<Reason> Reasons(this IReadOnlyList<ConditionResult> conditions) =>
        [.. conditions.OrderBy(condition => condition.Met switch { false => 0, null => 1, _ => 2 })
            .Select(condition => new Reason(condition.Key, $"{condition.Says}: {Words(condition)}.", condition.Status, SourceId: condition.Source))];

    /// <summary>All of them as a table.</summary>
    public static AnswerTable Table(this IReadOnlyList<ConditionResult> conditions) =>
        new("conditions", "The conditions, one by one", [new("condition", "Condition"), new("met", "Met"), new("helps", "Evidence that helps")],
            [.. conditions.Select(condition => (IReadOnlyList<AnswerCell>)[condition.Says, Words(condition), condition.Helps])]);

    private static string Words(ConditionResult condition) => (condition.Met, condition.Kind) switch
    {
        (false, _) => "not met",
        (true, ConditionKind.Hard) => "met",
        (true, _) => "met as you see it; to be judged",
        _ => "ask",
    };
}
