using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>Who owes what to whom before and after a post begins, what is late, and what to write. Indicative: it promises no money, because none was found.</summary>
public sealed record PlacementPlan : ToolAnswer
{
    /// <summary>Everything that applies, late first, then by its day.</summary>
    public required IReadOnlyList<OwedItem> Items { get; init; }

    /// <summary>The letters, the next one first; none while nothing is late.</summary>
    public IReadOnlyList<AnswerLetter> Letters { get; init; } = [];

    /// <summary>To whom to write, in order, while something is late.</summary>
    public IReadOnlyList<string> Escalation { get; init; } = [];

    /// <summary>The day by which a letter of the day asked about would ask for a reply; <c>null</c> while nothing is late.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        foreach (var owner in Items.GroupBy(item => item.OwedBy).OrderBy(owner => owner.Key == OwedItem.Doctor).ThenByDescending(owner => owner.Max(item => item.DaysLate)))
        {
            yield return new TasksPart(Heading(owner.Key), [.. owner.Select(item => new AnswerTask(item.What, item.Due, item.State, item.Next))]);
        }

        foreach (var letter in Letters)
        {
            yield return new LetterPart(letter);
        }

        if (Escalation.Count > 0)
        {
            yield return new ListPart("If it does not come", Escalation, IsOrdered: true);
        }
    }

    private static string Heading(string owner) => owner switch
    {
        OwedItem.Doctor => "You owe",
        "Employer" => "Your employer owes you",
        "Health board" => "Your health board owes you",
        "NHS England local office" => "NHS England’s local office owes you",
        OwedItem.NotKnown => "No day is known for these",
        _ => $"{owner} owes you",
    };
}

/// <summary>Something that is owed.</summary>
/// <param name="Key">Its name in the tracker.</param>
/// <param name="What">What.</param>
/// <param name="OwedBy">By whom.</param>
/// <param name="OwedTo">To whom.</param>
/// <param name="Opens">The first day on which it can be done or begin, where it is a window; otherwise <c>null</c>.</param>
/// <param name="Due">The last day on which it is in time; <c>null</c> where no day is published.</param>
/// <param name="When">By when, in words.</param>
/// <param name="CameOn">The day on which it came or was done; <c>null</c> until then.</param>
/// <param name="State">How it stands on the date asked about.</param>
/// <param name="DaysLate">Days after its day on which it came, or so far; zero when in time.</param>
/// <param name="Next">The next step.</param>
/// <param name="Source">The source's id; <c>null</c> where nobody published it.</param>
/// <param name="Status">How sure we are.</param>
public sealed record OwedItem(
    string Key,
    string What,
    string OwedBy,
    string OwedTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Opens,
    DateOnly? Due,
    string When,
    DateOnly? CameOn,
    MilestoneState State,
    int DaysLate,
    string Next,
    string? Source,
    Status Status)
{
    internal const string Doctor = "Doctor";
    internal const string NotKnown = "Not known";

    /// <summary>Whether it is owed to the doctor and not by the doctor.</summary>
    [JsonIgnore]
    public bool IsOwedToDoctor => OwedBy != Doctor;
}
