using System.Text.Json;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Matching.Files;

/// <summary>
/// How a common order is asked for: a listed order, a seed, or neither, which takes the input's own order column or, without one, seed 1.
/// Where people take turns and the input has scores but no order of its own, they take them by score, highest first, equals parted by the seed.
/// </summary>
/// <param name="Seed">The seed; <c>null</c> when none was named.</param>
/// <param name="Listed">An order read from a file.</param>
public sealed record OrderRequest(ulong? Seed = null, ApplicantOrder? Listed = null)
{
    /// <summary>The order for an instance under a mechanism.</summary>
    public ApplicantOrder For(AllocationInstance instance, IMechanism mechanism)
    {
        if (Listed is not null)
        {
            return Listed;
        }

        if (Seed is null && instance.HasOrders)
        {
            return ApplicantOrder.FromColumn(instance, 1);
        }

        return instance.HasScores && UnusedInput.TakesTurns(mechanism) ? ApplicantOrder.FromScores(instance, Seed ?? 1) : ApplicantOrder.Seeded(instance, Seed ?? 1);
    }
}

/// <summary>
/// SHA-256 hashes of the files a result belongs to, in lower-case hexadecimal; of those who hold a post before the run <c>null</c> where no file of their own
/// names them.
/// </summary>
public sealed record FileHashes(string Applicants, string Posts, string Allocation, string? Held = null);

/// <summary>A certificate as it is written: what was found, which files it belongs to, and how to make the order again.</summary>
public sealed record CertificateFile
{
    /// <summary>What was found.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>The files it belongs to.</summary>
    public required FileHashes Files { get; init; }

    /// <summary>The tier rule, for a preference-informed allocation.</summary>
    public required TierRule Tiers { get; init; }

    /// <summary>Where the order came from.</summary>
    public required OrderSource OrderSource { get; init; }

    /// <summary>The seed of the order, or of its ties.</summary>
    public required ulong Seed { get; init; }

    /// <summary>A listed order, best first; <c>null</c> otherwise.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Makes the order again.</summary>
    /// <exception cref="ArgumentException">The listed order does not fit the applicants.</exception>
    public ApplicantOrder OrderFor(AllocationInstance instance) => OrderSource switch
    {
        OrderSource.Seed => ApplicantOrder.Seeded(instance, Seed),
        OrderSource.Column when instance.HasOrders => ApplicantOrder.FromColumn(instance, Seed),
        OrderSource.Score when instance.HasScores => ApplicantOrder.FromScores(instance, Seed),
        OrderSource.None => ApplicantOrder.Seeded(instance, 0),
        _ => ApplicantOrder.Listed(instance, Order ?? []),
    };
}

/// <summary>Seconds taken by each step of a run, and the most memory it held.</summary>
public sealed record RunFigures(double SecondsRead, double SecondsMatched, double SecondsWritten, long PeakMemoryBytes);

/// <summary>Writes results to streams and reads them back. Opening, limiting and renaming files is the caller’s business.</summary>
public static class AllocationFiles
{
    private const string Format = "gradus-allocation-certificate/3";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>What stands in place of a choice where the post was held before the run.</summary>
    public static ReadOnlySpan<byte> Held => "fixed"u8;

    /// <summary>
    /// Writes <c>applicant,post,choice</c>, one row for each applicant in the order of the input, post and choice blank when unplaced, <c>fixed</c> instead of
    /// a choice for whoever held the post before the run; an id that a spreadsheet would run begins with an apostrophe.
    /// </summary>
    public static void WriteAllocation(Stream stream, Allocation allocation)
    {
        using var writer = new CsvWriter(stream);
        writer.Raw("applicant,post,choice\n"u8);
        var instance = allocation.Instance;
        for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            writer.Text(instance.Applicants.Utf8(applicant));
            var choice = allocation.ChoiceOf[applicant];
            if (instance.HeldBy(applicant) is >= 0 and var held)
            {
                writer.Text(instance.Posts.Utf8(held)).Field(Held);
            }
            else if (choice < 0)
            {
                writer.Raw(",,"u8);
            }
            else
            {
                writer.Text(instance.Posts.Utf8(allocation.PostOf(applicant))).Number(choice + 1);
            }

            writer.EndRow();
        }
    }

    /// <summary>Reads placements back: each applicant's choice as a place in their list from 0, −1 when unplaced.</summary>
    /// <exception cref="InputException">A row is not an applicant of the input in its order, or names a post not on their list, or a choice that is another post.</exception>
    public static int[] ReadAllocation(Stream stream, string name, AllocationInstance instance)
    {
        using var reader = new CsvReader(stream, name);
        if (!reader.Read()
            || reader.FieldCount != 3
            || !reader.Field(0).SequenceEqual("applicant"u8)
            || !reader.Field(1).SequenceEqual("post"u8)
            || !reader.Field(2).SequenceEqual("choice"u8))
        {
            throw new InputException(name, 1, 1, "the columns applicant,post,choice");
        }

        var choiceOf = new int[instance.ApplicantCount];
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            if (!reader.Read() || reader.FieldCount != 3 || !CsvWriter.IsTextOf(reader.Field(0), instance.Applicants.Utf8(applicant)))
            {
                throw reader.Error(0, 0, $"a row for applicant “{instance.Applicants[applicant]}” with three fields");
            }

            if (instance.HeldBy(applicant) is >= 0 and var held)
            {
                choiceOf[applicant] = CsvWriter.IsTextOf(reader.Field(1), instance.Posts.Utf8(held)) && reader.Field(2).SequenceEqual(Held)
                    ? -1
                    : throw reader.Error(1, 0, $"“{instance.Posts[held]}”, fixed: “{instance.Applicants[applicant]}” held it before the run");
                continue;
            }

            if (reader.Field(1).Length == 0 && reader.Field(2).Length == 0)
            {
                choiceOf[applicant] = -1;
                continue;
            }

            var choice = reader.WholeNumber(2, 1, instance.ChoicesOf(applicant).Length, "the number of a choice on the applicant's list");
            choiceOf[applicant] = CsvWriter.IsTextOf(reader.Field(1), instance.Posts.Utf8(instance.ChoicesOf(applicant)[(int)choice - 1]))
                ? (int)choice - 1
                : throw reader.Error(1, 0, $"choice {choice} of “{instance.Applicants[applicant]}”, which is “{instance.Posts[instance.ChoicesOf(applicant)[(int)choice - 1]]}”");
        }

        return reader.Read() ? throw reader.Error(0, 0, "the end of the file after the last applicant") : choiceOf;
    }

    /// <summary>Writes a certificate as JSON.</summary>
    public static void WriteCertificate(Stream stream, CertificateFile file)
    {
        var certificate = file.Certificate;
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("mechanism", certificate.Mechanism);
        json.WriteString("tiers", file.Tiers == TierRule.Sequential ? "sequential" : "ranked");
        json.WriteString("optimalFor", Name(certificate.OptimalFor));
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
        WriteHeld(json, certificate);
        WriteBelowMinimum(json, certificate);
        json.WriteNumber("blockingPairCount", certificate.BlockingPairCount);
        json.WriteStartArray("blockingPairs");
        foreach (var pair in certificate.BlockingPairs)
        {
            json.WriteStartObject();
            json.WriteString("applicant", pair.Applicant);
            json.WriteString("post", pair.Post);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("justifiedEnvy", certificate.JustifiedEnvy);
        json.WriteStartArray("identities");
        foreach (var identity in certificate.Identities)
        {
            json.WriteStartObject();
            json.WriteString("says", identity.Says);
            json.WriteNumber("expected", identity.Expected);
            json.WriteNumber("found", identity.Found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteStrings(json, "brokenLinks", certificate.BrokenLinks);
        WriteUnused(json, certificate);
        json.WriteStartArray("cutoffs");
        foreach (var cutoff in certificate.Cutoffs)
        {
            WriteCutoff(json, cutoff);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="InputException">The file is not a certificate.</exception>
    public static CertificateFile ReadCertificate(Stream stream, string name)
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
            var line = fault is JsonException json ? (json.LineNumber ?? 0) + 1 : 1;
            throw new InputException(name, line, 1, $"a certificate ({fault.Message})");
        }
    }

    /// <summary>Writes the summary as JSON: who was placed, the rank profile, what minimums would cost, cutoffs, and what the run took.</summary>
    public static void WriteSummary(Stream stream, Allocation allocation, Certificate certificate, MinimumCost? minimums, RunFigures figures)
    {
        var metrics = AllocationMetrics.Of(allocation);
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteString("mechanism", allocation.Mechanism.Name);
        json.WriteString("optimalFor", Name(certificate.OptimalFor));
        json.WriteBoolean("complete", allocation.IsComplete);
        json.WriteNumber("applicants", allocation.Instance.ApplicantCount);
        json.WriteNumber("posts", allocation.Instance.PostCount);
        json.WriteNumber("placed", metrics.Placed);
        json.WriteNumber("unplaced", allocation.Instance.ApplicantCount - metrics.Placed - certificate.Held.Count);
        WriteHeld(json, certificate);
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
        WriteStrings(json, "brokenLinks", certificate.BrokenLinks);
        WriteUnused(json, certificate);
        WriteBelowMinimum(json, certificate);
        WriteMinimumCost(json, minimums);
        json.WriteStartArray("cutoffs");
        foreach (var cutoff in certificate.Cutoffs)
        {
            WriteCutoff(json, cutoff);
        }

        json.WriteEndArray();
        json.WriteNumber("secondsRead", Math.Round(figures.SecondsRead, 4, MidpointRounding.AwayFromZero));
        json.WriteNumber("secondsMatched", Math.Round(figures.SecondsMatched, 4, MidpointRounding.AwayFromZero));
        json.WriteNumber("secondsWritten", Math.Round(figures.SecondsWritten, 4, MidpointRounding.AwayFromZero));
        json.WriteNumber("peakMemoryBytes", figures.PeakMemoryBytes);
        json.WriteEndObject();
    }

    /// <summary>Whether a certificate's bytes are those that <see cref="WriteCertificate"/> writes: nothing added, said twice or written otherwise.</summary>
    public static bool IsAsWritten(ReadOnlySpan<byte> utf8, CertificateFile file)
    {
        using var expected = new MemoryStream();
        WriteCertificate(expected, file);
        return utf8.SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length));
    }

    /// <summary>Whether a summary's bytes are those that <see cref="WriteSummary"/> writes for a result, whatever the run took.</summary>
    public static bool IsSummaryOf(ReadOnlyMemory<byte> utf8, Allocation allocation, Certificate certificate, MinimumCost? minimums)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            using var expected = new MemoryStream();
            WriteSummary(expected, allocation, certificate, minimums, new RunFigures(
                root.GetProperty("secondsRead").GetDouble(), root.GetProperty("secondsMatched").GetDouble(), root.GetProperty("secondsWritten").GetDouble(),
                    root.GetProperty("peakMemoryBytes").GetInt64()));
            return utf8.Span.SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static void WriteOrder(Utf8JsonWriter json, CertificateFile file)
    {
        json.WriteStartObject("order");
        json.WriteString("from",
            file.OrderSource switch { OrderSource.Seed => "seed", OrderSource.Column => "column", OrderSource.Score => "score", OrderSource.None => "none", _ => "listed" });
        json.WriteNumber("seed", file.Seed);
        if (file.Order is not null)
        {
            WriteStrings(json, "bestFirst", file.Order);
        }

        json.WriteEndObject();
    }

    private static void WriteUnused(Utf8JsonWriter json, Certificate certificate)
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

    private static void WriteHeld(Utf8JsonWriter json, Certificate certificate)
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

    private static void WriteBelowMinimum(Utf8JsonWriter json, Certificate certificate)
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

            json.WriteStartArray("moves");
            foreach (var move in cost.Moves)
            {
                json.WriteStartObject();
                json.WriteString("applicant", move.Applicant);
                WritePost(json, "from", move.From, move.FromChoice);
                WritePost(json, "to", move.To, move.ToChoice);
                json.WriteEndObject();
            }

            json.WriteEndArray();
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

    private static void WriteCutoff(Utf8JsonWriter json, Cutoff cutoff)
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

    private static Certificate ReadFindings(JsonElement root) => new()
    {
        Mechanism = Text(root, "mechanism"),
        OptimalFor = Enum.GetValues<OptimalFor>().Single(value => Name(value) == Text(root, "optimalFor")),
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

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Name(OptimalFor side) => side switch
    {
        OptimalFor.Applicants => "applicants",
        OptimalFor.Posts => "posts",
        OptimalFor.Both => "both",
        _ => "stated-choices",
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"“{name}” is empty");

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetString() ?? "")];
}
