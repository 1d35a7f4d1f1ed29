using System.Text.Json;

namespace Gradus.Web.Tests.Api;

public sealed class OpenApiTests(SiteFixture site)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public async Task Document_IsTheOneThatWasAgreed()
    {
        var agreedIn = Repository.At("docs", "openapi.v1.json");
        using var reader = site.Reader();
        using var served = JsonDocument.Parse(await (await reader.Get("/openapi/v1.json")).Text());
        var now = JsonSerializer.Serialize(served.RootElement, Indented) + "\n";

        if (Environment.GetEnvironmentVariable("GRADUS_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(agreedIn, now, TestContext.Current.CancellationToken);
        }

        var agreed = File.Exists(agreedIn) ? await File.ReadAllTextAsync(agreedIn, TestContext.Current.CancellationToken) : "";
        now.ShouldBe(agreed, "The API's contract is another than docs/openapi.v1.json says. If that is meant, run the tests once with GRADUS_UPDATE_SNAPSHOTS=1 and commit the file; if not, something that others rely on has changed.");
    }

    [Fact]
    public async Task Document_IsOpenApi31AndNamesNoServerButItsOwn()
    {
        using var reader = site.Reader();
        using var served = JsonDocument.Parse(await (await reader.Get("/openapi/v1.json", host: "evil.example")).Text());

        served.RootElement.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        served.RootElement.GetProperty("servers").EnumerateArray().Select(server => server.GetProperty("url").GetString()).ShouldBe(["/"]);
    }

    [Fact]
    public async Task EveryCall_HasANameOfItsOwn_AsksForNobody_AndSaysHowItRefuses()
    {
        using var reader = site.Reader();
        using var served = JsonDocument.Parse(await (await reader.Get("/openapi/v1.json")).Text());
        var calls = served.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => call.Value)).ToList();

        calls.Select(call => call.GetProperty("operationId").GetString()).ShouldBeUnique();
        calls.ShouldAllBe(call => call.GetProperty("security").GetArrayLength() == 0);
        calls.ShouldAllBe(call => call.GetProperty("responses").GetProperty("429").GetProperty("headers").GetProperty("Retry-After").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task Reference_ListsEveryCallOfTheDocument()
    {
        using var reader = site.Reader();
        using var served = JsonDocument.Parse(await (await reader.Get("/openapi/v1.json")).Text());
        var calls = served.RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));

        var page = await reader.Page("/api");

        calls.ShouldBeSubsetOf(page.QuerySelectorAll("h2 code").Select(heading => heading.Words()));
    }
}
