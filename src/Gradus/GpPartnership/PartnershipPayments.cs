using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.GpPartnership;

/// <summary>
/// What a partner was paid for the sessions kept, and what would be repaid on leaving on a day. Time below the least sessions is not counted by the higher end;
/// changes on the day of leaving or after it are not counted.
/// </summary>
/// <param name="Joined">The first day as a partner.</param>
/// <param name="Kept">The sessions kept and the payment for them, the first on joining, then each change before the day of leaving, in the order of their days.</param>
/// <param name="Fell">The first day with fewer sessions than the scheme asked for; <c>null</c> for none.</param>
/// <param name="Promised">The years promised.</param>
/// <param name="Percent">What is repaid for each year that is not complete, in percent of the payment.</param>
internal sealed record PartnershipPayments(DateOnly Joined, IReadOnlyList<SessionsPaid> Kept, DateOnly? Fell, int Promised, decimal Percent)
{
    /// <summary>The payments that applied, those after the sessions fell too low left out.</summary>
    public IEnumerable<SessionsPaid> Paid => Kept.TakeWhile(one => one.From != Fell);

    /// <summary>Each day on which the payment fell, with what it fell by in pounds.</summary>
    public IEnumerable<(SessionsPaid To, decimal Less)> Cuts => Kept.Zip(Kept.Skip(1), (before, after) => (after, before.Payment - after.Payment)).Where(cut => cut.Item2 > 0);

    /// <summary>What would be repaid on leaving on a day, by each reading of a part year.</summary>
    public RepaymentOn On(DateOnly day)
    {
        List<SessionsPaid> paid = [.. Paid.Where(one => one.From == Joined || one.From < day)];
        var months = CompletedMonths(day);
        var whole = CompletedMonths(Fell < day ? Fell.Value : day) / 12;
        var started = Joined.MonthsOn(months) == day && months % 12 == 0 ? months / 12 : Math.Min(Promised, (months / 12) + 1);
        var (lowest, now, highest) = (paid.MinBy(one => one.Exact)!, paid[^1], paid.MaxBy(one => one.Exact)!);
        return new RepaymentOn(Kept.Last(one => one.From == Joined || one.From < day).Sessions, whole, months, started, lowest, now, highest,
            Owed(lowest, started), Owed(now, months / 12m), Owed(highest, whole));
    }

    private decimal Owed(SessionsPaid paid, decimal years) => (paid.Exact * Math.Max(0, Promised - years) * Percent / 100).ToPence();

    private int CompletedMonths(DateOnly day) => Enumerable.Range(0, (Promised * 12) + 1).Last(months => months == 0 || Joined.MonthsOn(months) <= day);
}

/// <summary>What would be repaid on leaving on a day. Money in pounds.</summary>
/// <param name="Sessions">The sessions a week kept up to that day.</param>
/// <param name="Whole">Whole years complete, time with too few sessions left out.</param>
/// <param name="Months">Whole months complete.</param>
/// <param name="Started">Years complete where a started one counts.</param>
/// <param name="Lowest">The least payment that applied.</param>
/// <param name="Now">The payment that applied last.</param>
/// <param name="Highest">The most payment that applied.</param>
/// <param name="Least">Of the least payment, where a started year counts.</param>
/// <param name="ByMonths">Of the last payment, where months count.</param>
/// <param name="Most">Of the most payment, where only whole years count.</param>
internal sealed record RepaymentOn(decimal Sessions, int Whole, int Months, int Started, SessionsPaid Lowest, SessionsPaid Now, SessionsPaid Highest,
    decimal Least, decimal ByMonths, decimal Most)
{
    /// <summary>The two ends, as a sentence has them.</summary>
    public string Words => Least == Most ? (Most == 0 ? "nothing" : Most.InPounds()) : $"{Least.InPounds()} to {Most.InPounds()}";
}
