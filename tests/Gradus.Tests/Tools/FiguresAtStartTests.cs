using System.Text;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>A figure that a tool reads and the content lacks is named at the start, and not when somebody asks.</summary>
public sealed partial class FiguresAtStartTests
{
    private static readonly RuleBook Book = ToolAsk.Library.Book;

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void WithoutAnyFigureThatItsExamplesRead_ATool_SaysWhichIsMissing(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(Book);
        var read = ToolAsk.Library.ExamplesOf(tool)
            .SelectMany(example => bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England, WithTrace: true)).Answer!.Trace!)
            .Select(trace => trace.Key).Where(key => Book.Figures.ContainsKey(key) && !Book.Tables.ContainsKey(key)).Distinct().ToList();

        foreach (var key in read)
        {
            tool.Missing(Without(key)).ShouldContain(Says(key));
        }
    }

    [Theory]
    [InlineData("/working-abroad/cost", "working-abroad/australia-short-stay-visa-adult-fee")]
    [InlineData("/working-abroad/plan", "working-abroad/usa-h1b-charge")]
    [InlineData("/working-abroad/plan", "working-abroad/uk-ni-class-3")]
    [InlineData("/working-abroad/plan", "working-abroad/new-zealand-job-round")]
    [InlineData("/volunteering-abroad/plan", "working-abroad/uk-performers-list-gap")]
    [InlineData("/volunteering-abroad/plan", "volunteering-abroad/defence-cover-window")]
    [InlineData("/volunteering-abroad/find", "working-abroad/uk-oop-notice")]
    public void WithoutAFigure_ATool_SaysSo(string address, string key) =>
        AllTools.Declared.Single(tool => tool.Address == address).Missing(Without(key)).ShouldContain(Says(key));

    [Fact]
    public void NoRule_LooksAFigureUpByANameInCode() =>
        Directory.EnumerateFiles(Repository.At("src", "Gradus"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => NameInCode().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBeEmpty();

    private static ContentComplaint Says(string key) => new($"{key.Split('/')[0]}/rules.yaml", 0, $"the figure “{key.Split('/')[1]}” is missing");

    [Theory]
    [InlineData("/specialty-applications/priority")]
    [InlineData("/foundation-applications/priority")]
    public void WithoutAnyOfItsStatements_ATool_SaysWhichIsMissing(string address)
    {
        const string Name = "specialty-applications/priority-statements";
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var table = Book.Tables[Name];

        tool.CheckContent!(Book).ShouldBeEmpty();
        foreach (var gone in table.Rows)
        {
            var tables = Book.Tables.ToDictionary(StringComparer.Ordinal);
            tables[Name] = table with { Rows = [.. table.Rows.Where(row => row != gone)] };

            tool.CheckContent!(new RuleBook(Book.Figures, tables, _ => null, Book.Edition))
                .ShouldBe([new ContentComplaint("specialty-applications/tables/priority-statements.csv", 0, $"the statement “{gone[table.Column("key")]}” is missing")]);
        }
    }

    [Fact]
    public void WithoutWhoApprovesOtherHours_TheRequest_SaysForWhichNation()
    {
        const string Name = "less-than-full-time/request-approvers";
        var tool = AllTools.Declared.Single(tool => tool.Address == "/less-than-full-time/request");
        var table = Book.Tables[Name];
        IEnumerable<string> Lacking(string gone)
        {
            var tables = Book.Tables.ToDictionary(StringComparer.Ordinal);
            tables[Name] = table with { Rows = [.. table.Rows.Where(row => row[table.Column("key")] != gone)] };
            return tool.CheckContent!(new RuleBook(Book.Figures, tables, _ => null, Book.Edition)).Select(complaint => complaint.Says);
        }

        tool.CheckContent!(Book).ShouldBeEmpty();
        Lacking("usual").ShouldBeEmpty("who approves the usual shares may not have been found");
        Lacking("unusual").ShouldBe(["there is no row “unusual” for England"]);
        Lacking("below-the-floor").ShouldBe(NationExtensions.All.Select(nation => $"there is no row “below-the-floor” for {nation.Name()}"));
    }

    private static RuleBook Without(string key) => new(Book.Figures.Where(figure => figure.Key != key).ToDictionary(StringComparer.Ordinal), Book.Tables, _ => null, Book.Edition);

    // A member of a figures record that is looked up by a string.
    [GeneratedRegex("""\b[Ff]igures\.\w+\[\$?"|\bFigureOf\(\$?"[a-z]""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NameInCode();
}
