using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gradus.Web.Tests.Reading;

/// <summary>Nothing that a client sends is a fault of ours: every address of the site meets every kind of broken request, over a real connection.</summary>
public sealed class ClientFaultTests : IAsyncLifetime
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "FOO"];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=no-such",
            "application/x-www-form-urlencoded; charset=\"utf-16\"", "application/x-www-form-urlencoded; charset=",
        "multipart/form-data; boundary=b", "multipart/form-data; boundary=b; charset=utf-7", "multipart/form-data",
            "multipart/form-data; boundary=" + "bbbbbbbbbb" + "bbbbbbbbbb" + "bbbbbbbbbb" + "bbbbbbbbbb" + "bbbbbbbbbb" + "bbbbbbbbbb" + "bbbbbbbbbb" + "bbbbbbbbbb",
        "application/json", "application/json; charset=utf-7", "application/json; charset=utf-16", "application/json; charset=no-such", "text/plain", "", ";;;",
    ];

    private static readonly string[] Plain = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "application/json"];

    private const int Few = 10;

    private static readonly byte[][] Bodies =
    [
        [], "\n"u8.ToArray(), " "u8.ToArray(), [0], [0xFF, 0xFE, 0x7B, 0x00], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B, 0x08],
        .. ((string[])
        [
            "{}", "[]", "null", "\"\\ud800\"", "{", "{\"\\ud800\":1}", "{\"order\":[\"\\ud800\"]}", "{\"schools\":[\"\\ud800\"],\"year\":\"\\ud800\"}",
                "{\"statements\":{\"\\ud800\":1}}", "{\"statements\":{\"a\\udc00\":\"\\ud800\"}}",
            "{\"plannedEnd\":\"\\ud800\",\"baselineRate\":1}", "{\"specialty\":\"\\udfff\",\"changes\":[{\"kind\":\"\\ud800\"}]}",
                "{\"nation\":\"\\ud800\",\"on\":\"\\ud800\"}", "{\"a\":1,\"a\":2}", "{\"seed\":1e400}", "{\"seed\":-1}", "{\"plannedEnd\":\"0001-01-01\"}",
                "{\"plannedEnd\":\"9999-12-31\",\"baselineRate\":0.0000001}",
            new('[', 20_000), "{\"changes\":" + new string('[', 5_000) + "}",
            "plannedEnd=%ED%A0%80&kind=%00&do=answer", "do=%ED%A0%80&answers=%7B%22statements%22%3A%7B%22%5Cud800%22%3A1%7D%7D",
                "do=open-saved&saved=%7B%22%5Cud800%22%3A1%7D", "do=open-code&code=%00%FF", "do=up-99999999999&do=remove--1",
                "kept=%7B%22plannedEnd%22%3A%22%5Cud800%22%7D&do=answer",
            "nation=%ED%A0%80&theme=%00&return=/%0d%0aSet-Cookie:a", "%=%&=&&%zz", "a=" + new string('%', 3_000),
                string.Join('&', Enumerable.Range(0, 1_500).Select(i => $"n{i}={i}")), string.Join('&', Enumerable.Repeat("position=1", 1_500)),
                "do=rank-%EF%BF%BF&importance=1e400", "do=pdf", "do=summary", "do=csv", "do=json", "do=file", "do=change-\uD83D\uDE00",
            "--b\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nopen-file\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n{\"\\ud800\":1}\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nopen\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n\n\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"do\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nanswer\r\n--b--\r\n",
                "--b\r\nContent-Disposition: \r\n\r\n", "--b", "--b\r\n: \r\n\r\n--b--",
        ]).Select(text => Encoding.UTF8.GetBytes(text)),
    ];

    private static readonly string[] Queries = ["?", "?on=\ud83d", "?on=%ED%A0%80", "?nation=%00&on=0001-01-01", "?on=9999-12-31&q=%ED%A0%80",
        "?q=%F0%9F%98%80", "?on=2026-02-30&on=2027-01-01", "?q=a&q=b&nation=wales&nation=france", "?%=%&&=", "?handler=x", "?trace=%FF",
        "?year=99999999999&nation=-1&page=-1"];

    private readonly SiteFixture _site = new();
    private readonly Faults _faults = new();
    private HttpClient _reader = null!;
    private Uri _address = null!;

    public ValueTask InitializeAsync()
    {
        _site.UseKestrel(0);
        _site.StartServer();
        _address = _site.ClientOptions.BaseAddress;
        _reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _address, Timeout = TimeSpan.FromSeconds(60) };
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("run", "whole")]
    public Task ATool_WithEveryBody_IsNoFaultOfOurs() =>
        WithEveryBody(["/less-than-full-time/completion-date", "/api/less-than-full-time/completion-date", "/specialty-explorer/match",
            "/foundation-applications/chances", "/preferences"]);

    [Fact, Trait(Runs.When, Runs.Whole)]
    public Task EveryAddress_WithEveryBody_IsNoFaultOfOurs() =>
        WithEveryBody(Routes.All(_site).Where(route => route.Methods.Count == 0 || route.Methods.Contains("POST")).Select(route => route.Address).Distinct(StringComparer.Ordinal));

    private async Task WithEveryBody(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            // A page that takes no form refuses it before it is read, and an odd type is refused by its name: a few bodies are enough for both.
            using var first = await Send("POST", address, "application/json", "{}"u8.ToArray());
            var takes = first.StatusCode != HttpStatusCode.MethodNotAllowed;
            foreach (var (type, body) in Types.SelectMany(type => (takes && Plain.Contains(type) ? Bodies : Bodies[..Few]).Where(body => Fits(type, body))
                .Select(body => (type, body))))
            {
                await Ask("POST", address, type, body);
            }
        }

        _faults.Found.ShouldBeEmpty();
    }

    [Fact, Trait(Runs.When, Runs.Whole)]
    public async Task EveryAddress_WithEveryMethodAndQuery_IsNoFaultOfOurs()
    {
        foreach (var address in Routes.All(_site).Select(route => route.Address).Distinct(StringComparer.Ordinal))
        {
            foreach (var method in Methods)
            {
                await Ask(method, address, "application/x-www-form-urlencoded", method is "GET" or "HEAD" or "TRACE" ? null : "\n"u8.ToArray());
            }

            foreach (var query in Queries)
            {
                await Ask("GET", address + query, null, null);
            }
        }

        _faults.Found.ShouldBeEmpty();
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("/error/200")]
    [InlineData("/error/500")]
    [InlineData("/error/503")]
    [InlineData("/error/99999999999999")]
    [InlineData("/error/-1")]
    public async Task AnErrorPage_AskedForByItsAddress_IsNoSuchPage(string address)
    {
        using var response = await _reader.Get(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("/%00")]
    [InlineData("/%ED%A0%80")]
    [InlineData("/%ff%fe")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/figures/%ED%A0%80/%00")]
    [InlineData("/specialty-explorer/%EF%BF%BF/competition.csv")]
    [InlineData("/api/figures/%20/%0a")]
    [InlineData("//")]
    [InlineData("/a//b/./../c")]
    [InlineData("/error/%00")]
    [InlineData("*")]
    [InlineData("http://elsewhere.example/")]
    public async Task AnOddAddress_SentAsItIs_IsNoFaultOfOurs(string target)
    {
        foreach (var headers in (string[])["", "Cookie: nation=%ED%A0%80; theme=\u0001; nation=\"\r\n", "Accept-Encoding: ;;q=\r\nIf-None-Match: W/\"\r\n",
            "Sec-Fetch-Site: \u007f\r\nRange: bytes=9-1\r\n", "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n"])
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "OPTIONS"])
            {
                var answer = await Raw($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{headers}\r\n{(headers.Contains("chunked", StringComparison.Ordinal) ? "zz\r\n" : "")}");

                answer.ShouldNotStartWith("HTTP/1.1 5", Case.Sensitive, $"{method} {target} {headers}");
            }
        }
    }

    [Fact]
    public async Task AnEncodingThatIsUnknown_IsRefusedAsOne()
    {
        foreach (var charset in (string[])["utf-7", "no-such", "\"\""])
        {
            using var response = await Send("POST", "/preferences", "application/x-www-form-urlencoded; charset=" + charset, "nation=wales"u8.ToArray());

            response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType, charset);
        }
    }

    private static bool Fits(string type, byte[] body) =>
        body.Length < 9
            || type.Contains("json", StringComparison.Ordinal) == (body[0] is (byte)'{' or (byte)'[')
            || type.StartsWith("multipart", StringComparison.Ordinal) == (body[0] == '-');

    private async Task Ask(string method, string address, string? type, byte[]? body)
    {
        try
        {
            using var response = await Send(method, address, type, body);
            if ((int)response.StatusCode >= 500 && response.StatusCode != HttpStatusCode.NotImplemented)
            {
                _faults.Add($"{method} {address} {type}: {(int)response.StatusCode} for {(body is null ? "nothing" : Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 80))))}");
            }

            if ((int)response.StatusCode >= 400
                && response.Content.Headers.ContentType?.MediaType == "application/problem+json"
                && (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 100_000)
            {
                _faults.Add($"{method} {address}: the problem is longer than 100 kB");
            }
        }
        catch (HttpRequestException e)
        {
            _faults.Add($"{method} {address} {type}: no answer, {e.Message}");
        }
    }

    private Task<HttpResponseMessage> Send(string method, string address, string? type, byte[]? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_address, address));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return _reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_address.Host, _address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    private sealed class Faults
    {
        private readonly List<string> _found = [];

        public IEnumerable<string> Found => _found.Take(30);

        public void Add(string fault) => _found.Add(fault);
    }
}
