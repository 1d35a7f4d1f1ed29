using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>What an employer tells us about its doctors who start.</summary>
public sealed record BoardQuestion : ToolFacts
{
    /// <summary>The doctors, one a post.</summary>
    [Fact("The doctors who start", "rows with a reference, a start and what has come",
        Hint = "A reference of your own and no name. What has not come stays empty.", IsTable = true), MaxLength(2_000)]
    public required IReadOnlyList<BoardDoctor> Doctors { get; init; }

    /// <summary>Shows only what this owner has to do; the shares stay those of everybody.</summary>
    [Fact("Only those of", "an owner as in the rows", Example = "Surgery"), MaxLength(100)]
    public string? OnlyOwner { get; init; }
}

/// <summary>A doctor who starts.</summary>
public sealed record BoardDoctor
{
    /// <summary>The employer's own reference; no name is needed.</summary>
    [Fact("Reference", "the employer’s own reference, no name", Example = "D-0017"), MaxLength(60)]
    public required string DoctorRef { get; init; }

    /// <summary>The first day.</summary>
    [Fact("Start", "the first day", Example = "2027-08-04")]
    public required DateOnly Start { get; init; }

    /// <summary>Who in the employer owes the next step.</summary>
    [Fact("Owner", "a department or a person’s role", Example = "Surgery"), MaxLength(100)]
    public string? Owner { get; init; }

    /// <summary>The day on which the placement was notified.</summary>
    [Fact("Placement notified on", "the day", Example = "2027-05-10")]
    public DateOnly? PlacementOn { get; init; }

    /// <summary>The day on which the work schedule was sent.</summary>
    [Fact("Work schedule sent on", "the day", Example = "2027-06-08")]
    public DateOnly? WorkScheduleOn { get; init; }

    /// <summary>The day on which the rota was sent.</summary>
    [Fact("Rota sent on", "the day", Example = "2027-06-22")]
    public DateOnly? RotaOn { get; init; }
}

/// <summary>The figures of the board.</summary>
public sealed record BoardFigures
{
    /// <summary>Weeks before the start for the placement notice.</summary>
    public required Figure PlacementNotice { get; init; }
    /// <summary>Weeks before the start for the work schedule.</summary>
    public required Figure WorkScheduleNotice { get; init; }
    /// <summary>Weeks before the start for the rota.</summary>
    public required Figure RotaNotice { get; init; }
    /// <summary>Placement notices in time, nationally.</summary>
    public required Figure PlacementCompliance { get; init; }
    /// <summary>Work schedules in time, nationally.</summary>
    public required Figure WorkScheduleCompliance { get; init; }
    /// <summary>Rotas in time, nationally.</summary>
    public required Figure RotaCompliance { get; init; }
    /// <summary>A number of doctors below this is not printed.</summary>
    public required Figure SmallestCount { get; init; }
}

/// <summary>What is late and due this week, and the shares in time beside the national ones. Only the shares are fit to be published.</summary>
public sealed record EmployersBoard : ToolAnswer
{
    /// <summary>What is late, the most late first.</summary>
    public required IReadOnlyList<BoardItem> Late { get; init; }

    /// <summary>What falls due from the date asked about to six days later.</summary>
    public required IReadOnlyList<BoardItem> DueThisWeek { get; init; }

    /// <summary>The shares in time.</summary>
    public required IReadOnlyList<BoardShare> Shares { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        var known = Shares.Where(share => share.Percent is not null).ToList();
        if (known.Count > 0)
        {
            yield return new BarsPart("In time here, and in all trusts",
                [.. known.SelectMany(share => new (string, decimal, string, bool)[] { ($"{share.What}, here", share.Percent!.Value, $"{share.Percent:0.#}%",
                    true) }.Concat(share.National is { } national
                    ? [($"{share.What}, all trusts", national, $"{national:0.#}%", false)]
                    : []))]);
        }
    }
}

/// <summary>Something that is due to a doctor.</summary>
/// <param name="DoctorRef">The doctor's reference.</param>
/// <param name="Key">What: <c>placement-notice</c>, <c>work-schedule</c> or <c>rota</c>.</param>
/// <param name="Owner">Who owes it in the employer; <c>null</c> where the row does not say.</param>
/// <param name="Due">By when.</param>
/// <param name="DaysLate">How late it is; zero when it is not.</param>
public sealed record BoardItem(string DoctorRef, string Key, string? Owner, DateOnly Due, int DaysLate);

/// <summary>A share in time.</summary>
/// <param name="Key">What.</param>
/// <param name="What">What, to a reader.</param>
/// <param name="Weeks">Weeks before the start.</param>
/// <param name="Due">How many had come or were due; <c>null</c> where too few to print.</param>
/// <param name="InTime">How many of them came in time; <c>null</c> where too few to print.</param>
/// <param name="Percent">The share, from 0 to 100; <c>null</c> where too few to print or none was due.</param>
/// <param name="National">The national share, from 0 to 100; <c>null</c> where none is published for the nation.</param>
public sealed record BoardShare(string Key, string What, int Weeks, int? Due, int? InTime, decimal? Percent, decimal? National);
