using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>A scheme that pays, or gives time, for one GP. Its keys are those of the schemes that the finder lists.</summary>
[JsonConverter(typeof(Keys<IncentiveScheme>))]
public enum IncentiveScheme
{
    /// <summary>The fellowship for newly qualified GPs.</summary>
    [Choice("General Practice Fellowship")]
    Fellowship,
    /// <summary>Money for mentors.</summary>
    [Choice("Supporting Mentors Scheme")]
    SupportingMentors,
    /// <summary>The return programme.</summary>
    [Choice("GP Return to Practice")]
    ReturnToPractice,
    /// <summary>The induction programme.</summary>
    [Choice("International Induction Programme")]
    InternationalInduction,
    /// <summary>Months on a visa after training.</summary>
    [Choice("Extra months on a Skilled Worker visa")]
    VisaExtra,
    /// <summary>The one payment for hard-to-fill training programmes.</summary>
    [Choice("Targeted Enhanced Recruitment Scheme")]
    EnhancedRecruitment,
    /// <summary>The two payments in Wales.</summary>
    [Choice("GP training incentive (Wales)")]
    TrainingIncentive,
    /// <summary>A payment for taking a post.</summary>
    [Choice("Golden hello")]
    GoldenHello,
}

/// <summary>What a GP tells us of one scheme.</summary>
public sealed record IncentiveQuestion : ToolFacts
{
    /// <summary>The scheme.</summary>
    [Fact("The scheme", "a scheme")]
    public required IncentiveScheme Scheme { get; init; }

    /// <summary>The day of admission or application; left out, the date asked about.</summary>
    [Fact("The day you were admitted or applied", "the day of admission or application", Example = "2024-02-01", Hint = "Leave it empty for today.")]
    public DateOnly? Entered { get; init; }

    /// <summary>Clinical sessions a week.</summary>
    [Fact("Clinical sessions a week", "clinical sessions a week, from 0 to 20", Example = "6", Unit = "sessions a week", OnlyWhen = "scheme=fellowship,supporting-mentors")]
    [Range(typeof(decimal), "0", "20")]
    public decimal? Sessions { get; init; }

    /// <summary>Weeks in which a mentor mentors.</summary>
    [Fact("Weeks in which you mentor", "whole weeks, from 0 to 520", Example = "40", Unit = "weeks", OnlyWhen = "scheme=supporting-mentors")]
    [Range(0, 520)]
    public int? Weeks { get; init; }

    /// <summary>Mentoring sessions in all.</summary>
    [Fact("Mentoring sessions in all", "whole sessions, from 0 to 1000", Example = "40", Unit = "sessions", OnlyWhen = "scheme=supporting-mentors")]
    [Range(0, 1000)]
    public int? Mentored { get; init; }

    /// <summary>Whether the training for mentors was done in the time.</summary>
    [Fact("You did the training for mentors", "true or false", OnlyWhen = "scheme=supporting-mentors")]
    public bool? Trained { get; init; }

    /// <summary>Hours a week on placement.</summary>
    [Fact("Hours a week on placement", "hours a week, from 0 to 60", Example = "30", Unit = "hours a week", OnlyWhen = "scheme=return-to-practice,international-induction")]
    [Range(typeof(decimal), "0", "60")]
    public decimal? Hours { get; init; }

    /// <summary>Months on placement.</summary>
    [Fact("Months on placement", "whole months, from 1 to 24", Example = "4", Unit = "months", OnlyWhen = "scheme=return-to-practice,international-induction")]
    [Range(1, 24)]
    public int? Months { get; init; }

    /// <summary>The last day of the visa.</summary>
    [Fact("The last day of your visa", "the last day of the visa", Example = "2027-10-31", IsSensitive = true, OnlyWhen = "scheme=visa-extra")]
    public DateOnly? VisaEnds { get; init; }

    /// <summary>The day on which training ends, which the later of two payments waits for.</summary>
    [Fact("The day your training ends", "the day training ends", Example = "2027-08-03", OnlyWhen = "scheme=training-incentive")]
    public DateOnly? TrainingEnds { get; init; }
}

/// <summary>The dated figures of the schemes, and how each opened and closed.</summary>
public sealed record IncentiveFigures
{
    /// <summary>What a practice got for a fellow, in pounds.</summary>
    public required Figure FellowshipPractice { get; init; }
    /// <summary>Study sessions a week at full time on the fellowship.</summary>
    public required Figure FellowshipStudy { get; init; }
    /// <summary>Weeks of a year.</summary>
    public required Figure WeeksYear { get; init; }
    /// <summary>How long the fellowship lasted, in years.</summary>
    public required Figure FellowshipYears { get; init; }
    /// <summary>For a mentoring session, in pounds.</summary>
    public required Figure MentorSession { get; init; }
    /// <summary>For the mentors' training, in pounds.</summary>
    public required Figure MentorTraining { get; init; }
    /// <summary>Mentoring sessions a week, at most.</summary>
    public required Figure MentorSessionsWeek { get; init; }
    /// <summary>Clinical sessions a week that a mentor keeps, at least.</summary>
    public required Figure MentorClinical { get; init; }
    /// <summary>The monthly bursary of the induction programme, in pounds at full time.</summary>
    public required Figure InductionBursary { get; init; }
    /// <summary>The monthly bursary of the return programme, in pounds at full time.</summary>
    [FromRoom("return-to-practice")]
    public required Figure GpBursary { get; init; }
    /// <summary>Hours a week that are full time on both.</summary>
    [FromRoom("return-to-practice")]
    public required Figure GpFullTime { get; init; }
    /// <summary>Months added to the visa.</summary>
    public required Figure VisaExtra { get; init; }
    /// <summary>How long before the visa ends one can apply for them, in months.</summary>
    public required Figure VisaApply { get; init; }
    /// <summary>The one payment for a hard-to-fill programme, in pounds.</summary>
    public required Figure EnhancedRecruitment { get; init; }
    /// <summary>Each of the two payments in Wales, in pounds.</summary>
    public required Figure WalesIncentive { get; init; }
    /// <summary>The work in the area after training that the second waits for, in years.</summary>
    public required Figure WalesIncentiveAfter { get; init; }
    /// <summary>The payment for taking a post, in pounds.</summary>
    public required Figure GoldenHello { get; init; }
    /// <summary>Sessions a week at full time.</summary>
    public required Figure SessionsFull { get; init; }
    /// <summary>The schemes as they opened, changed and closed.</summary>
    public required IReadOnlyList<Initiative> Initiatives { get; init; }
}

/// <summary>A sum of a scheme.</summary>
/// <param name="Key">A stable name.</param>
/// <param name="Says">What it is for, and the formula.</param>
/// <param name="Amount">In pounds.</param>
/// <param name="To">Who gets it: <c>you</c> or <c>practice</c>.</param>
public sealed record IncentiveLine(string Key, string Says, decimal Amount, string To);

/// <summary>What a scheme pays. Money in pounds.</summary>
public sealed record Incentive : ToolAnswer
{
    /// <summary>The sums.</summary>
    public required IReadOnlyList<IncentiveLine> Lines { get; init; }
    /// <summary>All of them; <c>null</c> where no sum is known.</summary>
    public decimal? Total { get; init; }
    /// <summary>The last day of what the scheme gives, inside; <c>null</c> where none follows.</summary>
    public DateOnly? Until { get; init; }
    /// <summary>The first day on which it can be asked for; <c>null</c> where none is set.</summary>
    public DateOnly? ApplyFrom { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() =>
        Lines.Count == 0 ? [] : [new ValuesPart("The sums", [.. Lines.Select(line => (line.Says, line.Amount.InPounds(), (Status?)null))])];
}
