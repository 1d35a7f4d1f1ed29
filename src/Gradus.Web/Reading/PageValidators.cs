using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Gradus.Data;
using Gradus.Data.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Gradus.Web.Reading;

/// <summary>
/// Gives every answer to GET a tag of what it was made from: the content edition, this build and its settings, the day in London, the nation and the appearance. Whoever has that tag already gets
/// 304 and nothing is made. It says, too, on what an answer depends (<c>Vary</c>) and that a copy is asked about before it is used.
/// </summary>
public sealed class PageValidators(ContentLibrary library, SiteOptions options, TodayInTheUk today)
{
    private readonly string _made = library.Edition + "-" + Build(options);

    /// <summary>Gives the tag, or 304 to whoever has it.</summary>
    internal Task Pass(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(KeepNoError, context.Response);
        var endpoint = context.GetEndpoint();
        if (!HttpMethods.IsGet(context.Request.Method) || endpoint is null || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return next(context);
        }

        var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (endpoint.Metadata.GetMetadata<ResponseCacheAttribute>() is { NoStore: true })
        {
            return next(context);
        }

        var tag = Tag(context, isPage);
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known) && known.Any(one => one.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            Describe(context.Response.Headers, tag, isPage);
            return Task.CompletedTask;
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.Response.StatusCode == StatusCodes.Status200OK && headers.CacheControl.Count == 0)
            {
                Describe(headers, tag, isPage);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static Task KeepNoError(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode >= StatusCodes.Status400BadRequest && response.Headers.CacheControl.Count == 0)
        {
            response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    private EntityTagHeaderValue Tag(HttpContext context, bool isPage)
    {
        var reader = isPage ? Reader.Of(context, today) : null;
        var encoding = context.Request.Headers.AcceptEncoding.ToString();
        return new EntityTagHeaderValue($"\"{string.Join('-', _made, today.Date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), reader?.Nation.ToString() ?? "", reader?.Theme ?? "", reader?.Person?.Key ?? "", encoding)}\"", isWeak: true);
    }

    private static void Describe(IHeaderDictionary headers, EntityTagHeaderValue tag, bool isPage)
    {
        headers.ETag = tag.ToString();
        headers.CacheControl = "no-cache";
        headers.Vary = isPage ? "Accept-Encoding, Cookie" : "Accept-Encoding";
    }

    // Two starts of the same program with the same settings give the same tags, on any machine.
    private static string Build(SiteOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in (Assembly[])[typeof(PageValidators).Assembly, typeof(ContentLibrary).Assembly, typeof(Rules.Figure).Assembly])
        {
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        }

        var assets = Path.Combine(AppContext.BaseDirectory, typeof(PageValidators).Assembly.GetName().Name + ".staticwebassets.endpoints.json");
        if (File.Exists(assets))
        {
            hash.AppendData(File.ReadAllBytes(assets)); // Pages name styles and scripts by what is in them.
        }

        hash.AppendData(Encoding.UTF8.GetBytes($"{options.PublicAddress}\n{options.ReportAddress}\n{options.Chromium}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

/// <summary>Where the tags stand in the way of a request.</summary>
public static class PageValidatorsExtensions
{
    /// <summary>Stands after routing and before what keeps pages.</summary>
    public static IApplicationBuilder UsePageValidators(this IApplicationBuilder app) =>
        app.Use(static (context, next) => context.RequestServices.GetRequiredService<PageValidators>().Pass(context, next));
}
