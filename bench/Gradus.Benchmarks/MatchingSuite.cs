using System.Globalization;
using Gradus.Data.Content;
using Gradus.FoundationApplications;
using Gradus.Matching.Chances;
using Gradus.Matching.Draws;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Benchmarks;

/// <summary><c>matching [--large] [--turns N]</c>: Gradus.Matching against plain C++ on the same files, turn by turn.</summary>
internal static class MatchingSuite
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "gradus-benchmarks");

    public static int Run(string[] arguments)
    {
        Directory.CreateDirectory(Folder);
        if (Native.Compile("matching.cpp", Folder) is not { } native)
        {
            Console.Error.WriteLine("There is no g++ to compare with.");
            return 2;
        }

        var turnsAt = Array.IndexOf(arguments, "--turns");
        var turns = turnsAt >= 0 ? int.Parse(arguments[turnsAt + 1], CultureInfo.InvariantCulture) : 5;
        Comparison.PrintHeader();
        Market(native, new GeneratorSettings(100_000, 500, 1), turns, repeats: 5);
        if (arguments.Contains("--large"))
        {
            Market(native, new GeneratorSettings(1_000_000, 2_000, 1), int.Min(turns, 2), repeats: 2);
        }

        var foundation = new GeneratorSettings(9_702, 18, 1) { ShortestList = 18, LongestList = 18, Rankings = false };
        var oneThread = Draws(native, foundation, turns, threads: 1);
        if (Environment.ProcessorCount > 1)
        {
            var twoThreads = Draws(native, foundation, turns, threads: 2);
            Console.WriteLine($"\nScaling on two threads: C# {oneThread.Ours / twoThreads.Ours:0.00}, C++ {oneThread.Theirs / twoThreads.Theirs:0.00}.");
        }

        ClosedForm(foundation);
        Package(new GeneratorSettings(1_000, 50, 1));
        Package(new GeneratorSettings(3_000, 100, 1));
        return 0;
    }

    /// <summary>The Python package “matching”, at sizes it can do: solving alone, both from instances already read.</summary>
    private static void Package(GeneratorSettings settings)
    {
        var (applicants, posts) = WriteFiles(settings);
        if (Native.RunPython("matching_package.py", applicants, posts, Text(3)) is not { } theirs)
        {
            Console.WriteLine("The Python package “matching” is not installed (pip install matching): not compared.");
            return;
        }

        var instance = Read(applicants, posts);
        var order = ApplicantOrder.Seeded(instance, 1);
        Allocation? allocated = null;
        var ours = Comparison.Best(20, () => allocated = new DeferredAcceptance().Run(instance, order));
        Require(Checksum(allocated!.ChoiceOf) == theirs["solve"].Checksum, "both place the same");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Deferred acceptance {settings.Applicants:N0} × {settings.Posts:N0}: {1000 * ours:0.000} ms; the Python package “matching”: {1000 * theirs["solve"].Seconds:0} ms; {theirs["solve"].Seconds / ours:N0} times as long."));
    }

    private static void Market(Native native, GeneratorSettings settings, int turns, int repeats)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{settings.Applicants:N0} × {settings.Posts:N0}");
        var (applicants, posts) = WriteFiles(settings);
        var (plainApplicants, plainPosts) = WriteFiles(settings with { Rankings = false });
        var read = new Comparison($"read {size}", 1.2);
        var positions = new Comparison($"turn rankings into positions {size}", null);
        var match = new Comparison($"match {size}", 1.2);
        var verify = new Comparison($"verify {size}", null);
        var informed = new Comparison($"preference-informed {size}", null);
        var instance = Read(applicants, posts);
        var plain = Read(plainApplicants, plainPosts);
        var order = ApplicantOrder.Seeded(instance, 1);
        var plainOrder = ShuffledOrder(plain);
        for (var turn = 0; turn < turns; turn++)
        {
            var theirs = native.Run("read", applicants, posts, Text(repeats));
            Require(Checksum(instance.Choices) + Checksum(Rankings(instance)) == theirs["read"].Checksum, "both read the same");
            read.Add(Comparison.Best(repeats, () => Read(applicants, posts)), theirs["read"].Seconds);

            theirs = native.Run("match", applicants, posts, Text(repeats));
            var lists = PostLists.Build(instance, order);
            positions.Add(Comparison.Best(repeats, () => PostLists.Build(instance, order)), theirs["positions"].Seconds);
            Allocation? allocated = null;
            match.Add(Comparison.Best(repeats, () => allocated = Match(instance, order, lists)), theirs["match"].Seconds);
            Require(Checksum(allocated!.ChoiceOf) == theirs["match"].Checksum, "both place the same");
            var mechanism = new DeferredAcceptance();
            var certificate = Certificate.From(mechanism.Run(instance, order));
            verify.Add(Comparison.Best(repeats, () => Require(Certificate.Check(instance, order, mechanism, allocated.ChoiceOf, certificate) is null, "the certificate holds")),
                theirs["verify"].Seconds);

            theirs = native.Run("pia", plainApplicants, plainPosts, Text(repeats));
            var allocation = new PreferenceInformed().Run(plain, plainOrder);
            Require(Checksum(allocation.ChoiceOf) == theirs["pia"].Checksum, "both allocate the same");
            informed.Add(Comparison.Best(repeats, () => new PreferenceInformed().Run(plain, plainOrder)), theirs["pia"].Seconds);
        }

        foreach (var comparison in (Comparison[])[read, positions, match, verify, informed])
        {
            comparison.Print();
        }
    }

    private static (double Ours, double Theirs) Draws(Native native, GeneratorSettings settings, int turns, int threads)
    {
        const int draws = 10_000;
        var (applicants, posts) = WriteFiles(settings);
        var instance = Read(applicants, posts);
        var comparison = new Comparison($"{draws:N0} draws of 9,702 × 18 on {threads} thread(s)", 1.1);
        AllocationSimulator.Run(instance, new PreferenceInformed(), 500, 1, threads);
        var (ours, theirs) = (double.MaxValue, double.MaxValue);
        for (var turn = 0; turn < turns; turn++)
        {
            var found = native.Run("draws", applicants, posts, Text(draws), Text(threads))["draws"];
            SimulatedOdds? odds = null;
            var own = Comparison.Best(1, () => odds = AllocationSimulator.Run(instance, new PreferenceInformed(), draws, 1, threads));
            Require(Checksum(odds!) == found.Checksum, "both draw the same");
            comparison.Add(own, found.Seconds);
            (ours, theirs) = (double.Min(ours, own), double.Min(theirs, found.Seconds));
        }

        comparison.Print();
        return (ours, theirs);
    }

    private static void ClosedForm(GeneratorSettings settings)
    {
        var instance = InstanceGenerator.Make(settings);
        double[] places = [.. instance.Places.ToArray().Select(count => (double)count)];
        double[] weights = [.. Enumerable.Repeat(1.0, instance.ApplicantCount)];
        var solve = Comparison.Best(50, () => PiaCutoffs.Solve(places, new ListProfile(instance.PostCount, instance.Choices.ToArray(), instance.Offsets.ToArray(), weights)));
        Console.WriteLine($"Closed form, 9,702 lists of 18: {1000 * solve:0.000} ms (bar 2 ms).");

        var rows = FoundationApplicationsContent.Schools(ContentLoader.LoadFigures(ContentDirectory.Find(null), FoundationApplicationsContent.System));
        var schools = new FoundationSchools(rows, FoundationSchools.NewestYear(rows));
        int[] order = [.. Enumerable.Range(0, schools.Rows.Count)];
        var answer = Comparison.Best(20, () => ChancesSimulator.Simulate(OthersScenarios.Build(schools, null, 100, 1), order));
        Console.WriteLine($"The chances answer with 100 scenarios, nothing kept: {1000 * answer:0.000} ms (bar 50 ms).");
    }

    private static (string Applicants, string Posts) WriteFiles(GeneratorSettings settings)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{settings.Applicants}-{settings.Posts}-{settings.ShortestList}-{(settings.Rankings ? "ranked" : "plain")}");
        var (applicants, posts) = (Path.Combine(Folder, name + "-applicants.csv"), Path.Combine(Folder, name + "-posts.csv"));
        if (!File.Exists(posts))
        {
            using var applicantsFile = File.Create(applicants);
            using var postsFile = File.Create(posts + ".new");
            InstanceGenerator.Write(settings, applicantsFile, postsFile);
            postsFile.Dispose();
            File.Move(posts + ".new", posts);
        }

        return (applicants, posts);
    }

    private static AllocationInstance Read(string applicants, string posts)
    {
        using var applicantsFile = new FileStream(applicants, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var postsFile = new FileStream(posts, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return AllocationReader.Read(applicantsFile, postsFile);
    }

    private static Allocation Match(AllocationInstance instance, ApplicantOrder order, PostLists lists) =>
        new DeferredAcceptance().Run(instance, order, lists, new HeldPositions(lists, instance.Places), default);

    /// <summary>The order the C++ program shuffles: forwards from the order of the input.</summary>
    private static ApplicantOrder ShuffledOrder(AllocationInstance instance)
    {
        var order = ApplicantOrder.Numbers(instance.ApplicantCount);
        var random = new SimulationRandom(1, 0);
        for (var i = 0; i < order.Length; i++)
        {
            var j = i + (int)random.NextBelow((uint)(order.Length - i));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return new ApplicantOrder(order);
    }

    private static int[] Rankings(AllocationInstance instance) => [.. Enumerable.Range(0, instance.PostCount).SelectMany(post => instance.RankingOf(post).ToArray())];

    private static long Checksum(SimulatedOdds odds)
    {
        var counts = new List<int>();
        for (var applicant = 0; applicant < odds.ApplicantCount; applicant++)
        {
            counts.AddRange(odds.CountsOf(applicant));
        }

        return Checksum(counts.ToArray());
    }

    private static long Checksum(ReadOnlySpan<int> values)
    {
        var sum = 0L;
        for (var i = 0; i < values.Length; i++)
        {
            sum += (long)values[i] * ((i % 1000) + 1);
        }

        return sum;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("It does not hold that " + what);
        }
    }
}
