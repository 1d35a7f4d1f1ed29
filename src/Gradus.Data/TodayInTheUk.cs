namespace Gradus.Data;

/// <summary>The date in London now: the date asked about when nobody names another.</summary>
public sealed class TodayInTheUk(TimeProvider clock)
{
    private static readonly TimeZoneInfo London = Find();

    /// <summary>Today's date in London.</summary>
    public DateOnly Date => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);

    /// <summary>The moment at which tomorrow begins in London.</summary>
    public DateTimeOffset Midnight
    {
        get
        {
            var tomorrow = Date.AddDays(1).ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(tomorrow, London.GetUtcOffset(tomorrow));
        }
    }

    /// <summary>How long today still lasts in London.</summary>
    public TimeSpan UntilMidnight => Midnight - clock.GetUtcNow();

    /// <summary>This moment, as the stamp of a file that is made now; never the date asked about.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    private static TimeZoneInfo Find() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("GMT Standard Time");
}
