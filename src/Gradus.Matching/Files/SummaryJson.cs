using System.Text.Json;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>Seconds taken by each step of a run, and the most memory it held.</summary>
public sealed record RunFigures(double SecondsRead, double SecondsMatched, double SecondsWritten, long PeakMemoryBytes);

/// <summary>The summary of a run as JSON.</summary>
public static class SummaryJson
{
    /// <summary>Writes the summary as JSON: who was placed, the rank profile, what minimums would cost, cutoffs, and what the run took.</summary>
    public static void Write(Stream stream, Allocation allocation, Certificate certificate, MinimumCost? minimums, RunFigures figures)
    {
        var metrics = AllocationMetrics.Of(allocation);
        using var json = new Utf8JsonWriter(stream, FindingsJson.Indented);
        json.WriteStartObject();
        json.WriteString("mechanism", allocation.Mechanism.Name);
        json.WriteString("optimalFor", FindingsJson.Name(certificate.OptimalFor));
        json.WriteBoolean("complete", allocation.IsComplete);
        json.WriteNumber("applicants", allocation.Instance.ApplicantCount);
        json.WriteNumber("posts", allocation.Instance.PostCount);
        json.WriteNumber("placed", metrics.Placed);
        json.WriteNumber("unplaced", allocation.Instance.ApplicantCount - metrics.Placed - certificate.Held.Count);
        FindingsJson.Held(json, certificate);
        json.WriteStartArray("rankProfile");
        foreach (var count in metrics.RankProfile)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        if (metrics.MeanRank is { } mean)
        {
            json.WriteNumber("meanRank", Math.Round(mean, 4, MidpointRounding.AwayFromZero));
        }
        else
        {
            json.WriteNull("meanRank");
        }

        json.WriteNumber("justifiedEnvy", certificate.JustifiedEnvy);
        FindingsJson.Strings(json, "brokenLinks", certificate.BrokenLinks);
        FindingsJson.Unused(json, certificate);
        FindingsJson.BelowMinimum(json, certificate);
        WriteMinimumCost(json, minimums);
        FindingsJson.Cutoffs(json, certificate);
        json.WriteNumber("secondsRead", Math.Round(figures.SecondsRead, 4, MidpointRounding.AwayFromZero));
        json.WriteNumber("secondsMatched", Math.Round(figures.SecondsMatched, 4, MidpointRounding.AwayFromZero));
        json.WriteNumber("secondsWritten", Math.Round(figures.SecondsWritten, 4, MidpointRounding.AwayFromZero));
        json.WriteNumber("peakMemoryBytes", figures.PeakMemoryBytes);
        json.WriteEndObject();
    }

    /// <summary>Whether a summary's bytes are those that <see cref="Write"/> writes for a result, whatever the run took.</summary>
    public static bool IsOf(ReadOnlyMemory<byte> utf8, Allocation allocation, Certificate certificate, MinimumCost? minimums)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            using var expected = new MemoryStream();
            Write(expected, allocation, certificate, minimums, new RunFigures(
                root.GetProperty("secondsRead").GetDouble(), root.GetProperty("secondsMatched").GetDouble(), root.GetProperty("secondsWritten").GetDouble(),
                    root.GetProperty("peakMemoryBytes").GetInt64()));
            return utf8.Span.SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static void WriteMinimumCost(Utf8JsonWriter json, MinimumCost? cost)
    {
        if (cost is null)
        {
            return;
        }

        json.WriteStartObject("minimumCost");
        json.WriteString("says", cost.Says);
        json.WriteNumber("missing", cost.Missing);
        if (cost.NotWorkedOut is null)
        {
            json.WriteNumber("filled", cost.Filled);
            json.WriteNumber("worse", cost.Worse);
            json.WriteNumber("placesLower", cost.PlacesLower);
            json.WriteNumber("moved", cost.Moved);
            if (cost.ClaimsPassedOver is { } passedOver)
            {
                json.WriteNumber("claimsPassedOver", passedOver);
            }

            FindingsJson.Each(json, "moves", cost.Moves, static (json, move) =>
            {
                json.WriteString("applicant", move.Applicant);
                WritePost(json, "from", move.From, move.FromChoice);
                WritePost(json, "to", move.To, move.ToChoice);
            });
        }

        json.WriteEndObject();

        static void WritePost(Utf8JsonWriter json, string name, string? post, int? choice)
        {
            if (post is not null)
            {
                json.WriteString(name, post);
                json.WriteNumber(name + "Choice", choice!.Value);
            }
        }
    }
}
