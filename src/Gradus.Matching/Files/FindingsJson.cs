using System.Text.Json;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>What certificate and summary both say, in the same words.</summary>
internal static class FindingsJson
{
    /// <summary>Readable, with the same line ends everywhere.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n" };

    public static void Unused(Utf8JsonWriter json, Certificate certificate) => Each(json, "unused", certificate.Unused, static (json, unused) =>
    {
        json.WriteString("column", unused.Column);
        json.WriteString("because", unused.Because);
    });

    public static void Held(Utf8JsonWriter json, Certificate certificate) => Each(json, "fixed", certificate.Held, static (json, held) =>
    {
        json.WriteString("applicant", held.Applicant);
        json.WriteString("post", held.Post);
    });

    public static void BelowMinimum(Utf8JsonWriter json, Certificate certificate) => Each(json, "belowMinimum", certificate.BelowMinimum, static (json, below) =>
    {
        json.WriteString("post", below.Post);
        json.WriteNumber("minimum", below.Minimum);
        json.WriteNumber("has", below.Has);
    });

    public static void Cutoffs(Utf8JsonWriter json, Certificate certificate) => Each(json, "cutoffs", certificate.Cutoffs, static (json, cutoff) =>
    {
        json.WriteString("post", cutoff.Post);
        json.WriteNumber("tier", cutoff.Tier);
        json.WriteNumber("pass", cutoff.Pass);
        json.WriteNumber("places", cutoff.Places);
        json.WriteNumber("taken", cutoff.Taken);
        if (cutoff.LastTaken is not null)
        {
            json.WriteString("lastTaken", cutoff.LastTaken);
            json.WriteNumber("lastPosition", cutoff.LastPosition!.Value);
        }
    });

    /// <summary>An array of objects.</summary>
    public static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static string Name(OptimalFor side) => side switch
    {
        OptimalFor.Applicants => "applicants",
        OptimalFor.Posts => "posts",
        OptimalFor.Both => "both",
        _ => "stated-choices",
    };
}
