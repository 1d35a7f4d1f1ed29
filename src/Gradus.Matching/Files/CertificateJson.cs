using System.Text.Json;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>A certificate as JSON: written to a stream and read back.</summary>
public static class CertificateJson
{
    private const string Format = "gradus-allocation-certificate/3";

    /// <summary>Writes a certificate as JSON.</summary>
    public static void Write(Stream stream, CertificateFile file)
    {
        var certificate = file.Certificate;
        using var json = new Utf8JsonWriter(stream, FindingsJson.Indented);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("mechanism", certificate.Mechanism);
        json.WriteString("tiers", file.Tiers == TierRule.Sequential ? "sequential" : "ranked");
        json.WriteString("optimalFor", FindingsJson.Name(certificate.OptimalFor));
        json.WriteBoolean("complete", certificate.IsComplete);
        WriteOrder(json, file);
        json.WriteStartObject("files");
        json.WriteString("applicants", file.Files.Applicants);
        json.WriteString("posts", file.Files.Posts);
        json.WriteString("allocation", file.Files.Allocation);
        if (file.Files.Held is not null)
        {
            json.WriteString("fixed", file.Files.Held);
        }

        json.WriteEndObject();
        json.WriteNumber("applicants", certificate.Applicants);
        json.WriteNumber("placed", certificate.Placed);
        FindingsJson.Held(json, certificate);
        FindingsJson.BelowMinimum(json, certificate);
        json.WriteNumber("blockingPairCount", certificate.BlockingPairCount);
        FindingsJson.Each(json, "blockingPairs", certificate.BlockingPairs, static (json, pair) =>
        {
            json.WriteString("applicant", pair.Applicant);
            json.WriteString("post", pair.Post);
        });
        json.WriteNumber("justifiedEnvy", certificate.JustifiedEnvy);
        FindingsJson.Each(json, "identities", certificate.Identities, static (json, identity) =>
        {
            json.WriteString("says", identity.Says);
            json.WriteNumber("expected", identity.Expected);
            json.WriteNumber("found", identity.Found);
        });
        FindingsJson.Strings(json, "brokenLinks", certificate.BrokenLinks);
        FindingsJson.Unused(json, certificate);
        FindingsJson.Cutoffs(json, certificate);
        json.WriteEndObject();
    }

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="InputException">The file is not a certificate.</exception>
    public static CertificateFile Read(Stream stream, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format)
            {
                throw new InputException(name, 1, 1, $"a certificate in the format {Format}");
            }

            var order = root.GetProperty("order");
            var files = root.GetProperty("files");
            return new CertificateFile
            {
                Certificate = ReadFindings(root),
                Files = new FileHashes(Text(files, "applicants"), Text(files, "posts"), Text(files, "allocation"),
                    files.TryGetProperty("fixed", out _) ? Text(files, "fixed") : null),
                Tiers = Text(root, "tiers") == "sequential" ? TierRule.Sequential : TierRule.Ranked,
                OrderSource = Enum.Parse<OrderSource>(Text(order, "from"), ignoreCase: true),
                Seed = order.GetProperty("seed").GetUInt64(),
                Order = order.TryGetProperty("bestFirst", out var listed) ? Strings(listed) : null,
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw InputException.OfJson(name, fault, "a certificate");
        }
    }

    /// <summary>Whether a certificate's bytes are those that <see cref="Write"/> writes: nothing added, said twice or written otherwise.</summary>
    public static bool IsAsWritten(ReadOnlySpan<byte> utf8, CertificateFile file)
    {
        using var expected = new MemoryStream();
        Write(expected, file);
        return utf8.SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length));
    }

    private static void WriteOrder(Utf8JsonWriter json, CertificateFile file)
    {
        json.WriteStartObject("order");
        json.WriteString("from",
            file.OrderSource switch { OrderSource.Seed => "seed", OrderSource.Column => "column", OrderSource.Score => "score", OrderSource.None => "none", _ => "listed" });
        json.WriteNumber("seed", file.Seed);
        if (file.Order is not null)
        {
            FindingsJson.Strings(json, "bestFirst", file.Order);
        }

        json.WriteEndObject();
    }

    private static Certificate ReadFindings(JsonElement root) => new()
    {
        Mechanism = Text(root, "mechanism"),
        OptimalFor = Enum.GetValues<OptimalFor>().Single(value => FindingsJson.Name(value) == Text(root, "optimalFor")),
        IsComplete = root.GetProperty("complete").GetBoolean(),
        Applicants = root.GetProperty("applicants").GetInt32(),
        Placed = root.GetProperty("placed").GetInt32(),
        Held = [.. root.GetProperty("fixed").EnumerateArray().Select(held => new HeldPlace(Text(held, "applicant"), Text(held, "post")))],
        BelowMinimum = [.. root.GetProperty("belowMinimum")
            .EnumerateArray()
            .Select(below => new BelowMinimum(Text(below, "post"), below.GetProperty("minimum").GetInt32(), below.GetProperty("has").GetInt32()))],
        BlockingPairCount = root.GetProperty("blockingPairCount").GetInt64(),
        BlockingPairs = [.. root.GetProperty("blockingPairs").EnumerateArray().Select(pair => new BlockingPair(Text(pair, "applicant"), Text(pair, "post")))],
        JustifiedEnvy = root.GetProperty("justifiedEnvy").GetInt64(),
        Identities = [.. root.GetProperty("identities").EnumerateArray().Select(identity =>
            new Identity(Text(identity, "says"), identity.GetProperty("expected").GetInt64(), identity.GetProperty("found").GetInt64()))],
        BrokenLinks = Strings(root.GetProperty("brokenLinks")),
        Unused = [.. root.GetProperty("unused").EnumerateArray().Select(unused => new UnusedInput(Text(unused, "column"), Text(unused, "because")))],
        Cutoffs = [.. root.GetProperty("cutoffs").EnumerateArray().Select(ReadCutoff)],
    };

    private static Cutoff ReadCutoff(JsonElement cutoff)
    {
        var hasLast = cutoff.TryGetProperty("lastTaken", out var last);
        return new Cutoff(Text(cutoff, "post"), cutoff.GetProperty("tier").GetInt32(), cutoff.GetProperty("pass").GetInt32(), cutoff.GetProperty("places").GetInt32(),
            cutoff.GetProperty("taken").GetInt32(), hasLast ? last.GetString() : null, hasLast ? cutoff.GetProperty("lastPosition").GetInt64() : null);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"“{name}” is empty");

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetString() ?? "")];
}
