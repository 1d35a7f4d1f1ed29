using System.Diagnostics;

namespace Gradus.Benchmarks;

/// <summary>
/// Two programs measured turn by turn in one run, because other work on the machine slows both alike: the best of all turns of each is compared, and each
/// turn's ratio is kept for its median.
/// </summary>
internal sealed class Comparison(string name, double? bar)
{
    private readonly List<(double Ours, double Theirs)> _turns = [];

    public void Add(double ours, double theirs) => _turns.Add((ours, theirs));

    public void Print()
    {
        var (ours, theirs) = (_turns.Min(turn => turn.Ours), _turns.Min(turn => turn.Theirs));
        double[] ratios = [.. _turns.Select(turn => turn.Ours / turn.Theirs).Order()];
        var verdict = bar is null ? "" : ours / theirs <= bar ? $"within {bar}" : $"over {bar}";
        Console.WriteLine($"| {name} | {1000 * ours:0.000} | {1000 * theirs:0.000} | {ours / theirs:0.00} | {ratios[ratios.Length / 2]:0.00} | {verdict} |");
    }

    public static void PrintHeader() => Console.WriteLine("| | C#, ms | C++, ms | ratio of best | median ratio | bar |\n|---|---|---|---|---|---|");

    /// <summary>The best seconds of several repeats.</summary>
    public static double Best(int repeats, Action action)
    {
        var best = double.MaxValue;
        for (var i = 0; i < repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            action();
            best = double.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return best;
    }
}
