using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Pay: published cases, and what holds whatever is asked.</summary>
public sealed class ExpectedPayTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private static readonly DateOnly On = new(2026, 11, 29);
    private static readonly PayRuleFigures Figures = FiguresBinder.Of<PayRuleFigures>("less-than-full-time", Library.Book, On);

    public static TheoryData<Nation> All => [.. NationExtensions.All];

    [Fact]
    public void Calculate_ThePublishedExampleOfTheBma_IsItsPublishedSum()
    {
        var scale = Figures.PayScales.First(row => row.Contract == "resident-2016" && row.Grade == "ST4") with { Gbp = 47132, From = null, Known = null };
        var pay = ExpectedPayCalculator.Calculate(new PayQuestion { Grade = PayGrade.St4, Hours = 27, LessThanFullTime = false },
            Figures with { PayScales = [scale] }, On, Nation.England);

        pay.Lines.Single().Amount.ShouldBe(31814.10m);
    }

    [Theory]
    [InlineData(20960, "FY1", 65)]
    [InlineData(20960, "FY2", 57)]
    [InlineData(20960, "ST2", 48)]
    [InlineData(20960, "ST4", 38)]
    [InlineData(20960, "ST7", 34)]
    [InlineData(23200, "FY1", 72)]
    [InlineData(23200, "FY2", 63)]
    [InlineData(23200, "ST2", 53)]
    [InlineData(23200, "ST4", 42)]
    public void VisaFloors_OverTheScaleOf2023_GiveThePublishedShares(int floor, string grade, int percent)
    {
        var floors = FiguresBinder.Of<HoursRequestFigures>("less-than-full-time", Library.Book, On).VisaFloors;
        var basic = Figures.PayScales.Steps(new DateOnly(2024, 3, 31), Nation.England, "resident-2016", grade).Single().Gbp;

        floors.ShouldContain(row => row.Gbp == floor);
        decimal.Ceiling(100 * floor / basic).ShouldBe(percent);
    }

    [Theory]
    [InlineData("FY1")]
    [InlineData("ST7")]
    public void TheScaleOf2025_IsThatOf2024RaisedByTheAward(string grade)
    {
        decimal Basic(int year) => Figures.PayScales.Steps(new DateOnly(year, 4, 1), Nation.England, "resident-2016", grade).Single().Gbp;

        Basic(2025).ShouldBe(decimal.Ceiling((Basic(2024) * 1.04m) + 750));
    }

    [Theory]
    [InlineData(6, 3252.40)]
    [InlineData(7, 2601.92)]
    [InlineData(6.01, 2601.92)]
    [InlineData(1, 9757.20)]
    [InlineData(8, 1951.44)]
    public void Weekends_AtTheEdgeOfAStep_AreInTheFirstThatFits(double oneIn, double expected) =>
        Pay(new PayQuestion { Grade = PayGrade.St4, PayDay = new DateOnly(2025, 8, 6), Weekends = new WeekendWork { OneIn = (decimal)oneIn } },
            Nation.England).Lines.Single(line => line.Key == PayLineKey.Weekends).Amount
            .ShouldBe((decimal)expected);

    [Fact]
    public void TheCapOnSalariedGps_IsTheTopOfTheScaleWithOnCosts()
    {
        var top = Figures.PayScales.Steps(On, Nation.England, "salaried-gp", "salaried-gp")[^1].Gbp;

        decimal.Round(top + (0.15m * (top - 5000)) + (0.1438m * top)).ShouldBe(Library.Book.Figures["gp-workforce/plr-cap"].At(On, Nation.England).Number!.Value);
    }

    [Fact]
    public void TheScaleOfNorthernIreland_FollowsItsAwards()
    {
        decimal Basic(DateOnly day) => Figures.PayScales.Steps(day, Nation.NorthernIreland, "resident-2002", "FY1")[0].Gbp;
        var first = Figures.PayScales.Single(row => row.Nation == Nations.NorthernIreland && row.Grade == "FY1" && row.From == new DateOnly(2023, 4, 1) && row.Known is null).Gbp;

        Basic(new DateOnly(2024, 4, 1)).ShouldBe(decimal.Round((first * 1.0405m * 1.06m) + 1000));
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(All))]
    public void Lines_OfAnyPost_SumToTheTotalInPence(Nation nation)
    {
        foreach (var question in Questions(400, nation))
        {
            var pay = Pay(question, nation);
            if (pay.Total is not { } total)
            {
                pay.Lines.ShouldBeEmpty();
                continue;
            }

            pay.Lines.Sum(line => (long)(line.Amount * 100)).ShouldBe((long)(total * 100));
            pay.Lines.ShouldAllBe(line => line.Amount == decimal.Round(line.Amount, 2) && line.Amount >= 0);
            pay.Lines.Select(line => line.Key).Distinct().Count().ShouldBe(pay.Lines.Count);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Total_WithMoreHoursSharesOrAHigherStep_IsNeverLess(Nation nation)
    {
        foreach (var question in Questions(300, nation))
        {
            var start = question with { LessThanFullTime = question.LessThanFullTime ?? true };
            AtLeast(start, start with { Hours = Math.Min(80, start.Hours!.Value + 1.5m) }, nation);
            AtLeast(start, start with { NightHours = (start.NightHours ?? 0) + 1 }, nation);
            if (start.Weekends is { } weekends)
            {
                AtLeast(start, start with { Weekends = weekends with { Share = Math.Min(1, weekends.Share!.Value + 0.1m) } }, nation);
                AtLeast(start, start with { Weekends = weekends with { OneIn = Math.Max(1, weekends.OneIn - 1) } }, nation);
            }

            if (start.OnCall is { } onCall)
            {
                AtLeast(start, start with { OnCall = new OnCallWork { Share = Math.Min(1, onCall.Share!.Value + 0.1m) } }, nation);
            }

            if (start.Grade is >= PayGrade.St1 and < PayGrade.St8 && nation == Nation.England)
            {
                AtLeast(start, start with { Grade = start.Grade + 1 }, nation);
            }

            if (start.Point is { } point && int.Parse(point, null) is var step)
            {
                AtLeast(start, start with { Point = (step + 1).ToString(null as IFormatProvider) }, nation);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Lines_OfANation_NeedNoOtherNationsTables(Nation nation)
    {
        var own = Only(nation.ToNations());
        var others = Only(Nations.UnitedKingdom & ~nation.ToNations());
        foreach (var question in Questions(200, nation))
        {
            Pay(question, nation, own).Lines.ShouldBe(Pay(question, nation).Lines);
            Pay(question, nation, others).Lines.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("2026-07-23", 339.75)]
    [InlineData("2026-07-24", 259.00)]
    public void Arrears_FromFirstApril_AreBetweenTheLastTwoCirculars(string on, double owed)
    {
        var day = DateOnly.Parse(on, null);
        var figures = FiguresBinder.Of<PayRuleFigures>("less-than-full-time", Library.Book, day);
        var question = new PayQuestion { Grade = PayGrade.Fy1, Arrears = new ArrearsStretch { From = new DateOnly(2026, 4, 1), To = new DateOnly(2026, 6, 30) } };

        ExpectedPayCalculator.Calculate(question, figures, day, Nation.England).Arrears.ShouldBe((decimal)owed);
    }

    [Fact]
    public void Arrears_AreTheSumOfTheirParts()
    {
        decimal Owed(DateOnly from, DateOnly to) =>
            Pay(new PayQuestion { Grade = PayGrade.St2, Arrears = new ArrearsStretch { From = from, To = to } }, Nation.England).Arrears!.Value;
        var (first, last) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 10, 31));
        var whole = Owed(first, last);
        for (var cut = first; cut < last; cut = cut.AddDays(9))
        {
            (Owed(first, cut) + Owed(cut.AddDays(1), last)).ShouldBe(whole, 0.011m);
        }
    }

    [Theory]
    [InlineData(PayLineKey.Basic, 3871.19, "arrears")]
    [InlineData(PayLineKey.Basic, 3400.00, "average hours")]
    [InlineData(PayLineKey.Weekends, 122.40, "share of the weekends")]
    [InlineData(PayLineKey.London, 50.00, "Nothing in what you told us")]
    public void Payslip_WithAUsualError_NamesItsCause(PayLineKey key, double amount, string cause)
    {
        var question = new PayQuestion
        {
            Grade = PayGrade.St5,
            FullTimeHours = 46,
            Hours = 27.6m,
            Weekends = new WeekendWork { OneIn = 5, Share = 0.6m },
            Payslip = [new PayslipLine { Key = key, Amount = (decimal)amount }]
        };

        var slip = Pay(question, Nation.England).Payslip;

        slip.Single(line => line.Key == key).Cause!.ShouldContain(cause);
        slip.Single(line => line.Key == PayLineKey.LtftAllowance).Cause.ShouldBe("The allowance is missing, the most usual error.");
        Pay(question, Nation.England).Tables[0].Rows.Count.ShouldBe(slip.Count, "every door draws tables: a comparison that is only in the data is seen by nobody");
    }

    [Fact]
    public void EveryFactOfAContract_IsPaidOrAnnounced()
    {
        foreach (var nation in NationExtensions.All)
        {
            var question = new PayQuestion
            {
                Grade = PayGrade.St4,
                FullTimeHours = 44,
                Hours = 44,
                Point = "1",
                Weekends = new WeekendWork { OneIn = 4 },
                OnCall = new OnCallWork(),
                NightHours = 3,
                OutOfHours = 2,
                London = LondonZone.Outer,
                Premium = "psychiatry-core",
                Banding = Banding.Band1B,
            };
            var pay = Pay(nation == Nation.England ? question with { Point = null } : question, nation);
            (string Field, PayLineKey Line)[] facts =
            [
                ("weekends", PayLineKey.Weekends), ("onCall", PayLineKey.OnCall), ("nightHours", PayLineKey.NightHours), ("outOfHours", PayLineKey.OutOfHours),
                    ("london", PayLineKey.London), ("premium", PayLineKey.Premium), ("banding", PayLineKey.Banding),
            ];
            foreach (var (field, line) in facts)
            {
                (pay.Lines.Any(paid => paid.Key == line)
                    || pay.Warnings.Any(warning => warning.Field == field)
                    || pay.Reasons.Any(reason => reason.Status == Status.NotFound && reason.Key.StartsWith(field, StringComparison.Ordinal))).ShouldBeTrue($"{field} in {nation}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnAnswer_AfterTheYearOfItsScale_SaysWhichYearTheFigureIsOf(Nation nation)
    {
        var ended = Figures.PayScales.Where(row => row.Nation.Includes(nation))
            .Select(row => YearlyList.LastOf(row.Year!, row.From).AddDays(1))
            .Append(new DateOnly(2026, 11, 30))
            .Distinct()
            .ToList();
        var lastKnown = 0;
        foreach (var day in ended)
        {
            var held = Figures.PayScales.Select(row => (row.Contract, row.Grade))
                .Distinct()
                .SelectMany(scale => Figures.PayScales.Steps(day, nation, scale.Contract, scale.Grade))
                .ToList();
            foreach (var (grade, contract) in Enum.GetValues<PayGrade>()
                .SelectMany(grade => Enum.GetValues<PayContract>().Select(contract => (PayContract?)contract).Append(null).Select(contract => (grade, contract))))
            {
                var pay = Pay(new PayQuestion { Grade = grade, PayDay = day, Contract = contract }, nation);
                var years = held.Where(row => pay.Reasons[0].Says.Contains(FigureText.Of(Amount.Of(row.Gbp), "GBP") + " ", StringComparison.Ordinal))
                    .Select(row => (Year: row.Year!, IsOver: YearlyList.LastOf(row.Year!, row.From) < day))
                    .Distinct()
                    .ToList();
                years.Count.ShouldBe(pay.Reasons[0].Status == Status.NotFound ? 0 : 1, $"{nation} {grade} {contract} on {day.Iso()}: {pay.Reasons[0].Says}");
                foreach (var (year, isOver) in years)
                {
                    lastKnown += isOver ? 1 : 0;
                    foreach (var says in new[] { pay.Says, pay.Reasons[0].Says })
                    {
                        says.Split("Last known", StringSplitOptions.None).Length.ShouldBe(isOver ? 2 : 1, $"{nation} {grade} {contract} on {day.Iso()}: {says}");
                        says.Contains($"Last known, for {year}", StringComparison.Ordinal).ShouldBe(isOver, says);
                    }
                }
            }
        }

        lastKnown.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AScaleOfWhichPointsAreNotFound_IsNeverShownAsWhole(Nation nation)
    {
        var scales = Figures.PayScales.Where(row => row.Nation.Includes(nation) && row.YearsFrom is null && row.Contract != "salaried-gp").ToList();
        var parts = 0;
        foreach (var scale in scales.DistinctBy(row => (row.Contract, row.Grade, row.From)))
        {
            var contract = Enum.GetValues<PayContract>()
                .First(one => JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString()).Replace("-", "", StringComparison.Ordinal)
                    == scale.Contract.Replace("-", "", StringComparison.Ordinal));
            var grade = scale.Grade == "StR" ? PayGrade.St5 : Enum.GetValues<PayGrade>().First(one => one.Key() == scale.Grade);
            var question = new PayQuestion { Grade = grade, PayDay = scale.From, Contract = contract };
            var whole = scales.Where(row => row.Contract == scale.Contract && row.Grade == scale.Grade).Select(row => row.Step).Distinct().Count();
            var held = Figures.PayScales.Steps(scale.From!.Value, nation, scale.Contract, scale.Grade).Count;
            var pay = Pay(question, nation);
            pay.Says.Contains("at the lowest point of the scale", StringComparison.Ordinal).ShouldBe(whole > 1, $"{scale.Contract} {scale.Grade} {scale.From}: {pay.Says}");
            if (held < whole)
            {
                parts++;
                pay.Warnings.ShouldContain(warning => warning.Field == "point" && warning.Says.EndsWith(" only.", StringComparison.Ordinal), pay.Says);
                Pay(question with { Point = "77" }, nation).Says.ShouldNotContain("has no point");
            }
        }

        (parts > 0).ShouldBe(nation is Nation.Scotland or Nation.NorthernIreland);
    }

    [Theory]
    [InlineData("2023-06-01", "The first award of the year; an average of 4.05% was added later and the new points were not found.")]
    [InlineData("2026-11-30", null)]
    public void TheBasicPayOfAScale_KeepsItsNote(string day, string? note)
    {
        var reason = Pay(new PayQuestion { Grade = PayGrade.Fy1, PayDay = DateOnly.Parse(day, null) }, Nation.England).Reasons.Single();

        (note is null
            ? reason.Says.EndsWith("a year for 40 hours a week.", StringComparison.Ordinal)
            : reason.Says.EndsWith(note, StringComparison.Ordinal)).ShouldBeTrue(reason.Says);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheSameRotaFullTime_PaysNoLessThanTheDoctor_AndWhatWasTakenIsSaid(Nation nation)
    {
        foreach (var asked in Questions(300, nation))
        {
            var question = asked with { FullTimeHours = null, LessThanFullTime = null };
            var pay = Pay(question, nation);
            if (pay.Total is { } total)
            {
                pay.FullTimeTotal!.Value.ShouldBeGreaterThanOrEqualTo(total - (pay.Lines.FirstOrDefault(line => line.Key == PayLineKey.LtftAllowance)?.Amount ?? 0),
                    $"{nation}: {question}");
                pay.Warnings.ShouldContain(warning => warning.Field == "fullTimeHours" && warning.Says.StartsWith("Taken: ", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void HoursAboveTheFullTimeWeek_WithoutARota_AreTheRota()
    {
        var pay = Pay(new PayQuestion { Grade = PayGrade.Fy1, PayDay = new DateOnly(2026, 11, 30), Hours = 44, NightHours = 6, London = LondonZone.Inner }, Nation.England);

        (pay.Total, pay.FullTimeTotal).ShouldBe((49798.64m, 49798.64m));
        pay.Warnings.Single(warning => warning.Field == "fullTimeHours").Says
            .ShouldBe("Taken: your 44 hours a week are those of the full-time rota. If that rota has more, put in its hours.");
    }

    [Theory]
    [InlineData(44, 49798.64, false)]
    [InlineData(30, 45676.04, true)]
    public void SharesSideBySide_TakeTheDoctorsOwnFullTimeHours_AndSayWhatWasTaken(int hours, double full, bool isWeek)
    {
        var beside = ToolAsk.Answer<SideBySide>("less-than-full-time/side-by-side",
            new
            {
                plan = new { plannedEnd = "2030-08-06", baselineRate = 1 },
                from = "2027-08-04",
                pay = new
                {
                    grade = "FY1",
                    payDay = "2026-11-30",
                    hours,
                    nightHours = isWeek
                ? 4.5
                : 6,
                    london = "inner"
                }
            },
            "2026-11-30");

        beside.Rows[0].Total.ShouldBe((decimal)full);
        beside.Warnings.Single(warning => warning.Field == "pay.fullTimeHours").Says.ShouldStartWith(isWeek ? "Taken: a full-time rota of 40 hours" : "Taken: your 44 hours");
        beside.Warnings.ShouldNotContain(warning => warning.Field == "pay.hours");
    }

    [Theory]
    [InlineData(0, 56925)]
    [InlineData(1, 56925)]
    [InlineData(2, 64170)]
    [InlineData(4, 70380)]
    [InlineData(5, 70380)]
    [InlineData(7, 76590)]
    [InlineData(8, 80730)]
    [InlineData(30, 80730)]
    public void ARegistrarInWales_GoesUpAStepEveryTwoYears_ToBeChecked(int years, int pounds)
    {
        var pay = Pay(new PayQuestion { Grade = PayGrade.St4, PayDay = new DateOnly(2026, 11, 30), ServiceYears = years }, Nation.Wales);

        (pay.Total, pay.Lines.Single().Status).ShouldBe((pounds, Status.Verify));
        pay.Reasons[0].Says.ShouldContain("One step for every two years");
        pay.Warnings.ShouldNotContain(warning => warning.Field == "serviceYears");
    }

    [Fact]
    public void YearsCompleted_InAGapOfAScale_AreNotFound()
    {
        // Of England's specialists in 2024/25 the step of 3 to 5 years was not seen.
        var pay = Pay(new PayQuestion { Grade = PayGrade.Specialist, PayDay = new DateOnly(2024, 6, 1), ServiceYears = 4 }, Nation.England);

        (pay.Verdict, pay.Says).ShouldBe((Verdict.Unknown, "What 4 years completed pay on that scale was not found: ask your payroll."));
    }

    [Theory]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void ThePremiumAndTheAllowance_AfterTheirYear_SaySoToo(string day, bool isOver)
    {
        var reasons = Pay(new PayQuestion
        {
            Grade = PayGrade.St4,
            PayDay = DateOnly.Parse(day, null),
            Premium = "academia",
            Hours = 30,
            Weekends = new WeekendWork { OneIn = 4 },
            OnCall = new OnCallWork(),
            London = LondonZone.Inner
        },
            Nation.England).Reasons.ToDictionary(reason => reason.Key,
            reason => reason.Says);

        foreach (var key in new[] { "basic", "premium", "ltft-allowance", "on-call" })
        {
            reasons[key].Contains("Last known, for 2026/27", StringComparison.Ordinal).ShouldBe(isOver, key);
        }

        reasons["london"].ShouldNotContain("Last known"); // It is no yearly list.
        reasons["weekends"].ShouldContain("The circular of July 2026 prints a table");
    }

    [Fact]
    public void SharesSideBySide_WithAPayDayAfterTheYear_SayWhichYearThePayIsOf()
    {
        var beside = ToolAsk.Answer<SideBySide>("less-than-full-time/side-by-side",
            new { plan = new { plannedEnd = "2030-08-06", baselineRate = 1 }, from = "2027-08-04", pay = new { grade = "ST4", payDay = "2027-08-04" } },
            "2026-11-30");

        beside.Says.ShouldContain("Of pay: last known, for 2026/27");
    }

    private static void AtLeast(PayQuestion less, PayQuestion more, Nation nation)
    {
        if (Pay(less, nation).Total is { } total && Pay(more, nation).Total is { } higher)
        {
            higher.ShouldBeGreaterThanOrEqualTo(total, $"{nation}: {less} → {more}");
        }
    }

    private static ExpectedPay Pay(PayQuestion question, Nation nation, PayRuleFigures? figures = null) =>
        ExpectedPayCalculator.Calculate(question, figures ?? Figures, On, nation);

    private static PayRuleFigures Only(Nations nations) => Figures with
    {
        PayScales = [.. Figures.PayScales.Where(row => (row.Nation & nations) != Nations.None)],
        PayAllowances = [.. Figures.PayAllowances.Where(row => (row.Nation & nations) != Nations.None)],
        OnCallAmounts = [.. Figures.OnCallAmounts.Where(row => (row.Nation & nations) != Nations.None)],
        Premia = [.. Figures.Premia.Where(row => (row.Nation & nations) != Nations.None)],
    };

    private static IEnumerable<PayQuestion> Questions(int number, Nation nation)
    {
        var random = new Random(number + (int)nation);
        decimal Share() => random.Next(11) / 10m;
        for (var round = 0; round < number; round++)
        {
            var full = random.Next(32, 57);
            var grade = (PayGrade)random.Next((int)PayGrade.Consultant + 1);
            yield return new PayQuestion
            {
                Grade = grade,
                PayDay = new DateOnly(2024, 4, 1).AddDays(random.Next(1200)),
                FullTimeHours = full,
                Hours = decimal.Round(full * random.Next(30, 101) / 100m, 2),
                Weekends = random.Next(2) == 0 ? null : new WeekendWork { OneIn = random.Next(4, 41) / 4m, Share = Share() },
                OnCall = random.Next(2) == 0 ? null : new OnCallWork { Share = Share() },
                NightHours = random.Next(12),
                OutOfHours = random.Next(12),
                London = random.Next(3) == 0 ? LondonZone.Inner : null,
                Premium = random.Next(4) == 0 ? "general-practice" : null,
                LessThanFullTime = random.Next(3) switch { 0 => true, 1 => false, _ => null },
                ServiceYears = random.Next(20),
                Point = nation != Nation.England && random.Next(2) == 0 && grade.IsResident() ? "1" : null,
                Banding = random.Next(3) == 0 ? Banding.Band1A : null,
            };
        }
    }
}
