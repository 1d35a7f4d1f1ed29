using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>
/// A sentence of a room's table that holds from a day in a nation and has a source and a status of its own, so that no rule says in code what somebody else
/// decides.
/// </summary>
public sealed record Statement : TableRow
{
    /// <summary>A stable name; of rows with one name the latest that has begun holds.</summary>
    public required string Key { get; init; }

    /// <summary>One sentence or more, to the doctor.</summary>
    public required string Says { get; init; }
}

/// <summary>Looks statements up.</summary>
public static class StatementExtensions
{
    /// <summary>The statements that hold on a day in a nation, as reasons, in the order of the table.</summary>
    /// <param name="statements">The statements, as bound.</param>
    /// <param name="day">The day of the event.</param>
    /// <param name="nation">The nation.</param>
    public static IEnumerable<Reason> Reasons(this IReadOnlyList<Statement> statements, DateOnly day, Nation nation) =>
        statements.At(day, nation, statement => statement.Key).Select(statement => statement.Because(statement.Key, statement.Says));

    /// <summary>A statement by its name, where it holds on a day in a nation; otherwise <c>null</c>.</summary>
    /// <param name="statements">The statements, as bound.</param>
    /// <param name="key">Its name.</param>
    /// <param name="day">The day of the event.</param>
    /// <param name="nation">The nation.</param>
    public static Statement? Find(this IReadOnlyList<Statement> statements, string key, DateOnly day, Nation nation) =>
        statements.At(day, nation, statement => statement.Key).FirstOrDefault(statement => statement.Key == key);
}
