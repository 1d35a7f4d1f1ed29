using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Gradus.Web.Tests.Reading;

/// <summary>The log as it is in production: a line a request, and never what a doctor typed.</summary>
public sealed class LogTests
{
    private const string Sentinel = "zxqsentinel";

    [Fact]
    [Trait("run", "whole")]
    public async Task Log_OfSearchesFormsAndFaults_HoldsNothingThatWasTyped()
    {
        using var lines = new Lines();
        await using var site = new SiteFixture();
        await using var logged = site.WithWebHostBuilder(builder => builder.ConfigureLogging(logging => logging.AddProvider(lines)));
        using var reader = logged.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

        using var search = await reader.Get("/search?q=" + Sentinel, cookies: "nation=" + Sentinel);
        using var api = await reader.Get("/api/search?q=" + Sentinel);
        using var bad = await reader.Get($"/api/figures/less-than-full-time/notice?on={Sentinel}");
        using var missing = await reader.Get($"/{Sentinel}?{Sentinel}={Sentinel}");
        using var form = new FormUrlEncodedContent([new("nation", Sentinel), new("return", "/" + Sentinel)]);
        using var posted = await reader.PostAsync("/preferences", form, TestContext.Current.CancellationToken);
        using var noForm = new StringContent($$"""{"nation":"{{Sentinel}}"}""");
        using var refused = await reader.PostAsync("/preferences?" + Sentinel, noForm, TestContext.Current.CancellationToken);
        using var plan = new StringContent($$"""{"plannedEnd":"{{Sentinel}}","baselineRate":1,"{{Sentinel}}":1}""", System.Text.Encoding.UTF8, "application/json");
        using var planned = await reader.PostAsync("/api/less-than-full-time/completion-date", plan, TestContext.Current.CancellationToken);
        using var planForm = new FormUrlEncodedContent([new("plannedEnd", Sentinel), new(Sentinel, Sentinel)]);
        using var asked = await reader.PostAsync("/less-than-full-time/completion-date", planForm, TestContext.Current.CancellationToken);
        using var answers = new FormUrlEncodedContent([new("answers", Sentinel), new("code", Sentinel), new("do", "open-code")]);
        using var mistyped = await reader.PostAsync("/specialty-explorer/match", answers, TestContext.Current.CancellationToken);
        site.Clock.BreakOnce("could not read " + Sentinel);
        using var broken = await reader.Get("/search?q=" + Sentinel);

        broken.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        lines.Written.Count(line => line.StartsWith("Gradus.Requests", StringComparison.Ordinal))
            .ShouldBeGreaterThanOrEqualTo(5, "a line for each request that was refused or failed");
        lines.Written.ShouldContain(line => line.Contains("FaultLog", StringComparison.Ordinal) && line.Contains("System.InvalidOperationException", StringComparison.Ordinal));
        lines.Written.Where(line => line.Contains(Sentinel, StringComparison.OrdinalIgnoreCase) || line.Contains("?q=", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private string _category = "";
        private ConcurrentQueue<string> _written = new();

        public IEnumerable<string> Written => _written;

        public ILogger CreateLogger(string categoryName) => new Lines { _category = categoryName, _written = _written };

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null; // As in production: scopes, which hold the path, are not written.

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _written.Enqueue($"{_category} {logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
