using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Rules;

/// <summary>The pay scales, and every figure that is worked out from them, held to its formula.</summary>
public sealed class PayScaleTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private static readonly DateOnly[] Askings = [new(2025, 6, 1), new(2026, 5, 10), new(2026, 5, 11), new(2026, 7, 1), new(2026, 7, 23), new(2026, 7, 24), new(2026, 11, 29)];
    private static readonly (string Figure, string[] Grades)[] Points =
    [
        ("f1", ["FY1"]), ("f2", ["FY2"]), ("st1-2", ["CT1", "CT2", "ST1", "ST2"]), ("st3", ["CT3", "ST3"]), ("st4-5", ["ST4", "ST5"]), ("st6", ["ST6"]), ("st7-8", ["ST7", "ST8"]),
    ];

    public static TheoryData<DateOnly> AskedOn => [.. Askings];

    [Theory]
    [InlineData("2026-05-10", 38831)]
    [InlineData("2026-07-01", 40190)]
    [InlineData("2026-07-23", 40190)]
    [InlineData("2026-07-24", 41226)]
    public void Steps_OfAnF1OnFirstJuly2026_AreThoseKnownOnTheDayOfAsking(string on, int pounds) =>
        Pay(DateOnly.Parse(on, null)).Steps(new DateOnly(2026, 7, 1), Nation.England, "resident-2016", "FY1").Single().Gbp.ShouldBe(pounds);

    [Fact]
    public void Steps_OfEnglandsTraineesOnSince24July_AreTenPoints()
    {
        var pay = Pay(new DateOnly(2026, 7, 24));
        string[] grades = ["FY1", "FY2", "ST1", "ST2", "ST3", "ST4", "ST5", "ST6", "ST7", "ST8"];

        grades.Select(grade => pay.Steps(new DateOnly(2026, 8, 5), Nation.England, "resident-2016", grade).Single()).Select(row => (row.Point, row.Gbp)).ShouldBe(
            [("1", 41226m), ("2", 47610m), ("3a", 55355m), ("3b", 55355m), ("4a", 67325m), ("4b", 67998m), ("4c", 67998m), ("5a", 76582m), ("5b", 77348m), ("5c", 77348m)]);
    }

    [Fact]
    public void Steps_AfterTheYearOfTheScale_AreOnlyLastKnown()
    {
        var step = Pay(new DateOnly(2026, 11, 29)).Steps(new DateOnly(2027, 8, 4), Nation.England, "resident-2016", "FY1").Single();

        (step.Gbp, step.Status).ShouldBe((41226m, Status.Verify));
        step.Note!.ShouldStartWith("Last known, for 2026/27");
    }

    [Theory]
    [InlineData("2026/27", "2026-04-01", "2027-03-31")]
    [InlineData("2025/26", "2025-04-06", "2026-04-05")]
    [InlineData("2027", "2027-01-01", "2027-12-31")]
    public void AYearlyList_EndsWithItsYear_AndATaxYearOn5April(string year, string from, string last)
    {
        var (first, end) = (DateOnly.Parse(from, null), DateOnly.Parse(last, null));

        YearlyList.LastOf(year, first).ShouldBe(end);
        YearlyList.LastKnown(year, first, end).ShouldBeNull();
        YearlyList.LastKnown(year, first, end.AddDays(1)).ShouldBe($"Last known, for {year}; what holds after it had not been seen.");
    }

    [Fact]
    public void AReason_FromAListWhoseYearHasEnded_SaysSoOnce()
    {
        var (pay, day) = (Pay(new DateOnly(2026, 11, 29)), new DateOnly(2027, 8, 4));
        var step = pay.Steps(day, Nation.England, "resident-2016", "FY1").Single();
        var figure = Library.Book.Figures["gp-workforce/salaried-range"].At(day, Nation.England);

        step.Because("pay", "It is so.").Says.ShouldBe("It is so. Last known, for 2026/27; what holds after it had not been seen.");
        step.Because("pay", $"It is so. {step.Note}").Says.ShouldBe($"It is so. {step.Note}");
        figure.Because("range", "It is so.").Says.ShouldBe("It is so. Last known, for 2026/27; what holds after it had not been seen.");
    }

    [Fact]
    public void Steps_OfOneNation_AreNeverAnothers()
    {
        var pay = Pay(new DateOnly(2026, 11, 29));

        foreach (var nation in NationExtensions.All)
        {
            foreach (var row in pay)
            {
                pay.Steps(new DateOnly(2026, 8, 5), nation, row.Contract, row.Grade).ShouldAllBe(step => step.Nation == nation.ToNations());
            }
        }
    }

    [Fact]
    public void Steps_OfAScale_RiseWithEveryStep()
    {
        foreach (var on in Askings)
        {
            foreach (var (contract, grade, nation) in Pay(on).Select(row => (row.Contract, row.Grade, row.Nation)).Distinct())
            {
                var steps = Pay(on).Steps(on, NationExtensions.All.Single(one => one.ToNations() == nation), contract, grade);
                steps.Select(step => step.Gbp).ShouldBeInOrder(SortDirection.Ascending, $"{nation} {contract} {grade} as at {on}");
                steps.Select(step => step.Step).Distinct().Count().ShouldBe(steps.Count);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AskedOn))]
    public void BasicPay_InRulesYaml_IsWhatTheScaleSays(DateOnly on)
    {
        foreach (var (figure, grades) in Points)
        {
            foreach (var grade in grades)
            {
                Figure($"less-than-full-time/basic-pay-{figure}", on).ShouldBe(Pay(on).Steps(on, Nation.England, "resident-2016", grade).Single().Gbp, $"{grade} as at {on}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AskedOn))]
    public void VisaShares_AreTheFloorOverBasicPay_RoundedUpToAPercent(DateOnly on)
    {
        var floor = Figure("less-than-full-time/visa-salary-floor", on);
        foreach (var (figure, _) in Points)
        {
            Figure($"less-than-full-time/visa-lowest-share-{figure}",
                on).ShouldBe(decimal.Ceiling(100 * floor / Figure($"less-than-full-time/basic-pay-{figure}", on)) / 100, figure);
        }
    }

    [Theory]
    [MemberData(nameof(AskedOn))]
    public void ShadowingPay_IsBasicPayOverTheWorkingDaysOfTheFormula(DateOnly on)
    {
        var day = Figure("less-than-full-time/basic-pay-f1", on) / Figure("shadowing/working-days-in-formula", on);

        Figure("shadowing/day-rate", on).ShouldBe(decimal.Round(day, 2, MidpointRounding.AwayFromZero));
        Figure("shadowing/four-day-pay", on).ShouldBe(decimal.Round(4 * day, 2, MidpointRounding.AwayFromZero));
    }

    [Theory]
    [MemberData(nameof(AskedOn))]
    public void TheExampleInTheGuidance_IsBasicPayByHours(DateOnly on)
    {
        var basic = Figure("less-than-full-time/basic-pay-st3", on);

        Figure("less-than-full-time/example-basic-st3", on).ShouldBe(decimal.Round(basic / 40 * 38.4m));
        Figure("less-than-full-time/example-flat-st3", on).ShouldBe(decimal.Round(basic * 0.8m));
    }

    [Fact]
    public void OnCallAmounts_AreTheShareOfBasicPayOfTheirPoint_RoundedUpToAPound()
    {
        var share = Figure("less-than-full-time/on-call-availability", new DateOnly(2026, 11, 29)) / 100;
        var table = Library.Book.Tables["less-than-full-time/on-call-amounts"];
        var points = FiguresBinder.Of<PayFigures>("less-than-full-time", Library.Book, new DateOnly(2026, 11, 29)).PayScales.Where(row => row.Contract == "resident-2016").ToList();

        table.Rows.Count.ShouldBe(15);
        foreach (var row in table.Rows)
        {
            var (point, known) = (row[table.Column("point")], DateOnly.Parse(row[table.Column("known")], null));
            var basic = points.First(scale => scale.Point == point && scale.Known == known).Gbp;
            decimal.Parse(row[table.Column("gbp")], null).ShouldBe(decimal.Ceiling(basic * share), point);
        }
    }

    [Theory]
    [InlineData("sas-charter/specialty-pay", "specialty-doctor", "sas-2021")]
    [InlineData("sas-charter/specialist-pay", "specialist", "sas-2021")]
    [InlineData("gp-workforce/salaried-range", "salaried-gp", "salaried-gp")]
    public void RangesInOtherRooms_AreTheEndsOfTheScale(string figure, string grade, string contract)
    {
        foreach (var on in Askings)
        {
            var value = Library.Book.AsAt(Library.Book.Figures[figure], on).At(on, Nation.England);
            var steps = Pay(on).Steps(on, Nation.England, contract, grade);
            (value.Low, value.High).ShouldBe((steps[0].Gbp, steps[^1].Gbp), $"{figure} as at {on}");
        }
    }

    [Fact]
    public void TheSasTableOfEngland_IsTheScale()
    {
        var table = Library.Book.Tables["sas-charter/pay-england"];
        var scale = Pay(new DateOnly(2026, 11, 29)).Where(row => row.Contract == "sas-2021" && row.Nation == Nations.England).ToList();
        var all = table.Rows.Where(row => string.CompareOrdinal(row[table.Column("from")], "2025") > 0).ToList();
        all.ShouldNotBeEmpty();
        foreach (var row in all)
        {
            var grade = row[table.Column("grade")] == "Specialist" ? "specialist" : "specialty-doctor";
            var years = int.Parse(row[table.Column("years")].Split(' ')[0], null) - 1;
            scale.Single(step => step.Grade == grade && step.From == DateOnly.Parse(row[table.Column("from")], null) && step.YearsFrom == years).Gbp
                .ShouldBe(decimal.Parse(row[table.Column("gbp")], null), $"{grade} after {years} years");
        }
    }

    private static IReadOnlyList<PayScale> Pay(DateOnly on) => FiguresBinder.Of<PayFigures>("less-than-full-time", Library.Book, on).PayScales;

    private static decimal Figure(string name, DateOnly on) =>
        Library.Book.AsAt(Library.Book.Figures[name], on).At(on, Nation.England).Number ?? throw new InvalidOperationException($"{name} has no value on {on}");
}
