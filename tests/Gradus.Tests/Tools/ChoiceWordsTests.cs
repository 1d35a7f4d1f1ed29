using System.Text;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tests.CommandLine;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>A choice that is none is refused with what was typed and the choices that there are, at every tool, by page, command and call; help names them before.</summary>
public sealed class ChoiceWordsTests
{
    private const string Typed = "no-such-key";

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void AChoiceThatIsNone_IsNamedWithThoseThatThereAre(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var facts = FactsForm.Show(tool.Shape, Encoding.UTF8.GetBytes(ToolAsk.Library.ExamplesOf(tool)[0].Facts));
        var where = $"./gradus tools {tool.Room}/{tool.Key}";
        foreach (var (fact, choices) in Choices(tool.Shape, bound))
        {
            var field = fact.Kind == FactKind.List ? fact.Name + "[0]" : fact.Name;
            var form = FactsForm.Read(tool.Shape, [.. facts.Where(one => one.Key != fact.Name), KeyValuePair.Create(fact.Name, (IReadOnlyList<string>)[Typed])]);
            var refused = bound.Answer(form.Json, new Asking(new DateOnly(2026, 11, 30), Nation.England)).Errors;

            foreach (var says in new[] { Message(form.InWords(refused, bound.ChoicesOf, where)), Message(form.InWords(refused, bound.ChoicesOf)) })
            {
                says.ShouldStartWith($"“{Typed}” is none of the {choices.Count} choices", customMessage: $"{address} {field}");
                if (choices.Count <= ChoiceWords.Few)
                {
                    says.ShouldEndWith($": {string.Join(", ", choices.Select(choice => choice.Key))}.");
                }
                else
                {
                    (says.Contains(where, StringComparison.Ordinal) || says.Contains("the list on the page", StringComparison.Ordinal)).ShouldBeTrue(says);
                }
            }

            string Message(IReadOnlyList<FieldError> errors) => errors.Single(error => error.Field == field).Message;
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void AChoiceThatIsLeftOut_IsAskedForByACommandWithItsKeys(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var form = FactsForm.Read(tool.Shape, []);
        var said = form.InWords(bound.Answer(form.Json, new Asking(new DateOnly(2026, 11, 30), Nation.England)).Errors, bound.ChoicesOf, "./gradus tools");
        foreach (var (fact, choices) in Choices(tool.Shape, bound).Where(one => one.Fact.IsNeeded && one.Fact.Kind != FactKind.List))
        {
            said.Single(error => error.Field == fact.Name).Message.ShouldContain(ChoiceWords.Named(choices, "./gradus tools"));
        }
    }

    [Theory]
    [InlineData("F1", "FY1")]
    [InlineData("registrar st5", "ST5")]
    [InlineData("GP", "salaried-gp")]
    [InlineData("Specialty dr", "specialty-doctor")]
    public void TheNearest_OfManyChoices_ComesFirst(string typed, string nearest) =>
        ChoiceWords.Nearest(typed, ToolAsk.Tool("less-than-full-time/pay").Shape.Members.Single(fact => fact.Name == "grade").Choices).First().Key.ShouldBe(nearest);

    [Theory]
    [Trait("run", "whole")]
    [InlineData("less-than-full-time", "pay", "--grade <TEXT>", "FY1, FY2, CT1 … 18 in all: see ./gradus tools less-than-full-time/pay")]
    [InlineData("less-than-full-time", "pay", "--premium <TEXT>", "one of general-practice, academia")]
    [InlineData("gp-workforce", "find", "--role <TEXT>", "one of registrar, newly-qualified, salaried, locum, partner, returner, qualified-abroad")]
    public async Task Help_NamesTheKeysOfAChoice(string room, string key, string option, string keys)
    {
        var help = await GradusCommand.Run([room, key, "--help"]);

        help.ExitCode.ShouldBe(0);
        help.Lines.Single(line => line.Contains(option, StringComparison.Ordinal)).ShouldContain(keys);
    }

    [Xunit.Fact]
    [Trait("run", "whole")]
    public async Task ACommand_SaysWhatWasTyped_AndItsTool_NamesEveryChoice()
    {
        var refused = await GradusCommand.Run(["less-than-full-time", "pay", "--grade", "F1"]);
        var listed = await GradusCommand.Run(["tools", "less-than-full-time/pay"]);

        refused.Errors.Trim().ShouldBe("--grade: “F1” is none of the 18 choices. The nearest are FY1, FY2, CT1; for all of them see ./gradus tools less-than-full-time/pay.");
        foreach (var (_, choices) in Choices(ToolAsk.Tool("less-than-full-time/pay").Shape, ToolAsk.Tool("less-than-full-time/pay").Bind(ToolAsk.Library.Book)))
        {
            choices.ShouldAllBe(choice => listed.Output.Contains($"    {choice.Key}", StringComparison.Ordinal));
        }

        (await GradusCommand.Run(["tools", "nonsense"])).ExitCode.ShouldBe(2);
    }

    private static IEnumerable<(FactsShape Fact, IReadOnlyList<Choice> Choices)> Choices(FactsShape shape, BoundTool bound) => shape.Members
        .Where(fact => fact.Fact?.OnlyWhen is null && fact.Fact?.IsOpenSet != true)
        .Select(fact => (fact, fact.Fact?.KeysOf is not null ? bound.ChoicesOf(fact) : fact.Kind == FactKind.List ? fact.Item!.Choices : fact.Choices))
        .Where(one => one.Item2.Count > 0);
}
