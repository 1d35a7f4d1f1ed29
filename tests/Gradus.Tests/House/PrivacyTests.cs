using System.Text.RegularExpressions;

namespace Gradus.Tests.House;

/// <summary>What SECURITY.md and the privacy page say is kept and logged, against what the code keeps and logs.</summary>
public sealed partial class PrivacyTests
{
    private static readonly string[] Documents = ["SECURITY.md", "src/Gradus.Web/Features/About/Privacy.cshtml"];

    /// <summary>What stands in a log line, and the word for it in SECURITY.md.</summary>
    private static readonly Dictionary<string, string> LoggedAs = new(StringComparer.Ordinal)
    {
        ["Method"] = "method",
        ["Route"] = "route pattern",
        ["Status"] = "status",
        ["Milliseconds"] = "milliseconds",
        ["Kind"] = "by type",
        ["Where"] = "stack",
    };

    [Fact]
    public void KeysKeptInTheBrowser_AreAllNamed()
    {
        var keys = Scripts().SelectMany(script => Key().Matches(script).Select(match => match.Groups["key"].Value)).Distinct(StringComparer.Ordinal).ToList();
        keys.Count.ShouldBeGreaterThanOrEqualTo(2);

        foreach (var document in Documents)
        {
            var named = Named().Matches(File.ReadAllText(Repository.At(document))).Select(match => match.Groups["key"].Value).ToList();
            keys.Where(key => !named.Exists(one => one.StartsWith(key, StringComparison.Ordinal))).ShouldBeEmpty($"keys that {document} does not name");
            named.Where(one => !keys.Exists(key => one.StartsWith(key, StringComparison.Ordinal))).ShouldBeEmpty($"keys that {document} names and no script keeps");
        }
    }

    [Fact]
    public void Scripts_KeepOnlyWhatIsNamed_InOneKindOfPlace() =>
        Scripts().SelectMany(script => ElsewhereKept().Matches(script).Select(match => match.Value))
            .ShouldBeEmpty("kept in another way than local storage, which SECURITY.md and the privacy page do not name");

    [Fact]
    public void Scripts_ThatUseLocalStorage_NameTheirKey() =>
        Scripts().Where(script => script.Contains("localStorage", StringComparison.Ordinal))
            .ShouldAllBe(script => Key().IsMatch(script) || Imported().Matches(script)
                .Any(import => Key().IsMatch(File.ReadAllText(Repository.At("src/Gradus.Web/wwwroot/" + import.Groups["name"].Value)))));

    [Fact]
    public void Cookies_AreAllNamed()
    {
        var cookies = Directory.EnumerateFiles(Repository.At("src/Gradus.Web"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CookieName().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        cookies.Count.ShouldBeGreaterThanOrEqualTo(2);

        foreach (var document in Documents)
        {
            var text = File.ReadAllText(Repository.At(document));
            cookies.Where(cookie => !text.Contains($"`{cookie}`", StringComparison.Ordinal) && !text.Contains($"<code>{cookie}</code>", StringComparison.Ordinal))
                .ShouldBeEmpty($"cookies that {document} does not name");
        }
    }

    [Fact]
    public void WhatIsLogged_IsNamed()
    {
        var logged = Directory.EnumerateFiles(Repository.At("src/Gradus.Web"), "*.cs", SearchOption.AllDirectories).SelectMany(file => Message().Matches(File.ReadAllText(file)))
            .SelectMany(message => Hole().Matches(message.Groups["text"].Value).Select(hole => hole.Groups["name"].Value)).Distinct(StringComparer.Ordinal).ToList();
        var named = File.ReadLines(Repository.At("SECURITY.md")).Single(line => line.StartsWith("| logs |", StringComparison.Ordinal));

        logged.ShouldContain("Route");
        logged.Where(hole => !LoggedAs.TryGetValue(hole, out var word) || !named.Contains(word, StringComparison.Ordinal))
            .ShouldBeEmpty("written to the log and not named in SECURITY.md");
    }

    private static IEnumerable<string> Scripts() =>
        Directory.EnumerateFiles(Repository.At("src/Gradus.Web/wwwroot"), "*.js", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex("""["'`](?<key>gradus[-.][\w.-]*)["'`$]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Key();

    [GeneratedRegex("""^import .* from "\./(?<name>[\w-]+\.js)";""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Imported();

    [GeneratedRegex("(`|<code>)(?<key>gradus[-.][\\w.-]+?)(?=-?(<year>)?`|</code>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();

    [GeneratedRegex(@"sessionStorage|indexedDB|document\.cookie|caches\.open|navigator\.storage|serviceWorker", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ElsewhereKept();

    [GeneratedRegex("""const string \w+Cookie = "(?<name>[^"]+)";""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CookieName();

    [GeneratedRegex("""\[LoggerMessage\([^\n]*Message = "(?<text>[^"]*)"\)\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Message();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hole();
}
