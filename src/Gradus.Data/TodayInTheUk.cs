namespace Gradus.Data;

/// <summary>The date in London now: the date asked about when nobody names another.</summary>
public sealed class TodayInTheUk(TimeProvider clock)
{
    private static readonly TimeZoneInfo London = Find();

    private Day _day = new(default, DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

    /// <summary>Today's date in London.</summary>
    public DateOnly Date => At(clock.GetUtcNow()).Date;

    /// <summary>The moment at which tomorrow begins in London.</summary>
    public DateTimeOffset Midnight => At(clock.GetUtcNow()).Ends;

    /// <summary>How long today still lasts in London.</summary>
    public TimeSpan UntilMidnight => Midnight - clock.GetUtcNow();

    /// <summary>This moment, as the stamp of a file that is made now; never the date asked about.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    // Asked several times for each page, and the same from one midnight to the next.
    private Day At(DateTimeOffset now)
    {
        var day = _day;
        if (now < day.Begins || now >= day.Ends)
        {
            var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, London).DateTime);
            _day = day = new Day(date, BeginningOf(date), BeginningOf(date.AddDays(1)));
        }

        return day;
    }

    private static DateTimeOffset BeginningOf(DateOnly date)
    {
        var begins = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(begins, London.GetUtcOffset(begins));
    }

    private static TimeZoneInfo Find() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("GMT Standard Time");

    /// <summary>A day in London, from its first moment up to the next day's.</summary>
    private sealed record Day(DateOnly Date, DateTimeOffset Begins, DateTimeOffset Ends);
}
