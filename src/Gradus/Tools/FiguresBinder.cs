using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>The room whose <c>rules.yaml</c> or <c>tables</c> a property of a figures record comes from, where that is not the tool's own.</summary>
/// <param name="room">The room, such as <c>code-of-practice</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromRoomAttribute(string room) : Attribute
{
    /// <summary>The room.</summary>
    public string Room { get; } = room;
}

/// <summary>A property of a figures record that is made of its room's content as a whole, such as a model, and is no figure or table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MadeOfRoomAttribute : Attribute;

/// <summary>
/// Fills a figures record by name: a property of type <see cref="Figure"/> called <c>MinimumDays</c> is the figure <c>minimum-days</c> (and <c>Step1Fee</c> is
/// <c>step-1-fee</c>), a list of <see cref="TableRow"/>s called <c>PayPoints</c> is the table
/// <c>pay-points</c>, a dictionary of figures holds those that the tables of its room name in their cells, by the name there, and a property that is itself a
/// record of figures is filled likewise. Reflection happens over this one named record and nothing else.
/// </summary>
public static class FiguresBinder
{
    /// <summary>Stands for the figures that the tables of a room name, in the names of what a record reads.</summary>
    public const string NamedInTables = "*";

    /// <summary>The rooms that a figures record needs.</summary>
    /// <param name="figures">The record's type.</param>
    /// <param name="room">The tool's own room.</param>
    public static IReadOnlyList<string> Rooms(Type figures, string room) => [.. Places(figures, room).Select(place => place.Room).Prepend(room).Distinct(StringComparer.Ordinal)];

    /// <summary>Every figure and table that a record names, as <c>room/key</c>.</summary>
    public static IReadOnlyList<string> Names(Type figures, string room) => [.. Places(figures, room).Select(place => $"{place.Room}/{place.Key}")];

    /// <summary>
    /// Everything that the content does not have, or has otherwise than the record reads it, with the file in which it is looked for. Empty when the record can
    /// be filled.
    /// </summary>
    public static IReadOnlyList<ContentComplaint> Missing(Type figures, string room, RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. Places(figures, room).SelectMany(place => place.Key == NamedInTables ? NamesInTables(book, place.Room).Select(name => MissingFigure(book, name))
            : place.Row is null ? [MissingFigure(book, $"{place.Room}/{place.Key}")]
            : [book.Tables.TryGetValue($"{place.Room}/{place.Key}", out var table)
                ? MissingColumns(table, place)
                : new ContentComplaint(FileOf(place.Room, place.Key), 0, "the table is missing")])
                .OfType<ContentComplaint>()
                .Distinct()];
    }

    /// <summary>The record as it was known on a day.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="room">The tool's own room.</param>
    /// <param name="book">The content.</param>
    /// <param name="on">The day of asking: what was published later is left out.</param>
    /// <param name="read">Told of everything that is looked up; <c>null</c> when nobody asked.</param>
    /// <exception cref="KeyNotFoundException">Something is missing, which <see cref="Missing"/> would have said.</exception>
    public static T Of<T>(string room, RuleBook book, DateOnly on, Action<FigureRead>? read = null)
        where T : class => (T)Of(typeof(T), room, book, on, read);

    private static object Of(Type type, string room, RuleBook book, DateOnly on, Action<FigureRead>? read)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Properties(type))
        {
            var from = property.GetCustomAttribute<FromRoomAttribute>()?.Room ?? room;
            property.SetValue(record, IsMade(property) ? book.Made(property.PropertyType)
                : property.PropertyType == typeof(IReadOnlyDictionary<string, Figure>) ? FiguresInTables(book, from, on, read)
                : property.PropertyType == typeof(Figure) ? FigureOf(book, $"{from}/{Key(property)}", on, read)
                : RowType(property.PropertyType) is { } row ? Rows(row, book.Tables[$"{from}/{Key(property)}"], $"{from}/{Key(property)}", on, read)
                : Of(property.PropertyType, from, book, on, read));
        }

        return record;
    }

    private static Figure FigureOf(RuleBook book, string name, DateOnly on, Action<FigureRead>? read)
    {
        var figure = book.AsAt(book.Figures[name], on);
        return read is null ? figure : figure with
        {
            Read = value => read(new FigureRead(name, value.Text, value.Held?.From, value.Held?.Known, value.Nation, value.Held?.SourceId, value.Status) { Where = figure.Where }),
        };
    }

    private static Dictionary<string, Figure> FiguresInTables(RuleBook book, string room, DateOnly on, Action<FigureRead>? read) =>
        NamesInTables(book, room).ToDictionary(name => name.StartsWith(room + "/", StringComparison.Ordinal) ? name[(room.Length + 1)..] : name,
            name => FigureOf(book, name, on, read), StringComparer.Ordinal);

    // Whatever stands in a column of figures, as room/key.
    private static IEnumerable<string> NamesInTables(RuleBook book, string room) => book.Tables.Where(table => table.Key.StartsWith(room + "/", StringComparison.Ordinal))
        .SelectMany(table => table.Value.Columns.Index()
            .Where(column => column.Item.Type == ColumnType.Figures)
            .SelectMany(column => table.Value.Rows.SelectMany(row => row[column.Index].Split(' ', StringSplitOptions.RemoveEmptyEntries))))
        .Select(name => name.Contains('/', StringComparison.Ordinal) ? name : $"{room}/{name}").Distinct(StringComparer.Ordinal);

    private static ContentComplaint? MissingFigure(RuleBook book, string name) =>
        book.Figures.ContainsKey(name) ? null : new ContentComplaint($"{name.Split('/')[0]}/rules.yaml", 0, $"the figure “{name.Split('/')[1]}” is missing");

    private static IList Rows(Type type, ContentTable table, string name, DateOnly on, Action<FigureRead>? read)
    {
        var columns = table.Columns.Select((column, index) => (Property: type.GetProperty(Pascal(column.Name)), Index: index))
            .Where(column => column.Property?.SetMethod is not null)
            .ToList();
        var rows = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var cells in table.Rows)
        {
            var row = (TableRow)RuntimeHelpers.GetUninitializedObject(type);
            Set(row, nameof(TableRow.Nation), Nations.UnitedKingdom);
            Set(row, nameof(TableRow.Table), name);
            Set(row, nameof(TableRow.Where), table.Where);
            Set(row, nameof(TableRow.Read), read);
            foreach (var (property, index) in columns)
            {
                property!.SetValue(row, Cell(cells[index], property.PropertyType));
            }

            if (!(row.Known > on))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static void Set(TableRow row, string name, object? value) =>
        typeof(TableRow).GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.SetValue(row, value);

    private static object? Cell(string text, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return text.Length == 0 ? (type == typeof(string) || bare != type || !type.IsValueType ? null : Activator.CreateInstance(type))
            : bare == typeof(string) ? text
            : bare == typeof(decimal) ? decimal.Parse(text, CultureInfo.InvariantCulture)
            : bare == typeof(int) ? int.Parse(text, CultureInfo.InvariantCulture)
            : bare == typeof(DateOnly) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : bare == typeof(bool) ? text is "yes" or "true"
            : bare == typeof(StepCondition) ? StepCondition.Parse(text) ?? throw new FormatException($"“{text}” is no condition.")
            : bare == typeof(Nations) ? NationExtensions.ParseNations(text) ?? throw new FormatException($"“{text}” is no nation.")
            : bare == typeof(Status) ? StatusExtensions.Parse(text) ?? throw new FormatException($"“{text}” is no status.")
            : bare.IsEnum ? JsonSerializer.Deserialize($"\"{text}\"", bare)
            : throw new NotSupportedException($"A cell cannot be a {bare.Name}.");
    }

    /// <summary>The file of a table, from the content folder.</summary>
    internal static string FileOf(string room, string table) => $"{room}/tables/{table}.csv";

    private static ContentComplaint? MissingColumns(ContentTable table, (string Room, string Key, Type? Row) place)
    {
        var has = table.Columns.Select(column => Pascal(column.Name)).ToHashSet(StringComparer.Ordinal);
        var lacking = place.Row!.GetProperties()
            .Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null && !has.Contains(property.Name))
            .Select(property => Snake(property.Name))
            .ToList();
        return lacking.Count == 0 ? null : new ContentComplaint(FileOf(place.Room, place.Key), 0, $"the column “{string.Join("”, “", lacking)}” is missing");
    }

    private static IEnumerable<(string Room, string Key, Type? Row)> Places(Type type, string room)
    {
        foreach (var property in Properties(type).Where(property => !IsMade(property)))
        {
            var from = property.GetCustomAttribute<FromRoomAttribute>()?.Room ?? room;
            if (property.PropertyType == typeof(IReadOnlyDictionary<string, Figure>))
            {
                yield return (from, NamedInTables, null);
            }
            else if (property.PropertyType == typeof(Figure))
            {
                yield return (from, Key(property), null);
            }
            else if (RowType(property.PropertyType) is { } row)
            {
                yield return (from, Key(property), row);
            }
            else
            {
                foreach (var place in Places(property.PropertyType, from))
                {
                    yield return place;
                }
            }
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    private static bool IsMade(PropertyInfo property) => property.IsDefined(typeof(MadeOfRoomAttribute));

    private static Type? RowType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.GenericTypeArguments[0].IsAssignableTo(typeof(TableRow))
            ? type.GenericTypeArguments[0]
            : null;

    // A number is a word of its own, except after a single letter, as in “H1b”.
    private static string Key(PropertyInfo property)
    {
        var words = JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
        return string.Concat(words.Select((letter, i) => i > 1 && char.IsAsciiDigit(letter) && char.IsAsciiLetter(words[i - 1]) && char.IsAsciiLetter(words[i - 2])
            ? $"-{letter}"
            : $"{letter}"));
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Pascal(string column) => string.Concat(column.Split('_', '-').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));
}
