namespace Gradus.Matching.Offers;

/// <summary>
/// Counts the time an offer stays open: hours of Saturdays and Sundays do not count, bank holidays do. Times are local; clocks change on Sundays only, so no
/// hour that counts is lost or doubled.
/// </summary>
public static class OfferClock
{
    /// <summary>When an offer made at a moment expires.</summary>
    public static DateTime Expires(DateTime offered, TimeSpan window)
    {
        var at = SkipWeekend(offered);
        for (var left = window; ;)
        {
            var untilMidnight = at.Date.AddDays(1) - at;
            if (left < untilMidnight)
            {
                return at + left;
            }

            left -= untilMidnight;
            at = SkipWeekend(at.Date.AddDays(1));
            if (left == TimeSpan.Zero)
            {
                return at;
            }
        }
    }

    private static DateTime SkipWeekend(DateTime at) => at.DayOfWeek switch
    {
        DayOfWeek.Saturday => at.Date.AddDays(2),
        DayOfWeek.Sunday => at.Date.AddDays(1),
        _ => at,
    };
}

/// <summary>The rules of a round of offers. Deadlines are data: they are published for each round.</summary>
/// <param name="Window">How long an offer stays open, weekends not counted.</param>
/// <param name="HoldDeadline">When offers still held expire; <c>null</c> for never.</param>
/// <param name="UpgradeDeadline">After which no upgrades are made; <c>null</c> for never.</param>
public sealed record OfferRules(TimeSpan Window, DateTime? HoldDeadline = null, DateTime? UpgradeDeadline = null);
