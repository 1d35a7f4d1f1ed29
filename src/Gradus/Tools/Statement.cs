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

    /// <summary>The statements that a rule names and a table does not have, so that one that is missing stops the start and no question fails for want of it.</summary>
    /// <param name="book">The content.</param>
    /// <param name="table">The table, as <c>room/name</c>.</param>
    /// <param name="keys">The names that the rule looks up.</param>
    public static IEnumerable<ContentComplaint> Lacking(RuleBook book, string table, IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(book);
        var rows = book.Tables[table];
        var (key, parts) = (rows.Column("key"), table.Split('/'));
        return keys.Where(name => !rows.Rows.Any(row => row[key] == name))
            .Select(name => new ContentComplaint(FiguresBinder.FileOf(parts[0], parts[1]), 0, $"the statement “{name}” is missing"));
    }
}
