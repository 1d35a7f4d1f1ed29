using Gradus.Tools;

namespace Gradus.Dates;

/// <summary>
/// A step as a table of content has it: what it waits for, whether it applies, how long it takes, what it costs. Waits, fees and lives are named figures, so
/// that each has its date, source and doubt.
/// </summary>
public sealed record StepRow : TableRow
{
    private readonly string[] routes = [];

    /// <summary>Its place in the table, for reading.</summary>
    public required int Order { get; init; }

    /// <summary>Its key, once in all tables of a plan.</summary>
    public required string Id { get; init; }

    /// <summary>What is done.</summary>
    public required string Step { get; init; }

    /// <summary>Who decides or acts.</summary>
    public required string Body { get; init; }

    /// <summary>For whom it is, in words.</summary>
    public required string Who { get; init; }

    /// <summary>The keys of the routes to which it belongs, with blanks between, or <c>all</c>.</summary>
    public required string Routes
    {
        get;
        init => (field, routes) = (value, Keys(value));
    }

    /// <summary>The condition on what the doctor told us; <c>null</c> for none.</summary>
    public StepCondition? When { get; init; }

    /// <summary>The keys of the steps every one of which must be over; those that are not in the plan are passed over.</summary>
    public string? After
    {
        get;
        init => (field, AllOf) = (value, Keys(value));
    }

    /// <summary>The keys of the steps one of which must be over; those that are not in the plan are passed over.</summary>
    public string? AnyOf
    {
        get;
        init => (field, OneOf) = (value, Keys(value));
    }

    /// <summary>How the wait is known: <c>known</c>, <c>at-least</c>, <c>none</c>, <c>yours</c> (as long as the doctor takes), <c>not-found</c> or <c>unpublished</c>.</summary>
    public required string WaitIs { get; init; }

    /// <summary>The figure that says how long it takes; only where it is known, or at least.</summary>
    public string? Wait { get; init; }

    /// <summary>How the fee is known: <c>known</c>, <c>none</c>, <c>not-found</c> or <c>unpublished</c>.</summary>
    public required string FeeIs { get; init; }

    /// <summary>The figures that make up the fee, with blanks between; only where it is known.</summary>
    public string? Fees { get; init; }

    /// <summary>The figure that says how long before the first day the paper may have been issued; <c>null</c> when it does not expire, or nobody says so.</summary>
    public string? Life { get; init; }

    /// <summary>The figure that says how long before the first day the step can be taken at the earliest; <c>null</c> for at any time.</summary>
    public string? Ahead { get; init; }

    /// <summary>The round or season for which it waits; <c>null</c> for none.</summary>
    public string? Window { get; init; }

    /// <summary>The paper that it gives; <c>null</c> for none.</summary>
    public string? Gives { get; init; }

    /// <summary><c>before</c>, <c>first-day</c> or <c>after</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>Whom to ask for what is not known; <c>null</c> when all is.</summary>
    public string? Ask { get; init; }

    /// <summary>Whether the step belongs to a route.</summary>
    public bool IsIn(string route) => Routes == "all" || Array.IndexOf(routes, route) >= 0;

    // What After and AnyOf name.
    internal string[] AllOf { get; private init; } = [];

    internal string[] OneOf { get; private init; } = [];

    /// <summary>The keys that a cell names.</summary>
    public static string[] Keys(string? cell) => cell?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>
/// The days of a season for which steps wait, as a table of content has them. Every such season comes each year: of a year that no row names, the days are
/// expected to be those of the nearest year that one does.
/// </summary>
public sealed record WindowRow : TableRow
{
    /// <summary>The key of the round.</summary>
    public required string Window { get; init; }

    /// <summary>What it is, as a sentence has it: “applications in the annual round”.</summary>
    public required string Says { get; init; }

    /// <summary>The year by which the round counts the season; the steps of a plan go through seasons of one year, or of later ones, never back.</summary>
    public required int Season { get; init; }

    /// <summary>The first day, inside; <c>null</c> when it was not found.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>The last day, inside; <c>null</c> when it was not found.</summary>
    public DateOnly? Closes { get; init; }
}

/// <summary>A yearly round for which steps wait.</summary>
/// <param name="Says">What it is, as a sentence has it.</param>
/// <param name="Seasons">Its seasons.</param>
public sealed record Round(string Says, Seasons Seasons)
{
    // Our own judgement: what was last seen longer ago is no pattern of each year.
    private const int YearsOfAPattern = 2;

    /// <summary>The rounds that rows describe, by key; one of which no last day is known in any year is left out.</summary>
    public static IReadOnlyDictionary<string, Round> Of(IEnumerable<WindowRow> rows) =>
        rows.GroupBy(row => row.Window, StringComparer.Ordinal).Where(round => round.Any(row => row.Closes is not null)).ToDictionary(
        round => round.Key,
        round => new Round(round.First().Says,
            new Seasons(round.Select(row => new SeasonDays(row.Season, row.Opens, row.Closes)).OrderBy(days => days.Year).ThenBy(days => days.Closes))),
        StringComparer.Ordinal);

    /// <summary>
    /// Whether its latest days are so old on a day that no later season can be expected by them: then how long one waits for it is not known, and they are an
    /// example.
    /// </summary>
    public bool IsOutOfDate(DateOnly on) => on.Year - Seasons.LastYear > YearsOfAPattern;

    /// <summary>That its next days were not found, with the latest known.</summary>
    public string WordsWithoutDays() =>
        $"the next dates of {Says} were not found; as an example, the last known were {string.Join(" and ", Seasons.LastDays.Select(days => Days(days.Opens, days.Closes!.Value)))}";

    /// <summary>A season of it in words; of one whose days are only expected, also what they rest on.</summary>
    public string Words(Season season)
    {
        var days = Days(season.Opens, season.Closes);
        return season.IsPublished ? $"{Says}: {days}"
            : $"{Says}: {days} by the pattern of each year; the days for {season.Year} are not published yet or were not found (for {season.Like.Year}: {Days(season.Like.Opens, season.Like.Closes!.Value)})";
    }

    private static string Days(DateOnly? opens, DateOnly closes) =>
        opens is not { } first ? $"until {closes.Words()}" : first == closes ? $"on {first.Words()}" : $"{first.Words()} to {closes.Words()}";
}
