using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Gradus.Data.Content;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Web.Tests.Tools;

/// <summary>A list that asks of every key of a table has a row for each on the page, without scripts; what is left open is not told.</summary>
public sealed class EachRowTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Where(tool => ListOf(tool) is not null).Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ARow_HasTheKeyAndThenAChoiceWithWhichItCanBeLeftOpenAgain(string address)
    {
        var (list, keys) = Of(address);
        keys.Count.ShouldBeGreaterThan(3);
        list.Item!.Members[0].Fact!.KeysOf.ShouldNotBeNull();
        list.Item.Members[1].Choices.Select(choice => choice.Key).ShouldContain("do-not-know");
        list.Fact!.Hint.ShouldNotBeNull("what a row left open means");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_AsksOfEveryKeyOnce_InTheOrderOfTheTable(string address)
    {
        var (list, keys) = Of(address);
        using var reader = site.Reader();
        var page = await reader.Page(address);

        page.QuerySelectorAll($"input[type=hidden][name^='{list.Name}[']").Select(one => one.GetAttribute("value")).ShouldBe(keys.Select(key => key.Key));
        page.QuerySelectorAll(".rows--each > li > fieldset > legend").Select(one => one.Words()).ShouldBe(keys.Select(key => key.Label));
        page.QuerySelectorAll(".rows--each input[type=radio]").ShouldAllBe(one => !((IHtmlInputElement)one).IsChecked);
        page.QuerySelectorAll("button[value^='add:" + list.Name + "']").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task RowsThatWereAnswered_AreTold_AndStandInTheirPlaceAgain(string address)
    {
        var (list, keys) = Of(address);
        var (key, said) = (list.Item!.Members[0].Name, list.Item.Members[1]);
        var form = await PostedPage.Open(site.Reader(), address, "#facts");
        var (last, second) = (keys.Count - 1, 1);

        form = await form.With($"{list.Name}[{last}].{said.Name}", said.Choices[0].Key).With($"{list.Name}[{second}].{said.Name}", said.Choices[1].Key).Press("do", "answer");
        for (var again = 0; again < 2; again++)
        {
            form.Status.ShouldBe(HttpStatusCode.OK);
            form.Page.QuerySelectorAll(".given dt").Count(one => one.Words().StartsWith($"{list.Fact!.Asks}, ", StringComparison.Ordinal)).ShouldBe(2);
            form.Page.QuerySelectorAll($"input[type=hidden][name^='{list.Name}[']").Select(one => one.GetAttribute("value")).ShouldBe(keys.Select(one => one.Key));
            form.Page.QuerySelectorAll(".rows--each input[type=radio]").Cast<IHtmlInputElement>().Where(one => one.IsChecked)
                .Select(one => (keys[Row(one)].Key, one.Value)).ShouldBe([(keys[second].Key, said.Choices[1].Key), (keys[last].Key, said.Choices[0].Key)]);
            form = await form.Press("do", "answer"); // Sent once more as it stands.
        }

        int Row(IHtmlInputElement radio) => form.Page.QuerySelectorAll(".rows--each > li").ToList().IndexOf(radio.Closest("li")!);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task ARowWhoseKeyIsNone_StandsBeneath_WithWhatIsWrong_AndCanBeTakenOut(string address)
    {
        var (list, keys) = Of(address);
        var said = list.Item!.Members[1];
        using var reader = site.Reader();
        using var sent = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('&',
            $"{list.Name}[0].{list.Item.Members[0].Name}=no-such-key", $"{list.Name}[0].{said.Name}={said.Choices[0].Key}", "do=answer")));
        sent.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        using var refused = await reader.PostAsync(address, sent, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = Asked.Parse(await refused.Text());
        page.QuerySelector(".errors")!.TextContent.ShouldContain("no-such-key");
        var link = page.QuerySelector(".errors a[href^='#" + list.Name + "']")!.GetAttribute("href")!;
        page.GetElementById(link[1..]).ShouldNotBeNull();
        page.QuerySelectorAll(".rows--each > li").Length.ShouldBe(keys.Count + 1);

        var form = await new PostedPage(reader, page, refused, "#facts").Press("do", $"remove:{list.Name}:0");
        form.Page.QuerySelectorAll(".rows--each > li").Length.ShouldBe(keys.Count);
    }

    private static FactsShape? ListOf(DeclaredTool tool) => tool.Shape.Members.FirstOrDefault(member => member.Fact is { AsksEach: true });

    private static (FactsShape List, IReadOnlyList<Choice> Keys) Of(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var list = ListOf(tool)!;
        return (list, tool.Bind(Library.Book).ChoicesOf(list.Item!.Members[0]));
    }
}
