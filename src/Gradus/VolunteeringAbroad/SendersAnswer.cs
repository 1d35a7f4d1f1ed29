using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.VolunteeringAbroad;

/// <summary>Where a doctor stands.</summary>
[JsonConverter(typeof(Keys<VolunteerStage>))]
public enum VolunteerStage
{
    /// <summary>In foundation.</summary>
    [Choice("In foundation")]
    Foundation,
    /// <summary>After foundation and not in training.</summary>
    [Choice("After foundation, not in training")]
    AfterFoundation,
    /// <summary>In specialty or GP training.</summary>
    [Choice("In specialty or GP training")]
    Trainee,
    /// <summary>A GP.</summary>
    [Choice("GP")]
    Gp,
    /// <summary>A SAS doctor.</summary>
    [Choice("SAS doctor")]
    Sas,
    /// <summary>A consultant.</summary>
    Consultant,
}

/// <summary>What a doctor tells us who wants to volunteer.</summary>
public sealed record SenderQuestion : ToolFacts
{
    /// <summary>Where they stand.</summary>
    [Fact("Your stage", "your stage", Example = "trainee")]
    public required VolunteerStage Stage { get; init; }

    /// <summary>The specialty: some bodies take few, and from some they take shorter stays.</summary>
    [Fact("Your specialty", "a specialty", Example = "paediatrics", KeysOf = "specialty-explorer/specialties.id", NamedBy = "name", Hint = "In which you train or work.")]
    public string? Specialty { get; init; }

    /// <summary>Months that they are free.</summary>
    [Fact("Months you are free", "months from 0.25 to 60", Example = "9", Unit = "months"), Range(typeof(decimal), "0.25", "60")]
    public decimal? MonthsFree { get; init; }

    /// <summary>Weeks until they can leave.</summary>
    [Fact("How many weeks’ notice you need before you can leave", "weeks from 0 to 104", Example = "12", Unit = "weeks"), Range(typeof(decimal), "0", "104")]
    public decimal? Notice { get; init; }

    /// <summary>Years since full registration.</summary>
    [Fact("Years since full registration", "years from 0 to 60", Example = "3", Unit = "years"), Range(typeof(decimal), "0", "60")]
    public decimal? YearsRegistered { get; init; }

    /// <summary>Languages beside English.</summary>
    [Fact("Another language", "languages beside English", Example = "French"), MaxLength(10)]
    public IReadOnlyList<string> Languages { get => field ?? []; init; }

    /// <summary>Whether costs must be covered.</summary>
    [Fact("Must your costs be covered?", "true or false")]
    public bool? CostsCovered { get; init; }

    /// <summary>Whether they are employed in the NHS and the employer would let them go.</summary>
    [Fact("Does an NHS employer let you go and keep your post?", "true or false")]
    public bool? Released { get; init; }
}

/// <summary>A body that sends doctors abroad, as a table of content has it.</summary>
public sealed record SenderRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Body { get; init; }

    /// <summary>The shortest stay in months; <c>null</c> when it was not found.</summary>
    public decimal? MonthsLeast { get; init; }

    /// <summary>The longest stay in months; <c>null</c> when it was not found.</summary>
    public decimal? MonthsMost { get; init; }

    /// <summary>How long, in words.</summary>
    public required string Length { get; init; }

    /// <summary>Years after registration that it asks for; <c>null</c> for none found.</summary>
    public decimal? YearsAfter { get; init; }

    /// <summary>The stages that it takes, with blanks between.</summary>
    public required string Stages { get; init; }

    /// <summary>The specialties that it takes, with blanks between; <c>null</c> for any.</summary>
    public string? Specialties { get; init; }

    /// <summary>Weeks from a call within which one leaves; <c>null</c> for no such limit.</summary>
    public decimal? LeaveWithin { get; init; }

    /// <summary>How soon one leaves, in words; <c>null</c> when that was not found.</summary>
    public string? Leaves { get; init; }

    /// <summary><c>covered</c>, <c>you-pay</c> or <c>not-found</c>.</summary>
    public required string Pay { get; init; }

    /// <summary>The money in words.</summary>
    public required string PaysWhat { get; init; }

    /// <summary><c>yes</c>, <c>no</c> or <c>not-found</c>.</summary>
    public required string Recruiting { get; init; }

    /// <summary>The day on which it, or what is said of it, was last seen.</summary>
    public required DateOnly Seen { get; init; }

    /// <summary><c>helps</c> or <c>no</c>.</summary>
    public required string Languages { get; init; }

    /// <summary>Whether an employer must release the doctor: <c>yes</c> or <c>no</c>.</summary>
    public required string Employer { get; init; }

    /// <summary>What it asks besides.</summary>
    public required string Asks { get; init; }

    /// <summary>What speaks against it.</summary>
    public required string Against { get; init; }
}

/// <summary>Specialties from which a body takes a shorter stay.</summary>
public sealed record ShorterStay : TableRow
{
    /// <summary>The body's key.</summary>
    public required string Key { get; init; }

    /// <summary>The specialties, with blanks between.</summary>
    public required string Specialties { get; init; }

    /// <summary>Their shortest stay in months.</summary>
    public required decimal MonthsLeast { get; init; }

    /// <summary>How long, in words.</summary>
    public required string Length { get; init; }
}

/// <summary>What the finder reads.</summary>
public sealed record SenderFigures
{
    /// <summary>The bodies.</summary>
    public required IReadOnlyList<SenderRow> Senders { get; init; }

    /// <summary>Shorter stays by specialty.</summary>
    public required IReadOnlyList<ShorterStay> ShorterStays { get; init; }

    /// <summary>How long before it starts you apply for time out of programme.</summary>
    [FromRoom("working-abroad")]
    public required Figure UkOopNotice { get; init; }
}

/// <summary>How a body stands for a doctor.</summary>
[JsonConverter(typeof(Keys<SenderState>))]
public enum SenderState
{
    /// <summary>What was told fits what it asks.</summary>
    Fits,
    /// <summary>It fits, and was not recruiting when last seen.</summary>
    NotRecruiting,
    /// <summary>Something that decides was not told.</summary>
    Depends,
    /// <summary>Something does not fit.</summary>
    DoesNotFit,
    /// <summary>What it asks was not found.</summary>
    Unknown,
}

/// <summary>A body for a doctor.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Against">Why not, or what is to be asked; empty when nothing is.</param>
/// <param name="Asks">What it asks besides.</param>
/// <param name="Length">How long, in words.</param>
/// <param name="Money">The money.</param>
/// <param name="Seen">The day on which it was last seen.</param>
/// <param name="Status">How sure we are.</param>
public sealed record SenderAnswer(string Key, string Name, SenderState State, IReadOnlyList<string> Against, string Asks, string Length, string Money, DateOnly Seen, Status Status)
{
    /// <summary>How soon one leaves, in words; <c>null</c> when that was not found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Leaves { get; init; }
}

/// <summary>Who could send a doctor.</summary>
public sealed record SendersAnswer : ToolAnswer
{
    /// <summary>The bodies, in the order of their table.</summary>
    public required IReadOnlyList<SenderAnswer> Organisations { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Organisations.GroupBy(sender => sender.State).OrderBy(group => group.Key).Select(group => new ListPart(
        group.Key switch
        {
            SenderState.Fits => "Fit what you told us",
            SenderState.NotRecruiting => "Fit, and were not recruiting",
            SenderState.Depends => "Depend on what you have not told",
            SenderState.DoesNotFit => "Do not fit",
            _ => "What they ask was not found"
        },
        [.. group.Select(sender => $"{sender.Name}: {sender.Length}.{(sender.Leaves is null ? "" : $" You leave {sender.Leaves}.")} {sender.Money}. It asks: {sender.Asks}. {string.Join(" ", sender.Against)}")]));
}
