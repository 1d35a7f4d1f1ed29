using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Benchmarks;

/// <summary>The completion date of a ten-year plan with 20 periods, against a loop over days; and plans per second, read, worked out and written.</summary>
internal static class CompletionDateSuite
{
    private static readonly DateOnly On = new(2026, 11, 25);

    public static int Run(string[] args)
    {
        if (!SiteSuite.RunsAsTheSiteDoes)
        {
            // As it is used: compiled anew where it is busy. Without tiers the framework's own code stays as it was compiled for every machine.
            return SiteSuite.RunAsTheSiteDoes(["completion-date"]);
        }

        var tool = (DeclaredTool)LessThanFullTimeTools.CompletionDate;
        var library = ContentLoader.LoadFigures(ContentDirectory.Find(), tool.Needs);
        var figures = FiguresBinder.Of<LessThanFullTimeFigures>(tool.Room, library.Book, On);
        var bound = tool.Bind(library.Book);
        var json = Encoding.UTF8.GetBytes(TenYearsOfTwentyPeriods());
        var plan = (TrainingPlan)bound.Answer(json, new Asking(On, Nation.England)).Facts!;
        var expected = DayByDay(plan);
        if (CompletionDateCalculator.Calculate(plan, figures, On, Nation.England).CompletesOn != expected)
        {
            Console.Error.WriteLine("The two ways do not agree; no figure is worth anything.");
            return 1;
        }

        Race.Run("the date, 20 periods over ten years", () => CompletionDateCalculator.Calculate(plan, figures, On, Nation.England),
            "a loop over days in decimal", () => DayByDay(plan), times: 4000);

        var output = new ArrayBufferWriter<byte>(65536);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        for (var warmingUp = 0; warmingUp < 6; warmingUp++)
        {
            _ = Race.Time(Whole, 2000);
        }

        var seconds = Enumerable.Range(0, 9).Select(_ => Race.Time(Whole, 2000)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"read, worked out with all reasons and dates, and written, one core: {1 / Race.Median(seconds):#,0} plans of 20 periods a second ({output.WrittenCount:#,0} bytes each)"));
        var asked = new Asking(On, Nation.England);
        var made = bound.Answer(json, asked).Answer!;
        var write = Race.Time(() => { output.ResetWrittenCount(); writer.Reset(); bound.Write(writer, made); writer.Flush(); }, 2000);
        var answer = Race.Time(() => bound.Answer(json, asked), 2000);
        var rule = Race.Time(() => CompletionDateCalculator.Calculate(plan, figures, On, Nation.England), 2000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"of it reading and checking: {(answer - rule) * 1e6:0} µs; the rule with reasons and dates: {rule * 1e6:0} µs; writing: {write * 1e6:0} µs"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"allocated: rule {Allocated(() => CompletionDateCalculator.Calculate(plan, figures, On, Nation.England)):#,0}, read and rule {Allocated(() => bound.Answer(json, asked)):#,0}, all {Allocated(Whole):#,0} bytes"));
        return 0;

        static long Allocated(Action what)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            what();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Whole()
        {
            output.ResetWrittenCount();
            writer.Reset();
            bound.Write(writer, bound.Answer(json, new Asking(On, Nation.England)).Answer!);
            writer.Flush();
        }
    }

    /// <summary>The plan that the suite asks about, as a call sends it.</summary>
    internal static string TenYearsOfTwentyPeriods()
    {
        var changes = new List<string>();
        var start = new DateOnly(2027, 8, 4);
        string[] kinds = ["less-than-full-time", "parental", "less-than-full-time", "sickness", "less-than-full-time", "oopr", "full-time",
            "less-than-full-time", "unpaid", "phased-return"];
        for (var i = 0; i < 20; i++)
        {
            var kind = kinds[i % kinds.Length];
            var rate = kind is "less-than-full-time" or "phased-return" ? string.Create(CultureInfo.InvariantCulture, $",\"rate\":{0.5 + (i % 5 * 0.1):0.0}")
                : kind == "oopr" ? ",\"creditedDays\":73"
                : "";
            changes.Add($$"""{"kind":"{{kind}}","from":"{{start.AddDays(i * 150):yyyy-MM-dd}}","to":"{{start.AddDays((i * 150) + 120):yyyy-MM-dd}}"{{rate}}}""");
        }

        return $$"""{"plannedEnd":"2037-08-03","baselineRate":1.0,"changes":[{{string.Join(',', changes)}}],"rateAfter":0.8}""";
    }

    /// <summary>What one would write first: a loop over days, looking up each day's period, in decimal.</summary>
    private static DateOnly DayByDay(TrainingPlan plan)
    {
        var first = plan.Changes.Min(change => change.From);
        var last = plan.Changes.Max(change => change.To!.Value);
        var need = plan.BaselineRate * (plan.PlannedEnd.DayNumber - first.DayNumber + 1);
        decimal credit = 0;
        for (var day = first; ; day = day.AddDays(1))
        {
            var change = plan.Changes.FirstOrDefault(change => change.From <= day && day <= change.To!.Value);
            credit += change switch
            {
                null => day > last ? plan.RateAfter!.Value : plan.BaselineRate,
                { Rate: { } rate } => rate,
                { Kind: ChangeKind.FullTime } => 1,
                { CreditedDays: { } credited } => credited / change.Days!.Value,
                _ => 0,
            };
            if (credit >= need)
            {
                return day;
            }
        }
    }
}
