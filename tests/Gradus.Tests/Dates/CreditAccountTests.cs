using Gradus.Dates;

namespace Gradus.Tests.Dates;

public sealed class CreditAccountTests
{
    private static readonly DateOnly start = new(2027, 8, 4);

    [Fact]
    public void Walk_AtFullRate_ReachesOneDayOnTheFirstDay() =>
        Walk(1, Open(start, 1, 1)).ShouldBe((start, CreditEnd.Reached));

    [Fact]
    public void Walk_WhenTheNeedIsMetExactly_StopsOnThatDay() =>
        Walk(2, Open(start, 1, 2)).ReachedOn.ShouldBe(start.AddDays(3));

    [Fact]
    public void Walk_WhenTheNeedIsMissedByTheSmallestPart_TakesOneDayMore() =>
        Walk(new Fraction(20_001, 10_000), Open(start, 1, 2)).ReachedOn.ShouldBe(start.AddDays(4));

    [Fact]
    public void Walk_AcrossStretches_AddsThem() =>
        Walk(3, new CreditStretch(start, start.AddDays(1), Fraction.Half), new CreditStretch(start.AddDays(2), start.AddDays(3), Fraction.Zero), Open(start.AddDays(4), 1, 1))
            .ReachedOn.ShouldBe(start.AddDays(5));

    [Fact]
    public void Walk_WhenTheLastStretchEarnsNothing_NeverEnds() => Walk(1, Open(start, 0, 1)).ShouldBe((null, CreditEnd.NeverEarns));

    [Fact]
    public void Walk_WhenTheDayLiesAfterTheYear9999_SaysSo() => Walk(3_652_059, Open(start, 1, 10_000)).ShouldBe((null, CreditEnd.BeyondCalendar));

    [Fact]
    public void Walk_ToTheLastDayOfTheCalendar_ReachesIt() =>
        Walk(1, new CreditStretch(DateOnly.MaxValue, Last: null, Fraction.One)).ReachedOn.ShouldBe(DateOnly.MaxValue);

    [Fact]
    public void Account_WithNothingNeeded_CannotBeOpened() => Should.Throw<ArgumentOutOfRangeException>(() => new CreditAccount(Fraction.Zero));

    [Theory]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-12-31", 6, "2027-06-30")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-08-31", -6, "2027-02-28")]
    public void MonthsOn_WhereTheMonthIsShorter_GivesItsLastDay(string day, int months, string expected) =>
        DateOnly.Parse(day).MonthsOn(months).ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-28")]
    [InlineData("2023-11-30", 3, "2024-02-29")]
    [InlineData("2027-08-04", 12, "2028-08-03")]
    public void LastOfMonths_OfAStretch_IsTheDayBeforeItsNextOrTheEndOfAShorterMonth(string first, int months, string last) =>
        DateOnly.Parse(first).LastOfMonths(months).ShouldBe(DateOnly.Parse(last));

    [Fact]
    public void LastOfMonths_OfEveryDayOfFourYears_IsNeverADayShortOfTheMonthsEnd()
    {
        for (var first = new DateOnly(2027, 1, 1); first.Year < 2031; first = first.AddDays(1))
        {
            for (var months = 1; months <= 60; months++)
            {
                var last = first.LastOfMonths(months)!.Value;
                (last.AddDays(1).Day == first.Day || (last.AddDays(1).Day == 1 && first.Day > last.Day)).ShouldBeTrue($"{first} {months} {last}");
                first.AfterMonths(months).ShouldBe(last.AddDays(1));
            }
        }
    }

    [Fact]
    public void MonthsOn_OutsideTheCalendar_IsNothing()
    {
        DateOnly.MaxValue.MonthsOn(1).ShouldBeNull();
        DateOnly.MinValue.MonthsOn(-1).ShouldBeNull();
        DateOnly.MaxValue.DaysOn(1).ShouldBeNull();
        DateOnly.MinValue.DaysOn(-1).ShouldBeNull();
    }

    private static CreditStretch Open(DateOnly first, long numerator, long denominator) => new(first, Last: null, new Fraction(numerator, denominator));

    private static (DateOnly? ReachedOn, CreditEnd End) Walk(Fraction need, params CreditStretch[] stretches) => CreditAccount.Walk(need, stretches);
}
