using System.Diagnostics;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Data.Allocation;

/// <summary>An instance read from files, with the hashes of their bytes and the time it took.</summary>
/// <param name="Instance">What was read.</param>
/// <param name="ApplicantsHash">SHA-256 of the applicants' file, in lower-case hexadecimal.</param>
/// <param name="PostsHash">SHA-256 of the posts' file.</param>
/// <param name="SecondsRead">How long reading took.</param>
/// <param name="HeldHash">SHA-256 of the file of those who hold a post before the run; <c>null</c> where there is none.</param>
public sealed record ReadInstance(AllocationInstance Instance, string ApplicantsHash, string PostsHash, double SecondsRead, string? HeldHash = null)
{
    /// <summary>What was not read of the files, to be said to whoever gave them.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>
/// Allocations on disk. Each file of a result is written aside, flushed and renamed, the certificate last, and the certificate names the hashes of all the others:
/// whoever is interrupted leaves the previous result, or one that verification refuses.
/// </summary>
public static class AllocationStore
{
    /// <summary>The placements.</summary>
    public const string AllocationFile = "allocation.csv";

    /// <summary>The result as a workbook, where one is asked for without a name of its own.</summary>
    public const string WorkbookFile = "allocation.xlsx";

    /// <summary>What anybody can check.</summary>
    public const string CertificateFileName = "certificate.json";

    /// <summary>What happened, in short.</summary>
    public const string SummaryFile = "summary.json";

    /// <summary>What is wrong where a result has a file of those who held a post before the run, and it was not given.</summary>
    public const string HeldMissing = "the certificate names a file of those who held a post before the run, and none was given (--fixed)";

    private const long LargestFile = 16L << 30;

    /// <summary>
    /// Reads an instance from two files, and a third where one names those who hold a post before the run; the progress hears what part of the two has been
    /// read, from 0 to 1.
    /// </summary>
    /// <exception cref="InputException">A file is missing, too large or not as it should be.</exception>
    public static ReadInstance Read(string applicantsPath, string postsPath, IProgress<double>? progress = null, string? heldPath = null)
    {
        var started = Stopwatch.GetTimestamp();
        using var applicantsFile = Open(applicantsPath);
        using var postsFile = Open(postsPath);
        using var heldFile = heldPath is null ? null : Open(heldPath);
        using var applicants = new HashingStream(applicantsFile);
        using var posts = new HashingStream(postsFile);
        using var held = heldFile is null ? null : new HashingStream(heldFile);
        var (applicantsLength, postsLength) = (applicantsFile.CanSeek ? applicantsFile.Length : 0, postsFile.CanSeek ? postsFile.Length : 0);
        var total = double.Max(1, applicantsLength + postsLength);
        var notes = new List<string>();
        using var applicantsCsv = AsCsv(applicants, applicantsPath, notes);
        using var postsCsv = AsCsv(posts, postsPath, notes);
        using var heldCsv = held is null ? null : AsCsv(held, heldPath!, notes);
        var instance = AllocationReader.Read(applicantsCsv, postsCsv, Path.GetFileName(applicantsPath), Path.GetFileName(postsPath),
            Part(progress, 0, total), Part(progress, applicantsLength, total), heldCsv, heldPath is null ? "" : Path.GetFileName(heldPath));
        return new ReadInstance(instance, Convert.ToHexStringLower(applicants.Hash()), Convert.ToHexStringLower(posts.Hash()), Stopwatch.GetElapsedTime(started).TotalSeconds,
            held is null ? null : Convert.ToHexStringLower(held.Hash()))
        { Notes = notes };
    }

    /// <summary>A workbook as the CSV of its first sheet, everything else as it is. Hashes are of the files as they lie on disk.</summary>
    private static Stream AsCsv(HashingStream file, string path, List<string> notes)
    {
        if (!IsWorkbook(path))
        {
            return file;
        }

        var name = Path.GetFileName(path);
        var csv = Workbook.ToCsv(Workbook.Bytes(file, name), name, out var sheets);
        if (sheets.Names.Count > 1)
        {
            notes.Add($"{name}: only the sheet “{sheets.Names[sheets.Read]}” was read; the workbook has {sheets.Names.Count} sheets.");
        }

        return csv;
    }

    /// <summary>Whether a path names a workbook.</summary>
    public static bool IsWorkbook(string path) => Workbook.IsNamed(path);

    /// <summary>
    /// Writes a result as a workbook too, for people to open: placements, summary, cutoffs, who held a post, and minimums. What counts and is certified is
    /// <see cref="AllocationFile"/>.
    /// </summary>
    /// <exception cref="InputException">There are more rows than a workbook can hold.</exception>
    public static void WriteWorkbook(string path, Matching.Mechanisms.Allocation allocation, Certificate certificate, MinimumCost? minimums)
    {
        var folder = FolderOf(path);
        Directory.CreateDirectory(folder);
        WrittenAside.Replace(folder, Path.GetFileName(path), stream =>
        {
            Workbook.Write(stream, Path.GetFileName(path), ResultSheets.Of(allocation, certificate, minimums)).GetAwaiter().GetResult();
            return true;
        });
    }

    /// <summary>Takes away the workbook that an earlier result left in a folder; false when there is none.</summary>
    public static bool RemoveWorkbook(string folder)
    {
        var path = Path.Combine(folder, WorkbookFile);
        var isThere = File.Exists(path);
        File.Delete(path);
        return isThere;
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";

    /// <summary>Reads an order, one applicant per line.</summary>
    /// <exception cref="InputException">The file is missing or not an order of all applicants.</exception>
    public static ApplicantOrder ReadOrder(string path, AllocationInstance instance)
    {
        using var file = Open(path);
        return OrderFile.Read(file, Path.GetFileName(path), instance);
    }

    /// <summary>
    /// Certifies a result and writes it into a folder, which is created if need be; a result already there is replaced. What minimums cost is worked out unless
    /// the caller has it.
    /// </summary>
    public static Certificate WriteResult(string folder, ReadInstance input, Matching.Mechanisms.Allocation allocation, double secondsMatched, MinimumCost? minimums = null)
    {
        var started = Stopwatch.GetTimestamp();
        var certificate = Certificate.From(allocation);
        minimums ??= MinimumNumbers.Cost(allocation);
        Directory.CreateDirectory(folder);
        var hash = WrittenAside.Replace(folder, AllocationFile, stream =>
        {
            using var hashing = new HashingStream(stream);
            PlacementsFile.Write(hashing, allocation);
            return Convert.ToHexStringLower(hashing.Hash());
        });
        var figures = new RunFigures(input.SecondsRead, secondsMatched, Stopwatch.GetElapsedTime(started).TotalSeconds, PeakMemory());
        WrittenAside.Replace(folder, SummaryFile, stream =>
        {
            SummaryJson.Write(stream, allocation, certificate, minimums, figures);
            return hash;
        });
        var usesOrder = UnusedInput.UsesOrder(input.Instance, allocation.Mechanism);
        var file = new CertificateFile
        {
            Certificate = certificate,
            Files = new FileHashes(input.ApplicantsHash, input.PostsHash, hash, input.HeldHash),
            Tiers = allocation.Mechanism is PreferenceInformed informed && input.Instance.HasTiers ? informed.Tiers : TierRule.Sequential,
            OrderSource = usesOrder ? allocation.Order.Source : OrderSource.None,
            Seed = usesOrder ? allocation.Order.Seed : 0,
            Order = usesOrder && allocation.Order.Source == OrderSource.Listed ? Ids(allocation) : null,
        };
        WrittenAside.Replace(folder, CertificateFileName, stream =>
        {
            CertificateJson.Write(stream, file);
            return hash;
        });
        return certificate;
    }

    /// <summary>
    /// Verifies a result: the files are the ones the certificate names, everything the certificate says is so, running the mechanism again gives the same
    /// placements, and the summary is that of a whole run. A workbook in the folder, or the one named, must say the same.
    /// Returns the first violation; <c>null</c> when everything holds. A run stopped by its time limit cannot be run again to the same moment:
    /// its result holds when places, lists and the blocking pairs named are right, and whoever reads it must look at <see cref="Certificate.IsComplete"/>.
    /// </summary>
    /// <exception cref="InputException">An input cannot be read.</exception>
    public static string? Verify(string applicantsPath, string postsPath, string folder, string? heldPath = null, string? workbookPath = null)
    {
        if (heldPath is null && NamesHeld(folder))
        {
            return HeldMissing;
        }

        var input = Read(applicantsPath, postsPath, heldPath: heldPath);
        try
        {
            var certificate = ReadCertificate(folder);
            if (OtherInput(input, certificate) is { } other)
            {
                return other;
            }

            var choiceOf = ReadPlacements(folder, input.Instance, out var allocationHash);
            if (allocationHash != certificate.Files.Allocation)
            {
                return $"{AllocationFile} is not the file the certificate names";
            }

            return CertificateJson.IsAsWritten(File.ReadAllBytes(Path.Combine(folder, CertificateFileName)), certificate)
                ? VerifyPlacements(input.Instance, certificate, choiceOf, folder, workbookPath)
                : $"{CertificateFileName} holds something beside what a certificate says, or says it twice";
        }
        catch (InputException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Reads the certificate of a result.</summary>
    /// <exception cref="InputException">There is none, or it is damaged.</exception>
    public static CertificateFile ReadCertificate(string folder)
    {
        using var file = Open(Path.Combine(folder, CertificateFileName));
        return CertificateJson.Read(file, CertificateFileName);
    }

    /// <summary>Whether the certificate names a file of those who held a post before the run: without it the other files say something else.</summary>
    private static bool NamesHeld(string folder)
    {
        try
        {
            return ReadCertificate(folder).Files.Held is not null;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>Which of the inputs is not the file that a certificate names; <c>null</c> when all are.</summary>
    public static string? OtherInput(ReadInstance input, CertificateFile certificate) =>
        input.ApplicantsHash != certificate.Files.Applicants ? "the applicants are not the file the certificate names"
        : input.PostsHash != certificate.Files.Posts ? "the posts are not the file the certificate names"
        : input.HeldHash == certificate.Files.Held ? null
        : input.HeldHash is null ? HeldMissing
        : certificate.Files.Held is null ? "the certificate names no file of those who held a post before the run, and one was given"
        : "those who held a post before the run are not the file the certificate names";

    private static string? VerifyPlacements(AllocationInstance instance, CertificateFile certificate, int[] choiceOf, string folder, string? workbookPath)
    {
        if (MechanismNames.Find(certificate.Certificate.Mechanism, certificate.Tiers) is not { } mechanism)
        {
            return $"the certificate names a mechanism that does not exist, “{certificate.Certificate.Mechanism}”";
        }

        ApplicantOrder order;
        try
        {
            order = certificate.OrderFor(instance);
        }
        catch (ArgumentException)
        {
            return "the order in the certificate does not name every applicant exactly once";
        }

        if (Unproved(instance, certificate, mechanism, order) is { } unproved)
        {
            return unproved;
        }

        if (Certificate.Check(instance, order, mechanism, choiceOf, certificate.Certificate) is { } violation)
        {
            return violation;
        }

        var found = new Matching.Mechanisms.Allocation(instance, mechanism, order, choiceOf) { IsComplete = certificate.Certificate.IsComplete };
        var minimums = MinimumNumbers.Cost(found);
        if (VerifyWorkbook(workbookPath ?? Path.Combine(folder, WorkbookFile), workbookPath is not null,
            ResultSheets.Of(found, certificate.Certificate, minimums)) is { } otherwise)
        {
            return otherwise;
        }

        var again = mechanism.Run(instance, order);
        var different = again.ChoiceOf.CommonPrefixLength(choiceOf);
        if (!certificate.Certificate.IsComplete)
        {
            return different == choiceOf.Length ? "the certificate says the run was stopped, and the result is that of a whole run" : null;
        }

        if (different == choiceOf.Length)
        {
            var summary = Path.Combine(folder, SummaryFile);
            return File.Exists(summary) && SummaryJson.IsOf(File.ReadAllBytes(summary), again, certificate.Certificate, minimums)
                ? null
                : $"{SummaryFile} is missing or is not the summary of this result";
        }

        return $"running {mechanism.Name} again places “{instance.Applicants[different]}” elsewhere";
    }

    private static string? VerifyWorkbook(string path, bool isNamed, IReadOnlyList<ResultSheet> sheets)
    {
        if (!isNamed && !File.Exists(path))
        {
            return null;
        }

        var name = Path.GetFileName(path);
        using var file = Open(path);
        return Workbook.FirstDifference(Workbook.Bytes(file, name), name, sheets) is { } sheet
            ? $"the sheet “{sheet}” of {name} does not say what the result says" : null;
    }

    /// <summary>A seed, an order or a rule that the mechanism does not use proves nothing about the result, and a certificate that names one says more than is so.</summary>
    private static string? Unproved(AllocationInstance instance, CertificateFile certificate, IMechanism mechanism, ApplicantOrder order)
    {
        if (certificate.Tiers != TierRule.Sequential && !(mechanism is PreferenceInformed && instance.HasTiers))
        {
            return "the certificate names a rule for tiers that had no part in the result";
        }

        if (UnusedInput.UsesOrder(instance, mechanism) != (certificate.OrderSource != OrderSource.None))
        {
            return certificate.OrderSource == OrderSource.None
                ? "the certificate names no order, and the result depends on one"
                : "the certificate names an order that had no part in the result";
        }

        return certificate.Seed != (certificate.OrderSource == OrderSource.None ? 0 : order.Seed) ? "the certificate names a seed that had no part in the result" : null;
    }

    private static int[] ReadPlacements(string folder, AllocationInstance instance, out string hash)
    {
        using var file = Open(Path.Combine(folder, AllocationFile));
        using var hashing = new HashingStream(file);
        var choiceOf = PlacementsFile.Read(hashing, AllocationFile, instance);
        hash = Convert.ToHexStringLower(hashing.Hash());
        return choiceOf;
    }

    private static FileStream Open(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new InputException(path, 1, 1, "a file that exists");
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        if (!stream.CanSeek || stream.Length <= LargestFile)
        {
            return stream; // A pipe has no length; the reader’s own limits hold for it.
        }

        stream.Dispose();
        throw new InputException(name, 1, 1, $"a file of at most {LargestFile >> 30} GiB");
    }

    private static string[] Ids(Matching.Mechanisms.Allocation allocation)
    {
        var ids = new string[allocation.Instance.ApplicantCount];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = allocation.Instance.Applicants[allocation.Order.BestFirst[i]];
        }

        return ids;
    }

    private static Progress? Part(IProgress<double>? progress, long before, double total) => progress is null ? null : new Progress(progress, before, total);

    private static long PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private sealed class Progress(IProgress<double> inner, long before, double total) : IProgress<long>
    {
        public void Report(long value) => inner.Report((before + value) / total);
    }
}
