using System.Text.Json;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>What certificate and summary both say, in the same words.</summary>
internal static class FindingsJson
{
    /// <summary>Readable, with the same line ends everywhere.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n" };

    public static void Unused(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartArray("unused");
        foreach (var unused in certificate.Unused)
        {
            json.WriteStartObject();
            json.WriteString("column", unused.Column);
            json.WriteString("because", unused.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Held(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartArray("fixed");
        foreach (var held in certificate.Held)
        {
            json.WriteStartObject();
            json.WriteString("applicant", held.Applicant);
            json.WriteString("post", held.Post);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void BelowMinimum(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartArray("belowMinimum");
        foreach (var below in certificate.BelowMinimum)
        {
            json.WriteStartObject();
            json.WriteString("post", below.Post);
            json.WriteNumber("minimum", below.Minimum);
            json.WriteNumber("has", below.Has);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Cutoffs(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartArray("cutoffs");
        foreach (var cutoff in certificate.Cutoffs)
        {
            Write(json, cutoff);
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

    private static void Write(Utf8JsonWriter json, Cutoff cutoff)
    {
        json.WriteStartObject();
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

        json.WriteEndObject();
    }
}
