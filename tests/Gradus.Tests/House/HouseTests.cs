using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gradus.Data.Content;
using Gradus.Rules;

namespace Gradus.Tests.House;

/// <summary>Conventions of the house, so that they last.</summary>
public sealed partial class HouseTests
{
    // Shared ideas of Gradus, which every system may use; every other folder there is a system.
    private static readonly string[] Shared = ["Rules", "Dates", "Facts", "Tools"];
    private static readonly string BaseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static TheoryData<string> RoomNames => [.. Rooms.All];

    /// <summary>The rooms that have a tool: a folder of code by their name.</summary>
    public static TheoryData<string> RoomsWithATool => [.. Rooms.All.Where(room => Directory.Exists(Repository.At("src", "Gradus", CodeName(room))))];

    [Fact]
    public void Gradus_ReferencesOnlyTheBaseLibraryAndMatching() =>
        Foreign(typeof(Figure).Assembly).Where(name => name != "Gradus.Matching").ShouldBeEmpty();

    [Fact]
    public void Matching_ReferencesOnlyTheBaseLibrary() => Foreign(Assembly.Load("Gradus.Matching")).ShouldBeEmpty();

    [Fact]
    public void Systems_DoNotMentionOneAnother()
    {
        var systems = Directory.GetDirectories(Repository.At("src", "Gradus")).Select(folder => Path.GetFileName(folder)!).Where(IsSystem).ToList();

        var mentions =
            from system in systems
            from file in Sources(Path.Combine("src", "Gradus", system))
            from other in systems
            where other != system && Regex.IsMatch(File.ReadAllText(file), $@"\b(Gradus\.)?{other}\.\w|using Gradus\.{other}\b", RegexOptions.None, TimeSpan.FromSeconds(5))
            select $"{Relative(file)} mentions {other}";

        systems.ShouldContain("LessThanFullTime");
        mentions.ShouldBeEmpty();
    }

    [Fact]
    public void SharedIdeas_DoNotMentionASystem()
    {
        var mentions =
            from shared in Shared
            from file in Sources(Path.Combine("src", "Gradus", shared))
            where Path.GetFileName(file) != "AllTools.cs" // The list of tools names every room: that is what it is.
            from room in Rooms.All.Select(CodeName)
            where File.ReadAllText(file).Contains("Gradus." + room, StringComparison.Ordinal)
            select $"{Relative(file)} mentions {room}";

        mentions.ShouldBeEmpty();
    }

    [Fact]
    public void Folders_OfGradus_AreRoomsOrSharedIdeas() =>
        Directory.GetDirectories(Repository.At("src", "Gradus")).Select(folder => Path.GetFileName(folder)!).Where(IsSystem)
            .Except(Rooms.All.Select(CodeName)).ShouldBeEmpty();

    [Fact]
    public void Namespaces_MatchFoldersAndAreFileScoped()
    {
        var wrong =
            from file in Sources("src").Concat(Sources("tests"))
            let written = NamespaceLine().Match(File.ReadAllText(file))
            let expected = Path.GetDirectoryName(Path.GetRelativePath(Repository.At(Relative(file).Split('/')[0]), file))!.Replace(Path.DirectorySeparatorChar, '.')
            where Path.GetFileName(file) is not ("Program.cs" or "AssemblyInfo.cs") && written.Groups["name"].Value != expected
            select $"{Relative(file)}: expected “namespace {expected};”, found “{written.Value.TrimEnd()}”";

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Gradus")]
    [InlineData("Gradus.Matching")]
    public void PublicTypes_SayWhatTheyMean(string assembly)
    {
        var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.Value.Trim().Length > 0)
            .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

        var silent = Assembly.Load(assembly).GetExportedTypes().Select(type => "T:" + type.FullName!.Replace('+', '.')).Where(name => !documented.Contains(name));

        silent.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void EveryRoom_HasGuidanceAndRules(string room)
    {
        File.Exists(Repository.At("content", room, "guidance.md")).ShouldBeTrue();
        File.Exists(Repository.At("content", room, "rules.yaml")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(RoomsWithATool))]
    public void ARoomWithATool_HasExamples(string room) => File.Exists(Repository.At("content", room, "examples.yaml")).ShouldBeTrue();

    [Fact]
    public void Rooms_AreNamedTheSameInCodeAndContent()
    {
        Rooms.All.Count.ShouldBe(20);
        Rooms.All.ShouldBeUnique();
        Directory.GetDirectories(Repository.At("content"))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Rooms.All.Order(StringComparer.Ordinal));
    }

    // Whoever looks for a rule looks for a file of its name. Small helpers that extend a type stand beside it.
    [Fact]
    public void Rules_StandInFilesOfTheirOwnName()
    {
        var elsewhere = Sources("src").SelectMany(file => Rule().Matches(File.ReadAllText(file))
            .Select(match => match.Groups["name"].Value)
            .Where(name => name != Path.GetFileNameWithoutExtension(file))
            .Select(name => $"{Relative(file)}: {name}"));

        elsewhere.ShouldBeEmpty();
    }

    // A day stands in a refusal as a day: what is written of it is for each door to say.
    [Fact]
    public void Refusals_LeaveTheWordsOfADayToEachDoor()
    {
        var refusals = Sources("src").SelectMany(file => Refusal().Matches(File.ReadAllText(file)).Select(match => (Place: Relative(file), match.Value))).ToList();

        refusals.Count.ShouldBeGreaterThan(50);
        string[] spelled = [".Words()", ".Iso()", "error.Message"];
        refusals.Where(refusal => spelled.Any(one => refusal.Value.Contains(one, StringComparison.Ordinal)))
            .Select(refusal => $"{refusal.Place}: {refusal.Value}")
            .ShouldBeEmpty();
    }

    // Only a sentence is longer: it is not cut for the eye of who reads code.
    [Fact]
    public void Lines_AreNoLongerThanAScreen()
    {
        const int Most = 180;

        var longer = Sources("src").Concat(Sources("tests")).Concat(Sources("bench"))
            .SelectMany(file => File.ReadLines(file).Select((line, at) => (Line: line, Place: $"{Relative(file)}:{at + 1}")))
            .Where(line => line.Line.Length > Most && line.Line.IndexOf('"', StringComparison.Ordinal) is < 0 or > Most);

        longer.Select(line => line.Place).ShouldBeEmpty();
    }

    [Fact]
    public void Decisions_StandInTheMapOfDocuments()
    {
        var map = File.ReadAllText(Repository.At("docs", "README.md"));

        Directory.GetFiles(Repository.At("docs", "decisions"), "*.md")
            .Select(file => $"(decisions/{Path.GetFileName(file)})")
            .Where(link => !map.Contains(link, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Source_AsksTheClockInOnePlace()
    {
        // One class asks the clock; each program hands it its clock in one place. What stamps a file with the moment asks TodayInTheUk.Now.
        string[] allowed = ["src/Gradus.Data/TodayInTheUk.cs", "src/Gradus.Web/GradusSite.cs", "src/Gradus.Cli/Shared.cs"];

        var reads = Sources("src").Where(file => ClockRead().IsMatch(File.ReadAllText(file))).Select(Relative).Except(allowed);

        reads.ShouldBeEmpty("the date asked about is an argument called `on`");
    }

    [Fact]
    public void Files_HoldNothingLeftToDo()
    {
        var mark = string.Concat("TO", "DO");
        var left = Sources("src").Concat(Sources("tests"))
            .Concat(Directory.EnumerateFiles(Repository.At("content"), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.At("src"), "*.cshtml", SearchOption.AllDirectories))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b{mark}\b|\bFIX{"ME"}\b", RegexOptions.None, TimeSpan.FromSeconds(5)));

        left.Select(Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Styles_CloseEveryBlockBeforeTheNextSection()
    {
        var all = Directory.EnumerateFiles(Repository.At("src/Gradus.Web/wwwroot"), "*.css").ToList();
        all.ShouldNotBeEmpty();
        foreach (var sheet in all)
        {
            var open = 0;
            foreach (var line in File.ReadLines(sheet))
            {
                if (line.StartsWith("/* ----------", StringComparison.Ordinal))
                {
                    open.ShouldBe(0, $"{Relative(sheet)}: a block is not closed before “{line}”");
                }

                open += line.Count(letter => letter == '{') - line.Count(letter => letter == '}');
            }

            open.ShouldBe(0, Relative(sheet));
        }
    }

    // A class may be put together, as in chip--{status}: then its end is a word or a number of the code.
    [Fact]
    public void Styles_AreForClassesThatAreWrittenSomewhere()
    {
        string[] endings = [".cs", ".cshtml", ".js", ".md"];
        var written = string.Join('\n', new[] { "src", "content" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories))
            .Where(file => endings.Contains(Path.GetExtension(file)) && !Relative(file).Split('/').Any(part => part is "obj" or "bin"))
            .Select(File.ReadAllText));
        var words = Word().Matches(written).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        var classes = Directory.EnumerateFiles(Repository.At("src/Gradus.Web/wwwroot"), "*.css")
            .SelectMany(sheet => StyleClass().Matches(StyleBody().Replace(File.ReadAllText(sheet), "{}")).Select(match => (Sheet: Relative(sheet), Name: match.Groups["name"].Value)))
            .Distinct().ToList();

        classes.Count.ShouldBeGreaterThan(200);
        classes.Where(one => !words.Contains(one.Name) && !IsPutTogether(one.Name)).ShouldBeEmpty();

        bool IsPutTogether(string name) =>
            name.IndexOf("--", StringComparison.Ordinal) is > 0 and var at
            && (written.Contains(name[..(at + 2)] + "{", StringComparison.Ordinal) || written.Contains(name[..(at + 2)] + "@", StringComparison.Ordinal))
            && (name[(at + 2)..].All(char.IsAsciiDigit) || written.Contains($"\"{name[(at + 2)..]}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Styles_WriteEachTokenOnce()
    {
        var tokens = File.ReadLines(Repository.At("src/Gradus.Web/wwwroot/site.css"))
            .SkipWhile(line => !line.StartsWith(":root {", StringComparison.Ordinal))
            .TakeWhile(line => line != "}")
            .SelectMany(line => Regex.Matches(line, @"--[\w-]+(?=:)", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value)).ToList();

        tokens.Count.ShouldBeGreaterThan(40);
        tokens.ShouldBeUnique();
    }

    private static bool IsSystem(string folder) => !Shared.Contains(folder) && folder is not ("bin" or "obj" or "Properties");

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !File.Exists(Path.Combine(BaseLibrary, name + ".dll")));

    private static string CodeName(string room) => string.Concat(room.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories).Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/');

    [GeneratedRegex(@"[\w-]+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"/\*.*?\*/|\{[^{}]*\}", RegexOptions.Singleline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex StyleBody();

    [GeneratedRegex(@"\.(?<name>[a-zA-Z][\w-]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex StyleClass();

    [GeneratedRegex(@"\berrors\.Add\([^;]*;", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^public static (partial )?class (?<name>\w+(Calculator|Checker|Comparer|Counter|Finder|Planner|Simulator))\b",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"TimeProvider\.System|GetUtcNow\(|DateTime(Offset)?\.(Now|UtcNow|Today)|GetLocalNow\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ClockRead();
}
