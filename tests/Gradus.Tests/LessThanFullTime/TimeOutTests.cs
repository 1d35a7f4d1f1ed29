using System.Globalization;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Every row of the published limits of time out of programme, in the table that is printed and in the figures that plans are checked against.</summary>
public sealed class TimeOutTests
{
    private static readonly DateOnly On = new(2026, 11, 30);

    [Theory]
    [InlineData("OOPT", 12, 24, "Yes, if", "oopt-maximum", "oopt-extended-maximum")]
    [InlineData("OOPE", 12, 24, "No", "oope-maximum", "oope-extended-maximum")]
    [InlineData("OOPR", 36, 48, "Only what the curriculum allows", "oopr-maximum", "oopr-extended-maximum")]
    [InlineData("OOPC", 24, null, "No", "oopc-maximum", null)]
    [InlineData("OOPP", 12, null, "Only what a gap analysis credits", "oopp-maximum", null)]
    [InlineData("AUC", 3, null, "If the curriculum provides", "acting-up-maximum", null)]
    [InlineData("POG", 6, null, "No, training is complete", "period-of-grace", null)]
    public void ARow_HoldsThePublishedMonths(string code, int normal, int? longest, string counts, string figure, string? extended)
    {
        var row = Row(code);

        row("normal_months").ShouldBe(normal.ToString(CultureInfo.InvariantCulture));
        row("longest_months").ShouldBe(longest?.ToString(CultureInfo.InvariantCulture) ?? "");
        row("counts").ShouldStartWith(counts);
        row("nation").ShouldBe("england");
        Months(figure).ShouldBe(normal);
        if (extended is not null)
        {
            Months(extended).ShouldBe(longest);
        }
    }

    [Fact]
    public void TheTable_HasNoOtherRow() =>
        ToolAsk.Library.Book.Tables["less-than-full-time/time-out"].Rows.Select(row => row[0]).ShouldBe(["OOPT", "OOPE", "OOPR", "OOPC", "OOPP", "AUC", "POG"]);

    private static Func<string, string> Row(string code)
    {
        var table = ToolAsk.Library.Book.Tables["less-than-full-time/time-out"];
        var row = table.Rows.Single(row => row[table.Column("code")] == code);
        return column => row[table.Column(column)];
    }

    private static int? Months(string figure) => ToolAsk.Library.Book.Figures["less-than-full-time/" + figure].At(On, Nation.England).Whole;
}
