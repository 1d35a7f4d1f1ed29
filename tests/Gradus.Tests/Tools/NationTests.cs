using System.Text;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>No answer for one nation shows a figure of another: every worked example is asked for every nation and day that it can be, and read as a reader reads it.</summary>
public sealed class NationTests
{
    public static TheoryData<string, string, Nation> Asked
    {
        get
        {
            var data = new TheoryData<string, string, Nation>();
            foreach (var tool in AllTools.Declared)
            {
                foreach (var example in ToolAsk.Library.ExamplesOf(tool))
                {
                    foreach (var nation in NationExtensions.All)
                    {
                        data.Add(tool.Address[1..], example.Id, nation);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Asked))]
    public void Answer_ForANation_ShowsNoFigureThatHoldsOnlyElsewhere(string address, string id, Nation nation)
    {
        var tool = ToolAsk.Tool(address);
        var example = ToolAsk.Library.ExamplesOf(tool).Single(example => example.Id == id);
        var reply = tool.Bind(ToolAsk.Library.Book).Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, nation, NationGoesFirst: true));
        if (reply.Answer is null)
        {
            return;
        }

        var text = ToolAsk.Text(address, reply.Answer);
        // Money, years, months, shares and the like. Sessions, hours, weeks and days are left out: readers give them and tables count in them, so an answer
        // says the same words of something else.
        var figures = tool.Reads.Where(ToolAsk.Library.Book.Figures.ContainsKey)
            .Select(name => ToolAsk.Library.Book.Figures[name])
            .Where(figure => figure.Unit is not ("sessions" or "hours" or "weeks" or "days"))
            .ToList();
        // What tables name is read too, such as the years that a country asks for.
        var named = ToolAsk.Library.Book.Figures.Values.Where(figure => tool.Reads.Contains($"{figure.System}/{FiguresBinder.NamedInTables}"));
        var here = figures.Concat(named).SelectMany(figure => Texts(figure, nation)).ToList();
        foreach (var (figure, foreign) in figures.SelectMany(figure => NationExtensions.All.SelectMany(other => Texts(figure, other)).Distinct().Select(value => (figure, value))))
        {
            // A number that the reader's own facts come to, as the example says, is theirs: twelve years of posts are twelve years anywhere.
            if (foreign != "not published" && !example.Expect.Values.Contains(foreign.Split(' ')[0]) && !here.Exists(own => own.Contains(foreign, StringComparison.Ordinal)))
            {
                Regex.IsMatch(text, $@"(?<![\d.,]){Regex.Escape(foreign)}(?!\w)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
                    .ShouldBeFalse($"{figure.Name} is “{foreign}” elsewhere, not in {nation.Name()}: {text}");
            }
        }
    }

    private static List<string> Texts(Figure figure, Nation nation) =>
        [.. figure.History.Values.Where(value => value.Nations.Includes(nation)).Select(value => FigureText.Of(value.Value, figure.Unit)).Distinct()];
}
