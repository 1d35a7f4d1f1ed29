using System.Globalization;
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
        { "routes", "au-expedited-specialist", "first_when", "cct-by", "cannot be read" },
        { "steps-usa", "us-match", "any_of", "us-first-day", "waits for itself" },
        { "steps-usa", "us-july", "ask", "", "nobody is named to ask" },
        { "windows", "ca-carms", "closes", "", "expected a day or two" },
        { "windows", "us-july", "closes", "2026-06-30", "expected a day or two" },
        { "windows", "nz-round", "closes", "", "closes in no season" },
        { "windows", "us-eras", "season", "2030", "in the season’s year or the one before" },
    };

    public static TheoryData<string> Tables => ["steps-uk", "steps-new-zealand", "steps-australia", "steps-canada", "steps-usa"];

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
    [Trait("run", "whole")]
    [MemberData(nameof(Tables))]
    public void WithoutAnyOneOfItsSteps_SomePlanChanges(string name) =>
        EachRow(name, row => !IsFirstDay(name, row), (table, row) => Rows(table, (i, cells) => i == row ? null : cells));

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Tables))]
    public void WithoutAnyOneOfItsWaits_SomePlanChanges(string name) =>
        EachRow(name, row => Cell(name, row, "wait_is") != "none",
            (table, row) => Rows(table, (i, cells) => i == row ? Set(table, cells, ("wait_is", "none"), ("wait", "")) : cells));

    [Theory]
    [MemberData(nameof(Tables))]
    public void WithoutAnyOneOfItsConditions_SomePlanChanges(string name) =>
        EachRow(name, row => Cell(name, row, "when").Length > 0, (table, row) => Rows(table, (i, cells) => i == row ? Set(table, cells, ("when", "")) : cells));

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Tables))]
    public void WithoutAnyOneOfItsFees_SomePlanChanges(string name) =>
        EachRow(name, row => Cell(name, row, "fee_is") != "none",
            (table, row) => Rows(table, (i, cells) => i == row ? Set(table, cells, ("fee_is", "none"), ("fees", "")) : cells));

    [Theory]
    [Trait("run", "whole")]
    [InlineData("windows")]
    [InlineData("decisions")]
    public void WithoutAnyOneOfItsLines_SomePlanChanges(string name) => EachRow(name, _ => true, (table, row) => Rows(table, (i, cells) => i == row ? null : cells));

    [Fact]
    [Trait("run", "whole")]
    public void WithoutAnyOneTest_SomeDoctorHasOtherRoutes()
    {
        var table = Library.Book.Tables["working-abroad/route-tests"];
        var doctors = RandomDoctors.Some(200);
        var days = table.Rows.Select(OneOf).Distinct().ToDictionary(day => day, day => Routes(Library.Book, doctors, day));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var day = OneOf(table.Rows[row]);
            var without = Changed("route-tests", one => Rows(one, (i, cells) => i == row ? null : cells));
            if (table.Rows.Count(cells => cells[0] == table.Rows[row][0] && cells[table.Column("when")].Length == 0) == 1 && table.Rows[row][table.Column("when")].Length == 0)
            {
                AbroadContent.Check(without).ShouldHaveSingleItem().Says.ShouldContain("asks for nothing");
                continue;
            }

            Routes(without, doctors, day).ShouldNotBe(days[day], string.Join(" ", table.Rows[row].Take(5)));
        }

        // A day on which the row holds.
        DateOnly OneOf(IReadOnlyList<string> cells) =>
            cells[table.Column("until")] is { Length: > 0 } until ? DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture) : On;
    }

    [Fact]
    public void TheWeeksOnTheNewZealandPage_AreThoseOfItsPlan()
    {
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, On);
        var says = Library.Book.Figures["working-abroad/new-zealand-total-time"].At(On, Nation.England);

        var round = figures.NamedInTables["new-zealand-job-round"].At(On, Nation.England);

        // The round takes as long when a vacancy does; a vacancy waits for no season.
        (Plan(round.Low).WeeksLeast, Plan(round.High).WeeksMost).ShouldBe((says.Low, says.High));

        AbroadPlan Plan(decimal? weeks) => AbroadPlanner.Plan(new AbroadPlanQuestion
        {
            Country = AbroadCountry.NewZealand,
            Route = "nz-competent-authority",
            StartFrom = new DateOnly(2027, 1, 4),
            Post = PostSearch.Vacancy,
            Mine = new Dictionary<string, int> { ["nz-vacancy"] = (int)weeks! },
        }, figures, On, Nation.England);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void ThePlanAndTheCost_OfARouteRestOnTheSamePrices(string key)
    {
        var country = Enum.GetValues<AbroadCountry>().Single(country => country.Key() == key);
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, On);
        var all = figures.Routes.Where(route => route.Country == key && route.RuleIs == "known").ToList();
        all.ShouldNotBeEmpty();
        foreach (var route in all)
        {
            var plan = AbroadPlanner.Plan(new AbroadPlanQuestion { Country = country, Route = route.Key, StartFrom = On, Visa = VisaSort.Work }, figures, On, Nation.England);
            var cost = AbroadCostCalculator.Calculate(new AbroadCostQuestion
            {
                Country = country,
                Route = route.Key,
                Visa = VisaSort.Work,
                Transcript = route.Key == "us-residency" ? true : null
            },
                figures, On, Nation.England);
            var later = plan.Steps.Where(step => step.Phase == "after").Select(step => "cost-" + step.Id).ToList();

            Figures(plan.Reasons.Where(reason => reason.Key.StartsWith("cost-", StringComparison.Ordinal)
                && !later.Contains(reason.Key))).ShouldBe(Figures(cost.Reasons), route.Key);
        }

        static IEnumerable<string> Figures(IEnumerable<Reason> reasons) => reasons.Select(reason => reason.Figure!).Distinct().Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void OneWeekMore_NeverMakesAFirstDayEarlier(string key)
    {
        var country = Enum.GetValues<AbroadCountry>().Single(country => country.Key() == key);
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", Library.Book, On);
        var all = figures.Routes.Where(route => route.Country == key && route.RuleIs == "known").ToList();
        all.ShouldNotBeEmpty();
        foreach (var route in all)
        {
            var facts = new AbroadPlanQuestion { Country = country, Route = route.Key, StartFrom = On };
            var plan = AbroadPlanner.Plan(facts, figures, On, Nation.England);
            foreach (var step in plan.UnknownWaits.Select(wait => wait.Id))
            {
                var shorter = AbroadPlanner.Plan(facts with { Mine = new Dictionary<string, int> { [step] = 20 } }, figures, On, Nation.England);
                var longer = AbroadPlanner.Plan(facts with { Mine = new Dictionary<string, int> { [step] = 21 } }, figures, On, Nation.England);
                longer.FirstDay!.Value.ShouldBeGreaterThanOrEqualTo(shorter.FirstDay!.Value, $"{route.Key} {step}");

                // No estimate moves a day that is the same each year.
                shorter.UnknownWaits.Any(wait => wait.Id == step).ShouldBe(step is "us-match" or "us-july" or "ca-july", step);
            }
        }
    }

    private static void EachRow(string name, Func<int, bool> isMeant, Func<ContentTable, int, ContentTable> change)
    {
        var table = Library.Book.Tables["working-abroad/" + name];
        var countries = Enum.GetValues<AbroadCountry>()
            .Where(country => !name.StartsWith("steps-", StringComparison.Ordinal) || name == "steps-uk" || name == "steps-" + country.Key())
            .ToList();
        var before = Plans(Library.Book, countries);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (isMeant(row))
            {
                var at = row;
                Plans(Changed(name, one => change(one, at)), countries).ShouldNotBe(before, string.Join(" ", table.Rows[row].Take(3)));
            }
        }
    }

    private static string Plans(RuleBook book, List<AbroadCountry> countries)
    {
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", book, On);
        var says = new List<string>();
        foreach (var country in countries)
        {
            foreach (var route in figures.Routes.Where(route => route.Country == country.Key() && route.RuleIs == "known"))
            {
                foreach (var facts in Ways.Select(way => way with { Country = country, Route = route.Key }))
                {
                    var plan = AbroadPlanner.Plan(facts, figures, facts.StartFrom!.Value, Nation.England);
                    says.AddRange(plan.Steps.Select(step => $"{step.Id} {step.EarliestStart} {step.EarliestFinish} {step.LatestStart} {step.Wait} {step.Fee} {step.Window}"));
                    says.AddRange(plan.Decisions.SelectMany(decision => decision.Choices).Select(choice => $"{choice.Key} {choice.Changes}"));
                }
            }
        }

        return string.Join("\n", says);
    }

    // Ways that between them come to every step and window.
    private static readonly AbroadPlanQuestion[] Ways =
    [
        new() { Country = default, StartFrom = On, InTraining = false },
        new() { Country = default, StartFrom = On, InTraining = true, Post = PostSearch.Vacancy, Visa = VisaSort.Residence, Bills = true, UsVisa = UsVisa.H1b },
        new() { Country = default, StartFrom = On, Post = PostSearch.Round, Visa = VisaSort.Work, Bills = true, UsVisa = UsVisa.J1, Waiver = true },
        new() { Country = default, StartFrom = new DateOnly(2025, 8, 1),
            Exams = [AbroadExam.UsmleStep1, AbroadExam.UsmleStep2, AbroadExam.UsmleStep3, AbroadExam.Oet], Post = PostSearch.Round },
        new() { Country = default, StartFrom = new DateOnly(2026, 8, 1), Exams = [AbroadExam.UsmleStep1, AbroadExam.UsmleStep2], UsVisa = UsVisa.H1b },
        new() { Country = default, StartFrom = new DateOnly(2027, 4, 1), Post = PostSearch.Round },
        new() { Country = default, StartFrom = On, WorkFrom = new DateOnly(2028, 9, 1) },
        new() { Country = default, StartFrom = On, Citizenship = "australia" },
        new() { Country = default, StartFrom = On, Citizenship = "canada", UsVisa = UsVisa.H1b },
        new() { Country = default, StartFrom = On, Citizenship = "united-states", UsVisa = UsVisa.H1b, Waiver = true },
    ];

    private static string Routes(RuleBook book, IReadOnlyList<RouteQuestion> doctors, DateOnly on)
    {
        var figures = FiguresBinder.Of<AbroadFigures>("working-abroad", book, on);
        return string.Join("\n",
            doctors.SelectMany(doctor => RouteChecker.Check(doctor, figures, on, Nation.England).Routes).Select(route => $"{route.Key} {route.State} {route.Because}"));
    }

    private static bool IsFirstDay(string name, int row) => Cell(name, row, "phase") == "first-day";

    private static string Cell(string name, int row, string column) => Library.Book.Tables["working-abroad/" + name] is var table ? table.Rows[row][table.Column(column)] : "";

    private static ContentTable Rows(ContentTable table, Func<int, IReadOnlyList<string>, IReadOnlyList<string>?> change)
    {
        var rows = table.Rows.Select((cells, i) => change(i, cells)).OfType<IReadOnlyList<string>>().ToList();
        return table with { Rows = rows, Lines = [.. table.Lines.Take(rows.Count)] };
    }

    private static IReadOnlyList<string> Set(ContentTable table, IReadOnlyList<string> cells, params (string Column, string Value)[] values) =>
        [.. cells.Select((cell, i) => values.Where(value => table.Column(value.Column) == i).Select(value => value.Value).DefaultIfEmpty(cell).First())];

    private static RuleBook With(string table, string row, string column, string value) =>
        Changed(table, one => one with
        {
            Rows = [.. one.Rows.Select(cells => cells.Contains(row) && cells.Take(5).Contains(row)
            ? [.. cells.Select((cell, i) => i == one.Column(column) ? value : cell)]
            : cells)]
        });

    private static RuleBook Changed(string table, Func<ContentTable, ContentTable> change)
    {
        var name = "working-abroad/" + table;
        var tables = Library.Book.Tables.ToDictionary(pair => pair.Key, pair => pair.Key == name ? change(pair.Value) : pair.Value, StringComparer.Ordinal);
        return new RuleBook(Library.Book.Figures, tables, _ => null, Library.Book.Edition);
    }
}
