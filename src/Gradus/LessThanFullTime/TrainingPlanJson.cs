using System.Text.Json;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>Writes a plan as the JSON that <see cref="TrainingPlanReader"/> reads, for saving to a file.</summary>
public static class TrainingPlanJson
{
    /// <summary>Writes the plan; what is <c>null</c> and need not be said is left out.</summary>
    public static void Write(Utf8JsonWriter json, TrainingPlan plan)
    {
        json.WriteStartObject();
        json.WriteString("plannedEnd"u8, plan.PlannedEnd.Iso());
        json.WriteNumber("baselineRate"u8, plan.BaselineRate);
        json.WriteString("specialty"u8, plan.Specialty);
        json.WriteStartArray("changes"u8);
        foreach (var change in plan.Changes)
        {
            Write(json, change);
        }

        json.WriteEndArray();
        Write(json, "rateAfter", plan.RateAfter);
        if (plan.On is { } on)
        {
            json.WriteString("on"u8, on.Iso());
        }

        if (plan.Nation is { } nation)
        {
            json.WriteString("nation"u8, nation.Key());
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlannedChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, change.Kind.Key());
        json.WriteString("from"u8, change.From.Iso());
        json.WriteString("to"u8, change.To?.Iso());
        Write(json, "rate", change.Rate);
        Write(json, "weeklyHours", change.WeeklyHours);
        Write(json, "creditedDays", change.CreditedDays);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
