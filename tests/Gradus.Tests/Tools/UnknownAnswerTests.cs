using System.Text;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>An answer that nobody has published, or that we have not found, says which of the two, and whom to ask.</summary>
public sealed partial class UnknownAnswerTests
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void AnUnknownAnswer_SaysWhomToAsk_InEveryNation(string address)
    {
        foreach (var (where, answer) in Answers(address))
        {
            if (answer is { Verdict: Verdict.Unknown, Status: Status.NotFound or Status.Unpublished })
            {
                answer.Reasons.Any(reason => reason.Ask is not null).ShouldBeTrue($"{where}: {answer.Says}");
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void WhatWeHaveNotFound_IsNotSaidToBePublishedByNobody_InAnyNation(string address)
    {
        foreach (var (where, answer) in Answers(address))
        {
            var said = answer.Reasons.Select(reason => (reason.Says, reason.Status)).Append((answer.Says, answer.Status));

            said.Where(sentence => sentence.Status == Status.NotFound && ByNobody().IsMatch(sentence.Says)).Select(sentence => sentence.Says).ShouldBeEmpty(where);
            said.Where(sentence => sentence.Status == Status.Unpublished && NotByUs().IsMatch(sentence.Says)).Select(sentence => sentence.Says).ShouldBeEmpty(where);
        }
    }

    private static IEnumerable<(string Where, ToolAnswer Answer)> Answers(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        return ToolAsk.Library.ExamplesOf(tool)
            .SelectMany(example => NationExtensions.All.Select(nation => ($"{address} {example.Id} in {nation.Name()}",
                bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, nation)).Answer)))
            .Where(asked => asked.Answer is not null).Select(asked => (asked.Item1, asked.Answer!));
    }

    [GeneratedRegex("(nobody|no one) has published|(is|are) not published", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByNobody();

    [GeneratedRegex("(we|was|were) (have )?not found", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotByUs();
}
