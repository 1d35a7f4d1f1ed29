using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.Rules;

/// <summary>How words stand in a sentence; what is written with capitals keeps them in every answer.</summary>
public sealed partial class SentencesTests
{
    public static TheoryData<string> Quick => [.. AllTools.Declared.Where(tool => !tool.IsHeavy).Select(tool => tool.Address)];

    [Theory]
    [InlineData("A consultant", "a consultant")]
    [InlineData("Consultant or GP", "consultant or GP")]
    [InlineData("GP", "GP")]
    [InlineData("GPs’ pay", "GPs’ pay")]
    [InlineData("SAS doctor", "SAS doctor")]
    [InlineData("NHS Fife", "NHS Fife")]
    [InlineData("IT login", "IT login")]
    [InlineData("It is in the contract", "it is in the contract")]
    [InlineData("F2", "F2")]
    [InlineData("CT/ST doctor", "CT/ST doctor")]
    [InlineData("H-1B visa", "H-1B visa")]
    [InlineData("X-ray list", "X-ray list")]
    [InlineData("E-portfolio", "e-portfolio")]
    [InlineData("eLearning", "eLearning")]
    [InlineData("I agree", "I agree")]
    [InlineData("In theatre", "in theatre")]
    [InlineData("48 hours", "48 hours")]
    [InlineData("", "")]
    public void LowerFirst_OfWords_LeavesWhatIsWrittenWithCapitals(string alone, string within) => Sentences.LowerFirst(alone).ShouldBe(within);

    [Theory]
    [InlineData("a consultant", "A consultant")]
    [InlineData("eLearning", "eLearning")]
    [InlineData("f2 doctor", "F2 doctor")]
    [InlineData("x-ray list", "X-ray list")]
    [InlineData("NHS Fife", "NHS Fife")]
    [InlineData("", "")]
    public void UpperFirst_OfWords_LeavesWhatIsWrittenWithCapitals(string within, string alone) => Sentences.UpperFirst(within).ShouldBe(alone);

    [Theory]
    [InlineData("")]
    [InlineData("a", "a")]
    [InlineData("a and b", "a", "b")]
    [InlineData("a, b and c", "a", "b", "c")]
    public void Listed_OfThings_HasAWordBeforeTheLast(string sentence, params string[] things)
    {
        Sentences.Listed(things).ShouldBe(sentence);
        Sentences.Listed(things, "or").ShouldBe(sentence.Replace(" and ", " or ", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Quick))]
    public void AnAbbreviation_InTheAnswerToEveryChoice_KeepsItsFirstCapital(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var examples = ToolAsk.Library.ExamplesOf(tool);
        foreach (var example in examples)
        {
            Faults(address, bound, example.Facts, example.On).ShouldBeEmpty(example.Id);
        }

        foreach (var (path, steps) in EveryFact.Of(tool).Where(fact => fact.Steps[^1].Choices.Count > 0))
        {
            foreach (var choice in steps[^1].Choices)
            {
                Faults(address, bound, EveryFact.With(examples[0].Facts, steps, JsonValue.Create(choice.Key)), examples[0].On).ShouldBeEmpty($"{path}: {choice.Key}");
            }
        }
    }

    private static IEnumerable<string> Faults(string address, BoundTool bound, string facts, DateOnly on) =>
        bound.Answer(Encoding.UTF8.GetBytes(facts), new Asking(on, Nation.England)).Answer is not { } answer ? []
            : Broken().Matches(ToolAsk.Text(address[1..], answer)).Select(found => found.Value);

    [GeneratedRegex(@"(?<![\w/#?=&.-])(?!pH|mRNA|eGFR|eLfH|eLearn|ePort|eRS)[a-z](?:[A-Z][A-Z0-9]+|[A-Z](?![\w]))", RegexOptions.None, 1000)]
    private static partial Regex Broken();
}
