using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Leave and requests: what holds whatever is asked.</summary>
public sealed class LeaveAndRequestTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private static readonly DateOnly On = new(2026, 11, 29);
    private static readonly LeaveFigures Leave = FiguresBinder.Of<LeaveFigures>("less-than-full-time", Library.Book, On);
    private static readonly HoursRequestFigures Request = FiguresBinder.Of<HoursRequestFigures>("less-than-full-time", Library.Book, On);

    [Fact]
    public void YearsOfService_BesideARowThatIsInDoubt_AreNotSaidNotToMatter()
    {
        var doubted = 0;
        foreach (var (nation, contract) in NationExtensions.All.SelectMany(nation => Enum.GetValues<LeaveContract>().Select(contract => (nation, contract))))
        {
            var leave = LeaveCalculator.Calculate(new LeaveQuestion { From = new DateOnly(2026, 8, 5), Contract = contract, ServiceYears = 7, Percent = 60 }, Leave, On, nation);
            if (leave.Reasons[0] is { Key: "entitlement", Status: not Status.Sure })
            {
                doubted++;
                leave.Warnings.ShouldNotContain(warning => warning.Says.Contains("not matter", StringComparison.Ordinal), $"{contract} in {nation}: {leave.Reasons[0].Says}");
            }
        }

        doubted.ShouldBeGreaterThan(0);
        LeaveCalculator.Calculate(new LeaveQuestion { From = new DateOnly(2026, 8, 5), Contract = LeaveContract.Consultant, ServiceYears = 7 }, Leave, On, Nation.Wales).Warnings
            .Single(warning => warning.Field == "serviceYears").Says
            .ShouldBe("Your years of service are not in the sum: whether leave on this contract goes by them is to be checked with your employer.");
    }

    [Theory]
    [InlineData("leave", "to", """{ "from": "FROM", "to": "TO" }""")]
    [InlineData("pay", "arrears.to", """{ "grade": "st4", "arrears": { "from": "FROM", "to": "TO" } }""")]
    public void AStretch_IsTakenUpToTenYearsToTheDay(string tool, string field, string facts)
    {
        foreach (var (from, last) in new[] { ("2026-01-15", "2036-01-14"), ("2026-01-01", "2035-12-31"), ("2028-02-29", "2038-02-28") })
        {
            IReadOnlyList<FieldError> Errors(DateOnly to) => ToolAsk.Reply($"less-than-full-time/{tool}",
                facts.Replace("FROM", from, StringComparison.Ordinal).Replace("TO", to.Iso(), StringComparison.Ordinal)).Errors;

            Errors(DateOnly.Parse(last)).ShouldBeEmpty($"{from} to {last}");
            var refused = Errors(DateOnly.Parse(last).AddDays(1)).ShouldHaveSingleItem();
            (refused.Field, refused.Message).ShouldBe((field, "Expected a stretch of at most ten years."), $"{from} to the day after {last}");
        }
    }

    [Fact]
    public void Leave_OfAWholeYear_IsTheSumOfItsParts()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var nation = NationExtensions.All[random.Next(4)];
            var from = new DateOnly(2025, 1, 1).AddDays(random.Next(2000));
            var (last, percent, service) = (from.AddYears(1).AddDays(-1), random.Next(20, 101), random.Next(12));
            var whole = Of(from, last, percent, service, nation);
            var first = from;
            decimal days = 0, holidays = 0;
            var parts = 0;
            while (first <= last)
            {
                var end = first.AddDays(random.Next(1, 150)) is var cut && cut < last ? cut : last;
                var part = Of(first, end, percent, service, nation);
                (days, holidays, parts, first) = (days + part.Days!.Value, holidays + part.BankHolidays!.Value, parts + 1, end.AddDays(1));
            }

            // A day of February is a 28th of its month in one year and a 29th in another, so parts of a year that begins in it may be so far apart.
            var february = from.Month == 2 ? 0.1m : 0;
            days.ShouldBe(whole.Days!.Value, (0.005m * (parts + 1)) + february, $"{from} {nation} {percent}%");
            holidays.ShouldBe(whole.BankHolidays!.Value, (0.005m * (parts + 1)) + february);
        }
    }

    [Fact]
    public void Leave_OfAWholeFullTimeYear_IsWhatTheYearGives_WheneverItBegins()
    {
        for (var from = new DateOnly(2027, 1, 1); from < new DateOnly(2029, 1, 1); from = from.AddDays(1))
        {
            Of(from, null, 100, 0, Nation.England).Days.ShouldBe(27, $"{from}");
        }
    }

    [Fact]
    public void Leave_OfAMoreSeniorDoctorOrAGreaterShare_IsNeverLess()
    {
        foreach (var nation in NationExtensions.All)
        {
            for (var years = 0; years < 12; years++)
            {
                Of(On, null, 80, years + 1, nation).Days!.Value.ShouldBeGreaterThanOrEqualTo(Of(On, null, 80, years, nation).Days!.Value);
                Of(On, null, 90, years, nation).Days!.Value.ShouldBeGreaterThan(Of(On, null, 80, years, nation).Days!.Value);
            }
        }
    }

    [Fact]
    public void Deadline_OfAnyChange_IsTheNoticeOfItsNationBeforeIt()
    {
        for (var day = On; day < On.AddYears(3); day = day.AddDays(5))
        {
            HoursRequestChecker.Check(new HoursRequest { Percent = 80, From = day }, Request, On, Nation.England).Deadline.ShouldBe(day.AddDays(-112));
            HoursRequestChecker.Check(new HoursRequest { Percent = 80, From = day }, Request, On, Nation.Scotland).Deadline.ShouldBe(day.AddMonths(-3));
            HoursRequestChecker.Check(new HoursRequest { Percent = 80, From = day }, Request, On, Nation.NorthernIreland).Deadline.ShouldBeNull();
            var wales = HoursRequestChecker.Check(new HoursRequest { Percent = 80, From = day }, Request, On, Nation.Wales).Deadline!.Value;
            wales.AddDays(1).Day.ShouldBe(1);
            new[] { 2, 8 }.ShouldContain(wales.Month);
            ((day.Year * 12) + day.Month - (wales.Year * 12) - wales.Month).ShouldBeInRange(6, 11);
        }
    }

    [Fact]
    public void StartThatIsGiven_ToALateForm_IsInTimeForItself()
    {
        foreach (var nation in (Nation[])[Nation.England, Nation.Scotland, Nation.Wales])
        {
            for (var submitted = On; submitted < On.AddYears(2); submitted = submitted.AddDays(3))
            {
                var late = HoursRequestChecker.Check(new HoursRequest { Percent = 80, From = submitted.AddDays(20), Submitted = submitted }, Request, On, nation);
                if (late.DaysLate > 0)
                {
                    HoursRequestChecker.Check(new HoursRequest { Percent = 80, From = late.StartIfNotExceptional!.Value, Submitted = submitted }, Request, On, nation).DaysLate
                        .ShouldBe(0, $"{submitted} in {nation}");
                }
            }
        }
    }

    [Fact]
    public void Approver_BelowTheUsualFloor_IsTheDeanInEveryNation_AndNeverWhoApprovesTheUsual()
    {
        foreach (var nation in NationExtensions.All)
        {
            string? Of(decimal percent) => HoursRequestChecker.Check(new HoursRequest { Percent = percent, From = new DateOnly(2027, 8, 4) }, Request, On, nation).Approver;

            Of(49).ShouldNotBeNull().ShouldStartWith("The postgraduate dean, in exceptional hardship", Case.Sensitive, nation.Name());
            Of(50).ShouldNotBe(Of(49), nation.Name());
        }
    }

    [Fact]
    public void LowestShare_OnAVisa_KeepsBasicPayAtTheFloorAndAPercentLessDoesNot()
    {
        foreach (var grade in Enum.GetValues<PayGrade>().Where(grade => grade.IsResident()))
        {
            foreach (var certificate in (DateOnly[])[new(2024, 2, 1), new(2024, 4, 3), new(2024, 4, 4), new(2026, 1, 1)])
            {
                var advice = HoursRequestChecker.Check(new HoursRequest
                {
                    Percent = 100,
                    From = new DateOnly(2027, 8, 4),
                    Grade = grade,
                    Visa = new RequestVisa { SkilledWorker = true, CertificateFrom = certificate }
                },
                    Request, On, Nation.England);
                var basic = Request.Pay.PayScales.Steps(new DateOnly(2027, 8, 4), Nation.England, "resident-2016", grade.Key()).Single().Gbp;
                var floor = certificate < new DateOnly(2024, 4, 4) ? 20960 : 25000;

                (basic * advice.LowestShare!.Value).ShouldBeGreaterThanOrEqualTo(floor);
                (basic * (advice.LowestShare.Value - 0.01m)).ShouldBeLessThan(floor);
                advice.LowestStandardShare!.Value.ShouldBeGreaterThanOrEqualTo(Math.Max(0.5m, advice.LowestShare.Value));
            }
        }
    }

    private static LeaveEntitlement Of(DateOnly from, DateOnly? to, decimal percent, int service, Nation nation) =>
        LeaveCalculator.Calculate(new LeaveQuestion { From = from, To = to, Percent = percent, ServiceYears = service }, Leave, On, nation);
}
