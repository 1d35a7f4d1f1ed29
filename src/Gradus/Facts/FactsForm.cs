using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>
/// Turns what was typed, on a page or as options of a command, into the facts' JSON and back, so that every door has one reader. A field is named by its path,
/// such as <c>start</c> or
/// <c>changes[1].from</c>, and an error finds its field by itself. Days are read as people write them, shares as percentages, money with its sign and commas;
/// what cannot be read stays as typed and is refused.
/// </summary>
public sealed class FactsForm
{
    private const int Longest = 200;

    private readonly Dictionary<string, IReadOnlyList<string>> typed;
    private readonly List<FieldError> errors = [];
    private readonly FactsShape shape;

    private FactsForm(FactsShape shape, Dictionary<string, IReadOnlyList<string>> typed)
    {
        this.shape = shape;
        this.typed = typed;
    }

    /// <summary>What was typed, by path; rows in which nothing was typed are gone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Typed => typed;

    /// <summary>The facts as JSON, for the reader.</summary>
    public byte[] Json { get; private set; } = [];

    /// <summary>Reads a form.</summary>
    /// <param name="shape">The facts' shape.</param>
    /// <param name="fields">What was sent, by name; names that are no fact's are left alone.</param>
    public static FactsForm Read(FactsShape shape, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(fields);
        var sent = fields.Where(field => field.Value.Any(value => !string.IsNullOrWhiteSpace(value)))
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.Select(value => value.Trim()).Where(value => value.Length > 0)],
                StringComparer.Ordinal);
        foreach (var (name, values) in sent.Where(field => field.Value.Any(value => value.Length > Longest)).ToList())
        {
            // Longer than anything that is read: as much of it as shows what it was, which is refused as the whole would be.
            if (Find(shape, name) is { Kind: not (FactKind.List or FactKind.Map) } fact)
            {
                sent[name] = [.. values.Select(value => value.Length > Most(fact) ? value[..(Most(fact) + 1)] : value)];
            }
        }

        var form = new FactsForm(shape, Compact(shape, sent));
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            form.Group(json, shape, "");
        }

        form.Json = buffer.WrittenSpan.ToArray();
        return form;
    }

    private static int Most(FactsShape fact) => Math.Max(fact.Kind == FactKind.Text ? fact.Most : 0, Longest);

    /// <summary>Facts as a form shows them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Show(FactsShape shape, ReadOnlyMemory<byte> facts)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var shown = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(facts);
        Show(shape, json.RootElement, "", shown);
        return shown;
    }

    /// <summary>What the reader refused, in a page's or a command's words: what was typed, and what to enter instead.</summary>
    /// <param name="refused">What was refused.</param>
    /// <param name="choicesOf">The choices of a fact that takes keys of a table.</param>
    /// <param name="where">Where a command's many choices stand; <c>null</c> on a page, whose own lists show them.</param>
    public IReadOnlyList<FieldError> InWords(IReadOnlyList<FieldError> refused, Func<FactsShape, IReadOnlyList<Choice>>? choicesOf = null, string? where = null)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return [.. refused.Select(error => errors.Find(own => own.Field == error.Field)
            ?? (Find(shape, error.Field) is not { } fact
                ? error
                : error.IsExpectation ? error with { Message = Instead(fact, error, choicesOf, where) } : error.InWords(shape)))];
    }

    // A choice that is none is named with those that there are; a command, which shows no list, names them also where nothing was typed.
    private string Instead(FactsShape fact, FieldError error, Func<FactsShape, IReadOnlyList<Choice>>? choicesOf, string? where)
    {
        var bracket = error.Field.EndsWith(']') ? error.Field.LastIndexOf('[') : -1;
        var asked = fact.Fact is null && bracket > 0 ? Find(shape, error.Field[..bracket])! : fact; // What a list takes stands at the list.
        var isOfTable = asked.Fact is { KeysOf: not null, IsOpenSet: false };
        var choices = isOfTable ? choicesOf?.Invoke(asked) : fact.Choices;
        if (choices is not { Count: > 0 })
        {
            return isOfTable && typed.ContainsKey(error.Field) ? error.Message : FactsWords.Enter(fact);
        }

        return TypedAt(error.Field, bracket) is { } text ? ChoiceWords.NotAmong(text, choices, where ?? "the list on the page")
            : where is null ? FactsWords.Enter(fact)
            : $"Choose {(asked.Fact is { } words ? $"{words.Expected}: " : "")}{ChoiceWords.Named(choices, where)}.";
    }

    private string? TypedAt(string path, int bracket) => typed.TryGetValue(path, out var values) ? values[0]
        : bracket > 0
            && typed.TryGetValue(path[..bracket], out var lines)
            && int.TryParse(path.AsSpan(bracket + 1, path.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? SplitLines(lines).ElementAtOrDefault(index)
            : null;

    /// <summary>Whether a name is a field of the facts: a fact that can be typed, by its path.</summary>
    public static bool IsField(FactsShape shape, string name) =>
        Find(shape, name) is { Kind: not FactKind.Group } found && (found.Kind != FactKind.List || found.Item!.Kind != FactKind.Group);

    /// <summary>The fact at a path; <c>null</c> when there is none.</summary>
    public static FactsShape? Find(FactsShape shape, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var at = shape;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            at = at?.Kind == FactKind.Map ? at.Item : at?.Members.FirstOrDefault(member => member.Name == name);
            at = bracket < 0 ? at : at?.Item;
        }

        return at;
    }

    // Rows of a list are numbered anew without those in which nothing was typed, so that rows and facts have the same numbers.
    private static Dictionary<string, IReadOnlyList<string>> Compact(FactsShape shape, Dictionary<string, IReadOnlyList<string>> sent)
    {
        foreach (var (list, asked) in Lists(shape, ""))
        {
            if (asked.Fact is { AsksEach: true })
            {
                var told = sent.Keys.Where(key => !IsKey(key)).Select(key => RowOf(key, list)).OfType<int>().ToHashSet();
                sent = sent.Where(field => !IsKey(field.Key) || told.Contains(RowOf(field.Key, list)!.Value)).ToDictionary(StringComparer.Ordinal);
                bool IsKey(string key) => RowOf(key, list) is not null && key.EndsWith("]." + asked.Item!.Members[0].Name, StringComparison.Ordinal);
            }

            var rows = sent.Keys.Select(key => RowOf(key, list)).OfType<int>().Distinct().Order().ToList();
            if (rows.Count == 0 || rows[^1] == rows.Count - 1)
            {
                continue;
            }

            var numbers = rows.Index().ToDictionary(row => row.Item, row => row.Index);
            sent = sent.ToDictionary(
                field => RowOf(field.Key, list) is { } row ? $"{list}[{numbers[row]}{field.Key[field.Key.IndexOf(']', list.Length)..]}" : field.Key,
                field => field.Value,
                StringComparer.Ordinal);
        }

        return sent;
    }

    private static IEnumerable<(string Path, FactsShape List)> Lists(FactsShape shape, string path) => shape.Members.SelectMany(member => member switch
    {
        { Kind: FactKind.List, Item.Kind: FactKind.Group } => [(FactsShape.Under(path, member.Name), member)],
        { Kind: FactKind.Group } => Lists(member, FactsShape.Under(path, member.Name)),
        _ => (IEnumerable<(string, FactsShape)>)[],
    });

    private static int? RowOf(string key, string list) =>
        key.Length > list.Length + 2 && key[list.Length] == '[' && key.StartsWith(list, StringComparison.Ordinal) && key.IndexOf(']', list.Length) is > 0 and var close
        && int.TryParse(key.AsSpan(list.Length + 1, close - list.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private void Group(Utf8JsonWriter json, FactsShape group, string path)
    {
        json.WriteStartObject();
        foreach (var fact in group.Members)
        {
            Member(json, fact, FactsShape.Under(path, fact.Name));
        }

        json.WriteEndObject();
    }

    private void Member(Utf8JsonWriter json, FactsShape fact, string path)
    {
        switch (fact)
        {
            case { Kind: FactKind.Group }:
                if (fact.IsNeeded || HasAny(path))
                {
                    json.WritePropertyName(fact.Name);
                    Group(json, fact, path);
                }

                break;
            case { Kind: FactKind.List, Item.Kind: FactKind.Group }:
                Rows(json, fact, path);
                break;
            case { Kind: FactKind.List }:
                Lines(json, fact, path);
                break;
            case { Kind: FactKind.Map }:
                Map(json, fact, path);
                break;
            default:
                if (typed.GetValueOrDefault(path) is { } values)
                {
                    if (fact.Kind == FactKind.YesNo)
                    {
                        typed[path] = values = [.. values.Select(value => YesNoOf(value) is { } isTrue ? (isTrue ? "true" : "false") : value)]; // As the page's own buttons send it.
                    }

                    // Two different answers to one question are written as they came, and the reader refuses them.
                    var different = values.Distinct(StringComparer.Ordinal).ToList();
                    foreach (var value in different)
                    {
                        json.WritePropertyName(fact.Name);
                        Value(json, fact, path, value);
                    }

                    if (different.Count > 1)
                    {
                        errors.Insert(0, new FieldError(path, $"There are two answers, “{FactsWords.Short(different[0])}” and “{FactsWords.Short(different[1])}”. Give one."));
                    }
                }

                break;
        }
    }

    private bool HasAny(string path) => typed.Keys.Any(key => key.Length > path.Length && key[path.Length] is '.' or '[' && key.StartsWith(path, StringComparison.Ordinal));

    private void Rows(Utf8JsonWriter json, FactsShape list, string path)
    {
        var rows = typed.Keys.Select(key => RowOf(key, path)).OfType<int>().Distinct().Count();
        if (rows == 0 && !list.IsNeeded)
        {
            return;
        }

        json.WriteStartArray(list.Name);
        for (var row = 0; row < rows; row++)
        {
            Group(json, list.Item!, $"{path}[{row}]");
        }

        json.WriteEndArray();
    }

    // One a line, or one a field of the same name.
    private void Lines(Utf8JsonWriter json, FactsShape list, string path)
    {
        if (!typed.TryGetValue(path, out var values))
        {
            if (list.IsNeeded)
            {
                json.WriteStartArray(list.Name);
                json.WriteEndArray();
            }

            return;
        }

        json.WriteStartArray(list.Name);
        foreach (var (index, line) in SplitLines(values).Index())
        {
            Value(json, list.Item!, $"{path}[{index}]", line);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> SplitLines(IReadOnlyList<string> values) =>
        values.SelectMany(value => value.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private void Map(Utf8JsonWriter json, FactsShape map, string path)
    {
        if (!typed.TryGetValue(path, out var values))
        {
            return;
        }

        json.WriteStartObject(map.Name);
        foreach (var line in SplitLines(values))
        {
            var colon = line.LastIndexOfAny([':', '=']);
            var key = (colon < 0 ? line : line[..colon]).Trim();
            json.WritePropertyName(key);
            Value(json, map.Item!, FactsShape.Under(path, key), colon < 0 ? "" : line[(colon + 1)..].Trim());
        }

        json.WriteEndObject();
    }

    private void Value(Utf8JsonWriter json, FactsShape fact, string path, string text)
    {
        switch (fact.Kind)
        {
            case FactKind.Day when DayReader.Read(text) is { } day:
                json.WriteStringValue(day.Iso());
                break;
            case FactKind.Moment when MomentOf(text) is { } moment:
                json.WriteStringValue(moment.ToString());
                break;
            case FactKind.Number or FactKind.Whole when NumberOf(text) is not null && OtherMeasure(fact, text.Trim()) is { } measure:
                errors.Add(new FieldError(path, $"“{FactsWords.Short(text)}” is {measure}; asked for here: {fact.Fact?.Unit ?? "a number"}. {FactsWords.Enter(fact)}"));
                json.WriteStringValue(text);
                break;
            case FactKind.Number or FactKind.Whole when NumberOf(text) is { } number:
                Number(json, fact, path, text, number);
                break;
            case FactKind.YesNo when YesNoOf(text) is { } isTrue:
                json.WriteBooleanValue(isTrue);
                break;
            case FactKind.Text or FactKind.Choice:
                json.WriteStringValue(text);
                break;
            case FactKind.Number or FactKind.Whole when NumberOf(text.Replace(',', '.')) is { } meant:
                errors.Add(new FieldError(path, $"“{FactsWords.Short(text)}” is not a number here: write decimals after a point, as in {meant.ToString(CultureInfo.InvariantCulture)}. {FactsWords.Enter(fact)}"));
                json.WriteStringValue(text);
                break;
            default:
                errors.Add(new FieldError(path,
                    $"“{FactsWords.Short(text)}” is not {(fact.Kind switch { FactKind.Day => "a day", FactKind.Moment => "a day and a time", FactKind.YesNo => "yes or no", _ => "a number" })}. {FactsWords.Enter(fact)}"));
                json.WriteStringValue(text);
                break;
        }
    }

    private void Number(Utf8JsonWriter json, FactsShape fact, string path, string text, decimal number)
    {
        if (fact.Fact is not { IsShare: true })
        {
            if (fact.Fact is { } words && decimal.Round(number, words.Places, MidpointRounding.AwayFromZero) is var rounded && rounded != number && fact.Kind == FactKind.Number)
            {
                errors.Add(new FieldError(path, words is { Unit: "%" } && number is > 0 and < 1
                    ? $"“{FactsWords.Short(text)}” would be less than one per cent. {FactsWords.Enter(fact)}"
                    : TooManyPlaces(text, words.Places, rounded)));
            }

            json.WriteNumberValue(number);
            return;
        }

        // Whoever types 0.8 for 80%, or 1 for all of it, is asked again: it is not guessed.
        if (number is > 0 and <= 1 && !text.TrimEnd().EndsWith('%'))
        {
            errors.Add(new FieldError(path,
                $"“{FactsWords.Short(text)}” would be {(number == 1 ? "one per cent; write 1% if you mean that, or 100 for all" : "less than one per cent")}. {FactsWords.Enter(fact)}"));
            json.WriteStringValue(text);
            return;
        }

        if (fact.Fact.Places >= 2 && decimal.Round(number, fact.Fact.Places - 2, MidpointRounding.AwayFromZero) is var share && share != number)
        {
            errors.Add(new FieldError(path, TooManyPlaces(text, fact.Fact.Places - 2, share)));
        }

        json.WriteNumberValue(number / 100);
    }

    private static bool? YesNoOf(string text) => text.ToLowerInvariant() switch { "true" or "yes" => true, "false" or "no" => false, _ => null };

    private static string TooManyPlaces(string text, int places, decimal rounded) => places == 0
        ? $"“{FactsWords.Short(text)}” has decimal places, and a whole number is read. Round it, to {rounded}."
        : $"“{FactsWords.Short(text)}” has more decimal places than the {places} that are read. Round it, to {rounded}.";

    // What a sign says of a number that the field does not ask for: 80% is no hours a week, and $500 are no pounds.
    private static string? OtherMeasure(FactsShape fact, string text) =>
        text.EndsWith('%') && fact.Fact is not ({ IsShare: true } or { Unit: "%" }) ? "a percentage"
        : text[0] is '£' && fact.Fact?.Unit != "£" || text[0] is '$' or '€' ? "money"
        : null;

    // A comma parts thousands and nothing else: 4,2 is not 42.
    private static decimal? NumberOf(string text)
    {
        var bare = text.TrimStart('£', '$', '€').Trim().TrimEnd('%').Trim();
        return IsGrouped(bare)
            && decimal.TryParse(bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1_000_000_000_000
                ? number
                : null;
    }

    private static bool IsGrouped(string number)
    {
        var groups = number.Split('.')[0].TrimStart('-', '+').Split(',');
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }

    private static Moment? MomentOf(string text)
    {
        if (Moment.Parse(text) is { } exact)
        {
            return exact;
        }

        var split = text.LastIndexOfAny([' ', 'T', ',']);
        return split > 0 && DayReader.Read(text[..split].TrimEnd(' ', ',').Replace(" at", "", StringComparison.OrdinalIgnoreCase)) is { } day
            && TimeOnly.TryParseExact(text[(split + 1)..].Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? new Moment(day, time)
                : null;
    }

    private static void Show(FactsShape shape, JsonElement value, string path, Dictionary<string, IReadOnlyList<string>> shown)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when shape.Kind == FactKind.Map:
                shown[path] = [string.Join('\n', value.EnumerateObject().Select(entry => $"{entry.Name}: {Text(shape.Item!, entry.Value)}"))];
                break;
            case JsonValueKind.Object:
                foreach (var fact in shape.Members)
                {
                    if (value.TryGetProperty(fact.Name, out var member))
                    {
                        Show(fact, member, FactsShape.Under(path, fact.Name), shown);
                    }
                }

                break;
            case JsonValueKind.Array when shape.Item!.Kind == FactKind.Group:
                foreach (var (row, element) in value.EnumerateArray().Index())
                {
                    Show(shape.Item, element, $"{path}[{row}]", shown);
                }

                break;
            case JsonValueKind.Array when shape.Item!.Kind == FactKind.Choice || shape.Fact?.KeysOf is not null:
                shown[path] = [.. value.EnumerateArray().Select(element => Text(shape.Item, element))];
                break;
            case JsonValueKind.Array:
                shown[path] = [string.Join('\n', value.EnumerateArray().Select(element => Text(shape.Item!, element)))];
                break;
            case not JsonValueKind.Null:
                shown[path] = [Text(shape, value)];
                break;
        }
    }

    private static string Text(FactsShape shape, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when shape.Fact is { IsShare: true } => FactsWords.PerCent(value.GetDecimal()),
        JsonValueKind.Number => value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String when shape.Kind == FactKind.Day && DayReader.Read(value.GetString()) is { } day => day.Words(),
        JsonValueKind.String when shape.Kind == FactKind.Choice => shape.Choices.FirstOrDefault(choice => string.Equals(choice.Key, value.GetString(),
            StringComparison.OrdinalIgnoreCase))?.Key ?? value.GetString()!,
        _ => value.ToString(),
    };
}
