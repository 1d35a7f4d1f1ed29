using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Reading;

/// <summary>The indexes of other days: days that find the same share one, so that asking for one day after another does not build one after another.</summary>
public sealed class SiteSearchTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    [Trait("run", "whole")]
    public void DaysThatFindTheSame_ShareAnIndex_AndOthersDoNot()
    {
        var search = site.Services.GetRequiredService<SiteSearch>();
        var first = search.For(Nation.England, new DateOnly(2003, 5, 1));

        search.For(Nation.England, new DateOnly(2003, 5, 2)).ShouldBeSameAs(first);
        search.For(Nation.Scotland, new DateOnly(2003, 5, 2)).ShouldNotBeSameAs(first);
        search.For(Nation.England, new DateOnly(2026, 3, 1)).ShouldNotBeSameAs(first);
        foreach (var day in Enumerable.Range(0, 20))
        {
            search.For(Nation.England, new DateOnly(2003, 6, 1).AddDays(day)).ShouldBeSameAs(first, $"day {day}");
        }
    }

    [Fact]
    [Trait("run", "whole")]
    public void FewIndexesAreBuiltForTwoMonthsOfDays()
    {
        var search = site.Services.GetRequiredService<SiteSearch>();
        var built = Enumerable.Range(0, 60).Select(day => search.For(Nation.Wales, new DateOnly(2027, 5, 1).AddDays(day))).Distinct().Count();

        built.ShouldBeLessThan(30);
    }
}
