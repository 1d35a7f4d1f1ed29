using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Tools;

namespace Gradus.Benchmarks;

/// <summary>Questions from a file, one a line, answered and written as the command does it, on one core and on all; beside it the same lines only parsed and written.</summary>
internal static class FileOfLines
{
    private const int Rounds = 5;
    private const int LinesAtOnce = 2_048;

    /// <summary>Whether every line has an answer; says when one has not.</summary>
    public static bool IsRead(string file, BoundTool tool, Asking asking)
    {
        var unread = File.ReadLines(file).Count(line => tool.Answer(Encoding.UTF8.GetBytes(line), asking).Answer is null);
        if (unread > 0)
        {
            Console.Error.WriteLine($"{unread} questions were refused; no figure is worth anything.");
        }

        return unread == 0;
    }

    /// <summary>Measures and prints.</summary>
    public static void Race(string what, string file, int count, BoundTool tool, Asking asking)
    {
        foreach (var cores in new[] { 1, Environment.ProcessorCount })
        {
            var (ours, bare) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(Time(file, count, cores, (line, json) => tool.Write(json, tool.Answer(line, asking).Answer!)));
                bare.Add(Time(file, count, cores, (line, json) =>
                {
                    using var facts = JsonDocument.Parse(line);
                    facts.WriteTo(json);
                }));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what} from a file of {count:#,0} lines, {cores} {(cores == 1 ? "core" : "cores")}: {Benchmarks.Race.Median(ours):#,0} lines a second (from {ours.Min():#,0} to {ours.Max():#,0}); the same lines only parsed and written: {Benchmarks.Race.Median(bare):#,0}"));
        }
    }

    private static double Time(string file, int count, int cores, Action<byte[], Utf8JsonWriter> answer)
    {
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEach(File.ReadLines(file).Chunk(LinesAtOnce), new ParallelOptions { MaxDegreeOfParallelism = cores }, lines =>
        {
            var output = new ArrayBufferWriter<byte>(65_536);
            using var json = new Utf8JsonWriter(output);
            foreach (var line in lines)
            {
                output.ResetWrittenCount();
                json.Reset();
                answer(Encoding.UTF8.GetBytes(line), json);
                json.Flush();
            }
        });
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
