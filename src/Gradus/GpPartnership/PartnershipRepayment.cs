using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpPartnership;

/// <summary>What a partner who was admitted to the New to Partnership Payment Scheme tells us.</summary>
public sealed record PartnershipTime : ToolFacts
{
    /// <summary>Clinical sessions a week on becoming a partner.</summary>
    [Fact("Clinical sessions a week when you became a partner", "clinical sessions a week, from 0 to 20", Example = "5", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public required decimal Sessions { get; init; }

    /// <summary>The first day as a partner.</summary>
    [Fact("Your first day as a partner", "the first day as a partner", Example = "2022-06-01")]
    public required DateOnly Joined { get; init; }

    /// <summary>The first day on which the doctor is no longer a partner; left out, the date asked about.</summary>
    [Fact("The first day on which you would no longer be a partner", "the first day on which you would no longer be a partner", Example = "2024-12-01",
        Hint = "Leave it empty for today.")]
    public DateOnly? Leaves { get; init; }

    /// <summary>Later changes of sessions, in any order.</summary>
    [Fact("Changes of sessions since", "changes of sessions, each with its first day and the sessions a week from then on")]
    [MaxLength(40)]
    public IReadOnlyList<SessionsChange> Changes { get => field ?? []; init; }
}

/// <summary>A change of weekly clinical sessions.</summary>
public sealed record SessionsChange
{
    /// <summary>The first day on which it holds.</summary>
    [Fact("From", "the first day of the change", Example = "2023-06-01")]
    public required DateOnly From { get; init; }
    /// <summary>Sessions a week from then on.</summary>
    [Fact("Sessions a week from then on", "clinical sessions a week, from 0 to 20", Example = "4", Unit = "sessions a week")]
    [Range(typeof(decimal), "0", "20")]
    public required decimal Sessions { get; init; }
}

/// <summary>The dated figures of the scheme.</summary>
public sealed record PartnershipFigures
{
    /// <summary>The payment at full time, in pounds.</summary>
    public required Figure Payment { get; init; }
    /// <summary>Added for tax and National Insurance, in percent of the payment.</summary>
    public required Figure OnCosts { get; init; }
    /// <summary>The most paid back for training, in pounds.</summary>
    public required Figure TrainingFund { get; init; }
    /// <summary>Years one must stay a partner to keep it all.</summary>
    public required Figure Commitment { get; init; }
    /// <summary>Sessions a week to be kept throughout.</summary>
    public required Figure SessionsLeast { get; init; }
    /// <summary>Sessions a week that count as full time.</summary>
    public required Figure SessionsFull { get; init; }
    /// <summary>Percent of the funding to repay for each year not completed.</summary>
    public required Figure RepayEachYear { get; init; }
    /// <summary>How a part year counts, which was not found.</summary>
    public required Figure PartYear { get; init; }
    /// <summary>What is repaid where sessions are cut, which was not found.</summary>
    public required Figure FewerSessions { get; init; }
    /// <summary>Percent of the payment that was taken as taxable in each year.</summary>
    public required Figure TaxedEachYear { get; init; }
    /// <summary>The days on which an agreement counted.</summary>
    public required IReadOnlyList<SigningWindow> Signing { get; init; }
}

/// <summary>Sessions kept from a day on, and the payment for them. Money in pounds.</summary>
/// <param name="From">The first day.</param>
/// <param name="Sessions">Clinical sessions a week, as told.</param>
/// <param name="Payment">The payment at these sessions; nothing where they are fewer than the scheme asked for.</param>
public sealed record SessionsPaid(DateOnly From, decimal Sessions, decimal Payment)
{
    /// <summary>The payment before it is rounded.</summary>
    [JsonIgnore]
    internal decimal Exact { get; init; }
}

/// <summary>What the scheme paid, and what leaving costs: a range whose ends are the readings of what nobody was found to say. Money in pounds.</summary>
public sealed record PartnershipRepayment : ToolAnswer
{
    /// <summary>The payment at the sessions last kept; <c>null</c> where there is no such scheme.</summary>
    public decimal? Payment { get; init; }
    /// <summary>The payment first paid, and as it stood after each change of sessions before the day of leaving.</summary>
    public IReadOnlyList<SessionsPaid> Payments { get => field ?? []; init; }
    /// <summary>Added for tax and National Insurance.</summary>
    public decimal? OnCosts { get; init; }
    /// <summary>The most paid back for training.</summary>
    public decimal? TrainingFund { get; init; }
    /// <summary>Whole years completed as a partner on the day of leaving, at most as many as were promised.</summary>
    public int? CompletedYears { get; init; }
    /// <summary>The least of the payment that is to be repaid: a started year counts as a whole one.</summary>
    public decimal? RepayLeast { get; init; }
    /// <summary>What is to be repaid where months count, by the payment at the sessions last kept.</summary>
    public decimal? RepayByMonths { get; init; }
    /// <summary>The most of the payment that is to be repaid: only whole years count.</summary>
    public decimal? RepayMost { get; init; }
}
