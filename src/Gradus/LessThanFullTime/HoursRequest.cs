using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>What a doctor tells us about a wish to train at other hours.</summary>
public sealed record HoursRequest : ToolFacts
{
    /// <summary>Why, as the form lists it; at least one is needed there.</summary>
    [Fact("Why", "reasons as the form lists them", Example = "wellbeing", IsSensitive = true), MaxLength(8)]
    public IReadOnlyList<RequestReason> Reasons { get => field ?? []; init; }

    /// <summary>The percentage of full time that is wanted, from 1 to 100.</summary>
    [Fact("Percentage you want", "a percentage from 1 to 100", Example = "80", Unit = "%"), Range(1d, 100d)]
    public required decimal Percent { get; init; }

    /// <summary>The first day at those hours.</summary>
    [Fact("From", "the first day at those hours", Example = "2027-08-04")]
    public required DateOnly From { get; init; }

    /// <summary>The day on which the finished form went in, or will; the date asked about when left out.</summary>
    [Fact("You hand the finished form in on", "a day", Example = "2027-03-01", Hint = "Left empty, today is taken.")]
    public DateOnly? Submitted { get; init; }

    /// <summary>The grade on the first day, for the visa's salary floor.</summary>
    [Fact("Grade on that day", "a grade", Example = "ST2", Hint = "Only needed with a visa.")]
    public PayGrade? Grade { get; init; }

    /// <summary>The visa.</summary>
    [Fact("Visa", "the visa", IsSensitive = true)]
    public RequestVisa? Visa { get; init; }

    /// <summary>The rest of training, for the completion date on the page to hand in.</summary>
    [Fact("Training", "the planned end of training")]
    public RequestTraining? Training { get; init; }
}

/// <summary>The rest of training in short: more changes than this one are for the completion date's own tool.</summary>
public sealed record RequestTraining
{
    /// <summary>The planned last day of training, inside, before the change.</summary>
    [Fact("Last day of training as planned", "the last day of training as planned", Example = "2033-08-02", Hint = "From your ARCP form or portal.")]
    public required DateOnly PlannedEnd { get; init; }

    /// <summary>The share of full time that the planned end assumes, above 0 and at most 1; full time when left out.</summary>
    [Fact("That date assumes you work", "a share of full time above 0 and at most 1", Example = "1", Places = 4, IsShare = true), Range(0.0001, 1)]
    public decimal? BaselineRate { get; init; }

    /// <summary>The specialty, where its college has rules of its own about training time.</summary>
    [Fact("Specialty", "a key of lower-case letters, digits and hyphens", Example = "emergency-medicine", Hint = "Only where the rules differ.",
        KeysOf = "less-than-full-time/specialty-rules.specialty", NamedBy = "name", IsOpenSet = true)]
    public string? Specialty { get; init; }
}

/// <summary>A visa, as far as hours matter to it.</summary>
public sealed record RequestVisa
{
    /// <summary>Whether it is a Skilled Worker visa.</summary>
    [Fact("Skilled Worker visa", "true or false", Example = "true", IsSensitive = true)]
    public bool? SkilledWorker { get; init; }

    /// <summary>The day of the certificate of sponsorship.</summary>
    [Fact("Certificate of sponsorship from", "a day", Example = "2024-02-01", IsSensitive = true)]
    public DateOnly? CertificateFrom { get; init; }
}

/// <summary>The reasons on England's form.</summary>
[JsonConverter(typeof(Keys<RequestReason>))]
public enum RequestReason
{
    /// <summary>Disability or illness.</summary>
    [Choice("Disability or illness")]
    Health,
    /// <summary>Caring responsibilities.</summary>
    [Choice("Caring responsibilities")]
    Caring,
    /// <summary>Welfare and wellbeing.</summary>
    [Choice("Welfare and wellbeing")]
    Wellbeing,
    /// <summary>A religious commitment.</summary>
    [Choice("Religious commitment")]
    Religious,
    /// <summary>A unique opportunity.</summary>
    [Choice("A unique opportunity")]
    UniqueOpportunity,
    /// <summary>Training or career development.</summary>
    [Choice("Training or career development")]
    TrainingDevelopment,
    /// <summary>Development outside medicine.</summary>
    [Choice("Development outside medicine")]
    NonMedicalDevelopment,
    /// <summary>Another reason.</summary>
    [Choice("Another reason")]
    Other,
}

/// <summary>The least pay a visa allows: a row of <c>visa-floors</c>.</summary>
public sealed record VisaFloor : TableRow
{
    /// <summary>Which certificates it is for, in words.</summary>
    public required string Certificates { get; init; }

    /// <summary>Certificates from that day, inside.</summary>
    public DateOnly? CertificateFrom { get; init; }

    /// <summary>Certificates up to that day, inside.</summary>
    public DateOnly? CertificateTo { get; init; }

    /// <summary>Pounds a year.</summary>
    public required decimal Gbp { get; init; }
}

/// <summary>A month in which applications are taken: a row of <c>request-windows</c>.</summary>
public sealed record RequestWindow : TableRow
{
    /// <summary>The month of the window.</summary>
    public required int WindowMonth { get; init; }

    /// <summary>The first month in which the change then begins.</summary>
    public required int StartsFromMonth { get; init; }

    /// <summary>The last month in which the change then begins.</summary>
    public required int StartsToMonth { get; init; }

    /// <summary>Whether changes of that month belong to the window.</summary>
    public bool Holds(int month) => StartsFromMonth <= StartsToMonth ? StartsFromMonth <= month && month <= StartsToMonth : month >= StartsFromMonth || month <= StartsToMonth;

    /// <summary>The last day of the window's month before a change on a day; <c>null</c> before the calendar.</summary>
    public DateOnly? ClosesBefore(DateOnly from)
    {
        var year = WindowMonth < from.Month ? from.Year : from.Year - 1;
        return year < 1 ? null : new DateOnly(year, WindowMonth, DateTime.DaysInMonth(year, WindowMonth));
    }
}

/// <summary>What a local office asks for: a row of <c>local-notice</c>.</summary>
public sealed record LocalNotice : TableRow
{
    /// <summary>The office.</summary>
    public required string Office { get; init; }

    /// <summary>What it asks for.</summary>
    public required string Rule { get; init; }
}

/// <summary>The dated figures that a request rests on.</summary>
public sealed record HoursRequestFigures
{
    /// <summary>Weeks of notice outside the windows.</summary>
    public required Figure NoticeOutsideWindows { get; init; }

    /// <summary>Days from the confirmation of a new post.</summary>
    public required Figure NoticeNewRecruit { get; init; }

    /// <summary>The usual floor.</summary>
    public required Figure MinimumFraction { get; init; }

    /// <summary>The lowest share a dean may allow.</summary>
    public required Figure ExceptionalFraction { get; init; }

    /// <summary>Weeks until the office says how it goes.</summary>
    public required Figure ReplyTime { get; init; }

    /// <summary>Working days in which the sponsor is told.</summary>
    public required Figure VisaReportDays { get; init; }

    /// <summary>The usual shares.</summary>
    public required IReadOnlyList<StandardShare> StandardShares { get; init; }

    /// <summary>The visa's floors.</summary>
    public required IReadOnlyList<VisaFloor> VisaFloors { get; init; }

    /// <summary>What a doctor who asks should know.</summary>
    public required IReadOnlyList<Statement> RequestStatements { get; init; }

    /// <summary>Who approves: <c>usual</c>, <c>unusual</c> for none of the usual shares, <c>below-the-floor</c> for less than is usually allowed.</summary>
    public required IReadOnlyList<Statement> RequestApprovers { get; init; }

    /// <summary>Local offices.</summary>
    public required IReadOnlyList<LocalNotice> LocalNotice { get; init; }

    /// <summary>Pay.</summary>
    public required PayRuleFigures Pay { get; init; }

    /// <summary>The completion date's.</summary>
    public required LessThanFullTimeFigures Completion { get; init; }
}

/// <summary>Whether other hours may be asked for, from whom, and by when.</summary>
public sealed record HoursRequestAdvice : ToolAnswer
{
    /// <summary>The last day to hand the finished form in, inside; <c>null</c> when no notice was found.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>By how many days the form is late; 0 when it is in time, <c>null</c> when no notice was found.</summary>
    public int? DaysLate { get; init; }

    /// <summary>The first day that is given when a late form is not accepted as exceptional; the day asked for when it is in time.</summary>
    public DateOnly? StartIfNotExceptional { get; init; }

    /// <summary>Who approves it; <c>null</c> when that was not found.</summary>
    public string? Approver { get; init; }

    /// <summary>The lowest share of full time, from 0 to 1, at which basic pay meets the visa's salary floor; <c>null</c> without such a visa.</summary>
    public decimal? LowestShare { get; init; }

    /// <summary>
    /// The lowest usual share of full time that is neither below the usual floor nor below <see cref="LowestShare"/>; <c>null</c> where no usual shares were
    /// found.
    /// </summary>
    public decimal? LowestStandardShare { get; init; }

    /// <summary>Working days from the approval in which a sponsored doctor tells the sponsor; <c>null</c> without such a visa or where that was not found.</summary>
    public int? TellSponsorWithin { get; init; }

    /// <summary>The last day of training at these hours to the end, by the completion date's count; <c>null</c> when nobody asked or there is none.</summary>
    public DateOnly? CompletesOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        List<(string, string, Status?)> values = [];
        if (CompletesOn is { } finish)
        {
            values.Add(("Training finishes, at these hours to the end", finish.Words(), Status.Computed));
        }

        if (Approver is { } approver)
        {
            values.Add(("Who approves it", approver, null));
        }

        if (DaysLate > 0 && StartIfNotExceptional is { } start)
        {
            values.Add(("If it is not taken as exceptional, from", start.Words(), Status));
        }

        if (LowestShare is { } lowest)
        {
            values.Add(("Lowest share that meets the visa’s salary floor", FigureText.Percent(lowest), Status.Verify));
        }

        if (LowestStandardShare is { } standard)
        {
            values.Add(("Lowest usual share for you", FigureText.Percent(standard), Status));
        }

        if (values.Count > 0)
        {
            yield return new ValuesPart("In short", values);
        }
    }
}
