using System.Text;
using Gradus.Data.Content;

namespace Gradus.Tests.Content;

/// <summary>The content as a whole: its files and folders, its sources and its edition.</summary>
public sealed class ContentLoaderTests : IDisposable
{
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
