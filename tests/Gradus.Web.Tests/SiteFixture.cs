using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gradus.Web.Tests;

/// <summary>The real site in this process, as it runs in production, at noon on 25 November 2026, with the content of the repository.</summary>
public class SiteFixture : WebApplicationFactory<Program>
{
    public const string PublicAddress = "https://gradus.example";

    public static DateTimeOffset Noon { get; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public BreakableClock Clock { get; } = new(Noon);

    /// <summary>A reader without cookies who is not led on by redirects.</summary>
    public HttpClient Reader() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Site:PublicAddress", PublicAddress);
        builder.UseSetting("Site:RequestsPerMinute", "0");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
