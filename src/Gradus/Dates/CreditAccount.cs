namespace Gradus.Dates;

/// <summary>A stretch of days that each earn the same credit.</summary>
/// <param name="First">The first day, inside.</param>
/// <param name="Last">The last day, inside; <c>null</c> when it goes on for ever.</param>
/// <param name="Rate">Days of credit earned on each day; zero or more.</param>
public readonly record struct CreditStretch(DateOnly First, DateOnly? Last, Fraction Rate)
{
    /// <summary>The last day, or the last day of the calendar when it goes on for ever.</summary>
    public DateOnly LastOrEver => Last ?? DateOnly.MaxValue;

    /// <summary>Its days up to and on a day that lies inside it.</summary>
    public int DaysTo(DateOnly day) => day.DayNumber - First.DayNumber + 1;
}

/// <summary>How a credit walk ended.</summary>
public enum CreditEnd
{
    /// <summary>The need was met on a day.</summary>
    Reached,
    /// <summary>The last stretch earns nothing, so the need is never met.</summary>
    NeverEarns,
    /// <summary>The need would be met after 31 December 9999, where the calendar ends.</summary>
    BeyondCalendar,
}

/// <summary>
/// Counts days of training as they are earned until a need is met, exactly. The answer is the first day on which the credit earned, that day's included, is at least the need.
/// A stretch of equal days is one division, so a plan of ten years costs no more than a plan of one.
/// </summary>
/// <remarks>The method is Gradus's own (a daily credit walk); it gives what adding day by day gives.</remarks>
public struct CreditAccount
{
    /// <summary>Opens an account with nothing earned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The need is not above zero.</exception>
    public CreditAccount(Fraction need)
    {
        if (need <= Fraction.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(need), need.ToString(), "Something must be needed.");
        }

        Need = need;
    }

    /// <summary>The credit that must be earned.</summary>
    public Fraction Need { get; }

    /// <summary>The credit earned so far; it stops on the day on which the need is met.</summary>
    public Fraction Earned { get; private set; }

    /// <summary>The day on which the need was met; <c>null</c> until then.</summary>
    public DateOnly? ReachedOn { get; private set; }

    /// <summary>Earns through a stretch, or through the part of it that is needed.</summary>
    /// <returns>The day on which the need is met; <c>null</c> when this stretch does not meet it.</returns>
    public DateOnly? Earn(CreditStretch stretch)
    {
        if (ReachedOn is not null)
        {
            return ReachedOn;
        }

        if (DayReached(stretch.First, stretch.Rate) is { } day && day <= stretch.LastOrEver)
        {
            Earned += stretch.Rate * stretch.DaysTo(day);
            ReachedOn = day;
            return day;
        }

        if (stretch.Last is { } last)
        {
            Earned += stretch.Rate * stretch.DaysTo(last);
        }

        return null;
    }

    /// <summary>The day on which what is still missing would be earned at one rate from a day on; <c>null</c> when never, or beyond the calendar.</summary>
    public readonly DateOnly? DayReached(DateOnly first, Fraction rate)
    {
        if (rate <= Fraction.Zero)
        {
            return null;
        }

        var missing = Need - Earned;
        var days = rate == Fraction.One ? missing.Ceiling() : DaysToEarn(missing, rate);
        return days - 1 <= DateOnly.MaxValue.DayNumber - first.DayNumber ? first.AddDays((int)days - 1) : null;
    }

    /// <summary>Walks through stretches in order, each beginning the day after the one before.</summary>
    /// <param name="need">The credit that must be earned; above zero.</param>
    /// <param name="stretches">The stretches; the last may go on for ever.</param>
    public static (DateOnly? ReachedOn, CreditEnd End) Walk(Fraction need, ReadOnlySpan<CreditStretch> stretches)
    {
        var account = new CreditAccount(need);
        foreach (var stretch in stretches)
        {
            if (account.Earn(stretch) is { } day)
            {
                return (day, CreditEnd.Reached);
            }
        }

        var earnsAtTheEnd = !stretches.IsEmpty && stretches[^1].Rate > Fraction.Zero;
        return (null, earnsAtTheEnd ? CreditEnd.BeyondCalendar : CreditEnd.NeverEarns);
    }

    private static long DaysToEarn(Fraction missing, Fraction rate)
    {
        var needed = (Int128)missing.Numerator * rate.Denominator;
        var each = (Int128)rate.Numerator * missing.Denominator;
        var days = needed <= long.MaxValue && each <= long.MaxValue
            ? (((long)needed - 1) / (long)each) + 1
            : ((needed - 1) / each) + 1;
        return days > int.MaxValue ? int.MaxValue : (long)days;
    }
}
