using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gradus.Benchmarks.Features.Bench;
using Gradus.Data.Content;
using Gradus.Tools;
using Gradus.Web;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Gradus.Benchmarks;

/// <summary>
/// The site under load from wrk, each figure beside its baseline from the same server in the same run, in turn: guidance, home and search against a static file
/// of the same compressed
/// bytes; the calculator's page against a bare Razor page that takes the same form and answers as many bytes; the calculator's API at 50 clients.
/// </summary>
internal static partial class SiteSuite
{
    private const int Rounds = 5;
    private const int Seconds = 4;
    private const string Form = "plannedEnd=2033-08-02&baselineRate=100&specialty=&changes%5B0%5D.kind=less-than-full-time&changes%5B0%5D.from=2027-08-04&changes%5B0%5D.to=&changes%5B0%5D.rate=80&changes%5B0%5D.weeklyHours=&changes%5B0%5D.creditedDays=&rateAfter=&on=&do=answer";
    private const string Plan = """{"plannedEnd":"2033-08-02","baselineRate":1.0,"specialty":null,"changes":[{"kind":"less-than-full-time","from":"2027-08-04","to":null,"rate":0.8}]}""";

    public static int Run(string[] args)
    {
        if (Wrk("--version") is null)
        {
            Console.Error.WriteLine("This suite needs wrk (Debian: apt-get install wrk).");
            return 2;
        }

        if (!RunsAsTheSiteDoes)
        {
            return RunAsTheSiteDoes(args.Prepend("site"));
        }

        using var files = new TemporaryFiles();
        var (app, address) = Start("--Site:RequestsPerMinute=0", "--Site:HeavyWaiting=0");
        if (args is ["tools", ..])
        {
            return Tools(app, address, files, args is [_, "--before", var before, ..] ? before : null, args is [_, "--before", _, .. var named] ? named : args[1..]);
        }

        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(address) };
        try
        {
            foreach (var page in args is ["posted"] ? [] : (string[])["/less-than-full-time", "/", "/search?q=revaldation"])
            {
                var bytes = Compressed(client, page);
                StaticFile.Content = bytes;
                Compare($"GET {page} ({bytes.Length:#,0} bytes, br)", "a static file of the same bytes", "-c32 -H \"Accept-Encoding: br\"", address + page,
                    address + "/bench/file", script: null);
            }

            var form = files.Lua("application/x-www-form-urlencoded", Form);
            BareModel.LineCount = Post(client, "/less-than-full-time/completion-date", Form, "application/x-www-form-urlencoded") / 110;
            var bare = Post(client, "/bench/bare", Form, "application/x-www-form-urlencoded");
            Compare($"POST the calculator's page ({Post(client, "/less-than-full-time/completion-date", Form, "application/x-www-form-urlencoded"):#,0} bytes)",
                $"a bare Razor page ({bare:#,0} bytes)", "-c32", address + "/less-than-full-time/completion-date", address + "/bench/bare", form);

            var api = files.Lua("application/json", Plan);
            Load("-c50", address + "/api/less-than-full-time/completion-date", api);
            for (var i = 0; i < Rounds; i++)
            {
                var (rate, p99) = Load("-c50 --latency", address + "/api/less-than-full-time/completion-date", api);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"POST the calculator's API, 50 clients: {rate:#,0} a second, 99 of 100 within {p99:0.00} ms"));
            }
        }
        finally
        {
            app.StopAsync().GetAwaiter().GetResult();
        }

        return 0;
    }

    /// <summary>
    /// Each tool's call from 50 clients beside the completion date's in the same run, in turn, both of a plan with one change and of ten years with 20 periods,
    /// since answers differ in length;
    /// and the completion date's beside another build's, where one is running at an address. <paramref name="only"/> names the tools, all where it is empty.
    /// </summary>
    private static int Tools(WebApplication app, string address, TemporaryFiles files, string? before, string[] only)
    {
        var library = app.Services.GetRequiredService<ContentLibrary>();
        var (small, large) = (files.Lua("application/json", Plan), files.Lua("application/json", CompletionDateSuite.TenYearsOfTwentyPeriods()));
        const string CompletionDate = "/api/less-than-full-time/completion-date";
        Load("-c50", address + CompletionDate, small);
        Load("-c50", address + CompletionDate, large);
        if (before is not null)
        {
            Load("-c50", before + CompletionDate, small);
            Beside("completion date", address + CompletionDate, small, [("the build before", before + CompletionDate, small)], Rounds, Seconds);
        }

        foreach (var tool in AllTools.Declared.Where(tool => "/api" + tool.Address != CompletionDate
            && (only.Length == 0 || only.Contains(tool.Address.TrimStart('/'), StringComparer.Ordinal))))
        {
            var facts = files.Lua("application/json", library.ExamplesOf(tool)[0].Facts);
            Load("-c50", $"{address}/api{tool.Address}", facts, seconds: 1);
            Beside(tool.Address, $"{address}/api{tool.Address}", facts,
                [("a date of one change", address + CompletionDate, small), ("of 20 periods", address + CompletionDate, large)], only.Length == 0 ? 3 : Rounds,
                seconds: 1);
        }

        return 0;

        static void Beside(string name, string call, string script, (string Name, string Call, string Script)[] others, int rounds, int seconds)
        {
            var (ours, rates, theirs) = (new List<double>(), new List<double>(), others.Select(_ => new List<double>()).ToArray());
            for (var i = 0; i < rounds; i++)
            {
                var (rate, ninetyNinth) = Load("-c50 --latency", call, script, seconds);
                rates.Add(rate);
                ours.Add(ninetyNinth);
                for (var other = 0; other < others.Length; other++)
                {
                    theirs[other].Add(Load("-c50 --latency", others[other].Call, others[other].Script, seconds).NinetyNinth);
                }
            }

            var beside = others.Select((other,
                at) => string.Create(CultureInfo.InvariantCulture,
                    $"{other.Name}: {Race.Median(theirs[at]):0.00} ms, ratio {Race.Median(ours.Zip(theirs[at], (mine, its) => mine / its)):0.00}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}, 50 clients: {Race.Median(rates):#,0} a second, 99 of 100 within {Race.Median(ours):0.00} ms; {string.Join("; ", beside)}"));
        }
    }

    // The other suites compile everything fully at once and collect on one thread. The site as it ships does neither: it is measured in a process with the site's own settings.
    internal static bool RunsAsTheSiteDoes => System.Runtime.GCSettings.IsServerGC && Environment.GetEnvironmentVariable("DOTNET_TieredCompilation") == "1";

    /// <summary>Runs a suite in such a process, and gives its exit code.</summary>
    internal static int RunAsTheSiteDoes(IEnumerable<string> args)
    {
        using var site = Process.Start(AsTheSite(args))!;
        site.WaitForExit();
        return site.ExitCode;
    }

    /// <summary>This program once more, with the settings of memory and compiler that the site ships with.</summary>
    internal static ProcessStartInfo AsTheSite(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SiteSuite).Assembly.Location);
        }

        foreach (var argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in new[] { ("gcServer", "1"), ("gcConcurrent", "1"), ("TieredCompilation", "1"), ("TieredPGO", "1") })
        {
            start.Environment["DOTNET_" + name] = value;
        }

        return start;
    }

    /// <summary>Starts the site on a free port, with settings as on its command line.</summary>
    internal static (WebApplication App, string Address) Start(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(GradusSite).Assembly.GetName().Name,
            WebRootPath = Path.GetFullPath(Path.Combine(ContentDirectory.Find(), "..", "src", "Gradus.Web", "wwwroot")), // A print takes its styles from there.
            Args = ["--Urls=http://127.0.0.1:0", "--Site:PublicAddress=http://localhost:5200", .. settings],
        });
        builder.Logging.ClearProviders();
        builder.AddGradusSite();
        builder.Services.AddMvcCore().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Add(new AssemblyPart(typeof(BareModel).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(BareModel).Assembly));
        });
        var app = builder.Build();
        app.MapWhen(context => context.Request.Path == "/bench/file", branch => branch.UseStaticFiles(StaticFile.Options()));
        app.UseGradusSite();
        app.StartAsync().GetAwaiter().GetResult();
        return (app, app.Urls.First());
    }

    private static byte[] Compressed(HttpClient client, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = client.Send(request);
        response.EnsureSuccessStatusCode();
        return response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    private static int Post(HttpClient client, string path, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = client.PostAsync(path, content).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        return response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult().Length;
    }

    private static void Compare(string name, string baselineName, string options, string ours, string baseline, string? script)
    {
        Load(options, ours, script);
        Load(options, baseline, script);
        var (a, b, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            a.Add(Load(options, ours, script).Rate);
            b.Add(Load(options, baseline, script).Rate);
            ratios.Add(a[^1] / b[^1]);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {Race.Median(a):#,0} a second; {baselineName}: {Race.Median(b):#,0}; ratio {Race.Median(ratios):0.00} (from {ratios.Min():0.00} to {ratios.Max():0.00}, {Rounds} pairs); {Cost(options, ours, script)} against {Cost(options, baseline, script)}"));
    }

    // What a request costs the server, whoever else is at work on the machine.
    private static string Cost(string options, string address, string? script)
    {
        using var server = Process.GetCurrentProcess();
        var (time, memory) = (server.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var requests = Load(options, address, script).Rate * Seconds;
        server.Refresh();
        return string.Create(CultureInfo.InvariantCulture,
            $"{(server.TotalProcessorTime - time).TotalMicroseconds / requests:0} µs and {(GC.GetTotalAllocatedBytes() - memory) / requests / 1000:0} kB a request");
    }

    private static (double Rate, double NinetyNinth) Load(string options, string address, string? script, int seconds = Seconds)
    {
        var output = Wrk($"-t1 -d{seconds}s {options}{(script is null ? "" : $" -s {script}")} {address}") ?? throw new InvalidOperationException("wrk did not run.");
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Some answers were errors:{Environment.NewLine}{output}");
        }

        var rate = double.Parse(RateLine().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
        var latency = LatencyLine().Match(output);
        var p99 = latency.Success
            ? double.Parse(latency.Groups["time"].Value, CultureInfo.InvariantCulture) * (latency.Groups["unit"].Value switch { "us" => 0.001, "s" => 1000, _ => 1 })
            : 0;
        return (rate, p99);
    }

    private static string? Wrk(string arguments)
    {
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var output = wrk.StandardOutput.ReadToEnd();
            wrk.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RateLine();

    [GeneratedRegex(@"99%\s+(?<time>[0-9.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatencyLine();

    private sealed class TemporaryFiles : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gradus-bench");

        public string Lua(string type, string body)
        {
            var path = Path.Combine(_folder.FullName, Path.GetRandomFileName() + ".lua");
            File.WriteAllText(path, $"wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"{type}\"\nwrk.body = [==[{body}]==]\n");
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
