using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>
/// The share of a post's cost that falls on the days and sessions that are paid for: a scheme pays the lower of cost and limit, and both must be of the same
/// work.
/// </summary>
/// <param name="Amount">The share in pounds, to the nearest penny.</param>
/// <param name="Says">How it was worked out; <c>null</c> where all of the cost falls on what is paid for.</param>
internal sealed record SharedCost(decimal Amount, string? Says)
{
    /// <summary>How the cost is read where only a part of the work is paid for.</summary>
    public const string Reading = "Only a part of the work is paid for, so the cost is shared evenly over its days and sessions; that is how we read it. If you know what the part itself costs, tell that and its weeks alone.";

    /// <summary>Whether a part of the cost is left out.</summary>
    public bool IsShared => Says is not null;

    /// <summary>Shares a cost; <c>null</c> where none was told, or no day or session was.</summary>
    /// <param name="told">The cost of all of it, in pounds.</param>
    /// <param name="days">The days that are paid for, and those told.</param>
    /// <param name="sessions">The sessions a week that are paid for, and those told.</param>
    public static SharedCost? Of(decimal? told, (int Paid, int Told) days, (decimal Paid, decimal Told) sessions)
    {
        if (told is not { } cost || days.Told <= 0 || sessions.Told <= 0)
        {
            return null;
        }

        var (byDays, bySessions) = (days.Paid < days.Told, sessions.Paid < sessions.Told);
        var amount = (cost * days.Paid / days.Told * sessions.Paid / sessions.Told).ToPence();
        return !byDays && !bySessions
            ? new SharedCost(cost, Says: null)
            : new SharedCost(amount,
                $"Cost of what is paid for: {cost.InPounds()}{(byDays ? $" × {days.Paid} ÷ {days.Told} days" : "")}{(bySessions ? $" × {sessions.Paid:0.##} ÷ {sessions.Told:0.##} sessions" : "")} = {amount.InPounds()}");
    }

    /// <summary>The line of the working, where there is one.</summary>
    public static IEnumerable<WorkingLine> Working(SharedCost? cost) => cost?.Says is { } says ? [new WorkingLine(says)] : [];
}
