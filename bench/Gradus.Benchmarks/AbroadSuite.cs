using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.WorkingAbroad;

namespace Gradus.Benchmarks;

/// <summary>A plan of 60 steps against one pass over its graph; the four countries against one; and plans per second, read, worked out and written.</summary>
internal static class AbroadSuite
{
    private const int Doctors = 100_000;
    private static readonly DateOnly On = new(2026, 11, 29);

    public static int Run(string[] args)
    {
        var steps = Steps(60);
        var graph = StepGraph.Of(steps);
        var before = steps.ConvertAll(step => step.AllOf.Select(graph.Place).ToArray());
        var waits = steps.ConvertAll(step => step.Wait.Most * 7);
        var finishes = new int[steps.Count];
        if (graph.Plan(On, steps[^1].Id).EarliestFinish(steps.Count - 1).DayNumber != OnePass(before, waits, finishes))
        {
            Console.Error.WriteLine("The two ways do not agree; no figure is worth anything.");
            return 1;
        }

        Race.Run("a plan of 60 steps, forward and back, with what is unknown", () => graph.Plan(On, steps[^1].Id), "one pass over its graph",
            () => OnePass(before, waits, finishes), times: 20_000);

        var tool = (DeclaredTool)WorkingAbroadTools.Plan;
        var library = ContentLoader.LoadFigures(ContentDirectory.Find(), [.. tool.Needs, .. ((DeclaredTool)WorkingAbroadTools.Compare).Needs]);
        var figures = FiguresBinder.Of<AbroadFigures>(tool.Room, library.Book, On);
        var one = new AbroadPlanQuestion { Country = AbroadCountry.NewZealand, QualifiedIn = "united-kingdom", InternshipIn = "united-kingdom", StartFrom = On };
        var four = new AbroadComparisonQuestion { QualifiedIn = "united-kingdom", InternshipIn = "united-kingdom", StartFrom = On };
        Race.Run("four countries compared", () => AbroadComparer.Compare(four, figures, On, Nation.England), "one country planned",
            () => AbroadPlanner.Plan(one, figures, On, Nation.England), times: 500);

        var bound = tool.Bind(library.Book);
        var json = Encoding.UTF8.GetBytes("""{"country":"new-zealand","qualifiedIn":"united-kingdom","internshipIn":"united-kingdom","startFrom":"2027-01-04","inTraining":true}""");
        var output = new ArrayBufferWriter<byte>(65536);
        using var writer = new Utf8JsonWriter(output);
        Race.Time(Whole, 500);
        var seconds = Enumerable.Range(0, 9).Select(_ => Race.Time(Whole, 500)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"read, worked out with all reasons, dates and tables, and written, one core: {1 / Race.Median(seconds):#,0} plans a second ({output.WrittenCount:#,0} bytes each)"));
        return FromAFile(bound, args);

        void Whole()
        {
            output.ResetWrittenCount();
            writer.Reset();
            bound.Write(writer, bound.Answer(json, new Asking(On, Nation.England)).Answer!);
            writer.Flush();
        }
    }

    // Doctors of many sorts: with `--doctors 5000` fewer of them.
    private static int FromAFile(BoundTool tool, string[] args)
    {
        var count = Array.IndexOf(args, "--doctors") is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : Doctors;
        string[] routes = ["nz-competent-authority", "nz-vocational-approved", "au-competent-authority", "au-expedited-specialist", "ca-alberta", "ca-ontario",
            "us-residency", "us-state-licence"];
        string[] countries = ["new-zealand", "new-zealand", "australia", "australia", "canada", "canada", "usa", "usa"];
        var file = Path.Combine(Path.GetTempPath(), "gradus-doctors-abroad.jsonl");
        File.WriteAllLines(file, Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture,
            $"{{\"country\":\"{countries[number % countries.Length]}\",\"route\":\"{routes[number % routes.Length]}\",\"startFrom\":\"{On.AddDays(number % 500).Iso()}\",\"qualifiedIn\":\"united-kingdom\",\"internshipIn\":\"united-kingdom\",\"gmc\":\"full\",\"inTraining\":{(number % 3 == 0 ? "true" : "false")}}}")));
        try
        {
            var asking = new Asking(On, Nation.England);
            if (!FileOfLines.IsRead(file, tool, asking))
            {
                return 1;
            }

            FileOfLines.Race("plans abroad", file, count, tool, asking);
            return 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<GraphStep> Steps(int count)
    {
        var random = new Random(60);
        return [.. Enumerable.Range(0, count).Select(i => new GraphStep("s" + i, new Wait(Math.Min(i % 5, i % 9), i % 9, WaitUnit.Weeks, i % 4 == 0))
        {
            AllOf = i == count - 1 ? [.. Enumerable.Range(0, i).Select(j => "s" + j)] : [.. Enumerable.Range(0, i).Where(_ => random.Next(20) == 0).Select(j => "s" + j)],
        })];
    }

    private static int OnePass(List<int[]> before, List<int> waits, int[] finishes)
    {
        for (var i = 0; i < before.Count; i++)
        {
            var start = On.DayNumber;
            foreach (var j in before[i])
            {
                start = Math.Max(start, finishes[j]);
            }

            finishes[i] = start + waits[i];
        }

        return finishes[^1];
    }
}
