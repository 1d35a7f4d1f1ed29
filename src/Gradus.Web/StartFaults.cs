using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Gradus.Web;

/// <summary>Why a start cannot work, in words for whoever starts the site.</summary>
public static class StartFaults
{
    /// <summary>What is wrong with the addresses to listen at; <c>null</c> when nothing is.</summary>
    public static string? OfAddresses(string? urls)
    {
        if (urls is null)
        {
            return null;
        }

        var addresses = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return addresses.Length == 0
            ? Wrong(urls, "none is named")
            : addresses.Select(address => OfAddress(address) is { } why ? Wrong(address, why) : null).FirstOrDefault(wrong => wrong is not null);
    }

    /// <summary>The words for what stopped a start; <c>null</c> for a fault of ours, which keeps its stack.</summary>
    public static string? Words(Exception fault, string? urls)
    {
        ArgumentNullException.ThrowIfNull(fault);
        for (var one = fault; one is not null; one = one.InnerException)
        {
            switch (one)
            {
                case AddressInUseException:
                    return $"{fault.Message} Something else listens there: stop it, or choose another address with --urls http://localhost:5300.";
                case SocketException { SocketErrorCode: SocketError.AccessDenied }:
                    return $"The site may not listen at {urls}: a port below 1024 needs the right to. Choose a higher port with --urls http://localhost:5300 and let a proxy answer at 80 and 443.";
                case SocketException { SocketErrorCode: SocketError.AddressNotAvailable }:
                    return $"This machine does not have the address in {urls}. Choose another with --urls http://localhost:5300.";
                case SocketException socket:
                    return $"The site cannot listen at {urls}: {socket.Message}.";
                case InvalidOperationException when one.Message.Contains("HTTPS", StringComparison.OrdinalIgnoreCase)
                    || one.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase):
                    return $"{urls} asks for HTTPS, and there is no certificate. Let a proxy speak HTTPS (docs/hosting.md) and listen with http://, or name a certificate in Kestrel:Certificates:Default:Path.";
                case TimeZoneNotFoundException or InvalidTimeZoneException:
                    return "This machine has no time zone data, so “today in London” is not known. Install it (Debian: apt-get install tzdata) and start again.";
                case DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException or InvalidDataException or IOException:
                    return one.Message;
            }
        }

        return null;
    }

    private static string Wrong(string address, string why) =>
        $"“{address}” is no address to listen at: {why}. Expected one such as http://localhost:5200, with a port from 0 to 65535.";

    private static string? OfAddress(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return "it is not written as one";
        }

        if (parsed.Scheme is not ("http" or "https"))
        {
            return "it begins with neither http:// nor https://";
        }

        if (parsed.IsUnixPipe || parsed.IsNamedPipe)
        {
            return null;
        }

        if (parsed.PathBase.Length > 0)
        {
            return "it names a path; the site is the root of its host";
        }

        if (parsed.Port is < 0 or > IPEndPoint.MaxPort)
        {
            return "there is no such port";
        }

        if (parsed.Host == "localhost")
        {
            return parsed.Port == 0 ? "a free port can be chosen at one address only, as in http://127.0.0.1:0" : null;
        }

        // Any other name would quietly mean every address of this machine.
        return parsed.Host is "*" or "+" || IPAddress.TryParse(parsed.Host, out _) ? null : "its host is neither localhost, nor an IP address, nor * for every address";
    }
}
