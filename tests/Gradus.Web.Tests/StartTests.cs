using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gradus.Web.Tests;

/// <summary>The site as a process: how it starts, refuses to start, and stops.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gradus-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("run", "whole")]
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
    [Trait("run", "whole")]
    public async Task Start_WithAFaultThatOnlyTheExplorerSees_StopsAndSaysWhere()
    {
        CopyContent();
        File.Delete(Path.Combine(_folder.FullName, "specialty-explorer", "specialties", "nuclear-medicine.md"));

        var (exitCode, errors) = await Run(["--urls", "http://127.0.0.1:0", "--content", _folder.FullName]);

        exitCode.ShouldBe(1);
        errors.ShouldContain("specialty-explorer/specialties/nuclear-medicine.md: the text is missing");
        errors.ShouldNotContain("   at ");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("--content", "no-such-folder")]
    [InlineData("--contentRoot", "no-such-folder")]
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

    [Theory]
    [Trait("run", "whole")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("localhost:5300")]
    [InlineData("ftp://localhost:5300")]
    [InlineData("http://")]
    [InlineData("http://[::1")]
    [InlineData("http://127.0.0.1:80x")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:-1")]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:5300/gradus")]
    [InlineData("http://no-such-host:5300")]
    [InlineData("http://192.0.2.1:5300")]
    [InlineData("https://127.0.0.1:0")]
    public async Task Start_AtAnAddressThatCannotBe_Exits2AndSaysWhy(string urls)
    {
        var (exitCode, errors) = await Run(["--urls", urls]);

        exitCode.ShouldBe(2, errors);
        errors.ShouldContain(urls.StartsWith("https", StringComparison.Ordinal) ? "certificate" : urls);
        errors.ShouldNotContain("   at ");
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("long", "longer than 8 MB")]
    [InlineData("pipe", "a pipe or a device")]
    [InlineData("device", "a pipe or a device")]
    [InlineData("link to itself", "cannot be read")]
    [InlineData("folder in itself", "a link there leads back")]
    [InlineData("deep YAML", "nested deeper than")]
    [InlineData("deep Markdown", "nested too deeply")]
    public async Task Start_WithContentThatCannotBeRead_Exits2AndSaysWhich(string kind, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        CopyContent();
        var page = Path.Combine(_folder.FullName, "induction", "guidance.md");
        switch (kind)
        {
            case "long":
                await File.WriteAllTextAsync(page, new string('a', 9_000_000), TestContext.Current.CancellationToken);
                break;
            case "pipe":
                File.Delete(page);
                using (var made = Process.Start("mkfifo", [page]))
                {
                    await made.WaitForExitAsync(TestContext.Current.CancellationToken);
                }

                break;
            case "device":
                File.Delete(page);
                File.CreateSymbolicLink(page, "/dev/zero");
                break;
            case "link to itself":
                File.Delete(page);
                File.CreateSymbolicLink(page, "guidance.md");
                break;
            case "folder in itself":
                Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "induction", "again"), "../induction");
                break;
            case "deep YAML":
                await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "induction", "rules.yaml"), new string('[', 100_000), TestContext.Current.CancellationToken);
                break;
            default:
                await File.AppendAllTextAsync(page, "\n" + new string('>', 100_000), TestContext.Current.CancellationToken);
                break;
        }

        var (exitCode, errors) = await Run(["--urls", "http://127.0.0.1:0", "--content", _folder.FullName]);

        exitCode.ShouldBe(2, errors);
        errors.ShouldContain("induction");
        errors.ShouldContain(expected);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_WithoutTimeZoneData_Exits2AndSaysSo()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (exitCode, errors) = await Run(["--urls", "http://127.0.0.1:0"], ("TZDIR", _folder.FullName));

        exitCode.ShouldBe(2, errors);
        errors.ShouldContain("no time zone data");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Start_ThenTerminated_UnderLoad_LosesNoRequestThatWasLetIn()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = Start(["--urls", "http://127.0.0.1:0", "--Site:RequestsPerMinute=0"]);
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var port = new Uri(line.ShouldNotBeNull().Split(' ')[3].TrimEnd('.')).Port;
        using var stop = new CancellationTokenSource();
        var answers = new Counter();
        var clients = Enumerable.Range(0, 50).Select(index => Task.Run(() => AskUntilRefused(port, index % 2 == 0, answers, stop.Token))).ToList();
        while (answers.Count < 1000)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var stopped = Stopwatch.GetTimestamp();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        var took = Stopwatch.GetElapsedTime(stopped);
        await stop.CancelAsync();
        var seen = await Task.WhenAll(clients);

        process.ExitCode.ShouldBe(0);
        seen.Sum().ShouldBe(0, "requests that were let in and not answered");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    // How many requests were lost: their connection was let in and closed without an answer.
    private static async Task<int> AskUntilRefused(int port, bool keepsAlive, Counter answers, CancellationToken stop)
    {
        var request = System.Text.Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: gradus\r\n{(keepsAlive ? "" : "Connection: close\r\n")}\r\n");
        var lost = 0;
        var buffer = new byte[4096];
        while (!stop.IsCancellationRequested)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, CancellationToken.None);
            }
            catch (SocketException)
            {
                break;
            }

            for (var isOpen = true; isOpen;)
            {
                try
                {
                    await client.GetStream().WriteAsync(request, CancellationToken.None);
                    var read = await client.GetStream().ReadAsync(buffer, CancellationToken.None);
                    isOpen = read > 0 && !Encoding.ASCII.GetString(buffer, 0, read).Contains("Connection: close", StringComparison.OrdinalIgnoreCase);
                    lost += read == 0 ? 1 : 0;
                    answers.Add(read == 0 ? 0 : 1);
                }
                catch (IOException)
                {
                    lost++;
                    isOpen = false;
                }
            }
        }

        return lost;
    }

    private sealed class Counter
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Add(int more) => Interlocked.Add(ref _count, more);
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task Start_ThenTerminated_SaysWhereItIsAndStopsCleanly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = Start(["--urls", "http://127.0.0.1:0"]);
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

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

    private static async Task<(int ExitCode, string Errors)> Run(string[] args, params (string Name, string Value)[] environment)
    {
        using var process = Start(args, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        return (process.ExitCode, errors);
    }

    private static Process Start(string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Gradus.Web.dll"), .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.At("src", "Gradus.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
