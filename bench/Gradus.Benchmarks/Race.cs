using System.Diagnostics;
using System.Globalization;

namespace Gradus.Benchmarks;

/// <summary>
/// Times two ways of doing the same work in turn, A B A B, so that a machine whose speed drifts slows both alike. The ratio is taken pair by pair; its median
/// is the figure to quote.
/// </summary>
internal static class Race
{
    private const int Pairs = 15;

    /// <summary>Seconds for one piece of work.</summary>
    public static double Time(Action work, int times)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / times;
    }

    /// <summary>Runs both and prints the medians and the ratio B / A: how many times as long the baseline takes.</summary>
    public static double Run(string name, Action ours, string baselineName, Action baseline, int times)
    {
        Time(ours, times);
        Time(baseline, Math.Max(1, times / 4));
        var (a, b, ratios) = (new double[Pairs], new double[Pairs], new double[Pairs]);
        for (var i = 0; i < Pairs; i++)
        {
            a[i] = Time(ours, times);
            b[i] = Time(baseline, Math.Max(1, times / 4));
            ratios[i] = b[i] / a[i];
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {Median(a) * 1e6:#,0.00} µs; {baselineName}: {Median(b) * 1e6:#,0.00} µs; ratio {Median(ratios):0.00} (from {ratios.Min():0.00} to {ratios.Max():0.00}, {Pairs} pairs)"));
        return Median(ratios);
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
