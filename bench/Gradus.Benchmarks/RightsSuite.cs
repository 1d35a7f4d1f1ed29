using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gradus.CodeOfPractice;
using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Benchmarks;

/// <summary>50,000 pay questions from a file against the same lines only parsed and written; an employer's board of 2,000 doctors against one pass over the same rows.</summary>
internal static class RightsSuite
{
    private const int Questions = 50_000;
    private const int Doctors = 2_000;
    private static readonly Asking Asking = new(new DateOnly(2026, 11, 29), Nation.England);

    public static int Run(string[] args)
    {
        var (pay, board) = ((DeclaredTool)LessThanFullTimePayTools.Pay, (DeclaredTool)CodeOfPracticeTools.Board);
        var library = ContentLoader.LoadFigures(ContentDirectory.Find(), [.. pay.Needs, .. board.Needs]);
        return Pay(pay.Bind(library.Book)) + Board(board.Bind(library.Book));
    }

    private static int Pay(BoundTool tool)
    {
        var file = Path.Combine(Path.GetTempPath(), "gradus-pay-questions.jsonl");
        File.WriteAllLines(file, Enumerable.Range(0, Questions).Select(number => string.Create(CultureInfo.InvariantCulture,
            $"{{\"nation\":\"england\",\"grade\":\"ST{1 + (number % 8)}\",\"fullTimeHours\":{40 + (number % 9)},\"hours\":{24 + (number % 16)}.5,\"weekends\":{{\"oneIn\":{2 + (number % 8)},\"share\":0.6}},\"onCall\":{{\"share\":0.{1 + (number % 9)}}},\"nightHours\":{number % 12},\"london\":\"inner\"}}")));
        try
        {
            if (!FileOfLines.IsRead(file, tool, Asking))
            {
                return 1;
            }

            FileOfLines.Race("pay", file, Questions, tool, Asking);
            return 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Board(BoundTool tool)
    {
        var start = new DateOnly(2026, 12, 2);
        var facts = JsonSerializer.SerializeToUtf8Bytes(new
        {
            doctors = Enumerable.Range(0, Doctors)
                .Select(number => new
                {
                    doctorRef = $"D-{number:0000}",
                    start = start.AddDays(number % 120)
                    .Iso(),
                    owner = $"Department {number % 12}",
                    placementOn = number % 3 == 0
                    ? null
                    : "2026-09-09",
                    workScheduleOn = number % 4 == 0 ? null : "2026-10-07"
                }),
        });
        var output = new ArrayBufferWriter<byte>(4 << 20);
        using var writer = new Utf8JsonWriter(output);
        if (tool.Answer(facts, Asking).Answer is not EmployersBoard { Late.Count: var late } || late != OnePass(facts))
        {
            Console.Error.WriteLine("The two ways do not agree; no figure is worth anything.");
            return 1;
        }

        Race.Run($"a board of {Doctors:#,0} doctors, read, sorted, counted and written ({late:#,0} things late)", Whole,
            "the rows read and what is late counted", () => OnePass(facts), times: 20);
        return 0;

        void Whole()
        {
            output.ResetWrittenCount();
            writer.Reset();
            tool.Write(writer, tool.Answer(facts, Asking).Answer!);
            writer.Flush();
        }
    }

    private static int OnePass(byte[] facts)
    {
        using var json = JsonDocument.Parse(facts);
        var late = 0;
        foreach (var doctor in json.RootElement.GetProperty("doctors").EnumerateArray())
        {
            var start = DateOnly.ParseExact(doctor.GetProperty("start").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            late += doctor.GetProperty("placementOn").ValueKind == JsonValueKind.Null && start.AddDays(-84) < Asking.On ? 1 : 0;
            late += doctor.GetProperty("workScheduleOn").ValueKind == JsonValueKind.Null && start.AddDays(-56) < Asking.On ? 1 : 0;
            late += start.AddDays(-42) < Asking.On ? 1 : 0;
        }

        return late;
    }
}
