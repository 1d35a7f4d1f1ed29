using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.Facts;

/// <summary>What is typed means the same wherever it is shown again, and no sign is read over: every fact of every tool that is one value.</summary>
public class FactsFormTests
{
    /// <summary>Every fact that is one value, as the tool's address and its path; one row of each list stands for all.</summary>
    public static IReadOnlyList<(string Tool, string Path, FactsShape Fact)> Facts { get; } =
        [.. AllTools.Declared.SelectMany(tool => EveryFact.Of(tool).Where(fact => fact.Steps[^1].Fact is not null).Select(fact => (tool.Address, fact.Path, fact.Steps[^1])))];

    [Theory]
    [InlineData("yes", "true")]
    [InlineData("Yes", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("no", "false")]
    [InlineData("False", "false")]
    public void Read_OfYesOrNo_KeepsItAsThePagesOwnButtonsSendIt(string typed, string kept)
    {
        var questions = Facts.Where(fact => fact.Fact.Kind == FactKind.YesNo).ToList();

        questions.Count.ShouldBeGreaterThan(50);
        foreach (var (tool, path, _) in questions)
        {
            Read(tool, path, typed).Typed[path].ShouldBe([kept], $"{tool} {path}");
        }
    }

    [Xunit.Fact]
    public void Read_OfTheSameAnswerInTwoSpellings_IsOneAnswer()
    {
        var (tool, path, _) = Facts.First(fact => fact.Fact.Kind == FactKind.YesNo);

        Refused(Read(tool, path, "yes", "true"), path).ShouldBeNull();
        Refused(Read(tool, path, "yes", "no"), path).ShouldBe("There are two answers, “true” and “false”. Give one.");
    }

    [Theory]
    [InlineData("£20")]
    [InlineData("$20")]
    [InlineData("€20")]
    [InlineData("20%")]
    public void Read_OfANumberWithASign_TakesItOnlyWhereTheUnitIsThat(string typed)
    {
        var numbers = Facts.Where(fact => fact.Fact is { Kind: FactKind.Number or FactKind.Whole, Fact.Unit: not null } or { Fact.IsShare: true }).ToList();

        numbers.Count.ShouldBeGreaterThan(50);
        foreach (var (tool, path, fact) in numbers)
        {
            var isTaken = typed[0] == '£' ? fact.Fact!.Unit == "£" : typed[^1] == '%' && (fact.Fact!.IsShare || fact.Fact.Unit == "%");

            (Refused(Read(tool, path, typed), path) is null).ShouldBe(isTaken, $"{tool} {path}");
        }
    }

    private static FactsForm Read(string tool, string path, params string[] typed) =>
        FactsForm.Read(AllTools.Declared.First(one => one.Address == tool).Shape, [KeyValuePair.Create(path, (IReadOnlyList<string>)typed)]);

    // What the form itself says is wrong with a field; null when nothing is.
    private static string? Refused(FactsForm form, string path) =>
        form.InWords([new FieldError(path, "Nothing of the form's own.")])[0].Message is var said && said == "Nothing of the form's own." ? null : said;
}
