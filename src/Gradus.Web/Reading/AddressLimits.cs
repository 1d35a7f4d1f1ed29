using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Gradus.Web.Tools;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;

namespace Gradus.Web.Reading;

/// <summary>What one answer costs an address of its requests a minute. From ten on, an address is answered one at a time and the next ones wait.</summary>
/// <param name="requests">How many simple requests it costs as much as.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CostsAttribute(int requests) : Attribute
{
    /// <summary>How many simple requests it costs as much as.</summary>
    public int Requests { get; } = requests;
}

/// <summary>
/// What one address may ask in a minute, how many of its questions are answered at once, and how many wait. A heavy question is a posted one to a heavy tool,
/// by its page or its call, any long
/// body, or anything as at another day, for which nothing is kept. Of those one is answered at a time, and of all others one, so that one address never takes
/// every processor from the rest. What was kept and files do not count.
/// </summary>
public static class AddressLimits
{
    /// <summary>From this cost on a question waits for its address's turn.</summary>
    public const int Heavy = 10;

    /// <summary>What a page or a call as at another day takes of the minute: it waits for its turn as a heavy one does, and is soon answered.</summary>
    private const int Dated = 2;

    private const int BytesOfARequest = 8 * 1024;
    private const int AtOnce = 1;
    private const int LightWaiting = 128;

    /// <summary>A refusal costs little to give and should cost something to get: whoever asks on and on without reading is slowed down.</summary>
    private static readonly TimeSpan BeforeARefusal = TimeSpan.FromMilliseconds(250);

    /// <summary>Adds the limits to the site.</summary>
    public static void AddAddressLimits(this IServiceCollection services, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = Refuse;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(PerMinute(options.RequestsPerMinute), Turns(options.HeavyWaiting), LightTurns(options.RequestsPerMinute));
        });
    }

    /// <summary>What a request costs: 1, what its address is marked with, as much as a heavy one as at a day, and more for a long body.</summary>
    public static int Cost(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return context.Request.Query.ContainsKey("on") ? Heavy : 1;
        }

        var marked = context.GetEndpoint()?.Metadata.GetMetadata<CostsAttribute>()?.Requests
            ?? (ToolDesk.At(context.Request.Path.Value?.TrimEnd('/')) is { IsHeavy: true } ? Heavy : 1);
        var body = context.Request.ContentLength ?? (context.Request.Headers.TransferEncoding.Count > 0 ? Heavy * BytesOfARequest : 0);
        return marked + (int)Math.Min(body / BytesOfARequest, 1000);
    }

    /// <summary>Whom a request counts for: an IPv4 address, or the network of 64 bits that a household or a host has in IPv6.</summary>
    public static IPAddress For(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Any;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static PartitionedRateLimiter<HttpContext> PerMinute(int most) =>
        new Weighted(most, PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => most == 0 || IsError(context)
        ? RateLimitPartition.GetNoLimiter(IPAddress.None)
        : RateLimitPartition.GetFixedWindowLimiter(For(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })));

    private static PartitionedRateLimiter<HttpContext> Turns(int waiting) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => waiting == 0 || IsError(context) || Cost(context) < Heavy
        ? RateLimitPartition.GetNoLimiter(IPAddress.None)
        : RateLimitPartition.GetConcurrencyLimiter(For(context),
            _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    private static PartitionedRateLimiter<HttpContext> LightTurns(int most) => PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
        most == 0 || IsError(context) || Cost(context) >= Heavy || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            ? RateLimitPartition.GetNoLimiter(IPAddress.None)
            : RateLimitPartition.GetConcurrencyLimiter(For(context),
                _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = LightWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    // An error page shown in the place of another is part of that answer.
    private static bool IsError(HttpContext context) => Features.Errors.ErrorModel.IsOurs(context);

    private static async ValueTask Refuse(OnRejectedContext refused, CancellationToken cancellation)
    {
        var seconds = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 5;
        refused.HttpContext.Response.Headers.RetryAfter = Math.Max(seconds, 1).ToString(CultureInfo.InvariantCulture);
        await Task.Delay(BeforeARefusal, cancellation);
    }

    /// <summary>Takes as many of an address's requests as a question costs, and never more than there are.</summary>
    private sealed class Weighted(int most, PartitionedRateLimiter<HttpContext> counted) : PartitionedRateLimiter<HttpContext>
    {
        public override RateLimiterStatistics? GetStatistics(HttpContext resource) => counted.GetStatistics(resource);

        protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) => counted.AttemptAcquire(resource, Permits(resource, permitCount));

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
            counted.AcquireAsync(resource, Permits(resource, permitCount), cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                counted.Dispose();
            }

            base.Dispose(disposing);
        }

        // The middleware first asks for none, to see whether there is any left, and then for one.
        private int Permits(HttpContext context, int asked) =>
            asked == 0 ? 0 : Math.Min(HttpMethods.IsPost(context.Request.Method) ? Cost(context) : Math.Min(Cost(context), Dated), Math.Max(most, 1));
    }
}
