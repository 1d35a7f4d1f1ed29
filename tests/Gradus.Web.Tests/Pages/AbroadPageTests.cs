using System.Net;
using System.Text;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Tools;
using Gradus.WorkingAbroad;

namespace Gradus.Web.Tests.Pages;

/// <summary>The plan abroad on its page: picture, list to tick off, tables.</summary>
public sealed class AbroadPageTests(SiteFixture site)
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private const string Plan = "/working-abroad/plan";
    private const int RoomOnATelephone = 45;

    [Theory]
    [Trait("run", "whole")]
    [InlineData("new-zealand-round")]
    [InlineData("new-zealand-own-estimate")]
    [InlineData("australia-gp-expedited")]
    [InlineData("canada-ontario-gp")]
    [InlineData("usa-residency-h1b")]
    public async Task Picture_NamesEveryStep_ShorterOnATelephone_AndMarksWhatIsNotKnown(string example)
    {
        var page = await Answer(example);
        var worked = Library.ExamplesOf(WorkingAbroadTools.Plan).Single(one => one.Id == example);
        var plan = (AbroadPlan)((DeclaredTool)WorkingAbroadTools.Plan).Bind(Library.Book).Answer(Encoding.UTF8.GetBytes(worked.Facts),
            new Asking(worked.On, Nation.England)).Answer!;
        var steps = plan.Steps.Where(step => step is { Phase: "before", Done: false }).ToList();

        var picture = page.QuerySelector("svg[role=img]")!;
        picture.QuerySelectorAll("text.halo:not(.n-only)").Length.ShouldBe(steps.Count + 1);
        picture.QuerySelectorAll("text.n-only").ShouldAllBe(text => text.TextContent.Length <= RoomOnATelephone);
        picture.QuerySelectorAll(".dash").Length.ShouldBe(steps.Count(step => step.Unknown));
        picture.QuerySelectorAll("text.halo:not(.n-only)")
            .Count(text => text.TextContent.EndsWith("(your estimate)", StringComparison.Ordinal))
            .ShouldBe(steps.Count(step => step.Mine));
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Checklist_GivesEachStepItsLastDay_InOrder()
    {
        var page = await Answer("new-zealand-time-out");

        var days = page.QuerySelectorAll(".tasks--owed .when b")
            .Select(day => DateOnly.ParseExact(day.TextContent, "d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        days.Count.ShouldBeGreaterThan(10);
        days.ShouldBeInOrder();
        page.QuerySelectorAll(".tasks--owed li")
            .Single(task => task.QuerySelector("h3")!.TextContent == "Apply for time out of programme")
            .QuerySelector(".when b")!.TextContent.ShouldBe("17 July 2027");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Answer(string example)
    {
        using var reader = site.Reader();
        var answer = await (await PostedPage.Open(reader, Plan, "form:has(ul.picks)")).Press("do", "example:" + example);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Page;
    }
}
