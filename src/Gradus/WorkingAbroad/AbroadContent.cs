using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>Reads the tables about working abroad strictly: steps in a circle, a test of no route, a decision with no way on stop the start.</summary>
public static class AbroadContent
{
    private const string Room = "working-abroad";

    private static readonly string[] tests = ["in", "not-in", "has", "in-or-ask", "told", "at-least", "at-most", "ask"];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static IEnumerable<ContentComplaint> Check(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var complaints = new List<ContentComplaint>();
        var routes = StepTables.Lines(book, $"{Room}/routes").ToList();
        var keys = Enum.GetValues<AbroadCountry>().Select(country => country.Key()).ToList();
        var steps = StepTables.Lines(book, $"{Room}/steps-uk").Select(line => line["id"]).ToHashSet(StringComparer.Ordinal);
        foreach (var country in keys)
        {
            steps.UnionWith(StepTables.Lines(book, $"{Room}/steps-{country}").Select(line => line["id"]));
        }

        Countries(book, keys, routes, steps, complaints);
        foreach (var (index, line) in routes.Index())
        {
            if (!keys.Contains(line["country"]) || line["rule_is"] is not ("known" or "not-found" or "unpublished"))
            {
                complaints.Add(line.Complains($"the route is of “{line["country"]}” and its rule “{line["rule_is"]}”; expected one of {string.Join(", ", keys)}, and known, not-found or unpublished"));
            }

            if (StepCondition.Parse(line["first_when"].Length == 0 ? null : line["first_when"]) is not { } first || first.Facts.Any(fact => !AbroadCountries.Facts.Contains(fact)))
            {
                complaints.Add(line.Complains($"the condition “{line["first_when"]}” cannot be read or asks about no fact"));
            }

            if (routes.Take(index).Any(other => other["key"] == line["key"]))
            {
                complaints.Add(line.Complains($"the route “{line["key"]}” stands twice"));
            }

            if (line["rule_is"] == "known"
                && book.Tables[$"{Room}/route-tests"] is var table
                && !table.Rows.Any(row => row[table.Column("route")] == line["key"] && row[table.Column("when")].Length == 0))
            {
                complaints.Add(line.Complains($"the route “{line["key"]}” asks for nothing: a known rule has a test without a condition in route-tests.csv"));
            }
        }

        foreach (var line in StepTables.Lines(book, $"{Room}/route-tests"))
        {
            Test(line, routes, complaints);
        }

        foreach (var line in StepTables.Lines(book, $"{Room}/decisions"))
        {
            if (!steps.Contains(line["way_on"]) && !routes.Exists(route => route["key"] == line["way_on"]))
            {
                complaints.Add(line.Complains($"the choice “{line["choice"]}” has no way on: “{line["way_on"]}” is no step and no route"));
            }

            if (line["country"] != "uk" && !keys.Contains(line["country"]))
            {
                complaints.Add(line.Complains($"the decision is of “{line["country"]}”; expected uk or one of {string.Join(", ", keys)}"));
            }
        }

        foreach (var line in keys.Where(key => !StepTables.Lines(book, $"{Room}/countries").Any(row => row["country"] == key)))
        {
            complaints.Add(new ContentComplaint($"{Room}/tables/countries.csv", 0, $"the country “{line}” is missing"));
        }

        return complaints;
    }

    // Each country with the steps at home; a step at home may wait for steps of another country, which are not there.
    private static void Countries(RuleBook book, List<string> countries, List<TableLine> routes, HashSet<string> steps, List<ContentComplaint> complaints)
    {
        string[] tables = [$"{Room}/steps-uk", .. countries.Select(country => $"{Room}/steps-{country}")];
        complaints.AddRange(StepTables.Check(book, tables, $"{Room}/windows",
            [.. routes.Where(route => route["rule_is"] == "known").Select(route => route["key"])], AbroadCountries.Facts,
            route => [$"{Room}/steps-uk", $"{Room}/steps-{routes.Find(line => line["key"] == route)!["country"]}"]));
    }

    private static void Test(TableLine line, List<TableLine> routes, List<ContentComplaint> complaints)
    {
        if (!routes.Exists(route => route["key"] == line["route"]))
        {
            complaints.Add(line.Complains($"the test is of “{line["route"]}”, which is no route"));
        }

        if (!AbroadCountries.Facts.Contains(line["fact"]))
        {
            complaints.Add(line.Complains($"the test asks about “{line["fact"]}”, which is no fact; expected one of {string.Join(", ", AbroadCountries.Facts)}"));
        }

        if (StepCondition.Parse(line["when"].Length == 0 ? null : line["when"]) is null)
        {
            complaints.Add(line.Complains($"the condition “{line["when"]}” cannot be read"));
        }

        var fits = line["test"] switch
        {
            "at-least" or "at-most" => line["figure"].Length > 0 && line["values"].Length == 0,
            "ask" or "told" => line["values"].Length == 0,
            _ => tests.Contains(line["test"]) && line["values"].Length > 0,
        };
        if (!fits)
        {
            complaints.Add(line.Complains($"the test is “{line["test"]}” with the values “{line["values"]}” and the figure “{line["figure"]}”; expected in, not-in, has or in-or-ask with values, at-least or at-most with a figure, or told or ask"));
        }
    }
}
