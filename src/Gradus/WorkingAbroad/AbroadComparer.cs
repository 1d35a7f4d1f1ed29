using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>Sets the countries side by side for one doctor.</summary>
public static class AbroadComparer
{
    /// <summary>Plans the way into each country with the same facts, and sets first day, cost, unknown waits and the next step beside one another.</summary>
    public static AbroadComparison Compare(AbroadComparisonQuestion facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var reasons = new List<Reason>();
        var warnings = new List<Warning>();
        var countries = new List<CountryBeside>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        DateOnly? last = null;
        foreach (var country in Enum.GetValues<AbroadCountry>())
        {
            var found = new List<Reason>();
            var route = AbroadPlanner.Best(RouteChecker.Of(country, facts, figures, on, nation, found));
            reasons.Add(found.First(reason => reason.Key == route.Key));
            var plan = StepPlanner.Plan(AbroadPlanner.Request(facts, figures, country, route.Key, on, nation));
            used.UnionWith(plan.Steps.Select(step => step.Id));
            last = plan.PlannedFirstDay > last || last is null ? plan.PlannedFirstDay : last;
            countries.Add(new CountryBeside(country, route.Key, route.Name[(route.Name.IndexOf(": ", StringComparison.Ordinal) + 2)..], route.State,
                plan.FirstDay, plan.IsExpected, plan.WeeksLeast, plan.WeeksMost, plan.UnknownWaits, plan.Costs, plan.UnknownCosts));
        }

        warnings.AddRange(facts.Mine.Keys.Where(step => !used.Contains(step))
            .Select(step => new Warning("mine." + step, $"“{step}” is no step of the routes compared: your estimate has no effect.")));
        var home = AtHome.Of(facts, figures, last!.Value, on, nation);
        var open = countries.Where(country => country.RouteState == RouteState.Open).ToList();
        return new AbroadComparison
        {
            Verdict = open.Count > 0 ? Verdict.Yes : countries.Exists(country => country.RouteState == RouteState.Depends) ? Verdict.Unknown : Verdict.No,
            Says = open.Count == 0
                ? "By what you told us no route is surely open in any of the four."
                : $"A route is open by what you told us in {Sentences.Listed(open.ConvertAll(country => country.Country.InSentence()))}.",
            Countries = countries,
            Reasons = [.. reasons, .. countries.SelectMany(country => Visas.Of(country.Country, facts, figures, on, nation)), .. home.Reasons],
            Tables = [Table(facts, countries, figures)],
            Warnings = warnings,
        };
    }

    private static AnswerTable Table(AbroadComparisonQuestion facts, List<CountryBeside> countries, AbroadFigures figures)
    {
        var words = countries.ConvertAll(country => figures.Countries.First(row => row.Country == country.Country.Key()));
        return new AnswerTable("countries", "The four countries side by side",
            [new("what", "What"), .. countries.Select(country => new AnswerColumn(country.Country.Key(), country.Country.Name()))],
        [
            Row("Route", (country, _) => country.Name),
            Row("Is it open?", (country, _) => country.RouteState switch { RouteState.Open => "open", RouteState.Depends => "depends on what you have not told", _ => "not open" }),
            Row("First working day, no earlier than", (country, _) => country.FirstDay),
            Row("By the pattern of each year, as a season is not published", (country, _) => country.Expected),
            Row("Known waits", (country, _) => AbroadPlan.Weeks(country.WeeksLeast, country.WeeksMost)),
            Row("Waits that are not known", (country, _) => country.UnknownWaits.Count),
            Row(facts.WorkFrom is { } wished ? $"Can {wished.Words()} be met by what is known?" : "Known cost",
                (country, _) => facts.WorkFrom is { } day ? country.FirstDay <= day : Costs(country)),
            .. facts.WorkFrom is null ? (IReadOnlyList<AnswerCell>[])[] : [Row("Known cost", (country, _) => Costs(country))],
            Row("Costs that are not known", (country, _) => country.UnknownCosts.Count),
            Row("Examinations", (_, row) => row.Exams),
            Row("English", (_, row) => row.English),
            Row("Under supervision", (_, row) => row.Supervision),
            Row("What you can do", (_, row) => row.Can),
            Row("What you cannot", (_, row) => row.Cannot),
            Row("Nationality and visa", (_, row) => row.Nationality),
            Row("Family", (_, row) => row.Family),
            Row("Money", (_, row) => row.Money),
            Row("How sure the words are", (_, row) => row.Status),
        ])
        {
            Doubt = "No country is ranked. A first day is no earlier than it says, and later by what is not known.",
        };

        IReadOnlyList<AnswerCell> Row(string what, Func<CountryBeside, CountryRow, AnswerCell> cell) => [what, .. countries.Select((country, i) => cell(country, words[i]))];
    }

    private static string Costs(CountryBeside country) => string.Join(", ", country.Costs.Select(cost => AbroadCost.Money(cost.Currency, cost.Least, cost.Total)));
}
