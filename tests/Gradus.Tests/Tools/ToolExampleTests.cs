using System.Text;
using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Every worked example of every declared tool, as its facts are read and its answer is written.</summary>
public sealed class ToolExampleTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var tool in AllTools.Declared)
            {
                foreach (var example in Library.ExamplesOf(tool))
                {
                    data.Add(tool.Address, example.Id);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Answer_ToAWorkedExample_IsWhatItSays(string address, string id)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var example = Library.ExamplesOf(tool).Single(example => example.Id == id);
        var bound = tool.Bind(Library.Book);

        var reply = bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England));

        reply.Errors.ShouldBeEmpty();
        using var json = JsonDocument.Parse(AnswerText.Json(bound, reply.Answer!));
        foreach (var (path, expected) in example.Expect)
        {
            AnswerPath.At(json.RootElement, path).ShouldBe(expected, $"{address} {id}: {path}");
        }
    }

    [Fact]
    public void Tools_StandOnceInTheOrderOfTheRooms()
    {
        AllTools.All.Select(tool => tool.Address).ShouldBeUnique();
        AllTools.All.Select(tool => Rooms.All.ToList().IndexOf(tool.Room)).ShouldBeInOrder();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ATool_HasThreeWorkedExamplesAndEverythingItNeeds(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);

        tool.Missing(Library.Book).ShouldBeEmpty();
        Library.ExamplesOf(tool).Count.ShouldBeGreaterThanOrEqualTo(3);
    }
}
