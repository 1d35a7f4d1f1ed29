using Gradus.Data;

namespace Gradus.Tests;

public sealed class TodayInTheUkTests
{
    [Theory]
    [InlineData("2026-11-25T23:59:59Z", "2026-11-25", "2026-11-26T00:00:00Z")]
    [InlineData("2026-11-26T00:00:00Z", "2026-11-26", "2026-11-27T00:00:00Z")]
    [InlineData("2026-07-01T22:59:59Z", "2026-07-01", "2026-07-01T23:00:00Z")]
    [InlineData("2026-07-01T23:00:00Z", "2026-07-02", "2026-07-02T23:00:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-28", "2026-03-29T00:00:00Z")] // the clocks go forward at 01:00 on the 29th
    [InlineData("2026-03-29T12:00:00Z", "2026-03-29", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-24", "2026-10-24T23:00:00Z")] // and back at 02:00 on 25 October
    [InlineData("2026-10-25T12:00:00Z", "2026-10-25", "2026-10-26T00:00:00Z")]
    public void Date_AroundMidnight_IsLondons(string now, string date, string midnight)
    {
        var today = new TodayInTheUk(new FixedClock(At(now)));

        today.Date.ToString("yyyy-MM-dd").ShouldBe(date);
        today.Midnight.ShouldBe(At(midnight));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
