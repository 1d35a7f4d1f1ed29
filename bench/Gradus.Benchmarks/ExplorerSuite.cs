using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Benchmarks;

/// <summary>
/// The specialty explorer: one match, one match with words, doctors by the thousand on one core and on all, and the same formulas in NumPy in the same run.
/// </summary>
internal static class ExplorerSuite
{
    /// <summary>Runs the suite and prints its table.</summary>
    /// <param name="contentDirectory">The content directory.</param>
    /// <param name="baseline">The NumPy baseline script.</param>
    /// <param name="python">The Python to run it with.</param>
    /// <param name="doctors">How many doctors to match for the throughput.</param>
    public static int Run(string contentDirectory, string baseline, string python = "/usr/bin/python3", int doctors = 2000)
    {
        var model = SpecialtyExplorerContent.Load(contentDirectory).CreateModel();
        var answers = Enumerable.Range(0, 130).Select(index => Doctor(model, index)).ToArray();
        for (var warm = 0; warm < 3; warm++)
        {
            foreach (var one in answers)
            {
                Matcher.Match(model, one);
            }
        }

        var score = Median(answers, one => Matcher.Score(model, one), out var scoreBytes);
        var match = Median(answers, one => Matcher.Match(model, one), out var matchBytes);
        var next = Median(answers, one => StatementFinder.ExpectedDrops(model, one with { Statements = one.Statements.Take(13).ToDictionary() }), out _);
        var alone = Throughput(model, answers, doctors, 1);
        var together = Throughput(model, answers, doctors, Environment.ProcessorCount);
        var (numpy, version, agreement) = Baseline(model, answers[0], baseline, python);

        Console.WriteLine("| What | Result |");
        Console.WriteLine("|---|---|");
        Print($"| One match, {model.Settings.Draws} draws × {model.Profiles.Count} specialties, numbers | {score:0.00} ms, {scoreBytes / 1024.0:0} KiB allocated |");
        Print($"| The same with words and explanations | {match:0.00} ms, {matchBytes / 1024.0:0} KiB allocated |");
        Print($"| Choosing the next statement (26 candidates) | {next:0.00} ms |");
        Print($"| Doctors a second, one core | {alone:0} (100,000 in {100000 / alone:0} s) |");
        Print($"| Doctors a second, {Environment.ProcessorCount} cores | {together:0} (100,000 in {100000 / together:0} s) |");
        Print($"| NumPy {version}, the same formulas, one match | {numpy:0.0} ms |");
        Print($"| Ratio, NumPy over Gradus | {numpy / score:0.0} |");
        Print($"| Largest difference in the chance of the top ten (both are draws) | {agreement:0.000} |");
        return 0;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static Answers Doctor(ExplorerModel model, int index)
    {
        var random = new SteadyRandom((ulong)index + 1);
        var noise = AnswerNoise.Levels[1];
        var doctor = SyntheticDoctor.Make(model, index % model.Profiles.Count, noise, ref random);
        return doctor.Answer(model, noise, model.Questionnaire.Statements, model.Questionnaire.Tasks, ref random);
    }

    private static double Median<T>(Answers[] answers, Func<Answers, T> work, out long bytes)
    {
        var times = new double[answers.Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < answers.Length; index++)
        {
            var started = Stopwatch.GetTimestamp();
            work(answers[index]);
            times[index] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / answers.Length;
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static double Throughput(ExplorerModel model, Answers[] answers, int doctors, int cores)
    {
        var started = Stopwatch.GetTimestamp();
        Parallel.For(0, doctors, new ParallelOptions { MaxDegreeOfParallelism = cores }, index => Matcher.Match(model, answers[index % answers.Length]));
        return doctors / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static (double Milliseconds, string Version, double Agreement) Baseline(ExplorerModel model, Answers answers, string script, string python)
    {
        var scores = Matcher.Score(model, answers);
        var cells = model.Profiles.Select(profile => profile.Cells).ToArray();
        double[][] Table(Func<ProfileCell, double> value) => [.. Enumerable.Range(0, Dimensions.Count).Select(d => cells.Select(row => value(row[d])).ToArray())];
        var width = model.Settings.Bandwidth * model.Settings.Bandwidth;
        var dump = new
        {
            draws = model.Settings.Draws,
            means = Table(cell => cell.Mean ?? 0.5),
            doubts = Table(cell => cell.Doubt),
            kernel = Table(cell => -0.5 / (width + (cell.Spread * cell.Spread))),
            more = Enumerable.Range(0, Dimensions.Count).Where(d => Dimensions.KindOf(d) == DimensionKind.More).ToArray(),
            reader = new
            {
                mean = scores.Positions.Select(position => position.Mean).ToArray(),
                deviation = scores.Positions.Select(position => position.Deviation).ToArray(),
                weight = ImportanceModel.Weights(answers, model.Questionnaire),
                concentration = model.Settings.Concentration + (model.Settings.ConcentrationPerTask * answers.BestWorst.Count),
            },
        };
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(dump), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            using var process = Process.Start(new ProcessStartInfo(python, [script, file, "20"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            using var result = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            var theirs = result.RootElement.GetProperty("topTen").EnumerateArray().Select(value => value.GetDouble()).ToArray();
            return (result.RootElement.GetProperty("milliseconds").GetDouble(), result.RootElement.GetProperty("numpy").GetString()!,
                theirs.Zip(scores.InTopTen, (one, other) => Math.Abs(one - other)).Max());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
