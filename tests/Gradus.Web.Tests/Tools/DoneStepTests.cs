using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Gradus.Data.Content;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Web.Tests.Tools;

/// <summary>A step of a plan is marked as done at the plan, and the plan goes on from there.</summary>
public sealed class DoneStepTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => !tool.IsHeavy && Keys(tool).Any()).Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task AStep_MarkedAsDone_IsToldAndHasNoButtonAnyMore(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var example = Library.ExamplesOf(tool)[0];
        var fields = FactsForm.Show(tool.Shape, Encoding.UTF8.GetBytes(example.Facts))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))).ToList();
        using var reader = site.Reader();

        var plan = await Page(reader, address, [.. fields, new("do", "answer")]);
        var buttons = plan.QuerySelectorAll("th button[form=facts]").Cast<IHtmlButtonElement>().ToList();
        buttons.Count.ShouldBeGreaterThan(3);
        buttons.ShouldAllBe(button => FactsForm.IsField(tool.Shape, button.Name!));
        var marked = buttons[2];

        var next = await Page(reader, address, [.. fields, new(marked.Name!, marked.Value!)]);
        next.QuerySelectorAll("th button[form=facts]").Cast<IHtmlButtonElement>().Select(button => button.Value)
            .ShouldBe(buttons.Select(button => button.Value).Where(value => value != marked.Value), ignoreOrder: true);
        ((IHtmlTextAreaElement)next.QuerySelector($"textarea[name={marked.Name}]")!).Value.Split('\n').ShouldContain(marked.Value);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void TheListThatAKeyIsAddedTo_IsAFactThatTakesIt(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        Keys(tool).ShouldAllBe(column => tool.Shape.Members.Any(member => member.Name == column && member.Kind == FactKind.List && member.Item!.Kind == FactKind.Text));
    }

    private static IEnumerable<string> Keys(DeclaredTool tool)
    {
        var example = Library.ExamplesOf(tool)[0];
        var answer = tool.Bind(Library.Book).Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer;
        return answer!.Sheets().SelectMany(table => table.Columns).Select(column => column.DoneIn).OfType<string>();
    }

    private static async Task<IHtmlDocument> Page(HttpClient reader, string address, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await reader.PostAsync(address, form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Asked.Parse(await response.Text());
    }
}
