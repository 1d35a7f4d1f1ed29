using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gradus.Data.Content;
using Gradus.Data.Tools;
using Gradus.Tools;
using Gradus.Web;
using Gradus.Web.Tools;

namespace Gradus.Benchmarks;

/// <summary>
/// From the start of a process to the first byte of the home page, in turn: the site with every declared tool against the site with five; and, where another
/// build of the site is named,
/// this build against that.
/// </summary>
internal static class StartSuite
{
    private const int Few = 5;
    private const int Pairs = 15;

    public static int Run(string[] args)
    {
        if (args is ["--serve", var tools, var port])
        {
            return Serve(int.Parse(tools, CultureInfo.InvariantCulture), port);
        }

        var all = AllTools.Declared.Count();
        var self = Self();
        Compare($"{all} declared tools", port => [.. self, "start", "--serve", $"{all}", port], $"{Few} declared tools", port => [.. self, "start", "--serve", $"{Few}", port]);
        if (args is ["--ours", var ours, "--before", var before])
        {
            Compare("this build", port => ["dotnet", Path.GetFullPath(ours), $"--urls=http://127.0.0.1:{port}"], "the build before",
                port => ["dotnet", Path.GetFullPath(before), $"--urls=http://127.0.0.1:{port}"]);
        }

        return 0;
    }

    /// <summary>The site as its own program starts it, with the first tools of the list.</summary>
    private static int Serve(int count, string port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(GradusSite).Assembly.GetName().Name,
            Args = [$"--Urls=http://127.0.0.1:{port}", "--Site:PublicAddress=http://localhost:5200"],
        });
        builder.Logging.ClearProviders();
        builder.AddGradusSite([.. AllTools.Declared.Take(count)]);
        var app = builder.Build();
        app.UseGradusSite();
        ToolNeeds.Check(app.Services.GetRequiredService<ContentLibrary>(), app.Services.GetRequiredService<SiteTools>().Declared);
        app.Run();
        return 0;
    }

    private static void Compare(string name, Func<string, string[]> ours, string baselineName, Func<string, string[]> baseline)
    {
        FirstByte(ours);
        FirstByte(baseline);
        var (a, b, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Pairs; i++)
        {
            // Each goes first in every other pair.
            if (i % 2 == 0)
            {
                a.Add(FirstByte(ours));
            }

            b.Add(FirstByte(baseline));
            if (i % 2 == 1)
            {
                a.Add(FirstByte(ours));
            }

            ratios.Add(a[^1] / b[^1]);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first byte with {name}: {Race.Median(a):0.000} s (best {a.Min():0.000}); with {baselineName}: {Race.Median(b):0.000} s (best {b.Min():0.000}); ratio of the bests {a.Min() / b.Min():0.00}, median ratio {Race.Median(ratios):0.00} (from {ratios.Min():0.00} to {ratios.Max():0.00}, {Pairs} pairs)"));
    }

    private static double FirstByte(Func<string, string[]> command)
    {
        var port = FreePort();
        var line = command(port.ToString(CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo(line[0],
            line[1..])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = HomeOf(line[1]) };
        foreach (var (name, value) in new[] { ("gcServer", "1"), ("gcConcurrent", "1"), ("TieredCompilation", "1"), ("TieredPGO", "1") })
        {
            start.Environment["DOTNET_" + name] = value;
        }

        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var started = Stopwatch.GetTimestamp();
        using var site = Process.Start(start)!;
        try
        {
            while (true)
            {
                try
                {
                    using var response = client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult();
                    response.EnsureSuccessStatusCode();
                    return Stopwatch.GetElapsedTime(started).TotalSeconds;
                }
                catch (HttpRequestException) when (!site.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
                {
                    Thread.Sleep(2);
                }
            }
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            site.WaitForExit();
        }
    }

    /// <summary>The folder that a build belongs to, two above it, so that each build reads the content of its own day; the current folder for any other program.</summary>
    private static string HomeOf(string program) =>
        Path.GetDirectoryName(Path.GetFullPath(program)) is { } folder
            && Path.GetFullPath(Path.Combine(folder, "..", "..")) is var home
            && Directory.Exists(Path.Combine(home, "content"))
            ? home
            : "";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.ProcessPath!, typeof(StartSuite).Assembly.Location] : [Environment.ProcessPath!];
}
