using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.VolunteeringAbroad;

namespace Gradus.Tests.VolunteeringAbroad;

/// <summary>Every row of the steps before volunteering counts: without its step, its wait, its condition or its fee some plan changes.</summary>
public sealed class VolunteeringContentTests
{
    private const string Name = "volunteering-abroad/before-you-go";

    private static readonly DateOnly On = new(2026, 11, 29);
    private static readonly ContentLibrary Library = ContentLoader.LoadFigures(Repository.At("content"), ((DeclaredTool)VolunteeringAbroadTools.Plan).Needs);
    private static readonly ContentTable Table = Library.Book.Tables[Name];

    // Ways that between them come to every step.
    private static readonly VolunteeringQuestion[] Ways =
    [
        new() { Months = 6, StartFrom = On, InTraining = true },
        new() { Months = 6, StartFrom = On, InTraining = false },
        new() { Months = 12, StartFrom = On, WorkFrom = new DateOnly(2027, 9, 6) },
    ];

    public static TheoryData<string> Steps => [.. Table.Rows.Select(row => row[Table.Column("id")])];

    [Theory]
    [MemberData(nameof(Steps))]
    public void WithoutOneRow_SomePlanChanges(string id)
    {
        var row = Table.Rows.Single(row => row[Table.Column("id")] == id);
        if (row[Table.Column("phase")] == "first-day")
        {
            AllTools.Declared.Single(tool => tool.Address == "/volunteering-abroad/plan").CheckContent!(With(id, change: null)).ShouldNotBeEmpty();
            return;
        }

        Plans(With(id, change: null)).ShouldNotBe(Plans(Library.Book), id);
        foreach (var (column, none, figure) in new[] { ("wait_is", "none", "wait"), ("fee_is", "none", "fees") })
        {
            if (row[Table.Column(column)] != none)
            {
                Plans(With(id, cells => Set(Set(cells, column, none), figure, ""))).ShouldNotBe(Plans(Library.Book), $"{id}: {column}");
            }
        }

        foreach (var column in new[] { "when", "life", "ahead", "after" })
        {
            if (row[Table.Column(column)].Length > 0)
            {
                Plans(With(id, cells => Set(cells, column, ""))).ShouldNotBe(Plans(Library.Book), $"{id}: {column}");
            }
        }
    }

    private static string Plans(RuleBook book)
    {
        var figures = FiguresBinder.Of<VolunteeringFigures>("volunteering-abroad", book, On);
        return string.Join("\n", Ways.Select(way => VolunteeringPlanner.Plan(way, figures, On, Nation.England))
            .SelectMany(plan => plan.Steps.Select(step => $"{step.Id} {string.Join(' ', step.WaitsFor)} {step.EarliestStart} {step.EarliestFinish} {step.LatestStart} {step.Wait} {step.Fee} {step.NotBefore} {step.GoodUntil}")));
    }

    private static RuleBook With(string id, Func<IReadOnlyList<string>, IReadOnlyList<string>>? change)
    {
        var rows = Table.Rows.Select(cells => cells[Table.Column("id")] == id ? change?.Invoke(cells) : cells).OfType<IReadOnlyList<string>>().ToList();
        var tables = Library.Book.Tables.ToDictionary(pair => pair.Key,
            pair => pair.Key == Name ? Table with { Rows = rows, Lines = [.. Table.Lines.Take(rows.Count)] } : pair.Value, StringComparer.Ordinal);
        return new RuleBook(Library.Book.Figures, tables, _ => null, Library.Book.Edition);
    }

    private static IReadOnlyList<string> Set(IReadOnlyList<string> cells, string column, string value) =>
        [.. cells.Select((cell, place) => place == Table.Column(column) ? value : cell)];
}
