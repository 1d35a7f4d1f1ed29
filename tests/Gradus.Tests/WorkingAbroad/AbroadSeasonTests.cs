using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;
using Gradus.WorkingAbroad;

namespace Gradus.Tests.WorkingAbroad;

/// <summary>A season that has closed is followed by the next one: no first day abroad is dated before the season on which it rests can begin.</summary>
public sealed class AbroadSeasonTests
{
    private static readonly ContentLibrary Library = ContentLoader.LoadFigures(Repository.At("content"), ((DeclaredTool)WorkingAbroadTools.Plan).Needs);
    private static readonly DateOnly[] Months = [.. Enumerable.Range(0, 36).Select(month => new DateOnly(2026, 1, 1).AddMonths(month))];

    public static TheoryData<string> Countries => ["new-zealand", "australia", "canada", "usa"];

    [Theory]
    [InlineData("2026-05-01", "2027-07-01")]
    [InlineData("2026-11-30", "2028-07-01")]
    public void Residency_BeginsInAYearWhoseSeasonCanStillBeEntered(string on, string firstDay)
    {
        foreach (var usVisa in (string[])["j-1", "h-1b"])
        {
            var plan = ToolAsk.Answer<AbroadPlan>("working-abroad/plan", new { country = "usa", qualifiedIn = "united-kingdom", gmc = "full", usVisa }, on);

            plan.FirstDay.ShouldBe(DateOnly.Parse(firstDay));
            plan.Says.ShouldEndWith(on == "2026-05-01" ? "1 July 2027 or later." : "1 July 2028 or later, by the pattern of each year.");
        }
    }

    [Fact]
    public void Residency_OfASeasonThatHasClosed_CannotBeMet()
    {
        var plan = ToolAsk.Answer<AbroadPlan>("working-abroad/plan",
            new { country = "usa", workFrom = "2027-07-01", qualifiedIn = "united-kingdom", gmc = "full", usVisa = "j-1" }, "2026-11-30");

        (plan.Verdict, plan.FirstDay, plan.DaysShort).ShouldBe((Verdict.No, new DateOnly(2028, 7, 1), 366));
        plan.UnknownWaits.Single(wait => wait.Id == "us-eras").Why.ShouldBe(
            "applications through ERAS: 2 September 2027 to 23 September 2027 by the pattern of each year; the days for 2028 are not published yet or were not found (for 2027: 2 September 2026 to 23 September 2026)");
        plan.UnknownWaits.Where(wait => wait.Why.Contains("pattern")).ShouldAllBe(wait => wait.Ask != null);
    }

    [Fact]
    public void ASeasonThatWasEntered_IsNotWaitedForAgain()
    {
        string[] done = ["us-account", "us-step-1", "us-step-2", "us-eras"];

        var plan = ToolAsk.Answer<AbroadPlan>("working-abroad/plan", new { country = "usa", route = "us-residency", startFrom = "2026-06-01", done }, "2026-11-30");

        plan.FirstDay.ShouldBe(new DateOnly(2027, 7, 1));
        plan.Steps.Single(step => step.Id == "us-interviews").EarliestStart.ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Countries))]
    public void EveryStepOfASeason_LiesInIt_AndTheFirstDayNotBefore(string key)
    {
        foreach (var (facts, on) in Questions(key))
        {
            var plan = Plan(facts, on);
            var says = $"{facts.Route} {facts.UsVisa} {facts.Post} {facts.StartFrom} {on}";
            foreach (var step in plan.Steps.Where(step => step is { Window: not null, Done: false, Phase: not "after" }
                && !step.Window.Contains("were not found; as an example", StringComparison.Ordinal)))
            {
                plan.FirstDay!.Value.ShouldBeGreaterThanOrEqualTo(step.EarliestStart, says);
                step.EarliestStart.ShouldBeGreaterThanOrEqualTo(on, says);
                if (step.Expected)
                {
                    plan.UnknownWaits.ShouldContain(wait => wait.Id == step.Id, says);
                }
            }

            foreach (var july in plan.Steps.Where(step => step.Id is "us-july" or "ca-july"))
            {
                (july.EarliestStart.Month, july.EarliestStart.Day).ShouldBe((7, 1), says);
            }

            // Applications by the last day of one year, residency in the next.
            foreach (var (first, last, month, day) in ((string, string, int, int)[])[("us-eras", "us-july", 9, 23), ("ca-carms", "ca-july", 10, 16)])
            {
                if (plan.Steps.FirstOrDefault(step => step.Id == first) is { EarliestStart: var apply })
                {
                    var closes = apply <= new DateOnly(apply.Year, month, day) ? apply.Year : apply.Year + 1;
                    plan.Steps.Single(step => step.Id == last).EarliestStart.Year.ShouldBeGreaterThan(closes, says);
                }
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Countries))]
    public void AskedAMonthLater_TheFirstDayIsNeverEarlier(string key)
    {
        foreach (var way in Questions(key).GroupBy(question => (question.Facts.Route, question.Facts.Post, question.Facts.UsVisa, question.Facts.Visa,
            Fixed: question.Facts.StartFrom == Months[0])))
        {
            var before = DateOnly.MinValue;
            foreach (var (facts, on) in way)
            {
                var first = Plan(facts, on).FirstDay!.Value;
                first.ShouldBeGreaterThanOrEqualTo(before, $"{way.Key} {facts.StartFrom} {on}");
                before = first;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void TheComparison_SaysWhatThePlanSays(string key)
    {
        foreach (var on in Months.Where(month => month.Month % 3 == 0))
        {
            var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, on);
            var beside = AbroadComparer.Compare(new AbroadComparisonQuestion { Post = PostSearch.Round, WorkFrom = on.AddDays(300) }, figures, on, Nation.England).Countries
                .Single(country => country.Country.Key() == key);
            var plan = AbroadPlanner.Plan(new AbroadPlanQuestion { Country = beside.Country, Post = PostSearch.Round, WorkFrom = on.AddDays(300) }, figures, on, Nation.England);

            (beside.Route, beside.FirstDay,
                beside.Expected).ShouldBe((plan.Route!, plan.FirstDay!.Value, plan.UnknownWaits.Any(wait => wait.Why.Contains("pattern", StringComparison.Ordinal))), $"{on}");
        }
    }

    // Every route, each way of going about it, each month: prepared from then, or from a fixed day.
    private static IEnumerable<(AbroadPlanQuestion Facts, DateOnly On)> Questions(string key)
    {
        var country = Enum.GetValues<AbroadCountry>().Single(country => country.Key() == key);
        var routes = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, Months[^1]).Routes
            .Where(route => route.Country == key && route.RuleIs == "known")
            .Select(route => route.Key)
            .ToList();
        return from route in routes
               from post in (PostSearch?[])[null, PostSearch.Round, PostSearch.Vacancy]
               from visa in country == AbroadCountry.Usa ? (UsVisa?[])[UsVisa.J1, UsVisa.H1b] : [null]
               from start in (DateOnly?[])[null, Months[0]]
               from month in Months
               select (new AbroadPlanQuestion { Country = country, Route = route, Post = post, UsVisa = visa, StartFrom = start ?? month }, month);
    }

    private static readonly Dictionary<DateOnly, AbroadFigures> Known = Months.ToDictionary(month => month,
        month => FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, month));

    private static AbroadPlan Plan(AbroadPlanQuestion facts, DateOnly on) => AbroadPlanner.Plan(facts, Known[on], on, Nation.England);
}
