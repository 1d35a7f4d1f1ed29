using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Whom to ask stands as the end of a sentence: “Ask your integrated care board.”, and never as the cell of a table.</summary>
public sealed partial class WhomToAskTests
{
    // Names of bodies and countries; what is written in capitals, or with a capital within, is a name by itself.
    private static readonly HashSet<string> names = new(StringComparer.Ordinal) { "Ahpra", "England", "Health", "Home", "Immigration", "Intealth", "Northern",
        "Scotland", "Wales" };

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [InlineData("Was the GP National Recruitment Office", false)]
    [InlineData("Integrated care board or training hub", false)]
    [InlineData("Your practice claims", false)]
    [InlineData("your integrated care board", true)]
    [InlineData("NHS Education for Scotland", true)]
    [InlineData("Health Education and Improvement Wales", true)]
    public void AName_OrWordsInSmallLetters_StandAfterAsk(string whom, bool fits) => Fits(whom).ShouldBe(fits);

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void WhomToAsk_ReadsOn_InEveryNation(string address)
    {
        foreach (var (where, answer) in Answers(address))
        {
            answer.Reasons.Select(reason => reason.Ask).OfType<string>().Where(ask => !Fits(ask)).ShouldBeEmpty(where);

            using var document = JsonDocument.Parse(AnswerText.Json(AllTools.Declared.Single(tool => tool.Address == address).Bind(ToolAsk.Library.Book), answer));
            Sentences(document.RootElement).SelectMany(sentence => Ask().Matches(sentence).Select(match => match.Groups["whom"].Value))
                .Where(whom => !Fits(whom))
                .ShouldBeEmpty(where);
        }
    }

    // What a tool may name stands so, also where no example comes to it.
    [Fact]
    public void WhoRunsAScheme_AndWhomAFigureNames_ReadOn()
    {
        var schemes = ToolAsk.Library.Book.Tables["gp-workforce/initiatives"];

        schemes.Rows.Select(row => row[schemes.Column("runs")]).Where(runs => !Fits(runs)).ShouldBeEmpty();
        ToolAsk.Library.Book.Figures.Values.SelectMany(figure => figure.History.Values).Select(value => value.Ask).OfType<string>().Where(ask => !Fits(ask)).ShouldBeEmpty();
    }

    private static bool Fits(string whom)
    {
        var first = Word().Match(whom).Value;
        return !char.IsUpper(whom[0]) || first.Skip(1).Any(char.IsUpper) || names.Contains(first);
    }

    private static IEnumerable<string> Sentences(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Sentences),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Sentences(member.Value)),
        _ => [],
    };

    private static IEnumerable<(string Where, ToolAnswer Answer)> Answers(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        return ToolAsk.Library.ExamplesOf(tool)
            .SelectMany(example => NationExtensions.All.Select(nation => ($"{address} {example.Id} in {nation.Name()}",
                bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, nation) { NationGoesFirst = true }).Answer)))
            .Where(asked => asked.Answer is not null).Select(asked => (asked.Item1, asked.Answer!));
    }

    [GeneratedRegex(@"\b[Aa]sk (?<whom>[A-Z][^.;]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ask();

    [GeneratedRegex(@"^\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
