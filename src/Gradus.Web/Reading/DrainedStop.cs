using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Gradus.Web.Reading;

/// <summary>
/// Stops without losing a request: first nobody new is let in, then whoever is in gets a short while to be answered, each answer saying that it is the
/// connection's last, and only then are
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

    private sealed class Doors : IConnectionListenerFactory, IConnectionListenerFactorySelector
    {
        private readonly SocketTransportFactory _sockets;
        private Socket? _bound;

        public Doors(IOptions<SocketTransportOptions> options, ILoggerFactory loggers)
        {
            var create = options.Value.CreateBoundListenSocket;
            options.Value.CreateBoundListenSocket = endpoint => _bound = create(endpoint);
            _sockets = new SocketTransportFactory(options, loggers);
        }

        public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

        public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var listener = await _sockets.BindAsync(endpoint, cancellationToken);
            return new Door(listener, Interlocked.Exchange(ref _bound, null));
        }
    }

    private sealed class Door(IConnectionListener inner, Socket? bound) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => inner.AcceptAsync(cancellationToken);

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            if (bound is not null && TurnAway(bound))
            {
                await LetInAsync(bound);
            }

            await inner.UnbindAsync(cancellationToken);
            await Task.Delay(While, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        // Whoever the system has let in and we have not yet would be cut off when the door closes.
        private static async Task LetInAsync(Socket socket)
        {
            for (var (quiet, turns) = (0, 0); quiet < 3 && turns < 50; turns++)
            {
                await Task.Delay(5, CancellationToken.None);
                quiet = socket.Poll(0, SelectMode.SelectRead) ? 0 : quiet + 1;
            }
        }

        // Linux drops what a filter on the listening socket refuses: a client that comes now asks again after a second and finds the next process, or a closed
        // port. Elsewhere the door just closes.
        private static bool TurnAway(Socket socket)
        {
            if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            {
                return false;
            }

            const int socketLevel = 1, attachFilter = 26;
            byte[] refuseAll = [0x06, 0, 0, 0, 0, 0, 0, 0]; // One instruction of the packet filter: return 0 bytes.
            var pinned = GCHandle.Alloc(refuseAll, GCHandleType.Pinned);
            try
            {
                Span<byte> program = stackalloc byte[16];
                program.Clear();
                BitConverter.TryWriteBytes(program, (ushort)1);
                BitConverter.TryWriteBytes(program[8..], pinned.AddrOfPinnedObject().ToInt64());
                socket.SetRawSocketOption(socketLevel, attachFilter, program);
                return true;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return false;
            }
            finally
            {
                pinned.Free();
            }
        }
    }
}
