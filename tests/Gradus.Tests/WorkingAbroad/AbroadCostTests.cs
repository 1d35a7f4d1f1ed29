using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.WorkingAbroad;

namespace Gradus.Tests.WorkingAbroad;

/// <summary>What a way costs on a day, in every country.</summary>
public sealed class AbroadCostTests
{
    public static TheoryData<string, string> Routes => [.. ToolAsk.Library.Book.Tables["working-abroad/routes"] is { } table
        ? table.Rows.Where(row => row[table.Column("rule_is")] == "known").Select(row => (row[table.Column("country")], row[table.Column("key")]))
        : []];

    [Theory]
    [MemberData(nameof(Routes))]
    public void Calculate_AsAtAnyDay_CountsNoPriceOfALaterTime(string country, string route)
    {
        foreach (var on in ((int[])[2010, 2015, 2020, 2022, 2024, 2025, 2026]).Select(year => new DateOnly(year, 6, 30)))
        {
            var answer = ToolAsk.Answer<AbroadCost>("working-abroad/cost", new { country, route }, on.ToString("yyyy-MM-dd"));

            answer.Lines.Where(line => line.Amount is not null).ShouldAllBe(line => line.AsOf <= on.AddYears(1), $"{route} on {on}");
            answer.Lines.Where(line => line.Amount is null).ShouldAllBe(line => line.Status == Status.NotFound || line.Status == Status.Unpublished);
            answer.UnknownCosts.Count.ShouldBe(answer.Lines.Count(line => line.Amount is null));
        }
    }

    [Theory]
    [InlineData("internal medicine", "internal medicine")]
    [InlineData("internal medicine", " Internal  Medicine")]
    [InlineData("internal medicine", "internal-medicine")]
    public void Programmes_OfTheSameSpecialtyTwice_AreRefused(string one, string again) =>
        ToolAsk.Reply("working-abroad/cost", new { country = "usa", programmes = new[] { new { specialty = one, count = 30 }, new { specialty = again, count = 30 } } }).Errors
            .Select(error => error.Field)
            .ShouldBe(["programmes[1].specialty"]);
}
