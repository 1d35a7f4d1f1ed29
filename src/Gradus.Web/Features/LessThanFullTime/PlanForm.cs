using System.Globalization;
using System.Text.Json;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>A change as typed.</summary>
/// <param name="Kind">The kind's key.</param>
/// <param name="From">The first day as typed.</param>
/// <param name="To">The last day as typed; empty for “until I finish”.</param>
/// <param name="Percent">The share of full time in percent, as typed.</param>
/// <param name="WeeklyHours">Average weekly hours, as typed.</param>
/// <param name="CreditedDays">Days that count, as typed.</param>
public sealed record ChangeRow(string Kind, string From, string To, string Percent, string WeeklyHours, string CreditedDays)
{
    /// <summary>A row as it stands before anything is typed.</summary>
    public static ChangeRow Empty { get; } = new(ChangeKind.LessThanFullTime.Key(), "", "", "", "", "");

    /// <summary>Whether nothing has been typed into it.</summary>
    public bool IsEmpty => From.Length == 0 && To.Length == 0 && Percent.Length == 0 && WeeklyHours.Length == 0 && CreditedDays.Length == 0;
}

/// <summary>
/// The calculator's form as typed. It becomes the same JSON facts that the API and the command read, and is checked by the same reader, so that every door gives the same answer and
/// the same errors.
/// </summary>
public sealed record PlanForm
{
    /// <summary>The last day of training as planned.</summary>
    public string PlannedEnd { get; init; } = "";

    /// <summary>The share of full time that the planned end assumes, in percent.</summary>
    public string BaselinePercent { get; init; } = "100";

    /// <summary>The specialty's key, where its college has rules of its own; otherwise empty.</summary>
    public string Specialty { get; init; } = "";

    /// <summary>The share of full time after the last change, in percent.</summary>
    public string PercentAfter { get; init; } = "";

    /// <summary>The date asked about; empty for today.</summary>
    public string On { get; init; } = "";

    /// <summary>The changes.</summary>
    public IReadOnlyList<ChangeRow> Changes { get; init; } = [ChangeRow.Empty];

    /// <summary>Reads what was posted.</summary>
    public static PlanForm From(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var kinds = form["kind"];
        var rows = Math.Min(kinds.Count, TrainingPlan.MostChanges + 1);
        return new PlanForm
        {
            PlannedEnd = One(form, "plannedEnd"),
            BaselinePercent = One(form, "baselinePercent"),
            Specialty = One(form, "specialty"),
            PercentAfter = One(form, "percentAfter"),
            On = One(form, "asAt"),
            Changes = [.. Enumerable.Range(0, rows).Select(i => new ChangeRow(At(kinds, i), At(form["from"], i), At(form["to"], i), At(form["percent"], i), At(form["weeklyHours"], i), At(form["creditedDays"], i)))],
        };
    }

    /// <summary>The form that shows a plan.</summary>
    public static PlanForm Of(TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanForm
        {
            PlannedEnd = plan.PlannedEnd.Iso(),
            BaselinePercent = Percent(plan.BaselineRate),
            Specialty = plan.Specialty ?? "",
            PercentAfter = plan.RateAfter is { } after ? Percent(after) : "",
            On = plan.On?.Iso() ?? "",
            Changes = plan.Changes.Count == 0
                ? [ChangeRow.Empty]
                : [.. plan.Changes.Select(change => new ChangeRow(change.Kind.Key(), change.From.Iso(), change.To?.Iso() ?? "", change.Rate is { } rate ? Percent(rate) : "", Number(change.WeeklyHours), Number(change.CreditedDays)))],
        };
    }

    /// <summary>Reads the plan, or says what is wrong, each error with the name of the field of this form.</summary>
    public ReadResult<TrainingPlan> Read(LessThanFullTimeFigures figures)
    {
        var rows = Changes.Select((row, index) => (Row: row, Index: index)).Where(entry => !entry.Row.IsEmpty).ToList();
        var result = TrainingPlanReader.Read(Json(rows.ConvertAll(entry => entry.Row)), figures);
        return result.IsValid ? result : ReadResult.Wrong<TrainingPlan>([.. result.Errors.Select(error => OnForm(error, rows.ConvertAll(entry => entry.Index)))]);
    }

    private byte[] Json(IReadOnlyList<ChangeRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteDate(json, "plannedEnd", PlannedEnd);
            WriteShare(json, "baselineRate", BaselinePercent);
            if (Specialty.Length > 0)
            {
                json.WriteString("specialty", Specialty);
            }

            json.WriteStartArray("changes");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("kind", row.Kind);
                WriteDate(json, "from", row.From);
                if (row.To.Length > 0)
                {
                    WriteDate(json, "to", row.To);
                }

                WriteIfTyped(json, row);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (PercentAfter.Length > 0)
            {
                WriteShare(json, "rateAfter", PercentAfter);
            }

            if (On.Length > 0)
            {
                WriteDate(json, "on", On);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    // What a kind does not use is hidden by the script and may still hold what was typed for another kind: it is left out.
    private static void WriteIfTyped(Utf8JsonWriter json, ChangeRow row)
    {
        var kind = ChangeKindExtensions.Parse(row.Kind);
        if (kind?.NeedsRate() == true && row.Percent.Length > 0)
        {
            WriteShare(json, "rate", row.Percent);
        }

        if (kind?.NeedsRate() == true && row.WeeklyHours.Length > 0)
        {
            WriteNumber(json, "weeklyHours", row.WeeklyHours);
        }

        if (kind?.MayBeCredited() == true && row.CreditedDays.Length > 0)
        {
            WriteNumber(json, "creditedDays", row.CreditedDays);
        }
    }

    private static void WriteDate(Utf8JsonWriter json, string name, string typed) => json.WriteString(name, typed);

    private static void WriteShare(Utf8JsonWriter json, string name, string typed)
    {
        // Whoever types 0.8 means 80, and we do not guess: it stays as typed, and is refused with an example.
        if (Parse(typed.TrimEnd('%', ' ')) is { } percent && percent is <= 0 or > 1)
        {
            json.WriteNumber(name, percent / 100);
        }
        else
        {
            json.WriteString(name, typed);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string typed)
    {
        if (Parse(typed) is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, typed);
        }
    }

    private FieldError OnForm(FieldError error, List<int> rowOf)
    {
        var (field, member) = Split(error.Field, rowOf);
        var row = int.TryParse(field.AsSpan(field.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? Changes.ElementAtOrDefault(index) : null;
        var message = member switch
        {
            "plannedEnd" => $"{NoDay(PlannedEnd)}Enter the last day of training as planned, such as 2 August 2033.",
            "from" when error.Message.Contains("such as", StringComparison.Ordinal) => $"{NoDay(row?.From ?? "")}Enter the first day of this change.",
            "baselineRate" => "Enter the percentage that the planned date assumes: above 1 and at most 100, such as 80.",
            "rate" when error.Message.Contains("weeklyHours", StringComparison.Ordinal) => "Enter your percentage of full time, such as 80. In emergency medicine you can enter weekly hours instead.",
            "rate" => "Enter a percentage from 0 to 100, such as 80, not 0.8.",
            "rateAfter" => "Enter the percentage you will work after the last change, from 0 to 100, such as 80, not 0.8.",
            "weeklyHours" when error.Message.Contains("not both", StringComparison.Ordinal) => "Enter either a percentage or weekly hours, not both.",
            _ => error.Message,
        };
        return new FieldError(field, message);
    }

    private static string NoDay(string typed) => typed.Length == 0 ? "" : $"“{typed}” is not a day. ";

    private static (string Field, string Member) Split(string field, List<int> rowOf)
    {
        if (!field.StartsWith("changes[", StringComparison.Ordinal))
        {
            var name = field switch { "baselineRate" => "baselinePercent", "rateAfter" => "percentAfter", "on" => "asAt", _ => field };
            return (name, field);
        }

        var close = field.IndexOf(']', StringComparison.Ordinal);
        var index = int.Parse(field.AsSpan(8, close - 8), CultureInfo.InvariantCulture);
        var member = close + 2 < field.Length ? field[(close + 2)..] : "kind";
        return ($"{(member == "rate" ? "percent" : member)}-{rowOf[index]}", member);
    }

    private static string One(IFormCollection form, string name) => form.TryGetValue(name, out var value) ? value.ToString().Trim() : "";

    private static string At(StringValues values, int index) => index < values.Count ? (values[index] ?? "").Trim() : "";

    private static decimal? Parse(string typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000 ? number : null;

    private static string Percent(decimal rate) => (rate * 100).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
