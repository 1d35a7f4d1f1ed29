using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Api;

/// <summary>One call of the API.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">Its address.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Description">More about it; <c>null</c> when the summary says all.</param>
public sealed record ApiCall(string Method, string Route, string Summary, string? Description);

/// <summary>The API, readable: made from the same endpoints as the OpenAPI document.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class ApiModel(EndpointDataSource endpoints) : PageModel
{
    /// <summary>Every call.</summary>
    public IReadOnlyList<ApiCall> Calls { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public void OnGet() => Calls =
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null)
            .Select(endpoint => new ApiCall(
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0],
                endpoint.RoutePattern.RawText!,
                endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary,
                endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description))
            .OrderBy(call => call.Route, StringComparer.Ordinal),
    ];
}
