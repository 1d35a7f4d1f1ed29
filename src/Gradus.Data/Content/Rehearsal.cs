namespace Gradus.Data.Content;

/// <summary>An invented patient to hand over, with what a good handover holds.</summary>
public sealed record Rehearsal
{
    /// <summary>Its name in addresses, such as <c>pneumonia-night</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Where it plays: medicine, surgery, paediatrics and so on.</summary>
    public required string Setting { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How many minutes the handover may take.</summary>
    public required int Minutes { get; init; }

    /// <summary>Who it is about.</summary>
    public required RehearsalPatient Patient { get; init; }

    /// <summary>Surnames of others on the same list: a handover that names one of them first is about the wrong patient.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>How ill the patient is: <c>unwell</c>, <c>watcher</c> or <c>stable</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What the last list said.</summary>
    public required string Earlier { get; init; }

    /// <summary>What has happened since, a line an entry.</summary>
    public required string Notes { get; init; }

    /// <summary>What the receiver must know.</summary>
    public required IReadOnlyList<RehearsalFact> Facts { get; init; }

    /// <summary>What is to be done.</summary>
    public required IReadOnlyList<RehearsalAction> Actions { get; init; }

    /// <summary>What could happen, and what to do then.</summary>
    public required IReadOnlyList<RehearsalContingency> Ifs { get; init; }

    /// <summary>One good line for each element.</summary>
    public required RehearsalLines Better { get; init; }
}

/// <summary>Who a rehearsal is about.</summary>
/// <param name="Name">Title and surname, invented.</param>
/// <param name="Age">In <paramref name="Unit"/>.</param>
/// <param name="Unit">What the age is counted in: <c>years</c>, or <c>months</c>.</param>
/// <param name="Sex"><c>f</c> or <c>m</c>.</param>
/// <param name="Where">Ward and bed.</param>
public sealed record RehearsalPatient(string Name, int Age, string Unit, string Sex, string Where);

/// <summary>A fact that the receiver must know.</summary>
/// <param name="Says">The fact.</param>
/// <param name="Any">The words by any of which it is said.</param>
/// <param name="Against">The words that say its opposite.</param>
/// <param name="Changed">Whether it is new since the last list.</param>
public sealed record RehearsalFact(string Says, IReadOnlyList<string> Any, IReadOnlyList<string> Against, bool Changed);

/// <summary>Something to be done.</summary>
/// <param name="Says">What, by whom and by when.</param>
/// <param name="What">The words by any of which it is said.</param>
/// <param name="When">The times, as <c>22:00</c>, or words for them.</param>
public sealed record RehearsalAction(string Says, IReadOnlyList<string> What, IReadOnlyList<string> When);

/// <summary>What could happen, and what to do then.</summary>
/// <param name="Says">Both in a sentence.</param>
/// <param name="If">The words for the sign.</param>
/// <param name="Then">The words for what to do.</param>
public sealed record RehearsalContingency(string Says, IReadOnlyList<string> If, IReadOnlyList<string> Then);

/// <summary>One good line for each element of a handover.</summary>
/// <param name="Severity">How ill.</param>
/// <param name="Patient">The summary.</param>
/// <param name="Actions">The tasks.</param>
/// <param name="Contingency">If this, then that.</param>
/// <param name="Back">What the receiver says back.</param>
public sealed record RehearsalLines(string Severity, string Patient, string Actions, string Contingency, string Back);
