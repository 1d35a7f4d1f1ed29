using System.Text.Json;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.LessThanFullTime;

/// <summary>Writes an answer as JSON: names in camelCase, numbers as numbers, days as <c>2033-08-02</c>, exact credit as text such as <c>292 4/5</c> (a step's <c>rate</c> is a number to six places beside its exact text).</summary>
public static class CompletionDateJson
{
    /// <summary>Writes the answer as one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="rulesEdition">The hash of the content that answered; <c>null</c> when none did.</param>
    public static void Write(Utf8JsonWriter json, CompletionDate answer, string? rulesEdition = null)
    {
        json.WriteStartObject();
        WriteDate(json, "completesOn"u8, answer.CompletesOn);
        WriteDate(json, "completesOnIfAbsenceForgiven"u8, answer.CompletesOnIfAbsenceForgiven);
        WriteDate(json, "plannedEnd"u8, answer.Plan.PlannedEnd);
        WriteNumber(json, "daysAdded"u8, answer.DaysAdded);
        WriteDate(json, "blockModelCompletesOn"u8, answer.BlockModelCompletesOn);
        json.WriteString("verdict"u8, Key(answer.Verdict));
        json.WriteString("status"u8, answer.Status.Key());
        WritePerChange(json, answer);
        WriteWorking(json, answer);
        WriteBringForward(json, answer);
        WriteReasons(json, answer.Reasons);
        WriteMilestones(json, answer.Milestones);
        WriteDate(json, "on"u8, answer.On);
        json.WriteString("nation"u8, answer.Nation.Key());
        json.WriteString("rulesEdition"u8, rulesEdition);
        json.WriteEndObject();
    }

    private static void WritePerChange(Utf8JsonWriter json, CompletionDate answer)
    {
        json.WriteStartArray("perChange"u8);
        foreach (var effect in answer.PerChange)
        {
            json.WriteStartObject();
            WriteNumber(json, "index"u8, effect.Index);
            json.WriteString("kind"u8, effect.Key);
            WriteDate(json, "from"u8, effect.From);
            WriteDate(json, "to"u8, effect.To);
            WriteNumber(json, "daysAdded"u8, effect.DaysAdded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWorking(Utf8JsonWriter json, CompletionDate answer)
    {
        json.WriteStartArray("working"u8);
        foreach (var step in answer.Working)
        {
            json.WriteStartObject();
            json.WriteString("step"u8, step.Key);
            WriteNumber(json, "index"u8, step.Index);
            WriteDate(json, "from"u8, step.First);
            WriteDate(json, "to"u8, step.Last);
            json.WriteNumber("days"u8, step.Days);
            if (step.Step != WorkingStepKind.Reach)
            {
                json.WriteNumber("rate"u8, Math.Round((decimal)step.Rate.Numerator / step.Rate.Denominator, 6, MidpointRounding.AwayFromZero));
                WriteFraction(json, "rateExact"u8, step.Rate);
            }

            WriteFraction(json, step.Step is WorkingStepKind.Need or WorkingStepKind.Reach ? "needed"u8 : "credit"u8, step.Credit);
            WriteFraction(json, "total"u8, step.Total);
            json.WriteString("says"u8, step.Says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBringForward(Utf8JsonWriter json, CompletionDate answer)
    {
        json.WriteStartArray("bringForward"u8);
        foreach (var way in answer.BringForward)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, way.Key);
            json.WriteString("says"u8, way.Says);
            WriteDate(json, "completesOn"u8, way.CompletesOn);
            json.WriteString("status"u8, way.Status.Key());
            WriteText(json, "figure"u8, way.Figure);
            WriteText(json, "source"u8, way.SourceId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<Reason> reasons)
    {
        json.WriteStartArray("reasons"u8);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, reason.Key);
            json.WriteString("says"u8, reason.Says);
            json.WriteString("status"u8, reason.Status.Key());
            WriteText(json, "figure"u8, reason.Figure);
            WriteText(json, "source"u8, reason.SourceId);
            WriteText(json, "at"u8, reason.At);
            WriteText(json, "ask"u8, reason.Ask);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMilestones(Utf8JsonWriter json, IReadOnlyList<Milestone> milestones)
    {
        json.WriteStartArray("milestones"u8);
        foreach (var milestone in milestones)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, milestone.Id);
            WriteDate(json, "first"u8, milestone.First);
            WriteDate(json, "last"u8, milestone.Last);
            json.WriteString("what"u8, milestone.What);
            json.WriteString("system"u8, milestone.System);
            WriteNations(json, milestone.Nations);
            json.WriteString("status"u8, milestone.Status.Key());
            WriteText(json, "source"u8, milestone.SourceId);
            WriteText(json, "at"u8, milestone.Place);
            WriteText(json, "note"u8, milestone.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNations(Utf8JsonWriter json, Nations nations)
    {
        json.WriteStartArray("nations"u8);
        if (nations == Nations.UnitedKingdom)
        {
            json.WriteStringValue("uk"u8);
        }
        else
        {
            foreach (var nation in NationExtensions.All)
            {
                if (nations.Includes(nation))
                {
                    json.WriteStringValue(nation.Key());
                }
            }
        }

        json.WriteEndArray();
    }

    private static string Key(Verdict verdict) => verdict switch
    {
        Verdict.Yes => "yes",
        Verdict.No => "no",
        Verdict.NotYet => "not-yet",
        _ => "unknown",
    };

    private static void WriteDate(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is not { } date)
        {
            json.WriteNull(name);
            return;
        }

        Span<char> digits = stackalloc char[10];
        date.TryFormat(digits, out _, "O");
        json.WriteString(name, digits);
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteFraction(Utf8JsonWriter json, ReadOnlySpan<byte> name, Fraction fraction)
    {
        Span<char> text = stackalloc char[64];
        fraction.TryFormat(text, out var written, format: default, provider: null);
        json.WriteString(name, text[..written]);
    }
}
