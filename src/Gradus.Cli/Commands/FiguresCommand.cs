using System.CommandLine;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus figures show</c>: a figure's whole history, and what holds.</summary>
internal static class FiguresCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The figure, such as less-than-full-time/notice; a system alone lists its figures." };
        var directory = Shared.Content();
        var on = Shared.On();
        var nation = Shared.Nation();
        var json = Shared.Json();
        var csv = new Option<bool>("--csv") { Description = "Print every value as CSV." };
        var xlsx = new Option<string?>("--xlsx") { Description = "Write every value as a workbook.", HelpName = "FILE" };
        var show = new Command("show", "What a figure is, and every value of it.") { name, on, nation, json, csv, xlsx, directory };
        show.SetAction(parsed =>
        {
            Shared.PrintsOnce(parsed, json, csv);
            if (parsed.GetValue(csv) && (parsed.GetValue(on) is not null || parsed.GetValue(nation) is not null))
            {
                throw new UsageException("--csv prints every value: --on and --nation would have no effect.");
            }

            var asked = parsed.GetValue(name)!;
            var system = asked.Split('/')[0];
            if (!Rooms.All.Contains(system))
            {
                throw new UsageException($"There is no system “{system}”. Expected one of: {string.Join(", ", Rooms.All)}.");
            }

            var folder = ContentDirectory.Find(parsed.GetValue(directory));
            var library = ContentLoader.LoadFigures(folder, system);
            var figures = library.Figures.Values.Where(figure => asked == system || figure.Name == asked).ToList();
            if (figures.Count == 0)
            {
                throw new UsageException($"There is no figure “{asked}”. ./gradus figures show {system} lists them.");
            }

            var reader = parsed.GetValue(nation) ?? Nation.England;
            var date = parsed.GetValue(on) ?? Shared.Today;
            if (parsed.GetValue(xlsx) is { } workbook)
            {
                Shared.WriteAll([(workbook, XlsxFile.Write([FiguresTable.Of(figures)]), $"{figures.Count} figure{(figures.Count == 1 ? "" : "s")} written to {workbook}.")]);
            }

            if (parsed.GetValue(csv))
            {
                using var output = Console.OpenStandardOutput();
                output.Write(CsvFile.Write(FiguresTable.Of(figures)));
                return ExitCode.Done;
            }

            if (parsed.GetValue(json))
            {
                WriteJson(library.Edition, figures, asked, date, reader);
                return ExitCode.Done;
            }

            var sources = ContentLoader.LoadSources(folder);
            figures.ForEach(figure => Print(sources, figure, date, reader, whole: figures.Count == 1));
            return ExitCode.Done;
        });
        return new Command("figures", "Dated, sourced figures.") { show };
    }

    // As GET /api/figures/{system}/{key} and GET /api/figures answer.
    private static void WriteJson(string edition, IReadOnlyList<Figure> figures, string asked, DateOnly on, Nation nation)
    {
        if (figures is [var one] && one.Name == asked)
        {
            JsonOutput.Write(FigureOnDay.Of(edition, one, on, nation));
        }
        else
        {
            JsonOutput.Write(new FiguresAnswer(edition, [.. figures.Select(FigureAnswer.Of)]));
        }
    }

    private static void Print(IReadOnlyDictionary<string, Source> sources, Figure figure, DateOnly on, Nation nation, bool whole)
    {
        var holds = figure.On(on, nation);
        var value = holds is null ? "no value" : $"{FigureText.Of(holds, figure.Unit)} ({holds.Status.Words()})";
        Console.Out.WriteLine($"{figure.Name}: {value} in {figure.Where ?? nation.Name()} on {on.Words()}. {figure.Says}");
        if (!whole)
        {
            return;
        }

        foreach (var past in figure.History.Values)
        {
            var from = past.From is { } start ? start.ShortWords() : "unknown start";
            var source = past.SourceId is { } id ? $" {sources[id].Publisher}, {sources[id].Title}." : "";
            Console.Out.WriteLine($"  {from}: {FigureText.Of(past, figure.Unit)}, {figure.Where ?? past.Nations.Names()}. {past.Status.Words()}.{source}{(past.Note is null ? "" : " " + past.Note)}{(past.Ask is null ? "" : $" Ask {past.Ask}.")}");
        }
    }
}
