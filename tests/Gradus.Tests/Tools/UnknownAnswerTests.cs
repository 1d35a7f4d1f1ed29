using System.Text;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>An answer that nobody has published, or that we have not found, says whom to ask.</summary>
public sealed class UnknownAnswerTests
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void AnUnknownAnswer_SaysWhomToAsk_InEveryNation(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            foreach (var nation in NationExtensions.All)
            {
                var answer = bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, nation)).Answer;
                if (answer is { Verdict: Verdict.Unknown, Status: Status.NotFound or Status.Unpublished })
                {
                    answer.Reasons.Any(reason => reason.Ask is not null).ShouldBeTrue($"{address} {example.Id} in {nation.Name()}: {answer.Says}");
                }
            }
        }
    }
}
