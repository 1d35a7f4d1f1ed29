using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>A GP's placement on the return programme.</summary>
public sealed record ReturnPlacement : ToolFacts
{
    /// <summary>Hours a week.</summary>
    [Fact("Hours a week on placement", "hours a week, more than 0 and at most 60", Example = "30", Unit = "hours a week")]
    [Range(typeof(decimal), "0.01", "60")]
    public required decimal Hours { get; init; }

    /// <summary>Whole months of placement.</summary>
    [Fact("Months of placement", "whole months, from 1 to 24", Example = "4", Unit = "months")]
    [Range(1, 24)]
    public int? Months { get; init; }

    /// <summary>The last day of the placement.</summary>
    [Fact("The last day of the placement", "the last day of the placement", Example = "2027-03-31")]
    public DateOnly? Ends { get; init; }
}

/// <summary>The dated figures of the bursary.</summary>
public sealed record BursaryFigures
{
    /// <summary>A month at full time, in pounds.</summary>
    public required Figure GpBursary { get; init; }
    /// <summary>Full time, in hours a week.</summary>
    public required Figure GpFullTime { get; init; }
    /// <summary>How long after the end invoices can be sent, in months.</summary>
    public required Figure GpInvoices { get; init; }
}

/// <summary>The bursary of a returning GP. Money in pounds; <c>null</c> where the nation has no figure.</summary>
public sealed record ReturnBursary : ToolAnswer
{
    /// <summary>For a month.</summary>
    public decimal? PerMonth { get; init; }
    /// <summary>For all the months; <c>null</c> where they were not told.</summary>
    public decimal? Total { get; init; }
    /// <summary>The last day for invoices, inside; <c>null</c> where the end was not told.</summary>
    public DateOnly? InvoicesBy { get; init; }
}

/// <summary>When a doctor wants the licence back.</summary>
public sealed record LicenceWish : ToolFacts
{
    /// <summary>The day from which the licence is wanted.</summary>
    [Fact("The day from which you want your licence back", "the day from which the licence is wanted", Example = "2027-08-04")]
    public required DateOnly Start { get; init; }
}

/// <summary>The dated figures of giving a licence back.</summary>
public sealed record LicenceFigures
{
    /// <summary>How far ahead one can apply, in months.</summary>
    public required Figure LicenceAhead { get; init; }
    /// <summary>How long it took on average, in days.</summary>
    public required Figure LicenceWait { get; init; }
    /// <summary>How far back certificates of good standing are asked for, in years.</summary>
    public required Figure GoodStanding { get; init; }
}

/// <summary>When to apply for the licence.</summary>
public sealed record LicenceDates : ToolAnswer
{
    /// <summary>The first day on which one can apply.</summary>
    public DateOnly? ApplyFrom { get; init; }
    /// <summary>The day by which to apply if it takes as long as the old average.</summary>
    public DateOnly? ApplyByOnAverage { get; init; }
    /// <summary>The first day that certificates of good standing must reach back to.</summary>
    public DateOnly? GoodStandingSince { get; init; }
}
