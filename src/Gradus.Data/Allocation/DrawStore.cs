using System.Security.Cryptography;
using Gradus.Matching.Draws;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;

namespace Gradus.Data.Allocation;

/// <summary>An official draw on disk: a secret kept back, a commitment and a reveal to publish, and the order drawn.</summary>
public static class DrawStore
{
    /// <summary>What is published before the draw.</summary>
    public const string CommitmentFile = "commitment.json";

    /// <summary>What is kept back until the draw; nobody else may read it before.</summary>
    public const string SecretFile = "secret.txt";

    /// <summary>What is published after the draw.</summary>
    public const string RevealFile = "reveal.json";

    /// <summary>The order drawn, one applicant per line, best first.</summary>
    public const string OrderFile = "order.txt";

    private const int SecretBytes = 32;

    /// <summary>Makes a secret and commits to it, to the inputs and to a public value that nobody can know yet.</summary>
    /// <exception cref="IOException">There is a commitment in the folder already: making another would allow a choice between them.</exception>
    public static DrawCommitment Commit(AllocationInstance instance, string folder, string beacon)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(Path.Combine(folder, CommitmentFile)) || File.Exists(Path.Combine(folder, SecretFile)))
        {
            throw new IOException($"{folder} holds a commitment already; a draw is committed to once");
        }

        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var commitment = DrawCommitment.Commit(instance, secret, beacon);
        WrittenAside.Replace(folder, SecretFile, stream =>
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret) + "\n"));
            return true;
        }, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        WrittenAside.Replace(folder, CommitmentFile, stream =>
        {
            DrawFiles.WriteCommitment(stream, commitment);
            return true;
        });
        return commitment;
    }

    /// <summary>Reveals the draw and writes the order. Doing it again with the same value writes the same again.</summary>
    /// <exception cref="InputException">Commitment or secret cannot be read, or do not belong together.</exception>
    /// <exception cref="IOException">The draw has been revealed with another value: a second would allow a choice between them.</exception>
    public static DrawReveal Reveal(AllocationInstance instance, string folder, string beaconValue)
    {
        var commitment = ReadCommitment(folder);
        if (!instance.CanonicalHash().AsSpan().SequenceEqual(commitment.InputHash))
        {
            throw new InputException(CommitmentFile, 1, 1, "the inputs committed to; these are others");
        }

        DrawReveal reveal;
        try
        {
            var secret = Convert.FromHexString(File.ReadAllText(Path.Combine(folder, SecretFile)).Trim());
            reveal = DrawReveal.Reveal(commitment, secret, System.Text.Encoding.UTF8.GetBytes(beaconValue));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new InputException(SecretFile, 1, 1, "the secret committed to, in hexadecimal");
        }

        if (File.Exists(Path.Combine(folder, RevealFile)))
        {
            using var earlier = OpenIn(folder, RevealFile);
            if (!DrawFiles.ReadReveal(earlier, RevealFile).BeaconValue.AsSpan().SequenceEqual(reveal.BeaconValue))
            {
                throw new IOException($"{folder} holds {RevealFile} with another value; a draw is revealed once");
            }
        }

        WrittenAside.Replace(folder, RevealFile, stream =>
        {
            DrawFiles.WriteReveal(stream, reveal);
            return true;
        });
        WrittenAside.Replace(folder, OrderFile, stream =>
        {
            WriteOrder(stream, instance, reveal.Seed);
            return true;
        });
        return reveal;
    }

    /// <summary>Checks what has been published, and the order where there is one. Returns what is wrong; <c>null</c> when nothing is.</summary>
    /// <exception cref="InputException">Commitment or reveal cannot be read.</exception>
    public static string? Verify(AllocationInstance instance, string folder)
    {
        var commitment = ReadCommitment(folder);
        using var file = OpenIn(folder, RevealFile);
        var reveal = DrawFiles.ReadReveal(file, RevealFile);
        if (DrawReveal.Verify(instance, commitment, reveal) is { } violation)
        {
            return violation;
        }

        var path = Path.Combine(folder, OrderFile);
        if (!File.Exists(path))
        {
            return null;
        }

        using var expected = new MemoryStream();
        WriteOrder(expected, instance, reveal.Seed);
        return File.ReadAllBytes(path).AsSpan().SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length)) ? null : $"{OrderFile} is not the order the seed gives";
    }

    private static void WriteOrder(Stream stream, AllocationInstance instance, byte[] seed)
    {
        using var writer = new CsvWriter(stream);
        foreach (var applicant in OfficialDraw.Order(instance, seed).BestFirst)
        {
            writer.Field(instance.Applicants.Utf8(applicant)).EndRow();
        }
    }

    private static DrawCommitment ReadCommitment(string folder)
    {
        using var file = OpenIn(folder, CommitmentFile);
        return DrawFiles.ReadCommitment(file, CommitmentFile);
    }

    private static FileStream OpenIn(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.OpenRead(path) : throw new InputException(path, 1, 1, "a file that exists");
    }
}
