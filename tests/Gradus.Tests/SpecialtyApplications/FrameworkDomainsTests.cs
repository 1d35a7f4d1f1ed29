using Gradus.Tests.Tools;

namespace Gradus.Tests.SpecialtyApplications;

/// <summary>The domains of each framework on the page are those of its items: drawn together, never typed twice.</summary>
public class FrameworkDomainsTests
{
    [Fact]
    public void Domains_OfEveryFramework_AreThoseOfItsItems()
    {
        var tables = ToolAsk.Library.System("specialty-applications").Tables;
        var items = tables.First(table => table.Name == "frameworks");
        var domains = tables.First(table => table.Name == "framework-domains");
        string Item(IReadOnlyList<string> row, string column) => row[items.Column(column)];

        var drawn = items.Rows.GroupBy(row => (Framework: Item(row, "framework"), Name: Item(row, "name"), Source: Item(row, "source"))).ToDictionary(
            framework => framework.Key,
            framework => string.Join("; ", framework.DistinctBy(row => Item(row, "domain"), StringComparer.Ordinal)
                .Select(row => $"{Item(row, "domain_name")}: {(Item(row, "rule") == "letter" ? "by letter" : Item(row, "most") is { Length: > 0 } most ? most : "no limit found")}")));

        domains.Rows.ToDictionary(row => (Framework: row[domains.Column("framework")], Name: row[domains.Column("name")], Source: row[domains.Column("source")]),
            row => row[domains.Column("domains")])
            .ShouldBe(drawn, ignoreOrder: true);
    }
}
