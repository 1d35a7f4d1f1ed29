using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Dates;

/// <summary>The bank holidays held to the rule by which they are set, and the arithmetic of working days.</summary>
public sealed class WorkingDaysTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private static readonly WorkingDayFigures Figures = FiguresBinder.Of<WorkingDayFigures>("code-of-practice", Library.Book, new DateOnly(2026, 11, 29));
    private static readonly Dictionary<Nation, WorkingDays> Of = NationExtensions.All.ToDictionary(nation => nation, nation => new WorkingDays(Figures, nation));

    // Easter Sundays as almanacs print them.
    private static readonly string[] Easters =
    [
        "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04",
            "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
        "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
            "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01",
    ];

    public static TheoryData<Nation> All => [.. NationExtensions.All];

    [Fact]
    public void Easter_OfEveryYear_GivesGoodFridayEverywhereAndEasterMondayOutsideScotland()
    {
        Easters.Select(easter => Day(easter).Year).ShouldBe(Enumerable.Range(2012, 29));
        foreach (var sunday in Easters.Select(Day))
        {
            foreach (var nation in NationExtensions.All)
            {
                Of[nation].HolidayOn(sunday.AddDays(-2))!.Name.ShouldBe("Good Friday");
                (Of[nation].HolidayOn(sunday.AddDays(1))?.Name).ShouldBe(nation == Nation.Scotland ? null : "Easter Monday");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Holidays_OfEveryNationAndYear_AreAsManyAsTheRuleGives(Nation nation)
    {
        var most = nation switch { Nation.Scotland => 9, Nation.NorthernIreland => 10, _ => 8 };
        for (var year = 2012; year <= 2040; year++)
        {
            var extra = year switch { 2012 or 2023 => 1, 2022 => 2, 2026 when nation == Nation.Scotland => 1, _ => 0 };
            Of[nation].HolidaysIn(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).Count.ShouldBe(most + extra, $"{nation} {year}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Holidays_NeverFallOnAWeekend(Nation nation) =>
        Of[nation].HolidaysIn(DateOnly.MinValue, DateOnly.MaxValue)
            .ShouldAllBe(holiday => holiday.Day.DayOfWeek != DayOfWeek.Saturday && holiday.Day.DayOfWeek != DayOfWeek.Sunday);

    [Theory]
    [InlineData(2021, "2021-12-27", "2021-12-28")]
    [InlineData(2022, "2022-12-26", "2022-12-27")]
    [InlineData(2026, "2026-12-25", "2026-12-28")]
    [InlineData(2027, "2027-12-27", "2027-12-28")]
    [InlineData(2033, "2033-12-26", "2033-12-27")]
    public void Christmas_OnAWeekend_IsMadeUpForInEveryNation(int year, string first, string second)
    {
        foreach (var nation in NationExtensions.All)
        {
            Of[nation].HolidaysIn(new DateOnly(year, 12, 20), new DateOnly(year, 12, 31)).Select(holiday => holiday.Day).ShouldBe([Day(first), Day(second)]);
        }
    }

    [Theory]
    [InlineData("2022-01-03", "2022-01-04")]
    [InlineData("2023-01-02", "2023-01-03")]
    [InlineData("2027-01-01", "2027-01-04")]
    [InlineData("2028-01-03", "2028-01-04")]
    public void NewYear_InScotland_IsTwoDays(string first, string second) =>
        Of[Nation.Scotland].HolidaysIn(Day(first).AddDays(-5), Day(first).AddDays(8))
            .Select(holiday => holiday.Day)
            .Where(day => day.Month == 1)
            .ShouldBe([Day(first), Day(second)]);

    [Theory]
    [InlineData(Nation.Scotland, "2025-12-01", "St Andrew’s Day (substitute day)")]
    [InlineData(Nation.Scotland, "2026-11-30", "St Andrew’s Day")]
    [InlineData(Nation.Scotland, "2026-06-15", "World Cup bank holiday")]
    [InlineData(Nation.England, "2026-06-15", null)]
    [InlineData(Nation.Wales, "2026-11-30", null)]
    [InlineData(Nation.NorthernIreland, "2026-07-13", "Battle of the Boyne (substitute day)")]
    [InlineData(Nation.NorthernIreland, "2027-07-12", "Battle of the Boyne")]
    [InlineData(Nation.NorthernIreland, "2024-03-18", "St Patrick’s Day (substitute day)")]
    [InlineData(Nation.England, "2027-07-12", null)]
    [InlineData(Nation.England, "2020-05-04", null)]
    [InlineData(Nation.England, "2020-05-08", "Early May bank holiday")]
    [InlineData(Nation.Wales, "2022-05-30", null)]
    [InlineData(Nation.Wales, "2022-06-03", "Platinum Jubilee")]
    [InlineData(Nation.England, "2022-09-19", "State funeral of Queen Elizabeth II")]
    [InlineData(Nation.NorthernIreland, "2023-05-08", "Coronation of King Charles III")]
    [InlineData(Nation.England, "2012-06-05", "Diamond Jubilee")]
    [InlineData(Nation.Scotland, "2027-08-02", "Summer bank holiday")]
    [InlineData(Nation.Scotland, "2027-08-30", null)]
    [InlineData(Nation.England, "2027-08-30", "Summer bank holiday")]
    public void HolidayOn_ADayOfOneNationOrYear_IsThatNations(Nation nation, string day, string? name) => (Of[nation].HolidayOn(Day(day))?.Name).ShouldBe(name);

    [Fact]
    public void Holidays_AreSureAsFarAsTheyAreListedAndWorkedOutAfterThat() =>
        Figures.BankHolidays.ShouldAllBe(holiday => holiday.Status == (holiday.Day.Year <= 2028 ? Status.Sure : Status.Computed));

    [Theory]
    [MemberData(nameof(All))]
    public void BeforeAndAfter_UndoOneAnother(Nation nation)
    {
        var working = Of[nation];
        var random = new Random(20261129);
        for (var round = 0; round < 500; round++)
        {
            var day = working.After(new DateOnly(2013, 1, 1).AddDays(random.Next(9_800)), 1);
            var number = random.Next(1, 30);
            var before = working.Before(day, number);

            before.Count.ShouldBe(number);
            before.ShouldAllBe(earlier => working.Includes(earlier));
            working.After(before[0], number).ShouldBe(day);
            working.Count(before[0], day).ShouldBe(number + 1);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Count_OfAStretch_IsTheDaysCountedOneByOne(Nation nation)
    {
        var working = Of[nation];
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var first = new DateOnly(2012, 1, 1).AddDays(random.Next(10_000));
            var last = first.AddDays(random.Next(-3, 400));
            var byHand = Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Count(day => working.Includes(first.AddDays(day)));

            working.Count(first, last).ShouldBe(byHand, $"{first} to {last}");
        }
    }

    [Fact]
    public void Sums_AtTheEndsOfTheCalendar_StopThere()
    {
        Of[Nation.England].Before(DateOnly.MinValue, 4).ShouldBeEmpty();
        Of[Nation.England].After(DateOnly.MaxValue, 4).ShouldBe(DateOnly.MaxValue);
        Of[Nation.England].StatusOf(DateOnly.MinValue, DateOnly.MaxValue).ShouldBe(Status.Verify);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", null);
}
