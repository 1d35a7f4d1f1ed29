using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>The credit walk through one plan: where it ends and what each change added.</summary>
internal sealed class PlanWalk
{
    /// <summary>The day on which the need is met; <c>null</c> when it never is or nobody can say.</summary>
    public DateOnly? CompletesOn { get; init; }

    /// <summary>What each change added, and last the rate after them.</summary>
    public required IReadOnlyList<ChangeEffect> PerChange { get; init; }

    /// <summary>The days at which the walk had to stop because nobody can say what they earn.</summary>
    public Piece? Unknown { get; init; }

    /// <summary>Why there is no day, where there is none and nothing is unknown.</summary>
    public CreditEnd End { get; init; }

    /// <summary>How sure we are: worked out here, or less where a row of an hours table is in doubt.</summary>
    public Status Status { get; init; } = Status.Computed;

    public static PlanWalk Through(TrainingPlan plan, PlanCredits credits)
    {
        var pieces = credits.Pieces;
        var baseline = Fraction.Of(plan.BaselineRate);
        var account = new CreditAccount(credits.Need);
        var effects = new List<ChangeEffect>(credits.Order.Length + 1);
        var status = Status.Computed;
        DateOnly? completes = plan.PlannedEnd;
        Piece? unknown = null;
        for (var place = 0; place < pieces.Count; place++)
        {
            var piece = pieces[place];
            if (account.ReachedOn is null && unknown is null)
            {
                unknown = piece.Unknown is null ? null : piece;
                if (unknown is null)
                {
                    status = piece.Row is { } row ? StatusExtensions.Worse(status, row.Status) : status;
                    account.Earn(piece.Stretch);
                }
            }

            var endsChange = piece.Index is { } ended && (place + 1 == pieces.Count || pieces[place + 1].Index != ended);
            if (endsChange)
            {
                var before = completes;
                completes = unknown is not null ? null
                    : account.ReachedOn ?? (piece.Stretch.Last?.DaysOn(1) is { } next ? account.DayReached(next, baseline) : null);
                var change = plan.Changes[piece.Index!.Value];
                effects.Add(new ChangeEffect(piece.Index, change.Kind, change.From, change.To, completes?.DayNumber - before?.DayNumber));
            }
        }

        var reached = unknown is null ? account.ReachedOn : null;
        var last = pieces[^1];
        var afterFrom = last.IsAfter && !(reached < last.Stretch.First) ? last.Stretch.First : (DateOnly?)null;
        effects.Add(new ChangeEffect(Index: null, Kind: null, afterFrom, afterFrom is null ? null : reached, reached?.DayNumber - completes?.DayNumber));
        return new PlanWalk
        {
            CompletesOn = reached,
            PerChange = effects,
            Unknown = unknown,
            End = reached is not null ? CreditEnd.Reached : last.Stretch.Rate > Fraction.Zero ? CreditEnd.BeyondCalendar : CreditEnd.NeverEarns,
            Status = status,
        };
    }
}
