using Gradus.Data.Content;

namespace Gradus.Tests.Content;

/// <summary>Guidance, examples, rehearsals and search cases as they are read, and what of them is a fault.</summary>
public sealed class ContentWordsTests : IDisposable
{
    private readonly ContentFolder _content = new();

    public void Dispose() => _content.Dispose();

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
    [InlineData("::: warning\nx\n:::",
        "10:1: unknown container “warning”; expected figures, rules, steps, do, dont, until, before, from, nation, doubt, nobody, not-found, callout, table, milestones")]
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
    [InlineData("::: before 2026-09-01\nx\n:::\n\n::: from 2026-10-01\ny\n:::",
        "10:1: “::: before 2026-09-01” is followed at once by “::: from 2026-09-01”, which says what holds then")]
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
        _content.WithTable(ContentFolder.TableHeading).WithText(markdown + "\n");

        _content.Faults().ShouldContain("induction/guidance.md:" + expected);
    }

    // Examples

    [Fact]
    public void Read_AnExample_GivesItsFactsAsJson()
    {
        _content.With("less-than-full-time/examples.yaml",
            "- id: half\n  says: Half.\n  on: 2026-11-25\n  facts: { plannedEnd: 2030-08-06, baselineRate: 1.0, changes: [], specialty: null, quoted: \"1\" }\n  expect: { daysAdded: 0 }\n  why: So.\n");

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

    // Rehearsals

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

    // Search cases

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

    [Fact]
    public void Read_SearchCases_AreKeptInTheirOrder()
    {
        _content.With("search-cases.yaml", "rota late: /induction\nA&E: [/, /induction]\n");

        ContentLoader.Load(_content.Path).SearchCases
            .Select(asked => $"{asked.Query} → {string.Join(" or ", asked.Addresses)}")
            .ShouldBe(["rota late → /induction", "A&E → / or /induction"]);
    }
}
