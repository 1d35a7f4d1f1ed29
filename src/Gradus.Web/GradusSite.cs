using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Tools;
using Gradus.Web.Features.Changes;
using Gradus.Web.Features.Figures;
using Gradus.Web.Features.FoundationApplications;
using Gradus.Web.Features.Preferences;
using Gradus.Web.Features.Search;
using Gradus.Web.Features.Sources;
using Gradus.Web.Features.SpecialtyExplorer;
using Gradus.Web.Features.SpecialtyExplorer.Specialties;
using Gradus.Web.Reading;
using Gradus.Web.Tools;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;

namespace Gradus.Web;

/// <summary>What the site is made of, and in which order a request passes through it.</summary>
public static class GradusSite
{
    private const int LongestRequest = 1024 * 1024;

    /// <summary>How many fields a form may have: more than the longest lists of any tool, so that a page takes what the call takes.</summary>
    private const int MostFields = 32_768;

    // Over what the system itself takes at once; a page of 25 kB is gone at once at any speed.
    private static readonly MinDataRate SlowReaders = new(bytesPerSecond: 32 * 1024, gracePeriod: TimeSpan.FromSeconds(10));

    /// <summary>Adds everything that the site needs.</summary>
    /// <param name="builder">The site being built.</param>
    /// <param name="tools">The declared tools that it answers; all when left out. Benchmarks start with fewer.</param>
    public static void AddGradusSite(this WebApplicationBuilder builder, IReadOnlyList<DeclaredTool>? tools = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        tools ??= [.. AllTools.Declared];
        var services = builder.Services;
        var options = SiteOptions.Read(builder.Configuration.GetSection("Site"));
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture; // Before the content is read, which begins on other threads.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        // A short question does not wait in line behind long ones: the system shares the processors out. With more threads than that equal questions wait for one another.
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * Environment.ProcessorCount), ports);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
            kestrel.Limits.MinResponseDataRate = SlowReaders; // What a reader does not take is held for them; not for long.
        });
        services.AddDrainedStop();
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<TodayInTheUk>();
        services.AddSingleton(provider => ContentLoader.Load(ContentDirectory.Find(options.ContentDirectory), provider.GetRequiredService<SpecialtyExplorerContent>));
        services.AddSingleton(new SiteTools(tools));
        services.AddSingleton<ToolDesk>();
        services.AddSingleton<ChancesDesk>();
        services.AddSingleton(provider => SpecialtyExplorerContent.Of(provider.GetRequiredService<ContentLibrary>().System(SpecialtyExplorerContent.System).Tables,
            ContentDirectory.Find(options.ContentDirectory)));
        services.AddSingleton(provider => (Gradus.SpecialtyExplorer.ExplorerModel)provider.GetRequiredService<ContentLibrary>().Book
            .Made(typeof(Gradus.SpecialtyExplorer.ExplorerModel)));
        services.AddSingleton<Catalogue>();

        services.AddSingleton<ExplorerDesk>();
        services.AddSingleton<SiteSearch>();
        services.AddSingleton<SourceUse>();
        services.AddSingleton<PageCachePolicy>();
        services.AddSingleton<PageValidators>();
        services.AddSingleton<PdfPrinter>();
        services.AddHostedService<MemoryKeeper>();

        services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>(); // Pages ask for it as they are laid out; nobody signs in.
        services.AddMvcCore().AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            pages.Conventions.ConfigureFilter(new UnhandledMethod());
            pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute());
            foreach (var tool in tools.Where(tool => !tool.HasOwnPage))
            {
                pages.Conventions.AddPageRoute("/Tools/Tool", tool.Address);
            }

            foreach (var system in Rooms.All)
            {
                pages.Conventions.AddPageRoute("/Guidance/Index", system);
                foreach (var page in Rooms.PagesOf(system))
                {
                    pages.Conventions.AddPageRoute("/Guidance/Index", $"{system}/{page}");
                }
            }
        });
        // Letters stay letters; marks of HTML are still escaped.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // Nothing is signed or encrypted that outlives the process.
        services.AddExceptionHandler<FaultLog>();
        services.AddProblemDetails(ProblemWords.Say);
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        });
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<PageCachePolicy>((cache, policy) => cache.AddPolicy(PageCachePolicy.Name, policy));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // No page holds a secret beside what the same reader has just sent.
            compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("application/rss+xml")
                .Append("application/problem+json")
                .Append("text/calendar")
                .Append(CsvFile.Type);
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.Configure<FormOptions>(form =>
        {
            form.MemoryBufferThreshold = LongestRequest; // What a reader sends never touches the disk.
            form.ValueCountLimit = MostFields;
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in options.TrustedProxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }
        });
        services.AddAddressLimits(options);
    }

    /// <summary>For somebody at a terminal: plain lines, and only what is wrong. In a service's log: JSON, a line a request.</summary>
    public static void UseQuietConsole(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!Console.IsOutputRedirected)
        {
            builder.Logging.AddSimpleConsole().AddFilter("Gradus.Requests", LogLevel.Warning);
        }
    }

    /// <summary>The way of a request, and every address of the site by name.</summary>
    public static void UseGradusSite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseDrainedStop();
        app.UseHeadRequests();
        app.UseAcceptedEncoding();
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseUnreadableRequests();
        app.UseRouting();
        app.UseRequestLogRoutes();
        app.UseWhen(IsApi, api => api.UseKnownParameters());
        app.UsePageValidators();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseRateLimiter();
        app.UseKeptQuestion();

        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/health/live", () => "alive").DisableRateLimiting().ExcludeFromDescription();
        app.MapGet("/health/ready", (ContentLibrary library) => "ready, content edition " + library.Edition).DisableRateLimiting().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json").CacheOutput(PageCachePolicy.Name);
        app.MapPreferences();
        app.MapChanges();
        app.MapSpecialties();
        app.MapFigureFiles();

        var api = app.MapGroup("/api");
        api.MapFigures();
        api.MapSearch();
        api.MapTools(app.Services.GetRequiredService<SiteTools>());
        api.MapSpecialtyExplorer();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out var rest) && rest.HasValue;
}
