using AspNetCoreGeneratedDocument;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace Gradus.Web.Drawing;

/// <summary>What stands around every page: masthead, nation and date above it, and the foot below.</summary>
/// <param name="About">What the page says of itself.</param>
/// <param name="Reader">For whom, and as at which day.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Options">The site's settings.</param>
/// <param name="Edition">The content's edition.</param>
public sealed record PageFrame(PageLayout About, Reader Reader, HttpRequest Request, SiteOptions Options, string Edition)
{
    private readonly ResourceAssetCollection? assets = Request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();

    /// <summary>The page's path; the home page's for one that would lead to another site.</summary>
    public string Path { get; } = PathOf(Request);

    /// <summary>Where the page is, with all that was asked.</summary>
    public string Address => Path + Request.QueryString.ToUriComponent();

    /// <summary>The same question without its nation: another is chosen there, and what was searched for and the date asked about stay.</summary>
    public string Here { get; } = Without(Request, "nation");

    /// <summary>The same question as at today.</summary>
    public string AsToday => Without(Request, "on");

    /// <summary>What was asked beside nation and date, as name and value.</summary>
    public IEnumerable<(string Name, string? Value)> Asked =>
        Request.Query.Where(pair => pair.Key is not ("on" or "nation")).SelectMany(pair => pair.Value, (pair, value) => (pair.Key, value));

    /// <summary>The address by which search engines know the page; <c>null</c> for one that is not to be found.</summary>
    public string? Canonical { get; } = About?.Address is null ? null : new Uri(Options.PublicAddress, About.Address).ToString();

    /// <summary>Where a mistake on the page is reported; <c>null</c> when nobody has said.</summary>
    public string? Report => Options.ReportLink(Path);

    /// <summary>The frame of a page of this request.</summary>
    public static PageFrame Of(HttpContext context, PageLayout about)
    {
        ArgumentNullException.ThrowIfNull(context);
        var services = context.RequestServices;
        return new PageFrame(about, Reader.Of(context, services.GetRequiredService<TodayInTheUk>()), context.Request, services.GetRequiredService<SiteOptions>(),
            services.GetRequiredService<ContentLibrary>().Edition);
    }

    /// <summary>The address of a style sheet or a script, by its name: it changes with what is in it.</summary>
    public string Asset(string name) => "/" + (assets?[name] ?? name);

    /// <summary>What stands above a page, for a page that draws itself.</summary>
    public HtmlString Top() => new Features_Shared_PageTop().Drawn(this);

    /// <summary>What stands below it.</summary>
    public HtmlString Foot() => new Features_Shared_PageFoot().Drawn(this);

    /// <summary>Draws a page in its frame.</summary>
    public void Draw<TModel>(HtmlBuffer html, HtmlView<TModel> page, TModel model)
    {
        ArgumentNullException.ThrowIfNull(page);
        new Features_Shared_PageTop().Draw(html, this);
        page.Draw(html, model);
        new Features_Shared_PageFoot().Draw(html, this);
    }

    private static string Without(HttpRequest request, string name)
    {
        var path = PathOf(request);
        return request.QueryString.HasValue ? path + QueryString.Create(request.Query.Where(pair => pair.Key != name)).ToUriComponent() : path;
    }

    private static string PathOf(HttpRequest request) => request.Path.Value is { Length: > 0 } asked && !asked.StartsWith("//", StringComparison.Ordinal) ? asked : "/";
}
