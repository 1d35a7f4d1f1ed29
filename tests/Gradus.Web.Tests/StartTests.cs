using System.Diagnostics;

namespace Gradus.Web.Tests;

/// <summary>The site as a process: how it starts, refuses to start, and stops.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gradus-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_WithAFaultInTheContent_StopsAndSaysWhere()
    {
        CopyContent();
        await File.AppendAllTextAsync(Path.Combine(_folder.FullName, "induction", "rules.yaml"), "\nnew-figure: 7\n", TestContext.Current.CancellationToken);

        var (exitCode, errors) = await Run(["--urls", "http://127.0.0.1:0", "--content", _folder.FullName]);

        exitCode.ShouldBe(1);
        errors.ShouldContain("The content has 1 fault:");
        errors.ShouldMatch(@"induction/rules\.yaml:\d+:13: the figure “new-figure” must be a mapping of keys");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_WithAFaultThatOnlyTheExplorerSees_StopsAndSaysWhere()
    {
        CopyContent();
        File.Delete(Path.Combine(_folder.FullName, "specialty-explorer", "specialties", "cardiology.md"));

        var (exitCode, errors) = await Run(["--urls", "http://127.0.0.1:0", "--content", _folder.FullName]);

        exitCode.ShouldBe(1);
        errors.ShouldContain("specialty-explorer/specialties/cardiology.md: the text is missing");
        errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--content", "no-such-folder")]
    [InlineData("--dance")]
    [InlineData("--urls")]
    [InlineData("dance")]
    [InlineData("--Site:RequestsPerMinute=many")]
    [InlineData("--Site:RequestsPerMinute=-1")]
    [InlineData("--Site:TrustedProxies:0=proxy.example")]
    [InlineData("--Site:Chromium=/no/such/program")]
    [InlineData("--Site:PublicAddress=/gradus")]
    [InlineData("--Site:PublicAddress=ftp://gradus.example.org")]
    public async Task Start_WithWrongOptions_Exits2AndSaysWhatIsWrong(params string[] args)
    {
        var (exitCode, errors) = await Run(args);

        exitCode.ShouldBe(2);
        errors.ShouldContain(args[^1].Split('=')[^1]);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_ThenTerminated_SaysWhereItIsAndStopsCleanly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = Start(["--urls", "http://127.0.0.1:0"]);
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        line.ShouldNotBeNull().ShouldMatch(@"^Gradus is at http://127\.0\.0\.1:\d+\. Ctrl-C stops it\.$");
        using var reader = new HttpClient();
        (await reader.GetStringAsync(line.Split(' ')[3].TrimEnd('.') + "/health/ready", TestContext.Current.CancellationToken)).ShouldStartWith("ready, content edition ");
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    private void CopyContent()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("content"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Repository.At("content"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<(int ExitCode, string Errors)> Run(string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        return (process.ExitCode, errors);
    }

    private static Process Start(string[] args) => Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Gradus.Web.dll"), .. args])
    {
        UseShellExecute = false,
        WorkingDirectory = Repository.At("src", "Gradus.Web"),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
