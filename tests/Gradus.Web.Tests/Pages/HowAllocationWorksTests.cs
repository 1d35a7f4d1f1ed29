using Gradus.FoundationApplications;

namespace Gradus.Web.Tests.Pages;

/// <summary>The explainer: its picture, its example step by step without scripts, and its table.</summary>
public sealed class HowAllocationWorksTests(SiteFixture site)
{
    private const string Address = "/foundation-applications/how-allocation-works";

    [Fact]
    public async Task Example_IsSteppedThroughByLinksFromTheFirstStepToTheLast()
    {
        using var reader = site.Reader();
        var address = Address;
        var titles = new List<string>();
        for (var page = await reader.Page(address); ; page = await reader.Page(address))
        {
            titles.Add(page.QuerySelector(".stepped h3").Words());
            page.QuerySelectorAll(".stepper a[aria-current]").Select(link => link.Words()).ShouldBe([titles.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            if (page.QuerySelector("#example .actions a.btn:not(.btn--quiet)")!.GetAttribute("href") is var next && !next!.Contains("step=", StringComparison.Ordinal))
            {
                next.ShouldBe("/foundation-applications/chances");
                break;
            }

            address = next.Split('#')[0];
        }

        titles.ShouldBe(
        [
            "Step 1 of 9. Four lists", "Step 2 of 9. The draw", "Step 3 of 9. First pass: Beth", "Step 4 of 9. First pass: Cara", "Step 5 of 9. First pass: Dev",
            "Step 6 of 9. First pass: Amir", "Step 7 of 9. Second pass: Cara", "Step 8 of 9. Second pass: Amir", "Step 9 of 9. The same draw, had Amir put Hill first",
        ]);
    }

    [Fact]
    public async Task LastStep_IsWhatTheEngineGives()
    {
        using var reader = site.Reader();
        var truthful = InventedRound.FourPeople.Play([1, 2, 3, 0])[^1].Placed;
        var swapped = InventedRound.FourPeople.With(0, 1).Play([1, 2, 3, 0])[^1].Placed;

        var before = await reader.Page(Address + "?step=8");
        var after = await reader.Page(Address + "?step=9");

        before.QuerySelectorAll(".four .got").Select(got => got.Words()).ShouldBe(truthful.Select(school => InventedRound.FourPeople.Schools[school!.Value] + " placed here"));
        after.QuerySelectorAll(".four .got").Select(got => got.Words()).ShouldBe(swapped.Select(school => InventedRound.FourPeople.Schools[school!.Value] + " placed here"));
        after.QuerySelector(".stepped p").Words().ShouldBe("Amir gets Hill instead of Moor, and has given up Coast for it. Somebody else pays: Cara gets Moor instead of Hill.");
    }

    [Fact]
    public async Task Table_GivesAThirdEachAndCertaintyAfterTheSwap()
    {
        using var reader = site.Reader();

        var page = await reader.Page(Address);

        page.QuerySelectorAll("section[aria-labelledby=draws-title] tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.Words()))).ShouldBe(
            ["Coast | in 8 of 24 draws | never", "Hill | in 8 of 24 draws | in all 24 draws", "Lake | never | never", "Moor | in 8 of 24 draws | never"]);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-4", 1)]
    [InlineData("99", 9)]
    [InlineData("two", 1)]
    [InlineData("", 1)]
    public async Task AStepThatDoesNotExist_IsTheNearestOrTheFirst(string step, int shown)
    {
        using var reader = site.Reader();

        (await reader.Page($"{Address}?step={step}")).QuerySelector(".stepped h3").Words().ShouldStartWith($"Step {shown} of 9.");
    }

    [Theory]
    [InlineData("/", "/foundation-applications/chances")]
    [InlineData("/foundation-applications", "/foundation-applications/chances")]
    [InlineData("/foundation-applications", "/foundation-applications/how-allocation-works")]
    [InlineData("/api", "/foundation-applications/chances")]
    [InlineData("/search?q=chances+foundation+school", "/foundation-applications/chances")]
    [InlineData("/search?q=preference+informed+allocation+explained", "/foundation-applications/how-allocation-works")]
    public async Task Page_IsLinkedFromWhereOneWouldLook(string from, string to)
    {
        using var reader = site.Reader();

        (await reader.Page(from)).QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")).ShouldContain(to);
    }

    [Fact]
    public async Task Sitemap_HasBothPages()
    {
        using var reader = site.Reader();

        var map = await (await reader.Get("/sitemap.xml")).Text();

        map.ShouldContain(SiteFixture.PublicAddress + "/foundation-applications/chances<");
        map.ShouldContain(SiteFixture.PublicAddress + "/foundation-applications/how-allocation-works<");
    }
}
