using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Gradus.Web.Reading;

/// <summary>
/// Stops without losing a request: first nobody new is let in, then whoever is in gets a short while to be answered, each answer saying that it is the connection's last, and only then are
/// connections closed. Kestrel alone closes a connection whose request is on its way.
/// </summary>
public static class DrainedStop
{
    private static readonly TimeSpan While = TimeSpan.FromMilliseconds(400);

    /// <summary>Puts the while between the door and the closing.</summary>
    public static void AddDrainedStop(this IServiceCollection services) => services.AddSingleton<IConnectionListenerFactory, Doors>();

    /// <summary>Says with each answer given while the site stops that no other follows on the connection.</summary>
    public static IApplicationBuilder UseDrainedStop(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var stopping = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        return app.Use((context, next) =>
        {
            if (stopping.IsCancellationRequested)
            {
                Close(context.Response);
            }
            else
            {
                // A request that was under way when the stop began.
                context.Response.OnStarting(static state =>
                {
                    var (response, stop) = ((HttpResponse, CancellationToken))state;
                    if (stop.IsCancellationRequested)
                    {
                        Close(response);
                    }

                    return Task.CompletedTask;
                }, (context.Response, stopping));
            }

            return next(context);
        });
    }

    private static void Close(HttpResponse response)
    {
        if (response.HttpContext.Request.Protocol is "HTTP/1.1" or "HTTP/1.0")
        {
            response.Headers.Connection = "close";
        }
    }

    private sealed class Doors(IOptions<SocketTransportOptions> options, ILoggerFactory loggers) : IConnectionListenerFactory, IConnectionListenerFactorySelector
    {
        private readonly SocketTransportFactory _sockets = new(options, loggers);

        public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

        public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
            new Door(await _sockets.BindAsync(endpoint, cancellationToken));
    }

    private sealed class Door(IConnectionListener inner) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => inner.AcceptAsync(cancellationToken);

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await inner.UnbindAsync(cancellationToken);
            await Task.Delay(While, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
