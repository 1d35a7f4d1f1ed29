using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Reading;

/// <summary>Who does not take a reply is cut off, over a real connection, at the site's own rate; only the time that is granted first is shorter here.</summary>
public sealed class SlowReaderTests
{
    private const string Large = "/api/figures";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [Fact, Trait(Runs.When, Runs.Whole)]
    public async Task AReplyReadAByteASecond_IsCutOff_AndTheSameReadAtOnceIsWhole()
    {
        await using var site = new SiteFixture();
        await using var quick = site.WithWebHostBuilder(builder => builder.ConfigureServices(services => services
            .PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MinResponseDataRate = new MinDataRate(kestrel.Limits.MinResponseDataRate.ShouldNotBeNull("slow readers are cut off").BytesPerSecond, Grace))
            .Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = Narrow)));
        quick.UseKestrel(0);
        quick.StartServer();
        var address = quick.ClientOptions.BaseAddress;
        using var honest = new HttpClient { BaseAddress = address };
        var whole = await honest.GetByteArrayAsync(Large, TestContext.Current.CancellationToken);
        whole.Length.ShouldBeGreaterThan(200_000);

        using var slow = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await slow.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await slow.SendAsync(Encoding.ASCII.GetBytes($"GET {Large} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        var granted = Grace + TimeSpan.FromSeconds((whole.Length / (32 * 1024)) + 5);
        var read = 0;
        var one = new byte[1];
        while (watch.Elapsed < granted && await Read(slow, one) > 0)
        {
            read++;
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }

        // What had come before the cut may still be read; the rest never comes, however fast it is asked for now.
        var piece = new byte[64 * 1024];
        for (var more = await Read(slow, piece); more > 0; more = await Read(slow, piece))
        {
            read += more;
        }

        read.ShouldBeLessThan(whole.Length);
    }

    // What the system holds for a reader on the same machine would hide the whole reply.
    private static Socket Narrow(EndPoint place)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(place);
        socket.SendBufferSize = 4_096;
        return socket;
    }

    private static async Task<int> Read(Socket socket, byte[] piece)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            return await socket.ReceiveAsync(piece, patience.Token);
        }
        catch (SocketException)
        {
            return 0; // Reset by the server.
        }
    }
}
