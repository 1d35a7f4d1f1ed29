using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests;

/// <summary>Every address of the site that is code, from its own list of endpoints.</summary>
internal static class Routes
{
    /// <summary>Those that answer GET: pages and calls, with something that is there in the place of each part that varies. Static files are not among them.</summary>
    public static IReadOnlyList<string> Get(SiteFixture site) =>
        [.. All(site).Where(route => route.Methods.Count == 0 || route.Methods.Contains("GET")).Select(route => route.Address).Distinct(StringComparer.Ordinal)];

    /// <summary>Every address with the methods that it names; none for a page, which takes any.</summary>
    public static IReadOnlyList<(string Address, IReadOnlyList<string> Methods)> All(SiteFixture site)
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(endpoint => (Address(endpoint.RoutePattern), endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])).ToList();
        routes.Count.ShouldBeGreaterThan(30);
        return routes;
    }

    private static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Value(parameter.Name),
        _ => "",
    }))));

    private static string Value(string parameter) => parameter switch
    {
        "system" => "less-than-full-time",
        "key" => "notice",
        "slug" => "cardiology",
        "status" => "404",
        "documentName" => "v1",
        _ => "unknown",
    };
}
