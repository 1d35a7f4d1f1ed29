using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Gradus.Data.Content;
using Gradus.Tools;

namespace Gradus.Benchmarks;

/// <summary>
/// What clients who mean no good take from the others, on the site as it ships, in a process of its own: ten that send the worst megabyte and do not read the
/// reply, by the memory that the process holds;
/// and one address that floods with the dearest request of a kind, by how long another address then waits for a search and for <c>/health/live</c>. The
/// baseline is the same readers without the flood, in the same run.
/// </summary>
internal static partial class FloodSuite
{
    private const int Clients = 10;
    private const int Flooders = 16;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private static byte _address;

    private sealed record Question(string Name, string Path, string Type, Func<int, byte[]?> Body);

    public static int Run(string[] args)
    {
        if (args is ["--serve"])
        {
            return Serve();
        }

        var start = SiteSuite.AsTheSite(["flood", "--serve"]);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        using var site = Process.Start(start)!;
        try
        {
            while (site.StandardOutput.ReadLine() is { } line)
            {
                if (Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme == "http")
                {
                    Measure(site, address, args).GetAwaiter().GetResult();
                    return 0;
                }
            }

            Console.Error.WriteLine("The site did not start.");
            return 1;
        }
        finally
        {
            site.StandardInput.Close(); // It stops when nobody writes to it any more.
            site.WaitForExit();
        }
    }

    private static int Serve()
    {
        var (app, address) = SiteSuite.Start();
        Console.WriteLine(address);
        while (Console.In.ReadLine() is not null)
        {
        }

        app.StopAsync().GetAwaiter().GetResult();
        return 0;
    }

    private static async Task Measure(Process site, Uri address, string[] args)
    {
        using (var warm = Reader(address))
        {
            for (var i = 0; i < 200; i++)
            {
                await Ask(warm, i % 2 == 0 ? "/api/search?q=leave" : "/health/live");
            }
        }

        if (args is not ["waits"])
        {
            using var first = Reader(address);
            foreach (var question in Megabytes())
            {
                await Send(first, question, 0); // What the first such question alone takes, such as the explorer's content, is no part of the figure.
                await Task.Delay(TimeSpan.FromSeconds(2));
                await Remember(site, address, question);
            }
        }

        if (args is not ["memory"])
        {
            foreach (var question in await Dearest(address))
            {
                await Flood(address, question);
            }
        }
    }

    /// <summary>What makes the longest replies of a megabyte: many wrong answers, one text that is shown again in a page, and many rows.</summary>
    private static IEnumerable<Question> Megabytes()
    {
        const int Length = 960_000;
        var wrong = new StringBuilder("{\"statements\":{\"s\":9");
        for (var i = 0; wrong.Length < Length; i++)
        {
            wrong.Append(CultureInfo.InvariantCulture, $",\"s{i}\":9");
        }

        var answers = Encoding.UTF8.GetBytes(wrong.Append("}}").ToString());
        var quotes = Encoding.UTF8.GetBytes("do=answer&plannedEnd=" + new string('"', Length));
        var rows = Encoding.UTF8.GetBytes("do=answer" + string.Concat(Enumerable.Range(0, 400)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"&changes[{row}].kind={new string('"', 1150)}&changes[{row}].from={new string('"', 1150)}"))));
        yield return new("wrong answers to the explorer", "/api/specialty-explorer/match", "application/json", _ => answers);
        yield return new("one text of quotation marks on a tool’s page", "/less-than-full-time/completion-date", "application/x-www-form-urlencoded", _ => quotes);
        yield return new("400 wrong rows on a tool’s page", "/less-than-full-time/completion-date", "application/x-www-form-urlencoded", _ => rows);
    }

    /// <summary>The dearest example of the dearest tools, one after another, and what is dear though it is no tool.</summary>
    private static async Task<IReadOnlyList<Question>> Dearest(Uri address)
    {
        using var reader = Reader(address);
        var library = ContentLoader.Load(ContentDirectory.Find(), () => SpecialtyExplorerContent.Load(ContentDirectory.Find()));
        var tools = new List<(double Seconds, Question Question)>();
        foreach (var tool in AllTools.Declared)
        {
            foreach (var example in library.ExamplesOf(tool).Take(3))
            {
                var facts = Encoding.UTF8.GetBytes(example.Facts);
                var question = new Question(tool.Address, "/api" + tool.Address, "application/json", _ => facts);
                await Send(reader, question, 0);
                var started = Stopwatch.GetTimestamp();
                await Send(reader, question, 0);
                tools.Add((Stopwatch.GetElapsedTime(started).TotalSeconds, question));
            }
        }

        var schools = library.ExamplesOf(AllTools.Declared.First(tool => tool.Address == "/foundation-applications/chances"))[0].Facts.TrimEnd('}');
        var document = Encoding.UTF8.GetBytes("{\"plannedEnd\":\"2033-08-02\",\"changes\":[" + string.Join(',',
            Enumerable.Repeat("{\"kind\":\"less-than-full-time\",\"from\":\"2027-08-04\",\"rate\":0.8}", 14_000)) + "]}");
        var match = await Walked(reader);
        return
        [
            new("chances: 2,000 scenarios, other orders, another seed each", "/api/foundation-applications/chances", "application/json",
                turn => Encoding.UTF8.GetBytes($"{schools},\"scenarios\":2000,\"others\":true,\"seed\":{turn}}}")),
            new("explorer: a match, another seed each", "/api/specialty-explorer/match", "application/json",
                turn => Encoding.UTF8.GetBytes($"{{\"statements\":{{\"hands-on-1\":5,\"pace-1\":2}},\"seed\":{turn}}}")),
            new("explorer: PDF", "/specialty-explorer/match", "application/x-www-form-urlencoded", _ => match),
            new($"an upload of {document.Length / Megabyte:0.00} MB", "/api/less-than-full-time/completion-date", "application/json", _ => document),
            new("search as at another day each", "/api/search?q=leave&on=", "", _ => null),
            new("guidance as at another day each", "/less-than-full-time?on=", "", _ => null),
            .. tools.GroupBy(tool => tool.Question.Path, StringComparer.Ordinal)
                .Select(group => group.MaxBy(tool => tool.Seconds))
                .OrderByDescending(tool => tool.Seconds)
                .Take(4)
                .Select(tool => tool.Question),
        ];
    }

    // The walk through the questionnaire as its first page carries it.
    private static async Task<byte[]> Walked(HttpClient reader)
    {
        using var begin = new FormUrlEncodedContent([KeyValuePair.Create("do", "start-short")]);
        using var question = await reader.PostAsync("/specialty-explorer/match", begin);
        var carried = Hidden().Matches(await question.Content.ReadAsStringAsync())
            .Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent(carried.Append(KeyValuePair.Create("do", "pdf")));
        return await form.ReadAsByteArrayAsync();
    }

    private static async Task Remember(Process site, Uri address, Question question)
    {
        var before = Resident(site);
        var peak = before;
        var sockets = new List<Socket>();
        var body = question.Body(0)!;
        for (var client = 0; client < Clients; client++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            socket.Bind(new IPEndPoint(Another(), 0));
            await socket.ConnectAsync(address.Host, address.Port);
            sockets.Add(socket);
        }

        var sends = sockets.ConvertAll(async socket =>
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes($"POST {question.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {question.Type}\r\nContent-Length: {body.Length}\r\n\r\n"));
            await socket.SendAsync(body);
        });
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Held; await Task.Delay(100))
        {
            peak = Math.Max(peak, Resident(site));
        }

        await Task.WhenAll(sends);
        var cut = sockets.Count(WasCutOff);
        sockets.ForEach(socket => socket.Dispose());
        await Task.Delay(Rest);
        var after = Resident(site);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Clients} clients, {question.Name} ({body.Length / Megabyte:0.00} MB each), not reading: {before:0} MB before, {peak - before:0} MB more at the peak, {after - before:0} MB more {Rest.TotalSeconds:0} s later; {cut} cut off within {Held.TotalSeconds:0} s"));
    }

    // A reply that was whole has its last chunk, or is as long as it says: whoever was cut off reads an end or a reset before it.
    private static bool WasCutOff(Socket socket)
    {
        socket.ReceiveTimeout = 3000;
        var (buffer, last) = (new byte[64 * 1024], "");
        try
        {
            for (var read = socket.Receive(buffer); read > 0; read = socket.Receive(buffer))
            {
                last = (last + Encoding.Latin1.GetString(buffer, 0, read))[^Math.Min(last.Length + read, 16)..];
            }

            return !last.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.TimedOut;
        }
    }

    private static async Task Flood(Uri address, Question question)
    {
        using var alone = Reader(address);
        var without = await Watch(alone);
        using var stop = new CancellationTokenSource();
        using var flooder = Reader(address);
        var (turn, answers) = (0, new int[6]);
        var floods = Enumerable.Range(0, Flooders).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                var status = await Send(flooder, question, Interlocked.Increment(ref turn));
                Interlocked.Increment(ref answers[Math.Clamp(status / 100, 0, 5)]);
            }
        }).ToArray();
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        using var beside = Reader(address);
        var with = await Watch(beside);
        await stop.CancelAsync();
        await Task.WhenAll(floods);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{question.Name}: search p95 {with.Search:0.0} ms against {without.Search:0.0} ({with.Search / without.Search:0.0} times), /health/live p95 {with.Health:0.0} ms against {without.Health:0.0} ({with.Health / without.Health:0.0} times); the flood got {answers[2]} answers, {answers[4]} refusals, {answers[5]} faults, {answers[0]} none"));
    }

    private static async Task<(double Search, double Health)> Watch(HttpClient reader)
    {
        var (searches, healths) = (new List<double>(), new List<double>());
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Watched; await Task.Delay(Pause))
        {
            searches.Add(await Ask(reader, "/api/search?q=period of grace"));
            healths.Add(await Ask(reader, "/health/live"));
        }

        return (NinetyFifth(searches), NinetyFifth(healths));
    }

    private static double NinetyFifth(List<double> values) => values.Order().ElementAt((int)Math.Ceiling(values.Count * 0.95) - 1);

    private static async Task<double> Ask(HttpClient reader, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await reader.GetAsync(path);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<int> Send(HttpClient reader, Question question, int turn)
    {
        try
        {
            using var request = question.Body(turn) is { } body
                ? new HttpRequestMessage(HttpMethod.Post, question.Path) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", question.Type } } } }
                : new HttpRequestMessage(HttpMethod.Get, question.Path + new DateOnly(2000, 1, 1).AddDays(turn).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            using var response = await reader.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    /// <summary>A client of an address of its own.</summary>
    private static HttpClient Reader(Uri address)
    {
        var from = Another();
        return new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    private static IPAddress Another() => new([127, 0, 7, ++_address]);

    private static double Resident(Process site)
    {
        site.Refresh();
        return site.WorkingSet64 / Megabyte;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>answers|form|way|at)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
