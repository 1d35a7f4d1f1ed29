using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.GpWorkforce;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Benchmarks;

/// <summary>A practice's table of 500 GPs: read, worked out row by row and month by month, and written.</summary>
internal static class PracticeSuite
{
    private const int Rows = 500;
    private static readonly DateOnly On = new(2026, 11, 29);

    public static int Run(string[] args)
    {
        var tool = (DeclaredTool)GpWorkforceTools.PracticeYear;
        var bound = tool.Bind(ContentLoader.LoadFigures(ContentDirectory.Find(), tool.Needs).Book);
        var json = Encoding.UTF8.GetBytes(Staff());
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using var writer = new Utf8JsonWriter(output);
        Race.Time(Whole, 20);
        var seconds = Enumerable.Range(0, 9).Select(_ => Race.Time(Whole, 20)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a practice table of {Rows} rows, read, worked out with all reasons and tables, and written, one core: {Race.Median(seconds) * 1000:0.0} ms ({output.WrittenCount:#,0} bytes)"));
        return 0;

        void Whole()
        {
            output.ResetWrittenCount();
            writer.Reset();
            bound.Write(writer, bound.Answer(json, new Asking(On, Nation.England)).Answer!);
            writer.Flush();
        }
    }

    private static string Staff()
    {
        var rows = Enumerable.Range(1, Rows).Select(row => (row % 3) switch
        {
            0 => $$"""{"label":"GP {{row}}","purpose":"extra-sessions","sessionsBefore":{{row % 7}},"sessionsAfter":{{(row % 7) + 2}},"from":"2026-{{(row % 8) + 4:00}}-01","weeks":{{(row % 30) + 1}}}""",
            1 => $$"""{"label":"GP {{row}}","purpose":"new-salaried","sessionsAfter":{{(row % 9) + 1}},"from":"2026-{{(row % 8) + 4:00}}-15","actualCost":{{row * 100}}}""",
            _ => $$"""{"label":"GP {{row}}","purpose":"network-gp","sessionsAfter":{{(row % 9) + 1}},"from":"2025-{{(row % 8) + 4:00}}-01","weeks":52,"cct":"2024-08-07","firstPost":true}""",
        });
        return $$"""{"staff":[{{string.Join(',', rows)}}]}""";
    }
}
