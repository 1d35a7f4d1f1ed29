using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>
/// Reads a training plan from JSON, strictly: an unknown or repeated property, a date that does not exist or a number out of range is an error that names the field, what was expected
/// and, in a text, line and column. A property that may be <c>null</c> may be left out.
/// </summary>
public static class TrainingPlanReader
{
    private const int MostErrors = 50;

    /// <summary>Reads one plan from UTF-8 text that holds nothing else.</summary>
    /// <param name="json">The text; a byte-order mark before it is skipped.</param>
    /// <param name="figures">The figures, which say what weekly hours earn.</param>
    public static ReadResult<TrainingPlan> Read(ReadOnlySpan<byte> json, LessThanFullTimeFigures figures)
    {
        var text = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var parser = new Parser(text);
        TrainingPlan? plan;
        try
        {
            plan = parser.ReadPlan();
        }
        catch (JsonException broken)
        {
            return ReadResult.Wrong<TrainingPlan>([FieldError.IfUtf16(text) ?? Unreadable(broken)]);
        }
        catch (InvalidOperationException)
        {
            return ReadResult.Wrong<TrainingPlan>([new FieldError("", "Expected UTF-8 text; a string in it holds bytes or escapes that are no characters.")]);
        }

        if (plan is null)
        {
            return ReadResult.Wrong<TrainingPlan>(parser.Errors);
        }

        var errors = TrainingPlanChecker.Check(plan, figures);
        return errors.Count == 0 ? ReadResult.Of(plan) : ReadResult.Wrong<TrainingPlan>(Placed(errors, text));
    }

    /// <summary>Reads one plan from UTF-8 text that holds nothing else.</summary>
    public static ReadResult<TrainingPlan> Read(ReadOnlyMemory<byte> json, LessThanFullTimeFigures figures) => Read(json.Span, figures);

    /// <summary>Reads one plan from an element of a document that has been read already.</summary>
    public static ReadResult<TrainingPlan> Read(JsonElement json, LessThanFullTimeFigures figures) => Read(JsonMarshal.GetRawUtf8Value(json), figures);

    private static FieldError Unreadable(JsonException broken)
    {
        var line = (int)(broken.LineNumber ?? 0) + 1;
        var column = (int)(broken.BytePositionInLine ?? 0) + 1;
        return new FieldError("", $"Expected a whole JSON object; it breaks off or goes wrong at line {line}, column {column}.") { Line = line, Column = column };
    }

    private static List<FieldError> Placed(IReadOnlyList<FieldError> errors, ReadOnlySpan<byte> text)
    {
        var placed = new List<FieldError>(errors.Count);
        foreach (var error in errors)
        {
            placed.Add(Locate(error.Field, text) is { } start ? At(error, text, start) : error);
        }

        return placed;
    }

    private static FieldError At(FieldError error, ReadOnlySpan<byte> text, int start)
    {
        var before = text[..start];
        return error with { Line = before.Count((byte)'\n') + 1, Column = start - before.LastIndexOf((byte)'\n') };
    }

    /// <summary>Where the value of a field starts; where it is missing, the object that should hold it.</summary>
    private static int? Locate(string field, ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        var (top, place, member) = ("", -1, "");
        var holder = 0;
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName when json.CurrentDepth == 1:
                    (top, place, member) = (json.GetString()!, -1, "");
                    continue;
                case JsonTokenType.PropertyName when json.CurrentDepth == 3:
                    member = json.GetString()!;
                    continue;
                case JsonTokenType.StartObject when json.CurrentDepth == 2 && top == "changes":
                    place++;
                    member = "";
                    holder = field.StartsWith($"changes[{place}].", StringComparison.Ordinal) ? (int)json.TokenStartIndex : holder;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    continue;
                default:
                    var here = place < 0 ? top : $"{top}[{place}].{member}";
                    if (here == field)
                    {
                        return (int)json.TokenStartIndex;
                    }

                    continue;
            }
        }

        return holder;
    }

    private ref struct Parser(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> text = text;
        private Utf8JsonReader json = new(text);
        private List<FieldError>? errors;
        private int index = -1;

        public readonly IReadOnlyList<FieldError> Errors => errors ?? [];

        public TrainingPlan? ReadPlan()
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                Wrong("", "Expected a JSON object with plannedEnd, baselineRate and changes.");
                return null;
            }

            DateOnly? plannedEnd = null;
            decimal? baselineRate = null;
            string? specialty = null;
            IReadOnlyList<PlannedChange> changes = [];
            decimal? rateAfter = null;
            DateOnly? on = null;
            Nation? nation = null;
            var seen = Seen.None;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var property = PlanProperty();
                if (!IsNew(property, ref seen))
                {
                    continue;
                }

                switch (property)
                {
                    case Seen.PlannedEnd:
                        plannedEnd = Date("plannedEnd");
                        break;
                    case Seen.BaselineRate:
                        baselineRate = Number("baselineRate", "a share of full time above 0 and at most 1, such as 0.8");
                        break;
                    case Seen.Specialty:
                        specialty = Text("specialty", "a specialty's key, such as emergency-medicine, or null");
                        break;
                    case Seen.Changes:
                        changes = ReadChanges();
                        break;
                    case Seen.RateAfter:
                        rateAfter = IsNull() ? null : Number("rateAfter", "a share of full time from 0 to 1, such as 0.8");
                        break;
                    case Seen.On:
                        on = IsNull() ? null : Date("on");
                        break;
                    default:
                        nation = ReadNation();
                        break;
                }
            }

            json.Read();
            Require(seen, Seen.PlannedEnd, "plannedEnd", "Expected the planned last day of training, as 2033-08-02.");
            Require(seen, Seen.BaselineRate, "baselineRate", "Expected the share of full time that the planned end assumes, above 0 and at most 1.");
            return errors is not null || plannedEnd is null || baselineRate is null ? null : new TrainingPlan
            {
                PlannedEnd = plannedEnd.Value,
                BaselineRate = baselineRate.Value,
                Specialty = specialty,
                Changes = changes,
                RateAfter = rateAfter,
                On = on,
                Nation = nation,
            };
        }

        private List<PlannedChange> ReadChanges()
        {
            var changes = new List<PlannedChange>();
            if (json.TokenType != JsonTokenType.StartArray)
            {
                Wrong("changes", "Expected a list of changes, [] when nothing changes.");
                json.Skip();
                return changes;
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                index++;
                if (index >= TrainingPlan.MostChanges)
                {
                    if (index == TrainingPlan.MostChanges)
                    {
                        index = -1;
                        Wrong("changes", $"Expected at most {TrainingPlan.MostChanges} changes.");
                        index = TrainingPlan.MostChanges;
                    }

                    json.Skip();
                }
                else if (json.TokenType != JsonTokenType.StartObject)
                {
                    Add($"changes[{index}]", "Expected an object with kind, from and to.", json.TokenStartIndex);
                    json.Skip();
                }
                else if (ReadChange() is { } change)
                {
                    changes.Add(change);
                }
            }

            index = -1;
            return changes;
        }

        private PlannedChange? ReadChange()
        {
            var start = json.TokenStartIndex;
            ChangeKind? kind = null;
            DateOnly? from = null;
            DateOnly? to = null;
            decimal? rate = null;
            decimal? weeklyHours = null;
            decimal? creditedDays = null;
            var seen = Seen.None;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var property = ChangeProperty();
                if (!IsNew(property, ref seen))
                {
                    continue;
                }

                switch (property)
                {
                    case Seen.Kind:
                        kind = ReadKind();
                        break;
                    case Seen.From:
                        from = Date("from");
                        break;
                    case Seen.To:
                        to = IsNull() ? null : Date("to");
                        break;
                    case Seen.Rate:
                        rate = IsNull() ? null : Number("rate", "a share of full time above 0 and at most 1, such as 0.8");
                        break;
                    case Seen.WeeklyHours:
                        weeklyHours = IsNull() ? null : Number("weeklyHours", "average hours a week above 0 and at most 80");
                        break;
                    default:
                        creditedDays = IsNull() ? null : Number("creditedDays", "a number of days, 0 or more");
                        break;
                }
            }

            if ((seen & Seen.Kind) == Seen.None)
            {
                Add($"changes[{index}].kind", KindExpected, start);
            }

            if ((seen & Seen.From) == Seen.None)
            {
                Add($"changes[{index}].from", "Expected the first day of the change, as 2027-08-04.", start);
            }

            return kind is null || from is null ? null : new PlannedChange
            {
                Kind = kind.Value,
                From = from.Value,
                To = to,
                Rate = rate,
                WeeklyHours = weeklyHours,
                CreditedDays = creditedDays,
            };
        }

        private static string KindExpected { get; } = "Expected one of " + string.Join(", ", ChangeKindExtensions.All.Select(kind => kind.Key())) + ".";

        private readonly Seen PlanProperty()
        {
            if (json.ValueTextEquals("plannedEnd"u8))
            {
                return Seen.PlannedEnd;
            }

            if (json.ValueTextEquals("baselineRate"u8))
            {
                return Seen.BaselineRate;
            }

            if (json.ValueTextEquals("specialty"u8))
            {
                return Seen.Specialty;
            }

            if (json.ValueTextEquals("changes"u8))
            {
                return Seen.Changes;
            }

            if (json.ValueTextEquals("rateAfter"u8))
            {
                return Seen.RateAfter;
            }

            if (json.ValueTextEquals("on"u8))
            {
                return Seen.On;
            }

            return json.ValueTextEquals("nation"u8) ? Seen.Nation : Seen.None;
        }

        private readonly Seen ChangeProperty()
        {
            if (json.ValueTextEquals("kind"u8))
            {
                return Seen.Kind;
            }

            if (json.ValueTextEquals("from"u8))
            {
                return Seen.From;
            }

            if (json.ValueTextEquals("to"u8))
            {
                return Seen.To;
            }

            if (json.ValueTextEquals("rate"u8))
            {
                return Seen.Rate;
            }

            if (json.ValueTextEquals("weeklyHours"u8))
            {
                return Seen.WeeklyHours;
            }

            return json.ValueTextEquals("creditedDays"u8) ? Seen.CreditedDays : Seen.None;
        }

        /// <summary>Moves on to the property's value; an unknown or repeated one is an error and its value is skipped.</summary>
        private bool IsNew(Seen property, ref Seen seen)
        {
            if (property != Seen.None && (seen & property) == Seen.None)
            {
                seen |= property;
                json.Read();
                return true;
            }

            var name = json.GetString()!;
            var shown = name.Length > 40 ? name[..40] : name;
            Wrong(shown, property != Seen.None
                ? "Expected this once; it is given twice."
                : index < 0
                    ? "Expected only plannedEnd, baselineRate, specialty, changes, rateAfter, on and nation."
                    : "Expected only kind, from, to, rate, weeklyHours and creditedDays.");
            json.Skip();
            return false;
        }

        private ChangeKind? ReadKind()
        {
            if (json.TokenType == JsonTokenType.String)
            {
                foreach (var kind in ChangeKindExtensions.All)
                {
                    if (json.ValueTextEquals(kind.Key()))
                    {
                        return kind;
                    }
                }
            }

            Wrong("kind", KindExpected);
            json.Skip();
            return null;
        }

        private Nation? ReadNation()
        {
            if (IsNull())
            {
                return null;
            }

            var nation = json.TokenType == JsonTokenType.String ? NationExtensions.ParseNation(json.GetString()) : null;
            if (nation is null)
            {
                Wrong("nation", "Expected england, scotland, wales or northern-ireland.");
                json.Skip();
            }

            return nation;
        }

        private readonly bool IsNull() => json.TokenType == JsonTokenType.Null;

        private string? Text(string field, string expected)
        {
            if (IsNull())
            {
                return null;
            }

            if (json.TokenType == JsonTokenType.String)
            {
                return json.GetString();
            }

            Wrong(field, $"Expected {expected}.");
            json.Skip();
            return null;
        }

        private decimal? Number(string field, string expected)
        {
            if (json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out var number))
            {
                return number;
            }

            Wrong(field, $"Expected {expected}.");
            json.Skip();
            return null;
        }

        private DateOnly? Date(string field)
        {
            if (json.TokenType != JsonTokenType.String)
            {
                Wrong(field, "Expected a day as text, such as \"2027-08-04\".");
                json.Skip();
                return null;
            }

            Span<byte> digits = stackalloc byte[10];
            if (json.ValueSpan.Length is < 10 or > 60 || (json.ValueSpan.Length != 10 && !json.ValueIsEscaped))
            {
                Wrong(field, "Expected a day as year, month and day, such as 2027-08-04.");
                return null;
            }

            if (json.ValueIsEscaped)
            {
                var unescaped = json.GetString()!;
                if (unescaped.Length != 10 || !Encoding.UTF8.TryGetBytes(unescaped, digits, out _))
                {
                    Wrong(field, "Expected a day as year, month and day, such as 2027-08-04.");
                    return null;
                }
            }
            else
            {
                json.ValueSpan.CopyTo(digits);
            }

            var (year, month, day) = (Whole(digits[..4]), Whole(digits[5..7]), Whole(digits[8..]));
            if (year < 0 || month < 0 || day < 0 || digits[4] != '-' || digits[7] != '-')
            {
                Wrong(field, "Expected a day as year, month and day, such as 2027-08-04.");
                return null;
            }

            if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                Wrong(field, $"Expected a day that exists; {Encoding.ASCII.GetString(digits)} is not in the calendar.");
                return null;
            }

            return new DateOnly(year, month, day);
        }

        private static int Whole(ReadOnlySpan<byte> digits)
        {
            var number = 0;
            foreach (var digit in digits)
            {
                if (digit is < (byte)'0' or > (byte)'9')
                {
                    return -1;
                }

                number = (number * 10) + (digit - '0');
            }

            return number;
        }

        private void Require(Seen seen, Seen needed, string field, string message)
        {
            if ((seen & needed) == Seen.None)
            {
                Add(field, message, start: 0);
            }
        }

        private void Wrong(string field, string message) =>
            Add(index < 0 ? field : $"changes[{index}].{field}", message, json.TokenStartIndex);

        private void Add(string field, string message, long start)
        {
            errors ??= [];
            if (errors.Count < MostErrors)
            {
                errors.Add(At(new FieldError(field, message), text, (int)start));
            }
        }
    }

    [Flags]
    private enum Seen
    {
        None = 0,
        PlannedEnd = 1,
        BaselineRate = 1 << 1,
        Specialty = 1 << 2,
        Changes = 1 << 3,
        RateAfter = 1 << 4,
        On = 1 << 5,
        Nation = 1 << 6,
        Kind = 1 << 7,
        From = 1 << 8,
        To = 1 << 9,
        Rate = 1 << 10,
        WeeklyHours = 1 << 11,
        CreditedDays = 1 << 12,
    }
}
