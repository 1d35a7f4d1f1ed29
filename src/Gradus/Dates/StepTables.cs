using System.Globalization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Dates;

/// <summary>Reads tables of steps strictly: what would make a plan wrong or endless is said with file and line before anybody plans.</summary>
public static class StepTables
{
    private static readonly string[] waits = ["known", "at-least", "none", "yours", "not-found", "unpublished"];
    private static readonly string[] fees = ["known", "none", "not-found", "unpublished"];
    private static readonly string[] phases = ["before", "first-day", "after"];

    /// <summary>What is wrong with the tables that make up the plans of some routes.</summary>
    /// <param name="book">The content.</param>
    /// <param name="tables">The tables, as <c>room/name</c>.</param>
    /// <param name="windows">The table of windows, as <c>room/name</c>; <c>null</c> for none.</param>
    /// <param name="routes">The routes for which these tables make a plan.</param>
    /// <param name="facts">The facts on which conditions may rest.</param>
    /// <param name="tablesOf">The tables that make up the plan of one route; <c>null</c> for all of them.</param>
    public static IEnumerable<ContentComplaint> Check(RuleBook book, IReadOnlyList<string> tables, string? windows, IReadOnlyList<string> routes,
        IReadOnlyCollection<string> facts, Func<string, IReadOnlyList<string>>? tablesOf = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        var complaints = new List<ContentComplaint>();
        var steps = tables.SelectMany(name => Lines(book, name)).ToList();
        var rounds = windows is null ? [] : Column(book.Tables[windows], "window");
        if (windows is not null)
        {
            Seasons(Lines(book, windows), complaints);
        }

        foreach (var line in steps)
        {
            Cells(line, rounds, routes, facts, complaints, book);
        }

        var graph = steps.ConvertAll(line => new GraphStep(line["id"], Wait.None) { AllOf = StepRow.Keys(line["after"]), AnyOf = StepRow.Keys(line["any_of"]) });
        foreach (var fault in StepGraph.Faults(graph))
        {
            complaints.Add(steps[fault.Step].Complains($"the step {fault.Says}"));
        }

        if (complaints.Count == 0)
        {
            Reach(steps, routes, tables, tablesOf, complaints);
        }

        return complaints;
    }

    /// <summary>The rows of a table with the lines on which they stand.</summary>
    internal static IEnumerable<TableLine> Lines(RuleBook book, string name)
    {
        var table = book.Tables[name];
        var file = FileOf(name);
        return table.Rows.Select((row, index) => new TableLine(file, index < table.Lines.Count ? table.Lines[index] : 0, table, row));
    }

    private static string FileOf(string name) => name.Replace("/", "/tables/", StringComparison.Ordinal) + ".csv";

    private static HashSet<string> Column(ContentTable table, string column) => [.. table.Rows.Select(row => row[table.Column(column)])];

    private static void Cells(TableLine line, HashSet<string> rounds, IReadOnlyList<string> routes, IReadOnlyCollection<string> facts,
        List<ContentComplaint> complaints, RuleBook book)
    {
        OneOf("wait_is", waits);
        OneOf("fee_is", fees);
        OneOf("phase", phases);
        if ((line["wait_is"] is "known" or "at-least") != line["wait"].Length > 0)
        {
            complaints.Add(line.Complains($"the wait is “{line["wait_is"]}” and its figure “{line["wait"]}”; expected a figure where it is known or at least, and none elsewhere"));
        }

        if (line["wait"].Length > 0 && FigureOf(book, line, line["wait"]) is { } figure && UnitOf(figure) is null)
        {
            complaints.Add(line.Complains($"the figure “{line["wait"]}” is counted in {figure.Unit}; expected days, working days, weeks, months or years"));
        }

        if ((line["fee_is"] == "known") != line["fees"].Length > 0)
        {
            complaints.Add(line.Complains($"the fee is “{line["fee_is"]}” and its figures “{line["fees"]}”; expected figures where it is known, and none elsewhere"));
        }

        if ((line["wait_is"] is "not-found" or "unpublished" || line["window"].Length > 0) && line["ask"].Length == 0)
        {
            complaints.Add(line.Complains("nobody is named to ask for a wait that is not known, or for the days of a season"));
        }

        if (StepCondition.Parse(line["when"].Length == 0 ? null : line["when"]) is not { } when)
        {
            complaints.Add(line.Complains($"the condition “{line["when"]}” cannot be read; expected such as in-training=yes & citizenship!=australia"));
        }
        else if (when.Facts.FirstOrDefault(fact => !facts.Contains(fact)) is { } unknown)
        {
            complaints.Add(line.Complains($"the condition asks about “{unknown}”, which is no fact; expected one of {string.Join(", ", facts)}"));
        }

        if (line["window"].Length > 0 && !rounds.Contains(line["window"]))
        {
            complaints.Add(line.Complains($"the step waits for “{line["window"]}”, which is no window"));
        }

        if (line["routes"] != "all" && StepRow.Keys(line["routes"]).FirstOrDefault(route => !routes.Contains(route)) is { } stranger)
        {
            complaints.Add(line.Complains($"the step belongs to “{stranger}”, which is no route here"));
        }

        void OneOf(string column, string[] keys)
        {
            if (!keys.Contains(line[column]))
            {
                complaints.Add(line.Complains($"the cell “{column}” is “{line[column]}”; expected {string.Join(", ", keys)}"));
            }
        }
    }

    // The days of a round in order and apart, each season with its last day, or at least one whose pattern the others have.
    private static void Seasons(IEnumerable<TableLine> lines, List<ContentComplaint> complaints)
    {
        foreach (var round in lines.GroupBy(line => line["window"], StringComparer.Ordinal))
        {
            var closed = "";
            foreach (var line in round)
            {
                var (opens, closes) = (line["opens"], line["closes"]);
                if (opens.Length + closes.Length == 0
                    || (closes.Length > 0 && string.CompareOrdinal(opens, closes) > 0)
                    || (opens.Length > 0 && string.CompareOrdinal(opens, closed) <= 0)
                    || (closes.Length > 0 && (string.CompareOrdinal(closes, closed) <= 0
                        || int.Parse(line["season"], CultureInfo.InvariantCulture) - int.Parse(closes[..4], CultureInfo.InvariantCulture) is not (0 or 1))))
                {
                    complaints.Add(line.Complains($"the season “{line["season"]}” opens on “{opens}” and closes on “{closes}”; expected a day or two, after the season before and in the season’s year or the one before"));
                }

                closed = closes.Length > 0 ? closes : closed;
            }

            if (closed.Length == 0)
            {
                complaints.Add(round.First().Complains($"the round “{round.Key}” closes in no season; expected a last day in one"));
            }
        }
    }

    // In every route one first day; every step on a way to it or from it in some route; whatever a step waits for in one way or another there.
    private static void Reach(List<TableLine> steps, IReadOnlyList<string> routes, IReadOnlyList<string> tables, Func<string, IReadOnlyList<string>>? tablesOf,
        List<ContentComplaint> complaints)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var route in routes)
        {
            var files = (tablesOf?.Invoke(route) ?? tables).Select(FileOf).ToHashSet(StringComparer.Ordinal);
            var there = steps.Where(step => files.Contains(step.File)).Where(step => step["routes"] == "all" || StepRow.Keys(step["routes"]).Contains(route)).ToList();
            var ids = there.Select(step => step["id"]).ToHashSet(StringComparer.Ordinal);
            var firstDays = there.FindAll(step => step["phase"] == "first-day");
            if (firstDays.Count != 1)
            {
                complaints.Add(new ContentComplaint(there.Count > 0 ? there[^1].File : tables[^1],
                    firstDays.Count > 1 ? firstDays[1].Line : there.Count > 0 ? there[^1].Line : 0,
                    $"the route “{route}” has {firstDays.Count} first days; expected one"));
                continue;
            }

            var arrows = there.SelectMany(step => StepRow.Keys(step["after"])
                .Concat(StepRow.Keys(step["any_of"]))
                .Where(ids.Contains)
                .Select(before => (Before: before, After: step["id"])))
                .ToList();
            Spread(firstDays[0]["id"], arrows.ToLookup(arrow => arrow.After, arrow => arrow.Before));
            Spread(firstDays[0]["id"], arrows.ToLookup(arrow => arrow.Before, arrow => arrow.After));
        }

        complaints.AddRange(steps.Where(step => !reached.Contains(step["id"]))
            .Select(step => step.Complains($"no route reaches the step “{step["id"]}”: it stands on no way to a first day, nor on one from it")));

        void Spread(string from, ILookup<string, string> next)
        {
            var queue = new Queue<string>([from]);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (queue.TryDequeue(out var at))
            {
                if (seen.Add(at))
                {
                    reached.Add(at);
                    foreach (var other in next[at])
                    {
                        queue.Enqueue(other);
                    }
                }
            }
        }
    }

    private static Figure? FigureOf(RuleBook book, TableLine line, string key) =>
        book.Figures.GetValueOrDefault(key.Contains('/', StringComparison.Ordinal) ? key : $"{line.File[..line.File.IndexOf('/', StringComparison.Ordinal)]}/{key}");

    /// <summary>The unit of a wait, by a figure's own; <c>null</c> when it is none.</summary>
    internal static WaitUnit? UnitOf(Figure figure) => figure.Unit switch
    {
        "days" => WaitUnit.Days,
        "working days" => WaitUnit.WorkingDays,
        "weeks" => WaitUnit.Weeks,
        "months" => WaitUnit.Months,
        "years" => WaitUnit.Years,
        _ => null,
    };
}

/// <summary>A row of a table in content, with the place where it stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 when it was not read from a file.</param>
/// <param name="Table">The table.</param>
/// <param name="Cells">The cells.</param>
internal sealed record TableLine(string File, int Line, ContentTable Table, IReadOnlyList<string> Cells)
{
    /// <summary>A cell by its column.</summary>
    public string this[string column] => Cells[Table.Column(column)];

    /// <summary>A complaint about the row.</summary>
    public ContentComplaint Complains(string says) => new(File, Line, says);
}
