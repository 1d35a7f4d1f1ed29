using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Every sentence of an answer reads as one: one of a thing is not in the plural, nothing is left out or doubled, and what is shown to a reader is no key.</summary>
public sealed partial class AnswerWordsTests
{
    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void EverySentence_OfEveryExample_ReadsAsOne(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var questions = ToolAsk.Library.ExamplesOf(tool).Select(example => (Id: example.Id, example.Facts, example.On)).Concat(WorkedByHandTests.QuestionsOf(address));
        foreach (var (id, facts, on) in questions)
        {
            foreach (var nation in NationExtensions.All)
            {
                if (bound.Answer(Encoding.UTF8.GetBytes(facts), new Asking(on, nation)).Answer is { } answer)
                {
                    Faults(answer).ShouldBeEmpty($"{address} {id} in {nation.Name()}: {answer.Says}");
                    foreach (var sentence in Sentences(tool, answer))
                    {
                        Faults(sentence).ShouldBeEmpty($"{address} {id} in {nation.Name()}: {sentence}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("You have 1 days of leave.", "1 days")]
    [InlineData("You have 21, so 1 do not count.", "1 do")]
    [InlineData("You have 22, so 2.1 do not count.", null)]
    [InlineData("Nobody covers you from 29 February 2028 to 29 February 2028.", "from a day to the same day")]
    [InlineData("Away 28 February 2028 to 29 February 2028.", null)]
    [InlineData("It takes 21 days.", null)]
    [InlineData("From 1 to 12 months.", null)]
    [InlineData("Point 1 gives 2.1 points.", null)]
    [InlineData("Ask  them.", "a doubled or a stray blank")]
    [InlineData("Ask , then wait.", "a doubled or a stray blank")]
    [InlineData("It is over..", "a doubled stop")]
    [InlineData("Ask a employer.", "an article")]
    [InlineData("You have an hour, a year, a UK degree and an NHS post.", null)]
    [InlineData("Ask null about it.", "a hole")]
    [InlineData("Ask  about {name}.", "a hole")]
    public void AFault_IsSeen(string sentence, string? fault) =>
        Faults(sentence).Any(found => fault is not null && found.Contains(fault, StringComparison.Ordinal)).ShouldBe(fault is not null, string.Join("; ", Faults(sentence)));

    private static IEnumerable<string> Sentences(DeclaredTool tool, ToolAnswer answer) =>
        AnswerDocument.Of(tool, answer, _ => null).Parts.SelectMany(part => Texts(JsonSerializer.SerializeToElement(part, part.GetType(), Fields))).Prepend(answer.Says)
            .Concat(answer.Reasons.Select(reason => reason.Says))
                .Concat(answer.Warnings.Select(warning => warning.Says))
                .Concat(answer.Working.Select(line => line.Says))
                .Concat(answer.Milestones.Select(milestone => milestone.What))
            .Where(text => text.Contains(' ', StringComparison.Ordinal)).Distinct();

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    // The answer begins as a sentence does; what was not found is not said to be unpublished, nor the other way round.
    private static List<string> Faults(ToolAnswer answer) =>
    [
        .. char.IsLower(answer.Says[0]) ? ["the answer begins in small letters"] : Array.Empty<string>(),
        .. answer.Reasons.Where(reason => (reason.Status == Status.NotFound && Unpublished().IsMatch(reason.Says) && !NotFound().IsMatch(reason.Says))
            || (reason.Status == Status.Unpublished && NotFound().IsMatch(reason.Says) && !Unpublished().IsMatch(reason.Says)))
            .Select(reason => $"{reason.Status}, and it says: {reason.Says}"),
    ];

    private static List<string> Faults(string text) =>
    [
        .. Plural().Matches(text).Select(found => $"“{found.Value}”, one in the plural"),
        .. Verb().Matches(text).Select(found => $"“{found.Value}”, one in the plural"),
        .. OneDay().IsMatch(text) ? ["from a day to the same day"] : Array.Empty<string>(),
        .. Blank().IsMatch(text) ? ["a doubled or a stray blank"] : Array.Empty<string>(),
        .. Stop().IsMatch(text) ? ["a doubled stop"] : Array.Empty<string>(),
        .. Article().IsMatch(text) ? [$"an article: “{Article().Match(text).Value}”"] : Array.Empty<string>(),
        .. Hole().IsMatch(text) ? [$"a hole: “{Hole().Match(text).Value}”"] : Array.Empty<string>(),
    ];

    [GeneratedRegex(@"(?:is|are|was|were) not published|[Nn]obody (?:has|had) published|unpublished", RegexOptions.None, 1000)]
    private static partial Regex Unpublished();

    [GeneratedRegex(@"(?:was|were|been) not found|was found|not been found|(?:was|were) not seen", RegexOptions.None, 1000)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"(?<![\d.,/]|to |of |point |Point |Outcome |outcome |step |Step |number |Type |Part |Round |round |Stage |stage |criterion |Criterion |Band |band |Group |group )\b1 (?:whole |more |working |calendar |bank |full |other |school |public )?(?:days|weeks|months|years|hours|points|things|audits|doctors|posts|schools|items|places|sessions|credits|terms|people|programmes|applicants|ranks|rows|lines|letters|modules|stages|deadlines|domains|rounds|conditions|steps|doors)\b",
        RegexOptions.None, 1000)]
    private static partial Regex Plural();

    [GeneratedRegex(@"(?<![\d.,/] ?|and |or |to |of |point |Outcome |outcome )\b1 (?:do|are|were|have|lie|count|fall)\b", RegexOptions.None, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<!to )\b(?<day>\d{1,2} [A-Z][a-z]+ \d{4}) to \k<day>\b", RegexOptions.None, 1000)]
    private static partial Regex OneDay();

    [GeneratedRegex(@"\S  +\S| [,;:](?!\S)| \.(?![\d…])", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<!\.)\.\.(?!\.)|[.;,]{2}(?!\.)(?<!\.\.)|\?\.", RegexOptions.None, 1000)]
    private static partial Regex Stop();

    [GeneratedRegex(@"(?<![A-Z])\ba (?:[aeio]|u(?!n?i|k|s(?:e|u)|r[io])|hour|honest|FY1|F1|F2|NHS|MSRA|MRCP|ARCP|ST\d|LTFT|IMT|MP|LAT)|\b[Aa]n (?!H-1B|[aeioAEIOuU8]|11\b|18|hour|hono|heir|honest|F1|F2|FY|FR|NHS|NTN|MSRA|MRC|MD|MP|MSc|S[TAF]|LTFT|LAT|IMT|R[CA]|X|HEI|HR|N[ID])",
        RegexOptions.None, 1000)]
    private static partial Regex Article();

    [GeneratedRegex(@"\bnull\b|\{[^}]*\}|\bNaN\b|\bSystem\.|\(\)|“”", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
