using Gradus.Data.Content;

namespace Gradus.Tests.Content;

/// <summary>Figures, milestones and tables as they are read, and what of them is a fault.</summary>
public sealed class ContentFiguresTests : IDisposable
{
    private readonly ContentFolder _content = new();

    public void Dispose() => _content.Dispose();

    // Figures

    [Theory]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure, colour: red",
        "5:85: unknown key “colour”; expected from, seen, known, year, until, value, nations, status, source, at, note, ask")]
    [InlineData("from: 2025-02-30, value: 16, nations: [uk], source: a-source, status: sure", "5:15: “from” is “2025-02-30”; expected a date such as 2026-11-25")]
    [InlineData("from: soon, value: 16, nations: [uk], source: a-source, status: sure", "5:15: “from” is “soon”; expected a date such as 2026-11-25")]
    [InlineData("from: unknown, value: 16, nations: [uk], source: a-source, status: sure", "5:7: “seen” is missing")]
    [InlineData("from: 2025-01-01, seen: 2025-02-01, value: 16, nations: [uk], source: a-source, status: sure", "5:33: “seen” belongs only to a value with “from: unknown”")]
    [InlineData("from: 2025-01-01, until: 2024-12-31, value: 16, nations: [uk], source: a-source, status: sure", "5:34: “until” (2024-12-31) is before “from” (2025-01-01)")]
    [InlineData("from: 2025-01-01, value: many, nations: [uk], source: a-source, status: sure",
        "5:34: “value” must be a number, { low: …, high: … } with low not above high, or unknown")]
    [InlineData("from: 2025-01-01, value: { low: 5, high: 4 }, nations: [uk], source: a-source, status: sure",
        "5:34: “value” must be a number, { low: …, high: … } with low not above high, or unknown")]
    [InlineData("from: 2025-01-01, value: 16, nations: [france], source: a-source, status: sure",
        "5:48: “france” is not a nation; expected england, scotland, wales, northern-ireland or uk")]
    [InlineData("from: 2025-01-01, value: 16, nations: england, source: a-source, status: sure", "5:47: “nations” must be a list such as [england, wales]")]
    [InlineData("from: 2025-01-01, value: 16, nations: [], source: a-source, status: sure", "5:47: “nations” must name at least one nation")]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: certain",
        "5:79: “status” is “certain”; expected sure, verify, unpublished, not-found, computed or editorial")]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], status: sure", "5:7: “source” is missing")]
    [InlineData("from: 2025-01-01, value: unknown, nations: [uk], status: unpublished", "5:7: “ask” is missing")]
    [InlineData("from: 2025-01-01, value: unknown, nations: [uk], source: a-source, status: sure, ask: the office",
        "5:84: value “unknown” goes with status “unpublished” or “not-found”, and no other value does")]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: not-found",
        "5:79: value “unknown” goes with status “unpublished” or “not-found”, and no other value does")]
    public void Read_AMalformedValue_SaysWhereAndWhatWasExpected(string value, string expected)
    {
        _content.WithValues(value);

        _content.Faults().ShouldContain("induction/rules.yaml:" + expected);
    }

    [Fact]
    public void Read_WithADateOutOfOrder_SaysWhereAndWhatWasExpected()
    {
        _content.WithValues(
            "from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure",
            "from: 2024-01-01, value: 12, nations: [england], source: a-source, status: sure");

        _content.Faults().ShouldBe(["induction/rules.yaml:6:7: dates must rise: this value begins before one above it for the same nation"]);
    }

    [Fact]
    public void Read_TwoValuesFromTheSameDay_IsAFault()
    {
        _content.WithValues(
            "from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure",
            "from: 2025-01-01, value: 12, nations: [uk], source: a-source, status: sure");

        _content.Faults().ShouldBe(["induction/rules.yaml:6:7: two values begin on the same day for the same nation: say with “known” when each was published"]);
    }

    [Fact]
    public void Read_AnEarlierDateForAnotherNation_IsNoFault()
    {
        _content.WithValues(
            "from: 2025-01-01, value: 16, nations: [england], source: a-source, status: sure",
            "from: 2024-01-01, value: 12, nations: [wales], source: a-source, status: sure");

        _content.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Read_AnUnknownKeyOfAFigure_SaysWhereAndWhatWasExpected()
    {
        _content.With("induction/rules.yaml", ContentFolder.Rules.Replace("  unit: weeks", "  unit: weeks\n  colour: red", StringComparison.Ordinal));

        _content.Faults().ShouldBe(["induction/rules.yaml:4:3: unknown key “colour”; expected says, unit, where, values"]);
    }

    [Fact]
    public void Read_AFigureWithoutValues_IsAFault()
    {
        _content.With("induction/rules.yaml", "notice:\n  says: How long before.\n  unit: weeks\n  values: []\n");

        _content.Faults().ShouldContain("induction/rules.yaml:4:11: “values” must be a list with at least one value");
    }

    [Fact]
    public void Read_AKeyThatIsNoText_IsAFaultAndNoCrash()
    {
        _content.With("induction/rules.yaml", "? [a, b]\n: 1\n" + ContentFolder.Rules);

        _content.Faults().ShouldBe(["induction/rules.yaml:1:3: a key must be a text"]);
    }

    [Fact]
    public void Read_WhatIsNotYaml_SaysWhere()
    {
        _content.With("induction/rules.yaml", "notice: [16\nother: {\n");

        _content.Faults()
            .ShouldContain(fault => fault.StartsWith("induction/rules.yaml:", StringComparison.Ordinal) && fault.Contains("not readable as YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AKeyWrittenTwice_IsAFault()
    {
        _content.With("induction/rules.yaml", ContentFolder.Rules + ContentFolder.Rules);

        _content.Faults()
            .ShouldContain(fault => fault.StartsWith("induction/rules.yaml:6:", StringComparison.Ordinal) && fault.Contains("not readable as YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AListInPlaceOfKeys_SaysWhatWasExpected()
    {
        _content.With("induction/rules.yaml", "- notice\n");

        _content.Faults().ShouldContain("induction/rules.yaml:1:1: expected a mapping of keys");
    }

    [Theory]
    [InlineData("NZD", "a figure in another country's money says “where” it holds, such as New Zealand")]
    [InlineData("USD a year", "a figure in another country's money says “where” it holds, such as New Zealand")]
    public void Read_AFigureInForeignMoneyWithoutItsCountry_IsAFault(string unit, string expected)
    {
        _content.With("induction/rules.yaml",
            $"notice:\n  says: What it costs.\n  unit: {unit}\n  values:\n    - {{ from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure }}\n");

        _content.Faults().ShouldContain("induction/rules.yaml:1:1: " + expected);
    }

    // Milestones

    [Fact]
    public void Read_AMilestone_GivesItsDates()
    {
        _content.WithMilestones("- { id: opens, first: 2027-01-02, last: 2027-01-05, at: \"17:00\", what: It opens, nations: [england, wales], source: a-source, place: page 2, status: sure }\n");

        var milestone = ContentLoader.Load(_content.Path).Milestones.ShouldHaveSingleItem();

        (milestone.First, milestone.Last, milestone.At).ShouldBe((new DateOnly(2027, 1, 2), new DateOnly(2027, 1, 5), new TimeOnly(17, 0)));
        (milestone.What, milestone.System, milestone.Place).ShouldBe(("It opens", "induction", "page 2"));
    }

    [Theory]
    [InlineData("- { id: opens, on: 2027-02-29, what: x, nations: [uk], source: a-source, status: sure }", "1:20: “on” is “2027-02-29”; expected a date such as 2026-11-25")]
    [InlineData("- { id: opens, first: 2027-01-05, last: 2027-01-02, what: x, nations: [uk], source: a-source, status: sure }", "1:41: “last” is before “first”")]
    [InlineData("- { id: opens, on: 2027-01-05, first: 2027-01-02, what: x, nations: [uk], source: a-source, status: sure }",
        "1:3: a milestone has either “on”, or “first” and “last”")]
    [InlineData("- { id: opens, first: 2027-01-02, what: x, nations: [uk], source: a-source, status: sure }", "1:3: “last” is missing")]
    [InlineData("- { id: opens, on: 2027-01-05, at: \"25:00\", what: x, nations: [uk], source: a-source, status: sure }",
        "1:36: “at” is “25:00”; expected a time such as \"17:00\"")]
    [InlineData("- { id: opens, on: 2027-01-05, what: x, nations: [uk], source: a-source, status: sure }\n- { id: opens, on: 2027-01-06, what: y, nations: [uk], source: a-source, status: sure }",
        "2:9: the id “opens” must be lower-case words joined by hyphens, and stand once")]
    [InlineData("- { id: opens, on: 2027-01-05, what: x, nations: [uk], source: a-source, status: sure, when: now }",
        "1:88: unknown key “when”; expected id, on, first, last, at, what, nations, source, place, status, note, precision")]
    [InlineData("- { id: opens, first: 2027-02-01, last: 2027-02-28, what: x, nations: [uk], source: a-source, status: sure }",
        "1:3: a window of whole months says “precision: month”; where the days themselves are published it says “precision: day”")]
    public void Read_AMalformedMilestone_SaysWhereAndWhatWasExpected(string yaml, string expected)
    {
        _content.WithMilestones(yaml + "\n");

        _content.Faults().ShouldContain("induction/milestones.yaml:" + expected);
    }

    // Tables

    [Fact]
    public void Read_ATable_GivesItsRows()
    {
        _content.WithTable(ContentFolder.TableHeading + "MN37,52656,2026-04-01,england,a-source,sure\nMN38,,2026-04-01,uk,a-source,verify\n");

        var table = ContentLoader.Load(_content.Path).System("induction").Tables.ShouldHaveSingleItem();

        table.Rows.Count.ShouldBe(2);
        table.Rows[1][table.Column("gbp")].ShouldBe("");
    }

    [Theory]
    [InlineData("point,pounds,from,nation,source,status\n", "pay.csv:1:1: the heading must be point,gbp,from,nation,source,status")]
    [InlineData("", "pay.csv:1:1: the heading must be point,gbp,from,nation,source,status")]
    [InlineData(ContentFolder.TableHeading + "MN37,52656,2026-04-01,england,a-source\n", "pay.csv:2:1: the row has 5 cells; expected 6")]
    [InlineData(ContentFolder.TableHeading + "MN37,\"52,656\",2026-04-01,england,a-source,sure\n", "pay.csv:2:2: the cell “gbp” is “52,656”; expected a number")]
    [InlineData(ContentFolder.TableHeading + "MN37,1,2026-02-30,england,a-source,sure\n", "pay.csv:2:3: the cell “from” is “2026-02-30”; expected a date such as 2026-11-25")]
    [InlineData(ContentFolder.TableHeading + "MN37,1,2026-04-01,france,a-source,sure\n",
        "pay.csv:2:4: the cell “nation” is “france”; expected england, scotland, wales, northern-ireland or uk")]
    [InlineData(ContentFolder.TableHeading + "MN37,1,2026-04-01,uk,no-such,sure\n", "pay.csv:2:5: the source “no-such” is not in sources.yaml")]
    [InlineData(ContentFolder.TableHeading + "MN37,1,2026-04-01,uk,a-source,sure\nMN38,1,2026-04-01,uk,a-source,likely\n",
        "pay.csv:3:6: the cell “status” is “likely”; expected sure, verify, unpublished, not-found, computed or editorial")]
    [InlineData(ContentFolder.TableHeading + ",1,2026-04-01,uk,a-source,sure\n", "pay.csv:2:1: the cell “point” is empty")]
    [InlineData(ContentFolder.TableHeading + "MN37,1,2026-04-01,uk,a-source,sure\nMN\"38,1,2026-04-01,uk,a-source,sure\n",
        "pay.csv:3:1: a quote stands where none may: a cell with quotes, commas or line ends is written in quotes, and quotes inside it twice")]
    public void Read_AMalformedTable_SaysWhereAndWhatWasExpected(string csv, string expected)
    {
        _content.WithTable(csv);

        _content.Faults().ShouldContain("induction/tables/" + expected);
    }

    [Fact]
    public void Read_ATableThatNobodyDescribes_IsAFault()
    {
        _content.WithTable(ContentFolder.TableHeading).With("induction/tables/other.csv", "a,b\n");

        _content.Faults().ShouldBe(["induction/tables/other.csv: columns.yaml does not describe the table “other”"]);
    }

    [Fact]
    public void Read_ATableWithoutColumns_IsAFault()
    {
        _content.WithTable(ContentFolder.TableHeading).Without("induction/tables/columns.yaml");

        _content.Faults().ShouldBe(["induction/tables/pay.csv: tables/columns.yaml is missing: it must say what each column is"]);
    }

    [Fact]
    public void Read_ADescribedTableThatIsNotThere_IsAFault()
    {
        _content.WithTable(ContentFolder.TableHeading).Without("induction/tables/pay.csv");

        _content.Faults().ShouldBe(["induction/tables/columns.yaml:1:1: tables/pay.csv is missing"]);
    }

    [Fact]
    public void Read_ATableWithoutStatus_IsAFault()
    {
        _content.With("induction/tables/pay.csv", "point,source\n")
            .With("induction/tables/columns.yaml", "pay:\n  says: Pay.\n  columns:\n    point: { type: text, says: Point }\n    source: { type: source, says: Source }\n");

        _content.Faults().ShouldBe(["induction/tables/columns.yaml:1:1: the table “pay” must have a column “status” that is not optional"]);
    }
}
