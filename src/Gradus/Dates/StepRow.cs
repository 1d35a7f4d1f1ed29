using Gradus.Tools;

namespace Gradus.Dates;

/// <summary>A step as a table of content has it: what it waits for, whether it applies, how long it takes, what it costs. Waits, fees and lives are named figures, so that each has its date, source and doubt.</summary>
public sealed record StepRow : TableRow
{
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
    public required string Routes { get; init; }

    /// <summary>The condition on what the doctor told us; <c>null</c> for none.</summary>
    public StepCondition? When { get; init; }

    /// <summary>The keys of the steps every one of which must be over; those that are not in the plan are passed over.</summary>
    public string? After { get; init; }

    /// <summary>The keys of the steps one of which must be over; those that are not in the plan are passed over.</summary>
    public string? AnyOf { get; init; }

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
    public bool IsIn(string route) => Routes == "all" || Routes.Split(' ').Contains(route, StringComparer.Ordinal);

    /// <summary>The keys that a cell names.</summary>
    public static string[] Keys(string? cell) => cell?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>A round or season, as a table of content has it.</summary>
public sealed record WindowRow : TableRow
{
    /// <summary>Its key.</summary>
    public required string Window { get; init; }

    /// <summary>What it is, as a sentence has it: “applications in the annual round”.</summary>
    public required string Says { get; init; }

    /// <summary>The first day, inside; <c>null</c> when it was not found.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>The last day, inside.</summary>
    public required DateOnly Closes { get; init; }
}
