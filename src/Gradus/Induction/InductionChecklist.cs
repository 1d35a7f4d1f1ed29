using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Induction;

/// <summary>How a thing of an induction stands.</summary>
[JsonConverter(typeof(Keys<ChecklistState>))]
public enum ChecklistState
{
    /// <summary>Its day is more than four weeks ahead.</summary>
    [Choice("Not due")]
    NotDue,
    /// <summary>To do or to be given now.</summary>
    [Choice("To do")]
    ToDo,
    /// <summary>Asked for.</summary>
    Asked,
    /// <summary>Done.</summary>
    Done,
    /// <summary>Not needed here.</summary>
    [Choice("Not needed")]
    NotNeeded,
}

/// <summary>What an induction to a placement must hold, what is missing, and the hours that are owed. The contents are the GMC's and the BMA's; most days are advice.</summary>
public sealed record InductionChecklist : ToolAnswer
{
    /// <summary>Everything that applies, layer by layer, by its day.</summary>
    public required IReadOnlyList<ChecklistItem> Items { get; init; }

    /// <summary>The keys of what should have been given by now and was not.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Which of the GMC's five points are among them, 1 to 5.</summary>
    public IReadOnlyList<int> MissingGmcPoints { get; init; } = [];

    /// <summary>Hours of induction outside work that were neither paid nor given back.</summary>
    public required decimal HoursOwed { get; init; }

    /// <summary>The note to the employer; none where there is nothing to write.</summary>
    public IReadOnlyList<AnswerLetter> Letters { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        foreach (var layer in Items.GroupBy(item => item.Layer))
        {
            yield return new TasksPart(layer.Key switch { InductionLayer.Trust => "The trust", InductionLayer.Department => "The department", _ => "Mandatory training" },
                [.. layer.Select(Task)]);
        }

        foreach (var letter in Letters)
        {
            yield return new LetterPart(letter);
        }
    }

    private AnswerTask Task(ChecklistItem item) => new(item.What, item.Due, item.State switch
    {
        ChecklistState.Done or ChecklistState.NotNeeded => MilestoneState.Done,
        _ when Missing.Contains(item.Key) => MilestoneState.Late,
        ChecklistState.ToDo or ChecklistState.Asked => MilestoneState.ToDo,
        _ => MilestoneState.NotDue,
    }, item.More);
}

/// <summary>A thing of an induction, as it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Layer">Who runs it.</param>
/// <param name="What">What it is.</param>
/// <param name="GmcPoint">Which of the GMC's five points it is; <c>null</c> where none.</param>
/// <param name="Due">By when to have it.</param>
/// <param name="State">How it stands.</param>
/// <param name="More">A note; <c>null</c> for none.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Status">How sure we are that it belongs there.</param>
public sealed record ChecklistItem(
    string Key,
    InductionLayer Layer,
    string What,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? GmcPoint,
    DateOnly Due,
    ChecklistState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? More,
    string Source,
    Status Status);
