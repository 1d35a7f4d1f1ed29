using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>
/// Every day on which a figure or a row of the GP and SAS rooms begins or has ended: a day before it the tool that reads it answers otherwise, and a day after
/// it as on the day.
/// </summary>
public sealed class OpeningAndClosingDayTests
{
    private static readonly string[] Roles = ["registrar", "newly-qualified", "salaried", "locum", "partner", "returner", "qualified-abroad",
        "practice-manager", "network-manager"];
    private static readonly string[] Schemes = ["fellowship", "supporting-mentors", "return-to-practice", "international-induction", "visa-extra",
        "enhanced-recruitment", "training-incentive", "golden-hello"];
    private static readonly string[] Purposes = ["new-salaried", "extra-sessions", "keep-post", "network-gp"];

    // What is asked of each tool about a day: the day is that of the event, and of asking where the event has no day of its own.
    private static readonly Dictionary<string, Func<DateOnly, IEnumerable<object>>> Asks = new(StringComparer.Ordinal)
    {
        ["gp-workforce/find"] = _ => Roles.Select(role => (object)new { role }),
        ["gp-workforce/claim"] = day => Purposes.Select(purpose => purpose == "extra-sessions"
            ? new { purpose, sessionsBefore = 1, sessionsAfter = 9, from = day, weeks = 1 }
            : (object)new { purpose, sessionsAfter = 9, from = day, weeks = 1 }),
        ["gp-workforce/practice-year"] = day => Purposes.Select(purpose => (object)new { staff = new[] { new { label = "GP 1", purpose, sessionsBefore = 1, sessionsAfter = 9, from = day, weeks = 1 } } }),
        ["gp-workforce/incentive"] = day => Schemes.Select(scheme => (object)new { scheme, entered = day }),
        ["gp-partnership/eligibility"] = day => [new { signed = day, profession = "gp", sessions = 5, registered = true, contract = true, clinical = true, first = true, equity = true, salaried = false, fiveYears = true }],
        ["gp-partnership/repayment"] = day => [new { sessions = 5, joined = day, leaves = day.AddDays(900) }],
        ["gp-retention/money"] = _ => [new { sessions = 2 }],
        ["gp-retention/eligibility"] = _ => [new { monthsOut = 24, yearsOnScheme = 4 }],
        ["gp-retention/beside"] = _ => [new { sessions = 2 }],
        ["sas-charter/pay-point"] = day => [new { grade = "specialty-doctor", onPointSince = day.AddYears(-3), yearsCompleted = 3 },
            new { grade = "specialty-doctor", onPointSince = day, yearsCompleted = 3 }],
        ["sas-charter/specialist-grade"] = _ => [new { years = 11, yearsInSpecialty = 6 }],
        ["sas-charter/portfolio"] = day => [new { opened = day.AddMonths(-3) }],
        ["sas-charter/roles"] = _ => [new { advocate = false }],
    };

    public static TheoryData<string> Tools => [.. Asks.Keys];

    [Theory]
    [MemberData(nameof(Tools))]
    public void AnAnswer_ChangesOnTheDay_AndNotTheDayAfter(string address)
    {
        var tool = ToolAsk.Tool(address);
        var days = Days(tool).ToHashSet();
        days.ShouldNotBeEmpty(address);
        foreach (var (day, nation) in days)
        {
            Answers(address, day.AddDays(-1), nation).ShouldNotBe(Answers(address, day, nation), $"{address}: nothing changes in {nation.Name()} on {day:yyyy-MM-dd}");
            if (!days.Any(other => other.Nation == nation && other.Day == day.AddDays(1)))
            {
                Answers(address, day.AddDays(1), nation).ShouldBe(Answers(address, day, nation),
                    $"{address}: something changes in {nation.Name()} on the day after {day:yyyy-MM-dd}");
            }
        }
    }

    // First days and days after the last, of the room's own figures and tables that the tool reads; a judgement of ours begins on no day.
    private static IEnumerable<(DateOnly Day, Nation Nation)> Days(DeclaredTool tool)
    {
        var book = ToolAsk.Library.Book;
        foreach (var name in tool.Reads.Where(name => name.StartsWith(tool.Room + "/", StringComparison.Ordinal)))
        {
            var dated = book.Figures.TryGetValue(name, out var figure)
                ? figure.History.Values.Where(value => value.Status != Status.Editorial).Select(value => (value.From, value.Until, value.Nations))
                : book.Tables.TryGetValue(name, out var table) ? table.Rows.Where(row => IsAsked(tool.Key, table, row))
                    .Select(row => (Cell(table, row, "from"), Cell(table, row, "until"), NationExtensions.ParseNations(row[table.Column("nation")])!.Value)) : [];
            foreach (var (from, until, nations) in dated)
            {
                foreach (var nation in NationExtensions.All.Where(nation => nations.Includes(nation)))
                {
                    foreach (var day in new[] { from, until?.AddDays(1) }.OfType<DateOnly>())
                    {
                        yield return (day, nation);
                    }
                }
            }
        }
    }

    // Of the schemes and their conditions a tool about money asks for those that it knows.
    private static bool IsAsked(string tool, ContentTable table, IReadOnlyList<string> row) => (tool, table.Name) switch
    {
        ("incentive", "initiatives") => Schemes.Contains(row[table.Column("key")]),
        ("claim" or "practice-year", "initiative-conditions") => row[table.Column("scheme")] == "network-gp",
        _ => true,
    };

    private static DateOnly? Cell(ContentTable table, IReadOnlyList<string> row, string column) =>
        table.Columns.Any(one => one.Name == column) && row[table.Column(column)] is { Length: > 0 } day ? DateOnly.Parse(day) : null;

    // What the answers say, whatever day they are about.
    private static string Answers(string address, DateOnly day, Nation nation) => string.Join("\n", Asks[address](day).Select(facts =>
    {
        var answer = ToolAsk.Reply(address, JsonSerializer.Serialize(facts), day.ToString("yyyy-MM-dd"), nation).Answer.ShouldNotBeNull($"{address} {day}");
        return Regex.Replace(ToolAsk.Text(address, answer),
            @"\d{4}-\d\d-\d\d|\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}", "day",
            RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
    }));
}
