using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Gradus.Data;
using Gradus.Data.Content;
using Gradus.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Gradus.Web.Reading;

/// <summary>
/// Gives every answer to GET a tag of what it was made from: the content edition, this build and its settings, the day in London, the nation and the
/// appearance. Whoever has that tag already gets
/// 304 and nothing is made. It says, too, on what an answer depends (<c>Vary</c>) and that a copy is asked about before it is used.
/// </summary>
public sealed class PageValidators(ContentLibrary library, SiteOptions options, TodayInTheUk today)
{
    private const int MostKnown = 1000;

    private readonly string _made = library.Edition + "-" + Build(options);
    private readonly ConcurrentDictionary<MadeFrom, Validator> _known = new();

    /// <summary>Gives the tag, or 304 to whoever has it.</summary>
    internal Task Pass(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(KeepNoError, context.Response);
        var endpoint = context.GetEndpoint();
        if (!HttpMethods.IsGet(context.Request.Method)
            || endpoint is null
            || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return next(context);
        }

        var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (endpoint.Metadata.GetMetadata<ResponseCacheAttribute>() is { NoStore: true })
        {
            return next(context);
        }

        var made = Made(context, isPage);
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known) && known.Any(one => one.Compare(made.Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            made.Describe(context.Response.Headers);
            return Task.CompletedTask;
        }

        context.Response.OnStarting(static state =>
        {
            var (response, made) = ((HttpResponse, Validator))state;
            if (response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl.Count == 0)
            {
                made.Describe(response.Headers);
            }

            return Task.CompletedTask;
        }, (context.Response, made));
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

    private Validator Made(HttpContext context, bool isPage)
    {
        var reader = isPage ? Reader.Of(context, today) : null;
        var from = new MadeFrom(today.Date, reader?.Nation, reader?.Theme ?? "", reader?.Person?.Key ?? "", context.Request.Headers.AcceptEncoding.ToString());
        if (_known.Count > MostKnown)
        {
            _known.Clear(); // Of the days before.
        }

        return _known.GetOrAdd(from, Validator.Of, _made);
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

    /// <summary>What a page differs by, beside the content and the build.</summary>
    private sealed record MadeFrom(DateOnly Today, Nation? Nation, string Theme, string Person, string Encoding);

    /// <summary>A tag, and what is said with it.</summary>
    private sealed record Validator(EntityTagHeaderValue Tag, string DependsOn)
    {
        private readonly string _text = Tag.ToString();

        public static Validator Of(MadeFrom from, string made) => new(
            new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture,
                $"\"{made}-{from.Today:yyyyMMdd}-{from.Nation}-{from.Theme}-{from.Person}-{from.Encoding}\""), isWeak: true),
            from.Nation is null ? "Accept-Encoding" : "Accept-Encoding, Cookie");

        public void Describe(IHeaderDictionary headers)
        {
            headers.ETag = _text;
            headers.CacheControl = "no-cache";
            headers.Vary = DependsOn;
        }
    }
}

/// <summary>Where the tags stand in the way of a request.</summary>
public static class PageValidatorsExtensions
{
    /// <summary>Stands after routing and before what keeps pages.</summary>
    public static IApplicationBuilder UsePageValidators(this IApplicationBuilder app) =>
        app.Use(static (context, next) => context.RequestServices.GetRequiredService<PageValidators>().Pass(context, next));
}
