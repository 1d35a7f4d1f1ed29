using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.WorkingAbroad;

namespace Gradus.Tests.WorkingAbroad;

/// <summary>The tables of steps are read strictly, and every row of them counts.</summary>
public sealed class AbroadContentTests
{
    private static readonly DateOnly On = new(2026, 11, 29);
    private static readonly ContentLibrary Library = ContentLoader.LoadFigures(Repository.At("content"), ((DeclaredTool)WorkingAbroadTools.Plan).Needs);

    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "steps-uk", "uk-choose", "after", "nz-arrive", "waits for itself" },
        { "steps-new-zealand", "nz-check", "after", "nz-nothing", "which is no step" },
        { "steps-new-zealand", "nz-round", "wait_is", "long", "expected known, at-least" },
        { "steps-new-zealand", "nz-round", "wait_is", "none", "expected a figure where it is known" },
        { "steps-new-zealand", "nz-round", "wait", "new-zealand-registration-fee", "expected days, working days" },
        { "steps-new-zealand", "nz-round", "window", "nz-never", "which is no window" },
        { "steps-new-zealand", "nz-round", "when", "post", "cannot be read" },
        { "steps-new-zealand", "nz-round", "when", "weather=fine", "which is no fact" },
        { "steps-new-zealand", "nz-round", "routes", "nz-nowhere", "which is no route" },
        { "steps-new-zealand", "nz-first-day", "phase", "after", "expected one" },
        { "decisions", "vacancy", "way_on", "nz-nothing", "has no way on" },
        { "route-tests", "nz-competent-authority", "test", "like", "expected in, not-in" },
        { "routes", "nz-competent-authority", "rule_is", "perhaps", "expected one of" },
    };

    public static TheoryData<string> Countries => ["new-zealand", "australia", "canada", "usa"];

    [Fact]
    public void TheShippedTables_AreSound() => AbroadContent.Check(Library.Book).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFault_IsToldWithFileAndLine(string table, string row, string column, string value, string says)
    {
        var complaints = AbroadContent.Check(With(table, row, column, value)).ToList();

        var complaint = complaints.Find(one => one.Says.Contains(says, StringComparison.Ordinal)).ShouldNotBeNull(string.Join("\n", complaints));
        complaint.File.ShouldStartWith("working-abroad/tables/");
        complaint.Line.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void AStepThatNoRouteReaches_IsTold() =>
        AbroadContent.Check(With("steps-canada", "ca-supervised", "after", "")).ShouldHaveSingleItem().Says.ShouldContain("no route reaches");

    [Theory]
    [MemberData(nameof(Countries))]
    public void WithoutAnyOneOfItsRows_SomePlanOfTheCountryChanges(string key)
    {
        var country = Enum.GetValues<AbroadCountry>().Single(country => country.Key() == key);
        var table = Library.Book.Tables["working-abroad/steps-" + key];
        var before = Plans(Library.Book, country);
        foreach (var id in table.Rows.Select(row => row[table.Column("id")]).Where(id => !id.EndsWith("-first-day", StringComparison.Ordinal)))
        {
            Plans(Without("steps-" + key, id), country).ShouldNotBe(before, id);
        }
    }

    [Fact]
    public void TheWeeksOnTheNewZealandPage_AreThoseOfItsPlan()
    {
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, On);
        var says = Library.Book.Figures["working-abroad/new-zealand-total-time"].At(On, Nation.England);

        var plan = AbroadPlanner.Plan(new AbroadPlanQuestion { Country = AbroadCountry.NewZealand, Route = "nz-competent-authority", StartFrom = new DateOnly(2027, 1, 4), Post = PostSearch.Round }, figures, On, Nation.England);

        (plan.WeeksLeast, plan.WeeksMost).ShouldBe((says.Low, says.High));
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void OneWeekMore_NeverMakesAFirstDayEarlier(string key)
    {
        var country = Enum.GetValues<AbroadCountry>().Single(country => country.Key() == key);
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, On);
        foreach (var route in figures.Routes.Where(route => route.Country == key && route.RuleIs == "known"))
        {
            var facts = new AbroadPlanQuestion { Country = country, Route = route.Key, StartFrom = On };
            var plan = AbroadPlanner.Plan(facts, figures, On, Nation.England);
            foreach (var step in plan.UnknownWaits.Select(wait => wait.Id))
            {
                var shorter = AbroadPlanner.Plan(facts with { Mine = new Dictionary<string, int> { [step] = 20 } }, figures, On, Nation.England);
                var longer = AbroadPlanner.Plan(facts with { Mine = new Dictionary<string, int> { [step] = 21 } }, figures, On, Nation.England);
                longer.FirstDay!.Value.ShouldBeGreaterThanOrEqualTo(shorter.FirstDay!.Value, $"{route.Key} {step}");
                shorter.UnknownWaits.ShouldNotContain(wait => wait.Id == step);
            }
        }
    }

    private static string Plans(RuleBook book, AbroadCountry country)
    {
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", book, On);
        var says = new List<string>();
        foreach (var route in figures.Routes.Where(route => route.Country == country.Key() && route.RuleIs == "known"))
        {
            foreach (var (post, visa, bills, usVisa, waiver) in ((PostSearch?, VisaSort?, bool, UsVisa?, bool?)[])[(null, null, false, null, null), (PostSearch.Vacancy, VisaSort.Residence, true, UsVisa.H1b, null), (PostSearch.Round, VisaSort.Work, true, UsVisa.J1, true)])
            {
                var plan = AbroadPlanner.Plan(new AbroadPlanQuestion { Country = country, Route = route.Key, StartFrom = On, Post = post, Visa = visa, Bills = bills, UsVisa = usVisa, Waiver = waiver }, figures, On, Nation.England);
                says.AddRange(plan.Steps.Select(step => $"{step.Id} {step.EarliestStart} {step.LatestStart}"));
            }
        }

        return string.Join("\n", says);
    }

    private static RuleBook With(string table, string row, string column, string value) =>
        Changed(table, one => [one with { Rows = [.. one.Rows.Select(cells => cells.Contains(row) && cells.Take(5).Contains(row) ? [.. cells.Select((cell, i) => i == one.Column(column) ? value : cell)] : cells)] }]);

    private static RuleBook Without(string table, string id) =>
        Changed(table, one => [one with { Rows = [.. one.Rows.Where(cells => cells[one.Column("id")] != id)], Lines = [.. one.Lines.Take(one.Rows.Count - 1)] }]);

    private static RuleBook Changed(string table, Func<ContentTable, ContentTable[]> change)
    {
        var name = "working-abroad/" + table;
        var tables = Library.Book.Tables.ToDictionary(pair => pair.Key, pair => pair.Key == name ? change(pair.Value)[0] : pair.Value, StringComparer.Ordinal);
        return new RuleBook(Library.Book.Figures, tables, _ => null, Library.Book.Edition);
    }
}
