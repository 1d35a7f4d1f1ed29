using System.Net;
using System.Text;
using System.Text.Json;

namespace Gradus.Web.Tests.Api;

/// <summary>Nothing that stands in a call's address is ignored without a word.</summary>
public sealed class ParameterTests(SiteFixture site)
{
    private static readonly string[] Strangers = ["no-such", "on", "nation", "trace", "q", "from", "limit"];

    [Fact]
    [Trait("run", "whole")]
    public async Task EveryCall_OfAParameterThatItDoesNotTake_SaysSo()
    {
        using var reader = site.Reader();
        var contract = await Contract(reader);
        var calls = Routes.All(site)
            .Where(route => route.Address.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(route => route.Methods.Select(method => (route.Address, method)))
            .ToList();
        calls.Count.ShouldBeGreaterThan(50);
        var silent = new List<string>();
        foreach (var (address, method) in calls)
        {
            foreach (var stranger in Strangers.Where(stranger => !contract(address, method).Contains(stranger)))
            {
                var (status, body) = await Ask(reader, method, $"{address}?{stranger}=1");
                if (status != HttpStatusCode.BadRequest || !body.Contains($"\"{stranger}\"", StringComparison.Ordinal))
                {
                    silent.Add($"{method} {address}?{stranger}: {(int)status}");
                }
            }
        }

        silent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/search?q=notice", "on", "2024-01-01")]
    [InlineData("/api/search?q=less than full time pay", "nation", "scotland")]
    [InlineData("/api/search?q=leave", "from", "11")]
    [InlineData("/api/figures/less-than-full-time/notice", "on", "2024-01-01")]
    [InlineData("/api/figures/less-than-full-time/notice", "nation", "scotland")]
    [InlineData("/api/shadowing/dates?start=2027-08-04", "nation", "scotland")]
    [InlineData("/api/shadowing/dates?start=2027-08-04", "on", "2024-01-01")]
    [InlineData("/api/shadowing/dates?start=2027-08-04", "trace", "1")]
    public async Task AParameterThatIsTaken_ChangesTheAnswer(string address, string name, string value)
    {
        using var reader = site.Reader();

        var without = await Ask(reader, "GET", address);
        var with = await Ask(reader, "GET", $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}");

        (without.Status, with.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        with.Body.ShouldNotBeEmpty();
        with.Body.ShouldNotBe(without.Body);
    }

    [Theory]
    [InlineData("/api/search?q=leave&on=tomorrow", "on")]
    [InlineData("/api/search?q=leave&nation=france", "nation")]
    [InlineData("/api/search?q=leave&nation=wales&nation=scotland", "nation")]
    [InlineData("/api/shadowing/dates?start=2027-08-04&start=2027-08-05", "start")]
    [InlineData("/api/shadowing/dates?start=2027-08-04&trace=yes", "trace")]
    public async Task AParameterThatIsNotAsExpected_IsRefusedByItsName(string address, string name)
    {
        using var reader = site.Reader();

        var (status, body) = await Ask(reader, "GET", address);

        status.ShouldBe(HttpStatusCode.BadRequest, body);
        using var problem = JsonDocument.Parse(body);
        problem.RootElement.GetProperty("errors").TryGetProperty(name, out _).ShouldBeTrue(body);
    }

    private static async Task<(HttpStatusCode Status, string Body)> Ask(HttpClient reader, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Text());
    }

    /// <summary>The parameters that a call takes in its query, as the API's document says.</summary>
    private static async Task<Func<string, string, IReadOnlyList<string>>> Contract(HttpClient reader)
    {
        using var document = JsonDocument.Parse(await (await reader.Get("/openapi/v1.json")).Text());
        var taken = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (
            Key: call.Name.ToUpperInvariant() + " " + path.Name.Replace("{system}", "less-than-full-time", StringComparison.Ordinal)
                .Replace("{key}", "notice", StringComparison.Ordinal),
            Names: call.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray()
                    .Select(parameter => parameter.TryGetProperty("$ref", out var shared)
                        ? document.RootElement.GetProperty("components").GetProperty("parameters").GetProperty(shared.GetString()!.Split('/')[^1])
                        : parameter)
                    .Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!).ToList()
                : []))).ToDictionary(call => call.Key, call => call.Names, StringComparer.Ordinal);
        return (address, method) => taken[method + " " + address];
    }
}
