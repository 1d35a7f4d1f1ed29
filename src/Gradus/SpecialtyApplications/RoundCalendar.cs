using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>Whose rounds are asked for.</summary>
public sealed record CalendarFacts : ToolFacts
{
    /// <summary>The specialties applied for; left out, all of them.</summary>
    [Fact("Your specialties", "specialties", Example = "internal-medicine", KeysOf = "specialty-applications/selection.programme", NamedBy = "specialty",
        Hint = "Leave out to see every specialty."), MaxLength(19)]
    public IReadOnlyList<string> Specialties { get => field ?? []; init; }

    /// <summary>The level applied for: it says which round. Left out, every round.</summary>
    [Fact("Your level", "a level of entry")]
    public EntryLevel? Level { get; init; }

    /// <summary>The year of the round; left out, the rounds that are not over.</summary>
    [Fact("The year of the round", "a year from 2020 to 2040", Example = "2027"), Range(2020, 2040)]
    public int? Cycle { get; init; }

    /// <summary>The doctor's own days, such as an examination, to be looked through for clashes.</summary>
    [Fact("Your own dates, such as exams", "a list of at most 30"), MaxLength(30)]
    public IReadOnlyList<OwnDate> OwnDates { get => field ?? []; init; }
}

/// <summary>A level of entry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryLevel>))]
public enum EntryLevel
{
    /// <summary>Core training year 1.</summary>
    [JsonStringEnumMemberName("CT1")] CoreTraining1,
    /// <summary>Specialty training year 1.</summary>
    [JsonStringEnumMemberName("ST1")] SpecialtyTraining1,
    /// <summary>Specialty training year 3.</summary>
    [JsonStringEnumMemberName("ST3")] SpecialtyTraining3,
    /// <summary>Specialty training year 4.</summary>
    [JsonStringEnumMemberName("ST4")] SpecialtyTraining4,
}

/// <summary>A date of the doctor's own.</summary>
public sealed record OwnDate
{
    /// <summary>What it is.</summary>
    [Fact("What", "a few words", Example = "MRCP PACES"), MaxLength(200)]
    public required string What { get; init; }

    /// <summary>The first day.</summary>
    [Fact("First day", "a day as year, month and day", Example = "2027-02-03")]
    public required DateOnly First { get; init; }

    /// <summary>The last day, inside; the first when left out.</summary>
    [Fact("Last day", "a day as year, month and day", Example = "2027-02-03")]
    public DateOnly? Last { get; init; }
}

/// <summary>What the calendar reads.</summary>
public sealed record CalendarFigures
{
    /// <summary>The stages of the rounds.</summary>
    public required IReadOnlyList<RecruitmentStage> Rounds { get; init; }

    /// <summary>How each specialty selects; it says which use the MSRA.</summary>
    public required IReadOnlyList<SelectionRow> Selection { get; init; }

    /// <summary>The bank holidays of the four nations.</summary>
    public required WorkingDayFigures WorkingDays { get; init; }
}

/// <summary>How a specialty selects.</summary>
public sealed record SelectionRow : TableRow
{
    /// <summary>The specialty's key.</summary>
    public required string Programme { get; init; }

    /// <summary>Its name.</summary>
    public required string Specialty { get; init; }

    /// <summary>The level of entry.</summary>
    public required string Level { get; init; }

    /// <summary>Whether the MSRA is used.</summary>
    public required bool Msra { get; init; }

    /// <summary>Who gets an interview.</summary>
    public required string Shortlist { get; init; }

    /// <summary>What makes the final rank.</summary>
    public required string Final { get; init; }

    /// <summary>The most experience allowed, in words.</summary>
    public required string Experience { get; init; }

    /// <summary>The most months of experience allowed; <c>null</c> when none was found or stated.</summary>
    public int? ExperienceMonths { get; init; }

    /// <summary>What those months are in.</summary>
    public string? ExperienceIn { get; init; }

    /// <summary>The lowest mark to be appointable, in words.</summary>
    public required string Appointable { get; init; }
}

/// <summary>The dates of the rounds for a doctor's specialties.</summary>
public sealed record RoundCalendar : ToolAnswer
{
    /// <summary>The next thing: what begins next, or what is open and ends before that; <c>null</c> when none is known.</summary>
    public required NextStage? Next { get; init; }

    /// <summary>Every stage with its days, earliest first.</summary>
    public required IReadOnlyList<CalendarStage> Stages { get; init; }

    /// <summary>Stages whose days were not found, with the last round's as an example.</summary>
    public required IReadOnlyList<UnpublishedStage> Unpublished { get; init; }

    /// <summary>Windows that overlap.</summary>
    public required IReadOnlyList<Clash> Clashes { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Stages.Count > 0)
        {
            yield return new TablePart(new AnswerTable("stages", "The dates",
                [new("first", "From"), new("last", "To"), new("time", "Time in London"), new("what", "What"), new("state", "State"),
                    new("daysLeft", "Days left"), new("bankHoliday", "Bank holiday"), new("status", "How sure")],
                [.. Stages.Select(stage => (IReadOnlyList<AnswerCell>)[stage.First, stage.Last, stage.Time, stage.What, stage.State, stage.DaysLeft,
                    stage.BankHoliday, stage.Status])]));
        }

        if (Clashes.Count > 0)
        {
            yield return new ListPart("May clash",
                [.. Clashes.Select(clash => $"{clash.One} and {clash.Other}: {(clash.First == clash.Last ? clash.First.Words() : $"{clash.First.Words()} to {clash.Last.Words()}")}")]);
        }

        if (Unpublished.Count > 0)
        {
            yield return new ListPart("Not found",
                [.. Unpublished.Select(stage => $"{stage.What}.{(stage.Example is { } example ? $" As an example, the last that was found: {example}." : "")} Ask {stage.Ask}.")]);
        }
    }
}

/// <summary>The next thing.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What it is.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, inside.</param>
/// <param name="IsOpen">Whether it has begun, so that the days left are those to its end.</param>
/// <param name="DaysLeft">Days from the date asked about to its first day or, when it is open, to its last.</param>
public sealed record NextStage(string Id, string What, DateOnly First, DateOnly Last, bool IsOpen, int DaysLeft);

/// <summary>A stage with its days.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What it is.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, inside.</param>
/// <param name="Time">The time in London at which it ends.</param>
/// <param name="State">Whether it is over, open or ahead.</param>
/// <param name="DaysLeft">Days to its first day or, when it is open, to its last; <c>null</c> when it is over.</param>
/// <param name="BankHoliday">The bank holiday that its first or last day is; <c>null</c> when neither is one.</param>
/// <param name="Status">How sure we are.</param>
public sealed record CalendarStage(string Id, string What, DateOnly First, DateOnly Last, string? Time, string State, int? DaysLeft, string? BankHoliday, Status Status);

/// <summary>A stage without days.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What it is.</param>
/// <param name="Example">When it was in the last round for which it was found.</param>
/// <param name="Ask">Whom to ask.</param>
/// <param name="Status">Not found, or not published.</param>
public sealed record UnpublishedStage(string Id, string What, string? Example, string Ask, Status Status);

/// <summary>Two windows that overlap.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="First">The first day they share.</param>
/// <param name="Last">The last day they share.</param>
public sealed record Clash(string One, string Other, DateOnly First, DateOnly Last);
