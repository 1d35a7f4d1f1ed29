using System.Text;
using System.Text.Json.Nodes;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>What no reader means, at every fact of every tool: a number far out of bounds, a name that is empty.</summary>
public sealed class FactsOutOfBoundsTests
{
    /// <summary>What a refusal may take at most: a check that sets something up first would take more.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly int[] Numbers = [int.MinValue, -1, 0, 1_000_000_000, int.MaxValue];

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Number_AtItsBoundsAndBeyond_IsAnsweredOrRefusedAndSetsNothingUpForARefusal(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var example = ToolAsk.Library.ExamplesOf(tool)[0];
        var asking = new Asking(example.On, Nation.England);
        bound.Answer("{}"u8, asking);
        bound.Answer(Encoding.UTF8.GetBytes(example.Facts), asking);
        var wrong = new List<string>();

        foreach (var (path, steps) in EveryFact.Of(tool).Where(fact => fact.Steps[^1].Kind is FactKind.Number or FactKind.Whole))
        {
            foreach (var number in Numbers.Select(number => (decimal)number)
                .Concat(new[] { steps[^1].Low, steps[^1].High }.Where(bound => decimal.Abs(bound) < decimal.MaxValue))
                .Distinct())
            {
                foreach (var beside in (string[])["{}", example.Facts])
                {
                    var facts = Encoding.UTF8.GetBytes(EveryFact.With(beside, steps, JsonValue.Create(number)));
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    try
                    {
                        var reply = bound.Answer(facts, asking);
                        var took = GC.GetAllocatedBytesForCurrentThread() - before;
                        if (reply.Answer is null && took > MostBytes)
                        {
                            wrong.Add($"{path} = {number}{(beside == "{}" ? " alone" : "")}: refused with {took} bytes");
                        }
                    }
                    catch (Exception fault) when (fault is not OutOfMemoryException)
                    {
                        wrong.Add($"{path} = {number}{(beside == "{}" ? " alone" : "")}: {fault.GetType().Name} {fault.Message} {fault.StackTrace?.Split('\n')[0]}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty(address);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Day_ThatNoQuestionIsAbout_IsTheOnlyThingThatIsSaidToBeWrong(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var example = ToolAsk.Library.ExamplesOf(tool)[0];

        foreach (var (path, steps) in EveryFact.Of(tool).Where(fact => fact.Steps[^1].Kind == FactKind.Day))
        {
            foreach (var day in (string[])["0001-01-01", "9999-12-31"])
            {
                var reply = bound.Answer(Encoding.UTF8.GetBytes(EveryFact.With(example.Facts, steps, JsonValue.Create(day))), new Asking(example.On, Nation.England));

                reply.Errors.Where(error => error.Message.Contains("0001", StringComparison.Ordinal) || error.Message.Contains("9999", StringComparison.Ordinal))
                    .ShouldBeEmpty($"{address}: {path} = {day}");
                reply.Errors.Select(error => error.Field).ShouldContain(path, address);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Text_ThatMustBeGiven_IsNotEmpty(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var example = ToolAsk.Library.ExamplesOf(tool)[0];

        foreach (var (path, steps) in EveryFact.Of(tool).Where(fact => fact.Steps[^1] is { Kind: FactKind.Text, IsNeeded: true }))
        {
            foreach (var empty in (string[])["", " ", "\u00A0\t"])
            {
                var reply = bound.Answer(Encoding.UTF8.GetBytes(EveryFact.With(example.Facts, steps, JsonValue.Create(empty))), new Asking(example.On, Nation.England));

                reply.Errors.Select(error => error.Field).ShouldContain(path, $"{address}: {path} “{empty}” stands for nothing, and a form and a table take it for missing");
            }
        }
    }
}
