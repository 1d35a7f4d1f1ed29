using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Data.Tools;
using Gradus.Rules;
using Gradus.Web;
using Gradus.Web.Features.FoundationApplications;
using Gradus.Web.Features.SpecialtyExplorer;
using Gradus.Web.Reading;
using Gradus.Web.Tools;

if (args is ["--help"] or ["-h"])
{
    Console.Out.WriteLine(ServeOptions.Usage);
    return 0;
}

if (ServeOptions.Unknown(args) is { } unknown)
{
    await Console.Error.WriteLineAsync($"“{unknown}” is not an option of serve, or its value is missing.{Environment.NewLine}{ServeOptions.Usage}");
    return 2;
}

WebApplicationBuilder builder;
try
{
    builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null
    });
    builder.WebHost.UseStaticWebAssets(); // So that an unpublished build shows its styles too.
    builder.Configuration.AddCommandLine(args, new Dictionary<string, string>(ServeOptions.Names, StringComparer.Ordinal));
    builder.UseQuietConsole();
    builder.AddGradusSite();
}
catch (Exception e) when (e is SettingException or DirectoryNotFoundException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

var urls = builder.Configuration["Urls"];
if (StartFaults.OfAddresses(urls) is { } noAddress)
{
    await Console.Error.WriteLineAsync(noAddress);
    return 2;
}

var app = builder.Build();
var hasStarted = false;

try
{
    // Strictly, before the first request: a fault in the content stops the start, and says where. The content is read while the addresses are laid out.
    var content = Task.Run(() =>
    {
        ToolNeeds.Check(app.Services.GetRequiredService<ContentLibrary>(), app.Services.GetRequiredService<SiteTools>().Declared);
        app.Services.GetRequiredService<SpecialtyExplorerContent>();
        app.Services.GetRequiredService<ChancesDesk>();
    });
    _ = app.Services.GetRequiredService<TodayInTheUk>().Date;
    app.UseGradusSite();
    _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count;
    await content;

    // What the first reader of the explorer, or of the search, would wait for is worked out once the site answers; a second later, so that whoever comes at
    // once does not share the processors with it.
    app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(async () =>
    {
        await Task.Delay(TimeSpan.FromSeconds(1), app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<ExplorerDesk>();
        app.Services.GetRequiredService<SiteSearch>().Prepare();
    }));
    app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
    app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(app.Services.GetRequiredService<PdfPrinter>().Sweep));
    app.Lifetime.ApplicationStarted.Register(() => Console.Error.WriteLine($"Gradus is at {Sentences.Listed([.. app.Urls])}. Ctrl-C stops it."));
    await app.RunAsync();
    return 0;
}
catch (ContentFaultsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (Exception e) when (!hasStarted && StartFaults.Words(e, urls) is not null)
{
    await Console.Error.WriteLineAsync(StartFaults.Words(e, urls));
    return 2;
}

/// <summary>The site; tests start it in their own process.</summary>
public partial class Program;
