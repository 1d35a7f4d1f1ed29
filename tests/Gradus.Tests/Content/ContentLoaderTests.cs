using System.Text;
using Gradus.Data.Content;

namespace Gradus.Tests.Content;

public sealed class ContentLoaderTests : IDisposable
{
    private const string TableHeading = "point,gbp,from,nation,source,status\n";
    private readonly ContentFolder _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Load_TheSmallestContent_HasEveryRoomAndPage()
    {
        var library = ContentLoader.Load(_content.Path);

        library.Systems.Select(system => system.Name).ShouldBe(Rooms.All);
        library.Pages.Count.ShouldBe(24);
        library.Figures.Count.ShouldBe(20);
    }

    [Fact]
    public void LoadFigures_OfARoomNamedTwice_ReadsItOnce() =>
        ContentLoader.LoadFigures(_content.Path, "induction", "handover", "induction").Systems.Select(system => system.Name).ShouldBe(["induction", "handover"]);

    [Fact]
    public void Load_WithFaults_ThrowsWithAllOfThem()
    {
        _content.Without("induction/rules.yaml").Without("handover/rules.yaml");

        var thrown = Should.Throw<ContentFaultsException>(() => ContentLoader.Load(_content.Path));

        thrown.Faults.Count.ShouldBe(4); // each missing file, and the figure that its page names
        thrown.Message.ShouldContain("handover/rules.yaml: the file is missing");
        thrown.Message.ShouldContain("induction/rules.yaml: the file is missing");
    }

    [Fact]
    public void Load_WithoutAFolder_SaysWhichIsMissing() =>
        Should.Throw<DirectoryNotFoundException>(() => ContentLoader.Load(Path.Combine(_content.Path, "nowhere"))).Message.ShouldContain("nowhere");

    // Sources

    [Fact]
    public void Read_ASourceWithAnUnknownKey_SaysWhereAndWhatWasExpected()
    {
        _content.With("sources.yaml", ContentFolder.Sources() + ContentFolder.Source("b-source") + "  colour: red\n");
        var line = ContentFolder.Sources().Count(c => c == '\n') + 8;

        _content.Faults().ShouldContain($"sources.yaml:{line}:3: unknown key “colour”; expected publisher, title, address, dated, read, kind, note");
    }

    [Theory]
    [InlineData("  publisher: a BODY\n  title: a page\n  dated: undated\n", "title", "has the same publisher and title")]
    [InlineData("  publisher: Another\n  title: Another\n  address: https://example.org/page/\n  dated: undated\n", "address", "has the same address")]
    public void Read_ASourceThatStandsTwice_IsAFault(string written, string key, string expected)
    {
        _content.With("sources.yaml", ContentFolder.Sources() + "b-source:\n" + written + "  read: 2026-01-01\n  kind: official\n").WithText("It is so [x](source:b-source).\n");

        _content.Faults().ShouldHaveSingleItem().ShouldEndWith($"the source “a-source” {expected}: a source stands once", customMessage: key);
    }

    [Fact]
    public void Read_AFrontPageOfTwoSources_IsNoFault()
    {
        static string Front(string id) => ContentFolder.Source(id).Replace("https://example.org/" + id, "https://example.org/", StringComparison.Ordinal);
        _content.With("sources.yaml", ContentFolder.Sources() + Front("b-source") + Front("c-source")).WithText("It is so [x](source:b-source) [x](source:c-source).\n");

        _content.Faults().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NZD", "a figure in another country's money says “where” it holds, such as New Zealand")]
    [InlineData("USD a year", "a figure in another country's money says “where” it holds, such as New Zealand")]
    public void Read_AFigureInForeignMoneyWithoutItsCountry_IsAFault(string unit, string expected)
    {
        _content.With("induction/rules.yaml", $"notice:\n  says: What it costs.\n  unit: {unit}\n  values:\n    - {{ from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure }}\n");

        _content.Faults().ShouldContain("induction/rules.yaml:1:1: " + expected);
    }

    [Fact]
    public void Read_ASourceThatNothingCites_IsAFault()
    {
        _content.With("sources.yaml", ContentFolder.Sources() + ContentFolder.Source("b-source"));
        var line = ContentFolder.Sources().Count(c => c == '\n') + 1;

        _content.Faults().ShouldBe([$"sources.yaml:{line}:1: nothing cites the source “b-source”"]);
    }

    [Theory]
    [InlineData("read: 2026-01-01", "read: 2026-02-30", "sources.yaml:6:9: “read” is “2026-02-30”; expected a date such as 2026-11-25")]
    [InlineData("dated: 2025-08", "dated: 2025-13", "sources.yaml:5:10: “2025-13” is not a date; expected 2025, 2025-08, 2025-08-29 or undated")]
    [InlineData("kind: official", "kind: gossip", "sources.yaml:7:9: “kind” is “gossip”; expected official, secondary, research, data, background or editorial")]
    [InlineData("address: https://example.org/page", "address: javascript:alert(1)", "sources.yaml:4:12: “javascript:alert(1)” is not an address; expected https://…")]
    [InlineData("  publisher: A body\n", "", "sources.yaml:2:3: “publisher” is missing")]
    [InlineData("a-source:", "A_source:", "sources.yaml:1:1: the id “A_source” must be lower-case words joined by hyphens")]
    public void Read_AMalformedSource_SaysWhereAndWhatWasExpected(string written, string instead, string expected)
    {
        _content.With("sources.yaml", ContentFolder.ASource.Replace(written, instead, StringComparison.Ordinal) + ContentFolder.Sources()[ContentFolder.ASource.Length..]);

        _content.Faults().ShouldContain(expected);
    }

    [Fact]
    public void Read_AFigureWithAMissingSource_SaysWhereItIsCited()
    {
        _content.WithValues("from: 2025-01-01, value: 16, nations: [uk], source: no-such, status: sure");

        _content.Faults().ShouldBe(["induction/rules.yaml:5:61: the source “no-such” is not in sources.yaml"]);
    }

    [Fact]
    public void Read_WithoutASourceThatTheCodeCites_IsAFault()
    {
        _content.With("sources.yaml", ContentFolder.ASource);

        _content.Faults().ShouldContain("sources.yaml: the source “copmed-gold-guide-11” is not in sources.yaml");
    }

    // Figures

    [Theory]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: sure, colour: red", "5:85: unknown key “colour”; expected from, seen, known, year, until, value, nations, status, source, at, note, ask")]
    [InlineData("from: 2025-02-30, value: 16, nations: [uk], source: a-source, status: sure", "5:15: “from” is “2025-02-30”; expected a date such as 2026-11-25")]
    [InlineData("from: soon, value: 16, nations: [uk], source: a-source, status: sure", "5:15: “from” is “soon”; expected a date such as 2026-11-25")]
    [InlineData("from: unknown, value: 16, nations: [uk], source: a-source, status: sure", "5:7: “seen” is missing")]
    [InlineData("from: 2025-01-01, seen: 2025-02-01, value: 16, nations: [uk], source: a-source, status: sure", "5:33: “seen” belongs only to a value with “from: unknown”")]
    [InlineData("from: 2025-01-01, until: 2024-12-31, value: 16, nations: [uk], source: a-source, status: sure", "5:34: “until” (2024-12-31) is before “from” (2025-01-01)")]
    [InlineData("from: 2025-01-01, value: many, nations: [uk], source: a-source, status: sure", "5:34: “value” must be a number, { low: …, high: … } with low not above high, or unknown")]
    [InlineData("from: 2025-01-01, value: { low: 5, high: 4 }, nations: [uk], source: a-source, status: sure", "5:34: “value” must be a number, { low: …, high: … } with low not above high, or unknown")]
    [InlineData("from: 2025-01-01, value: 16, nations: [france], source: a-source, status: sure", "5:48: “france” is not a nation; expected england, scotland, wales, northern-ireland or uk")]
    [InlineData("from: 2025-01-01, value: 16, nations: england, source: a-source, status: sure", "5:47: “nations” must be a list such as [england, wales]")]
    [InlineData("from: 2025-01-01, value: 16, nations: [], source: a-source, status: sure", "5:47: “nations” must name at least one nation")]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: certain", "5:79: “status” is “certain”; expected sure, verify, unpublished, not-found, computed or editorial")]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], status: sure", "5:7: “source” is missing")]
    [InlineData("from: 2025-01-01, value: unknown, nations: [uk], status: unpublished", "5:7: “ask” is missing")]
    [InlineData("from: 2025-01-01, value: unknown, nations: [uk], source: a-source, status: sure, ask: the office", "5:84: value “unknown” goes with status “unpublished” or “not-found”, and no other value does")]
    [InlineData("from: 2025-01-01, value: 16, nations: [uk], source: a-source, status: not-found", "5:79: value “unknown” goes with status “unpublished” or “not-found”, and no other value does")]
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

        _content.Faults().ShouldContain(fault => fault.StartsWith("induction/rules.yaml:", StringComparison.Ordinal) && fault.Contains("not readable as YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AKeyWrittenTwice_IsAFault()
    {
        _content.With("induction/rules.yaml", ContentFolder.Rules + ContentFolder.Rules);

        _content.Faults().ShouldContain(fault => fault.StartsWith("induction/rules.yaml:6:", StringComparison.Ordinal) && fault.Contains("not readable as YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AListInPlaceOfKeys_SaysWhatWasExpected()
    {
        _content.With("induction/rules.yaml", "- notice\n");

        _content.Faults().ShouldContain("induction/rules.yaml:1:1: expected a mapping of keys");
    }

    // Files and folders

    [Fact]
    public void Read_BytesThatAreNotUtf8_SaysOnWhichLine()
    {
        _content.With("induction/rules.yaml", [.. Encoding.UTF8.GetBytes("# first\n# caf"), 0xE9, (byte)'\n']);

        _content.Faults().ShouldContain("induction/rules.yaml:2:1: the file is not UTF-8");
    }

    [Fact]
    public void Read_AByteOrderMarkAndWindowsLines_AreAccepted()
    {
        var windows = "\uFEFF" + File.ReadAllText(Path.Combine(_content.Path, "induction/guidance.md")).Replace("\n", "\r\n", StringComparison.Ordinal);
        _content.With("induction/guidance.md", windows).With("induction/rules.yaml", "\uFEFF" + ContentFolder.Rules.Replace("\n", "\r\n", StringComparison.Ordinal));

        _content.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Read_AFolderThatIsNoRoom_IsAFault()
    {
        _content.With("inductoin/rules.yaml", ContentFolder.Rules);

        _content.Faults().ShouldBe(["inductoin/rules.yaml: there is no system “inductoin”"]);
    }

    [Theory]
    [InlineData("source.yaml")]
    [InlineData("handover/milestone.yaml")]
    [InlineData("handover/tables.csv")]
    [InlineData("handover/tables/pay.xlsx")]
    [InlineData("working-abroad/france.md")]
    public void Read_AFileThatNothingReads_IsAFault(string file)
    {
        _content.With(file, "");

        _content.Faults().ShouldBe([file + ": nothing reads this file: its name is misspelt, or it does not belong here"]);
    }

    [Theory]
    [InlineData("sources.yaml")]
    [InlineData("synonyms.yaml")]
    [InlineData("mentoring/guidance.md")]
    [InlineData("mentoring/rules.yaml")]
    [InlineData("working-abroad/canada.md")]
    public void Read_WithoutAFileThatMustBeThere_IsAFault(string file)
    {
        _content.Without(file);

        _content.Faults().ShouldContain(file + ": the file is missing");
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
    [InlineData("- { id: opens, on: 2027-01-05, first: 2027-01-02, what: x, nations: [uk], source: a-source, status: sure }", "1:3: a milestone has either “on”, or “first” and “last”")]
    [InlineData("- { id: opens, first: 2027-01-02, what: x, nations: [uk], source: a-source, status: sure }", "1:3: “last” is missing")]
    [InlineData("- { id: opens, on: 2027-01-05, at: \"25:00\", what: x, nations: [uk], source: a-source, status: sure }", "1:36: “at” is “25:00”; expected a time such as \"17:00\"")]
    [InlineData("- { id: opens, on: 2027-01-05, what: x, nations: [uk], source: a-source, status: sure }\n- { id: opens, on: 2027-01-06, what: y, nations: [uk], source: a-source, status: sure }", "2:9: the id “opens” must be lower-case words joined by hyphens, and stand once")]
    [InlineData("- { id: opens, on: 2027-01-05, what: x, nations: [uk], source: a-source, status: sure, when: now }", "1:88: unknown key “when”; expected id, on, first, last, at, what, nations, source, place, status, note, precision")]
    [InlineData("- { id: opens, first: 2027-02-01, last: 2027-02-28, what: x, nations: [uk], source: a-source, status: sure }", "1:3: a window of whole months says “precision: month”; where the days themselves are published it says “precision: day”")]
    public void Read_AMalformedMilestone_SaysWhereAndWhatWasExpected(string yaml, string expected)
    {
        _content.WithMilestones(yaml + "\n");

        _content.Faults().ShouldContain("induction/milestones.yaml:" + expected);
    }

    // Tables

    [Fact]
    public void Read_ATable_GivesItsRows()
    {
        _content.WithTable(TableHeading + "MN37,52656,2026-04-01,england,a-source,sure\nMN38,,2026-04-01,uk,a-source,verify\n");

        var table = ContentLoader.Load(_content.Path).System("induction").Tables.ShouldHaveSingleItem();

        table.Rows.Count.ShouldBe(2);
        table.Rows[1][table.Column("gbp")].ShouldBe("");
    }

    [Theory]
    [InlineData("point,pounds,from,nation,source,status\n", "pay.csv:1:1: the heading must be point,gbp,from,nation,source,status")]
    [InlineData("", "pay.csv:1:1: the heading must be point,gbp,from,nation,source,status")]
    [InlineData(TableHeading + "MN37,52656,2026-04-01,england,a-source\n", "pay.csv:2:1: the row has 5 cells; expected 6")]
    [InlineData(TableHeading + "MN37,\"52,656\",2026-04-01,england,a-source,sure\n", "pay.csv:2:2: the cell “gbp” is “52,656”; expected a number")]
    [InlineData(TableHeading + "MN37,1,2026-02-30,england,a-source,sure\n", "pay.csv:2:3: the cell “from” is “2026-02-30”; expected a date such as 2026-11-25")]
    [InlineData(TableHeading + "MN37,1,2026-04-01,france,a-source,sure\n", "pay.csv:2:4: the cell “nation” is “france”; expected england, scotland, wales, northern-ireland or uk")]
    [InlineData(TableHeading + "MN37,1,2026-04-01,uk,no-such,sure\n", "pay.csv:2:5: the source “no-such” is not in sources.yaml")]
    [InlineData(TableHeading + "MN37,1,2026-04-01,uk,a-source,sure\nMN38,1,2026-04-01,uk,a-source,likely\n", "pay.csv:3:6: the cell “status” is “likely”; expected sure, verify, unpublished, not-found, computed or editorial")]
    [InlineData(TableHeading + ",1,2026-04-01,uk,a-source,sure\n", "pay.csv:2:1: the cell “point” is empty")]
    [InlineData(TableHeading + "MN37,1,2026-04-01,uk,a-source,sure\nMN\"38,1,2026-04-01,uk,a-source,sure\n", "pay.csv:3:1: a quote stands where none may: a cell with quotes, commas or line ends is written in quotes, and quotes inside it twice")]
    public void Read_AMalformedTable_SaysWhereAndWhatWasExpected(string csv, string expected)
    {
        _content.WithTable(csv);

        _content.Faults().ShouldContain("induction/tables/" + expected);
    }

    [Fact]
    public void Read_ATableThatNobodyDescribes_IsAFault()
    {
        _content.WithTable(TableHeading).With("induction/tables/other.csv", "a,b\n");

        _content.Faults().ShouldBe(["induction/tables/other.csv: columns.yaml does not describe the table “other”"]);
    }

    [Fact]
    public void Read_ATableWithoutColumns_IsAFault()
    {
        _content.WithTable(TableHeading).Without("induction/tables/columns.yaml");

        _content.Faults().ShouldBe(["induction/tables/pay.csv: tables/columns.yaml is missing: it must say what each column is"]);
    }

    [Fact]
    public void Read_ADescribedTableThatIsNotThere_IsAFault()
    {
        _content.WithTable(TableHeading).Without("induction/tables/pay.csv");

        _content.Faults().ShouldBe(["induction/tables/columns.yaml:1:1: tables/pay.csv is missing"]);
    }

    [Fact]
    public void Read_ATableWithoutStatus_IsAFault()
    {
        _content.With("induction/tables/pay.csv", "point,source\n").With("induction/tables/columns.yaml", "pay:\n  says: Pay.\n  columns:\n    point: { type: text, says: Point }\n    source: { type: source, says: Source }\n");

        _content.Faults().ShouldBe(["induction/tables/columns.yaml:1:1: the table “pay” must have a column “status” that is not optional"]);
    }

    [Theory]
    [InlineData("rota: /nowhere\n", "1:7: there is no page “/nowhere”; expected an address such as /induction")]
    [InlineData("rota: /induction#place\n", "1:7: there is no page “/induction#place”; expected an address such as /induction")]
    [InlineData("rota: [/induction, /nowhere]\n", "1:20: there is no page “/nowhere”; expected an address such as /induction")]
    [InlineData("rota: []\n", "1:7: “rota” must name at least one page")]
    [InlineData("rota: { page: /induction }\n", "1:7: “rota” must be a text")]
    [InlineData("rota: /induction\nRota: /induction\n", "2:1: “Rota” stands here twice")]
    [InlineData("\"  \": /induction\n", "1:1: a query has 1 to 200 characters")]
    public void Read_ASearchCaseThatIsWrong_IsAFault(string text, string fault)
    {
        _content.With("search-cases.yaml", text);

        _content.Faults().ShouldBe(["search-cases.yaml:" + fault]);
    }

    [Theory]
    [InlineData("severity: watcher", "severity: poorly", "2:13: “poorly”; expected unwell, watcher, stable")]
    [InlineData("minutes: 3", "minutes: soon", "4:12: “minutes” is “soon”; expected a whole number from 1 to 129")]
    [InlineData("sex: f", "sex: x", "5:45: “sex” is “x”; expected f or m")]
    [InlineData("others: [Parrish]", "others: [Quill]", "6:11: the patient is no other patient")]
    [InlineData("any: [asthma]", "any: []", "9:28: “any” must name at least one")]
    [InlineData("setting: medicine", "setting: medicine\n  colour: red", "4:3: unknown key “colour”")]
    [InlineData("quill:", "Quill 1:", "1:1: the id “Quill 1” must be lower-case words joined by hyphens")]
    public void Read_ARehearsalThatIsWrong_IsAFault(string right, string wrong, string fault)
    {
        _content.With("handover/rehearsals.yaml", Rehearsal.Replace(right, wrong, StringComparison.Ordinal));

        _content.Faults().ShouldHaveSingleItem().ShouldStartWith("handover/rehearsals.yaml:" + fault);
    }

    [Fact]
    public void Read_ARehearsal_IsKeptWhole()
    {
        _content.With("handover/rehearsals.yaml", Rehearsal);

        var rehearsal = ContentLoader.Load(_content.Path).Rehearsals.ShouldHaveSingleItem();

        (rehearsal.Id, rehearsal.Severity, rehearsal.Minutes, rehearsal.Patient.Unit).ShouldBe(("quill", "watcher", 3, "years"));
        rehearsal.Facts.ShouldHaveSingleItem().Changed.ShouldBeTrue();
        rehearsal.Actions[0].When.ShouldBe(["22:00"]);
    }

    private const string Rehearsal = """
        quill:
          severity: watcher
          setting: medicine
          minutes: 3
          patient: { name: Mrs Quill, age: 60, sex: f, where: ward 1 bed 2 }
          others: [Parrish]
          title: Asthma
          facts:
            - { says: asthma, any: [asthma], changed: yes }
          earlier: Asthma, stable.
          notes: Worse.
          actions:
            - { says: peak flow at 22:00, what: [peak flow], when: ["22:00"] }
          ifs:
            - { says: "if silent chest, call", if: [silent chest], then: [registrar] }
          better: { severity: Watcher., patient: Asthma., actions: Peak flow., contingency: If silent., back: So a watcher. }

        """;

    [Fact]
    public void Read_SearchCases_AreKeptInTheirOrder()
    {
        _content.With("search-cases.yaml", "rota late: /induction\nA&E: [/, /induction]\n");

        ContentLoader.Load(_content.Path).SearchCases.Select(asked => $"{asked.Query} → {string.Join(" or ", asked.Addresses)}").ShouldBe(["rota late → /induction", "A&E → / or /induction"]);
    }

    // Guidance: the front matter is nine lines long, so its text begins on line 10

    [Theory]
    [InlineData("reviewed: 2026-01-01", "reviewed: 2026-13-01", "6:11: “reviewed” is “2026-13-01”; expected a date such as 2026-11-25")]
    [InlineData("stage: away", "stage: retired", "5:8: “stage” is “retired”; expected foundation, applying, in-training, gp-sas-consultant or away")]
    [InlineData("review: rules", "review: never", "7:9: “review” is “never”; expected money, recruitment or rules")]
    [InlineData("covers: [uk]", "covers: [uk, france]", "8:14: “france” is not a nation; expected england, scotland, wales, northern-ireland or uk")]
    [InlineData("covers: [uk]", "covers: []", "8:9: “covers” must name at least one nation")]
    [InlineData("card: The answer", "card: one two three four five six seven eight nine", "4:7: “card” has more than eight words")]
    [InlineData("covers: [uk]", "covers: [uk]\ncolour: red", "9:1: unknown key “colour”; expected title, name, lede, card, stage, reviewed, review, covers, covers-note")]
    [InlineData("title: A subject\n", "", "2:1: “title” is missing")]
    public void Read_MalformedFrontMatter_SaysWhereAndWhatWasExpected(string written, string instead, string expected)
    {
        _content.With("induction/guidance.md", ContentFolder.FrontMatter.Replace(written, instead, StringComparison.Ordinal) + "\n## In short\n");

        _content.Faults().ShouldContain("induction/guidance.md:" + expected);
    }

    [Theory]
    [InlineData("No front matter.\n")]
    [InlineData("---\ntitle: never closed\n")]
    [InlineData("")]
    public void Read_APageWithoutFrontMatter_IsAFault(string text)
    {
        _content.With("induction/guidance.md", text);

        _content.Faults().ShouldBe(["induction/guidance.md:1:1: the page must begin with its front matter between two lines of “---”"]);
    }

    [Theory]
    [InlineData("It takes {{notise}}.", "10:10: there is no figure “induction/notise” in rules.yaml")]
    [InlineData("It takes {{handover/notise}}.", "10:10: there is no figure “handover/notise” in rules.yaml")]
    [InlineData("It takes {{notice@france}}.", "10:10: “{{notice@france}}” names no nation; expected england, scotland, wales or northern-ireland after “@”")]
    [InlineData("A.\n\nIt is so [x](source:no-such).", "12:10: the source “no-such” is not in sources.yaml")]
    [InlineData("It is so [x](source:a-source?likely).", "10:10: “likely” is not a status; expected verify, unpublished, not-found, computed or editorial")]
    [InlineData("See [this](/no-such-page).", "10:5: there is no page “/no-such-page”")]
    [InlineData("See [this](/working-abroad/france).", "10:5: there is no page “/working-abroad/france”")]
    [InlineData("See [this](http://example.org).", "10:5: the link “http://example.org” must begin with “/”, “#”, “https://” or “source:”")]
    [InlineData("See [this](javascript:alert).", "10:5: the link “javascript:alert” must begin with “/”, “#”, “https://” or “source:”")]
    [InlineData("![x](/induction)", "10:1: pictures are not used in guidance")]
    [InlineData("# Too high", "10:1: headings begin at “##”: the title is in the front matter")]
    [InlineData("::: warning\nx\n:::", "10:1: unknown container “warning”; expected figures, rules, steps, do, dont, until, before, from, nation, doubt, nobody, not-found, callout, table, milestones")]
    [InlineData("::: until soon\nx\n:::", "10:1: “::: until” needs a date such as 2026-11-25")]
    [InlineData("::: from 2026-02-30\nx\n:::", "10:1: “::: from” needs a date such as 2026-11-25")]
    [InlineData("::: nation france\nx\n:::", "10:1: “::: nation” needs england, scotland, wales or northern-ireland")]
    [InlineData("::: nation\nx\n:::", "10:1: “::: nation” needs england, scotland, wales or northern-ireland")]
    [InlineData("::: rules\n- notise\n:::", "10:1: there is no figure “notise” in rules.yaml")]
    [InlineData("::: rules\n- notice@france\n:::", "10:1: there is no figure “notice@france” in rules.yaml")]
    [InlineData("::: figures\n- {{notice}} a\n- {{notice}} b\n- {{notice}} c\n- {{notice}} d\n:::", "10:1: “::: figures” holds a list of one to three lines")]
    [InlineData("::: table pay\n:::", "10:1: “::: table” needs the name of a table of this system")]
    [InlineData("::: milestones\n:::", "10:1: the system has no milestones.yaml")]
    [InlineData("::: before soon\nx\n:::", "10:1: “::: before” needs a date such as 2026-11-25")]
    [InlineData("::: before 2026-09-01\nx\n:::", "10:1: “::: before 2026-09-01” is followed at once by “::: from 2026-09-01”, which says what holds then")]
    [InlineData("::: before 2026-09-01\nx\n:::\n\n::: from 2026-10-01\ny\n:::", "10:1: “::: before 2026-09-01” is followed at once by “::: from 2026-09-01”, which says what holds then")]
    [InlineData("It {{2026-02-30: opens | opened}}.", "10:4: words that change with a day are written {{2026-06-03: before | from that day}}")]
    [InlineData("It {{2026-06-03: opens}}.", "10:4: words that change with a day are written {{2026-06-03: before | from that day}}")]
    public void Read_ABrokenReferenceInGuidance_SaysWhereAndWhatWasExpected(string markdown, string expected)
    {
        _content.WithText(markdown + "\n");

        _content.Faults().ShouldContain("induction/guidance.md:" + expected);
    }

    [Theory]
    [InlineData("::: table pay nation=me\n:::", "10:1: after the table's name only “nation=you” may stand")]
    [InlineData("::: table pay\n- pounds\n:::", "10:1: the table “pay” has no column “pounds”")]
    public void Read_ATableAskedForWrongly_SaysWhereAndWhatWasExpected(string markdown, string expected)
    {
        _content.WithTable(TableHeading).WithText(markdown + "\n");

        _content.Faults().ShouldContain("induction/guidance.md:" + expected);
    }

    // Examples

    [Fact]
    public void Read_AnExample_GivesItsFactsAsJson()
    {
        _content.With("less-than-full-time/examples.yaml", "- id: half\n  says: Half.\n  on: 2026-11-25\n  facts: { plannedEnd: 2030-08-06, baselineRate: 1.0, changes: [], specialty: null, quoted: \"1\" }\n  expect: { daysAdded: 0 }\n  why: So.\n");

        var example = ContentLoader.Load(_content.Path).System("less-than-full-time").Examples.ShouldHaveSingleItem();

        example.Facts.ShouldBe("""{"plannedEnd":"2030-08-06","baselineRate":1.0,"changes":[],"specialty":null,"quoted":"1"}""");
        example.Expect["daysAdded"].ShouldBe("0");
    }

    [Fact]
    public void Read_AnExampleWithoutAnAnswer_IsAFault()
    {
        _content.With("less-than-full-time/examples.yaml", "- id: half\n  says: Half.\n  on: 2026-11-25\n  facts: {}\n  why: So.\n");

        _content.Faults().ShouldBe(["less-than-full-time/examples.yaml:1:3: “expect” is missing"]);
    }

    // Edition

    [Fact]
    public void EditionOf_TheSameBytes_IsTheSame()
    {
        using var other = new ContentFolder();

        ContentLoader.EditionOf(other.Path).ShouldBe(ContentLoader.EditionOf(_content.Path));
        ContentLoader.Load(other.Path).Edition.ShouldBe(ContentLoader.EditionOf(_content.Path));
        ContentLoader.EditionOf(_content.Path).ShouldMatch("^[0-9a-f]{12}$");
    }

    [Fact]
    public void EditionOf_AnyChange_IsAnother()
    {
        var editions = new HashSet<string>(StringComparer.Ordinal) { ContentLoader.EditionOf(_content.Path) };

        editions.Add(ContentLoader.EditionOf(_content.With("synonyms.yaml", "ltft: [less than full times]\n").Path)).ShouldBeTrue("a letter");
        editions.Add(ContentLoader.EditionOf(_content.With("induction/extra.txt", "").Path)).ShouldBeTrue("a new, empty file");
        editions.Add(ContentLoader.EditionOf(_content.Without("induction/extra.txt").With("handover/extra.txt", "").Path)).ShouldBeTrue("a moved file");
        editions.Add(ContentLoader.EditionOf(_content.With("induction/rules.yaml", "\uFEFF" + ContentFolder.Rules).Path)).ShouldBeTrue("a byte order mark");
    }

    [Fact]
    public void EditionOf_AnEditorsLeftovers_DoNotCount()
    {
        var before = ContentLoader.EditionOf(_content.Path);

        ContentLoader.EditionOf(_content.With("induction/.rules.yaml.swp", "x").With("induction/rules.yaml~", "x").Path).ShouldBe(before);
    }
}
