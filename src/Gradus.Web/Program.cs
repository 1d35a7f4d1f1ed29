using Gradus.Data.Content;
using Gradus.Web;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Path.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null });
builder.WebHost.UseStaticWebAssets(); // So that an unpublished build shows its styles too.
builder.AddGradusSite();
var app = builder.Build();
app.UseGradusSite();

try
{
    // Strictly, before the first request: a fault in the content stops the start, and says where.
    app.Services.GetRequiredService<ContentLibrary>();
}
catch (ContentFaultsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

await app.RunAsync();
return 0;

/// <summary>The site; tests start it in their own process.</summary>
public partial class Program;
