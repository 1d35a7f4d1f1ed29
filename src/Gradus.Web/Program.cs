using Gradus.Data.Content;
using Gradus.Data.Tools;
using Gradus.Web;
using Gradus.Web.Features.FoundationApplications;
using Gradus.Web.Features.SpecialtyExplorer;
using Gradus.Web.Reading;

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

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null });
builder.WebHost.UseStaticWebAssets(); // So that an unpublished build shows its styles too.
builder.Configuration.AddCommandLine(args, new Dictionary<string, string>(ServeOptions.Names, StringComparer.Ordinal));
builder.UseQuietConsole();
try
{
    builder.AddGradusSite();
}
catch (SettingException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

var app = builder.Build();
app.UseGradusSite();

try
{
    // Strictly, before the first request: a fault in the content stops the start, and says where.
    var explorer = Task.Run(() => app.Services.GetRequiredService<SpecialtyExplorerContent>());
    ToolNeeds.Check(app.Services.GetRequiredService<ContentLibrary>());
    app.Services.GetRequiredService<ChancesDesk>();
    await explorer;

    // What the first reader of the explorer, or of the search, would wait for is worked out once the site answers.
    app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(() =>
    {
        app.Services.GetRequiredService<ExplorerDesk>();
        app.Services.GetRequiredService<SiteSearch>().Prepare();
    }));
    app.Lifetime.ApplicationStarted.Register(() => Console.Error.WriteLine($"Gradus is at {string.Join(" and ", app.Urls)}. Ctrl-C stops it."));
    await app.RunAsync();
    return 0;
}
catch (ContentFaultsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (DirectoryNotFoundException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Something else listens there: stop it, or choose another address with --urls http://localhost:5300.");
    return 2;
}

/// <summary>The site; tests start it in their own process.</summary>
public partial class Program;
