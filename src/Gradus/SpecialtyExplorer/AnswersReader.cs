using System.Text.Json;
using Gradus.Rules;

namespace Gradus.SpecialtyExplorer;

/// <summary>Reads answers from JSON and names every field that is wrong.</summary>
public static class AnswersReader
{
    private const string NoCharacters = "Expected UTF-8 text; a string in it holds bytes or escapes that are no characters.";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads one JSON object as UTF-8; a byte-order mark before it is skipped.</summary>
    public static ReadResult<Answers> Read(ReadOnlyMemory<byte> json, Questionnaire questionnaire)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, Strict);
            return Read(document.RootElement, questionnaire);
        }
        catch (InvalidOperationException)
        {
            return ReadResult.Wrong<Answers>([new FieldError("", NoCharacters)]); // A name that is compared with the others.
        }
        catch (JsonException fault)
        {
            var (line, column) = ((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            var message = fault.LineNumber is null ? $"Expected every field once. {fault.Message}" : $"This is not complete JSON: it stops making sense at line {line}, byte {column}.";
            return ReadResult.Wrong<Answers>([FieldError.IfUtf16(json.Span) ?? new FieldError("", message) { Line = line, Column = column }]);
        }
    }

    /// <summary>Reads one JSON object from text.</summary>
    public static ReadResult<Answers> Read(string json, Questionnaire questionnaire) => Read(System.Text.Encoding.UTF8.GetBytes(json), questionnaire);

    /// <summary>Reads one parsed JSON object.</summary>
    public static ReadResult<Answers> Read(JsonElement root, Questionnaire questionnaire)
    {
        try
        {
            return ReadObject(root, questionnaire);
        }
        catch (InvalidOperationException)
        {
            return ReadResult.Wrong<Answers>([new FieldError("", NoCharacters)]);
        }
    }

    private static ReadResult<Answers> ReadObject(JsonElement root, Questionnaire questionnaire)
    {
        var errors = new List<FieldError>();
        if (root.ValueKind != JsonValueKind.Object)
        {
            return ReadResult.Wrong<Answers>([new FieldError("", "Answers are one JSON object.")]);
        }

        var answers = Answers.None;
        foreach (var property in root.EnumerateObject())
        {
            var value = property.Value;
            switch (property.Name)
            {
                case "statements":
                    answers = answers with { Statements = ReadStatements(value, questionnaire, errors) };
                    break;
                case "bestWorst":
                    answers = answers with { BestWorst = ReadBestWorst(value, questionnaire, errors) };
                    break;
                case "interests":
                    answers = answers with { Interests = ReadInterests(value, questionnaire, errors) };
                    break;
                case "limits":
                    answers = answers with { Limits = ReadLimits(value, errors) };
                    break;
                case "importance":
                    answers = answers with { Importance = ReadImportance(value, errors) };
                    break;
                case "seed":
                    answers = answers with { Seed = ReadSeed(value, errors) };
                    break;
                default:
                    errors.Add(new FieldError(property.Name, "There is no such field. Answers hold statements, bestWorst, interests, limits, importance and seed."));
                    break;
            }
        }

        return errors.Count > 0 ? ReadResult.Wrong<Answers>(errors) : ReadResult.Of(answers);
    }

    private static Dictionary<string, int> ReadStatements(JsonElement value, Questionnaire questionnaire, List<FieldError> errors)
    {
        var read = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!IsObject(value, "statements", errors))
        {
            return read;
        }

        foreach (var statement in value.EnumerateObject())
        {
            var field = "statements." + statement.Name;
            if (questionnaire.IndexOfStatement(statement.Name) < 0)
            {
                errors.Add(new FieldError(field, $"There is no statement “{statement.Name}”."));
            }
            else if (statement.Value.ValueKind != JsonValueKind.Null)
            {
                if (statement.Value.ValueKind == JsonValueKind.Number && statement.Value.TryGetInt32(out var rating) && rating is >= 1 and <= 5)
                {
                    read[statement.Name] = rating;
                }
                else
                {
                    errors.Add(new FieldError(field, $"{Shown(statement.Value)} is not a rating. A rating is a whole number from 1 to 5, or null to skip."));
                }
            }
        }

        return read;
    }

    private static List<BestWorstAnswer> ReadBestWorst(JsonElement value, Questionnaire questionnaire, List<FieldError> errors)
    {
        var read = new List<BestWorstAnswer>();
        if (value.ValueKind == JsonValueKind.Null)
        {
            return read;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new FieldError("bestWorst", "Best-worst answers are a list."));
            return read;
        }

        var index = -1;
        foreach (var entry in value.EnumerateArray())
        {
            index++;
            var field = $"bestWorst[{index}]";
            if (!IsObject(entry, field, errors))
            {
                continue;
            }

            BestWorstTask? task = null;
            string? best = null;
            string? worst = null;
            var faults = errors.Count;
            foreach (var property in entry.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "task":
                        task = property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var number)
                            ? questionnaire.Tasks.FirstOrDefault(known => known.Task == number)
                            : null;
                        if (task is null)
                        {
                            errors.Add(new FieldError(field + ".task", $"{Shown(property.Value)} is not a task. Tasks are numbered 0 to {questionnaire.Tasks.Count - 1}."));
                        }

                        break;
                    case "best":
                        best = ReadDimension(property.Value, field + ".best", errors);
                        break;
                    case "worst":
                        worst = ReadDimension(property.Value, field + ".worst", errors);
                        break;
                    default:
                        errors.Add(new FieldError(field + "." + property.Name, "There is no such field. A best-worst answer holds task, best and worst."));
                        break;
                }
            }

            if (errors.Count > faults)
            {
                continue;
            }

            if (task is null || best is null || worst is null)
            {
                errors.Add(new FieldError(field, "A best-worst answer needs task, best and worst."));
            }
            else if (best == worst)
            {
                errors.Add(new FieldError(field + ".worst", "The dimension that matters least cannot be the one that matters most."));
            }
            else if (!task.Dimensions.Contains(best, StringComparer.Ordinal))
            {
                errors.Add(new FieldError(field + ".best", $"Task {task.Task} does not show “{best}”. It shows {string.Join(", ", task.Dimensions)}."));
            }
            else if (!task.Dimensions.Contains(worst, StringComparer.Ordinal))
            {
                errors.Add(new FieldError(field + ".worst", $"Task {task.Task} does not show “{worst}”. It shows {string.Join(", ", task.Dimensions)}."));
            }
            else if (read.Exists(earlier => earlier.Task == task.Task))
            {
                errors.Add(new FieldError(field + ".task", $"Task {task.Task} is answered twice."));
            }
            else
            {
                read.Add(new BestWorstAnswer(task.Task, best, worst));
            }
        }

        return read;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadInterests(JsonElement value, Questionnaire questionnaire, List<FieldError> errors)
    {
        var read = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!IsObject(value, "interests", errors))
        {
            return read;
        }

        foreach (var property in value.EnumerateObject())
        {
            var field = "interests." + property.Name;
            var area = questionnaire.Interests.FirstOrDefault(known => known.Id == property.Name);
            if (area is null)
            {
                errors.Add(new FieldError(field, $"There is no interest area “{property.Name}”. The areas are {string.Join(", ", questionnaire.Interests.Select(known => known.Id))}."));
                continue;
            }

            var chosen = new List<string>();
            var faults = errors.Count;
            if (property.Value.ValueKind == JsonValueKind.Array)
            {
                var index = 0;
                foreach (var entry in property.Value.EnumerateArray())
                {
                    ReadChoice(entry, $"{field}[{index++}]", area, chosen, errors);
                }
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                ReadChoice(property.Value, field, area, chosen, errors);
            }

            if (errors.Count == faults && chosen.Count > 0)
            {
                read[area.Id] = chosen;
            }
        }

        return read;
    }

    private static void ReadChoice(JsonElement value, string field, InterestArea area, List<string> chosen, List<FieldError> errors)
    {
        var id = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (id == Questionnaire.NoPreference)
        {
            return;
        }

        if (id is null || !area.Choices.Any(choice => choice.Id == id))
        {
            errors.Add(new FieldError(field, $"{Shown(value)} is not a choice. The choices are {string.Join(", ", area.Choices.Select(choice => choice.Id))} and {Questionnaire.NoPreference}."));
        }
        else if (!chosen.Contains(id, StringComparer.Ordinal))
        {
            chosen.Add(id);
        }
    }

    private static HardLimits ReadLimits(JsonElement value, List<FieldError> errors)
    {
        var limits = HardLimits.None;
        if (!IsObject(value, "limits", errors))
        {
            return limits;
        }

        foreach (var property in value.EnumerateObject())
        {
            var field = "limits." + property.Name;
            switch (property.Name)
            {
                case "no-night-on-call":
                    limits = limits with { NoNightOnCall = ReadYesNo(property.Value, field, errors) };
                    break;
                case "no-children":
                    limits = limits with { NoChildren = ReadYesNo(property.Value, field, errors) };
                    break;
                case "run-through-only":
                    limits = limits with { RunThroughOnly = ReadYesNo(property.Value, field, errors) };
                    break;
                case "max-years" when property.Value.ValueKind == JsonValueKind.Null:
                case "nation" when property.Value.ValueKind == JsonValueKind.Null:
                    break;
                case "max-years":
                    if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDecimal(out var years) && years is >= 1 and <= 20)
                    {
                        limits = limits with { MaxYears = years };
                    }
                    else
                    {
                        errors.Add(new FieldError(field, $"{Shown(property.Value)} is not a number of years from 1 to 20."));
                    }

                    break;
                case "nation":
                    if (property.Value.ValueKind == JsonValueKind.String && NationExtensions.ParseNation(property.Value.GetString()) is { } nation)
                    {
                        limits = limits with { Nation = nation.Key() };
                    }
                    else
                    {
                        errors.Add(new FieldError(field, $"{Shown(property.Value)} is not a nation. The nations are england, scotland, wales and northern-ireland."));
                    }

                    break;
                default:
                    errors.Add(new FieldError(field, $"There is no limit “{property.Name}”. The limits are {string.Join(", ", Questionnaire.LimitIds)}."));
                    break;
            }
        }

        return limits;
    }

    private static Dictionary<string, double> ReadImportance(JsonElement value, List<FieldError> errors)
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        if (!IsObject(value, "importance", errors))
        {
            return read;
        }

        foreach (var property in value.EnumerateObject())
        {
            var field = "importance." + property.Name;
            if (Dimensions.IndexOf(property.Name) < 0)
            {
                errors.Add(new FieldError(field, $"There is no dimension “{property.Name}”."));
            }
            else if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDouble(out var times) && times is >= 0 and <= 3)
            {
                read[property.Name] = times;
            }
            else
            {
                errors.Add(new FieldError(field, $"{Shown(property.Value)} is not a number from 0 to 3."));
            }
        }

        return read;
    }

    private static ulong? ReadSeed(JsonElement value, List<FieldError> errors)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var seed))
        {
            return seed;
        }

        errors.Add(new FieldError("seed", $"{Shown(value)} is not a seed. A seed is a whole number, 0 or more."));
        return null;
    }

    private static string? ReadDimension(JsonElement value, string field, List<FieldError> errors)
    {
        var id = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (id is not null && Dimensions.IndexOf(id) >= 0)
        {
            return id;
        }

        errors.Add(new FieldError(field, $"{Shown(value)} is not a dimension. The dimensions are {string.Join(", ", Dimensions.Ids)}."));
        return null;
    }

    private static bool ReadYesNo(JsonElement value, string field, List<FieldError> errors)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)
        {
            return value.ValueKind == JsonValueKind.True;
        }

        errors.Add(new FieldError(field, $"{Shown(value)} is neither true nor false."));
        return false;
    }

    private static bool IsObject(JsonElement value, string field, List<FieldError> errors)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Null || field.Contains('[', StringComparison.Ordinal))
        {
            errors.Add(new FieldError(field, "An object in braces is expected here."));
        }

        return false;
    }

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 40 ? text : text[..40] + "…";
    }
}
