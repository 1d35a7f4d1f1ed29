using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Revalidation;

/// <summary>What a doctor tells us about revalidation and appraisal.</summary>
public sealed record RevalidationCycle : ToolFacts
{
    /// <summary>The submission date that GMC Online shows.</summary>
    [Fact("Your revalidation date", "the revalidation (submission) date", Example = "2028-03-14", Hint = "GMC Online shows it.")]
    public required DateOnly Revalidation { get; init; }

    /// <summary>The day of the last appraisal meeting.</summary>
    [Fact("Your last appraisal meeting", "the day of the last appraisal meeting", Example = "2027-01-20")]
    public DateOnly? LastAppraisal { get; init; }

    /// <summary>Absences from all practice, in any order.</summary>
    [Fact("Time away from practice", "absences, each with its first and last day")]
    [MaxLength(40)]
    public IReadOnlyList<Absence> Absences { get => field ?? []; init; }
}

/// <summary>An absence from practice.</summary>
public sealed record Absence
{
    /// <summary>The first day away.</summary>
    [Fact("First day away", "the first day away", Example = "2027-03-01")]
    public required DateOnly From { get; init; }
    /// <summary>The last day away, inside.</summary>
    [Fact("Last day away", "the last day away", Example = "2027-10-31")]
    public required DateOnly To { get; init; }
}

/// <summary>The dated figures of revalidation and of the timing of appraisals.</summary>
public sealed record RevalidationFigures
{
    /// <summary>The notice that the GMC usually gives, in months.</summary>
    public required Figure NoticeUsual { get; init; }
    /// <summary>The least notice by law, in months.</summary>
    public required Figure NoticeMinimum { get; init; }
    /// <summary>Months before the date at which it is worth looking at what is missing.</summary>
    public required Figure LookAhead { get; init; }
    /// <summary>Months before the date at which the GMC used to check the body.</summary>
    public required Figure BodyCheck { get; init; }
    /// <summary>Days before the date at which the GMC used to send a reminder.</summary>
    public required Figure Reminder { get; init; }
    /// <summary>Months from one appraisal to the next, least and most.</summary>
    [FromRoom("appraisal")] public required Figure Interval { get; init; }
    /// <summary>The absence, in months, after which the next appraisal is counted from the return.</summary>
    [FromRoom("appraisal")] public required Figure LongAbsence { get; init; }
    /// <summary>Months from the return to the appraisal after a long absence.</summary>
    [FromRoom("appraisal")] public required Figure AfterLongAbsence { get; init; }
    /// <summary>The most months between two appraisals with a shorter absence between them.</summary>
    [FromRoom("appraisal")] public required Figure AfterShortAbsence { get; init; }
    /// <summary>Months before revalidation by which the last appraisal is done.</summary>
    [FromRoom("appraisal")] public required Figure LastBeforeRevalidation { get; init; }
    /// <summary>The same in weeks, least and most, where that is how the nation says it.</summary>
    [FromRoom("appraisal")] public required Figure LastBeforeRevalidationWeeks { get; init; }
    /// <summary>How old the last appraisal may be on the revalidation date, in days.</summary>
    [FromRoom("appraisal")] public required Figure LastAppraisalAge { get; init; }
}

/// <summary>When notice comes, when the recommendation can be made, and when the appraisals fall; <c>null</c> where the nation has no rule or nothing was told.</summary>
public sealed record RevalidationDates : ToolAnswer
{
    /// <summary>The day on which notice usually comes.</summary>
    public DateOnly? NoticeUsual { get; init; }
    /// <summary>The last day on which notice may come by law.</summary>
    public DateOnly? NoticeLatest { get; init; }
    /// <summary>The first day on which a recommendation can be made, where notice comes as usual.</summary>
    public DateOnly? WindowFrom { get; init; }
    /// <summary>The last day for the recommendation, inside: the revalidation date.</summary>
    public DateOnly? WindowTo { get; init; }
    /// <summary>The first day of the next appraisal's window.</summary>
    public DateOnly? AppraisalFrom { get; init; }
    /// <summary>The last day of the next appraisal's window, inside.</summary>
    public DateOnly? AppraisalTo { get; init; }
    /// <summary>The last day for the cycle's final appraisal.</summary>
    public DateOnly? FinalAppraisalBy { get; init; }
}
