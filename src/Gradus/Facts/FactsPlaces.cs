using System.Globalization;
using System.Text.Json;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>
/// Goes through a text whose facts are wrong, and says what and where: unknown, missing and repeated fields, values of another kind, and the places of what was
/// found wrong before.
/// </summary>
/// <remarks>One pass over the text; places are turned into lines and columns in one more, so the time is linear in the text however much is wrong.</remarks>
internal ref struct FactsPlaces
{
    private readonly ReadOnlySpan<byte> text;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly FieldErrors errors = new();
    private Utf8JsonReader json;

    private FactsPlaces(ReadOnlySpan<byte> text)
    {
        this.text = text;
        json = new Utf8JsonReader(text);
    }

    public static IReadOnlyList<FieldError> Say(ReadOnlySpan<byte> text, FactsShape shape, FieldErrors known)
    {
        var walk = new FactsPlaces(text);
        try
        {
            walk.json.Read();
            walk.Value(shape, "");
            walk.json.Read();
        }
        catch (JsonException broken)
        {
            var (line, column) = ((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
            return [FieldError.IfUtf16(text) ?? new FieldError("",
                $"Expected a whole JSON object; it breaks off or goes wrong at line {line}, column {column}.") { Line = line, Column = column }];
        }
        catch (InvalidOperationException)
        {
            return [new FieldError("", "Expected UTF-8 text; a string in it holds bytes or escapes that are no characters.")];
        }

        foreach (var error in known.Kept)
        {
            walk.errors.Add(At(error, walk.PlaceOf(error.Field)));
        }

        return walk.errors.None ? [new FieldError("", $"Expected {shape.Expected}.")] : walk.Placed(known.Left);
    }

    // The start of each error was kept as its column; here starts become lines and columns, in the order of the text.
    private readonly List<FieldError> Placed(int more)
    {
        var (line, lineStart, at) = (1, 0, 0);
        var placed = new Dictionary<FieldError, FieldError>(ReferenceEqualityComparer.Instance);
        foreach (var error in errors.Kept.OrderBy(error => error.Column))
        {
            for (var start = error.Column!.Value; at < start; at++)
            {
                if (text[at] == (byte)'\n')
                {
                    (line, lineStart) = (line + 1, at + 1);
                }
            }

            placed[error] = error with { Line = line, Column = error.Column.Value - lineStart + 1 };
        }

        var left = errors.Left + more;
        var all = errors.Kept.Select(error => placed[error]).ToList();
        if (left > 0)
        {
            all.Add(new FieldError("", $"{left} more {(left == 1 ? "thing is" : "things are")} wrong."));
        }

        return all;
    }

    private void Value(FactsShape shape, string path)
    {
        places[path] = (int)json.TokenStartIndex;
        var isRight = (json.TokenType, shape.Kind) switch
        {
            (JsonTokenType.Null, _) => shape.MayBeNull,
            (JsonTokenType.StartObject, FactKind.Group) => Group(shape, path),
            (JsonTokenType.StartArray, FactKind.List) => List(shape, path),
            (JsonTokenType.String, FactKind.Text) => json.GetString() is not null,
            (JsonTokenType.String, FactKind.Choice) => json.GetString() is { } key
                && shape.Choices.Any(choice => string.Equals(choice.Key, key, StringComparison.OrdinalIgnoreCase)),
            (JsonTokenType.String, FactKind.Moment) => Moment.Parse(json.GetString()) is not null,
            (JsonTokenType.StartObject, FactKind.Map) => Map(shape, path),
            (JsonTokenType.String, FactKind.Day) => Day(path),
            (JsonTokenType.Number, FactKind.Number) => json.TryGetDecimal(out var number) && number >= shape.Low && number <= shape.High,
            (JsonTokenType.Number, FactKind.Whole) => json.TryGetInt32(out var whole) && whole >= shape.Low && whole <= shape.High,
            (JsonTokenType.True or JsonTokenType.False, FactKind.YesNo) => true,
            _ => false,
        };
        if (!isRight)
        {
            errors.Add(At(new FieldError(path, $"Expected {shape.Expected}.") { IsExpectation = true }, places[path]));
            json.Skip();
        }
    }

    private bool Group(FactsShape shape, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            var member = shape.Members.FirstOrDefault(one => one.Name == name);
            if (member is not null && seen.Add(name))
            {
                json.Read();
                Value(member, FactsShape.Under(path, name));
                continue;
            }

            var shown = FactsShape.Under(path, FactsWords.Short(name));
            errors.Add(At(new FieldError(shown,
                member is null ? $"Expected only {string.Join(", ", shape.Members.Select(one => one.Name))}." : "Expected this once; it is given twice."),
                (int)json.TokenStartIndex));
            json.Skip();
        }

        foreach (var missing in shape.Members.Where(member => member.IsNeeded && !seen.Contains(member.Name)))
        {
            errors.Add(At(new FieldError(FactsShape.Under(path, missing.Name), $"Expected {missing.Expected}.") { IsExpectation = true }, places[path]));
        }

        return true;
    }

    private bool List(FactsShape shape, string path)
    {
        for (var index = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
        {
            Value(shape.Item!, $"{path}[{index}]");
        }

        return true;
    }

    private bool Map(FactsShape shape, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            if (!seen.Add(name))
            {
                errors.Add(At(new FieldError(FactsShape.Under(path, FactsWords.Short(name)), "Expected this once; it is given twice."), (int)json.TokenStartIndex));
            }

            json.Read();
            Value(shape.Item!, FactsShape.Under(path, FactsWords.Short(name)));
        }

        return true;
    }

    private readonly bool Day(string path)
    {
        var typed = json.GetString()!;
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return true;
        }

        if (typed.Length == 10 && typed[4] == '-' && typed[7] == '-' && typed.Count(char.IsAsciiDigit) == 8)
        {
            errors.Add(At(new FieldError(path, $"Expected a day that exists; {typed} is not in the calendar."), (int)json.TokenStartIndex));
            return true;
        }

        return false;
    }

    /// <summary>Where a field's value begins; where it is missing, the object that should hold it.</summary>
    private readonly int PlaceOf(string field)
    {
        while (!places.ContainsKey(field))
        {
            field = field.LastIndexOf('.') is > 0 and var dot ? field[..dot] : "";
        }

        return places[field];
    }

    private static FieldError At(FieldError error, int start) => error with { Column = start };
}
