using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>The portal of a city on a real socket of this machine, for browsers.</summary>
public static class BrowserPortal
{
    /// <summary>Like <see cref="Serve"/>, and the portal knows its own address, as what checks the origin of a request needs it. Before anything else is asked of the portal.</summary>
    public static Uri ServeKnown(this TestPortal portal)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var address = FormattableString.Invariant($"http://localhost:{port}");
        portal.Settings["Portal:PublicUrl"] = address;
        portal.UseKestrel(port);
        portal.StartServer();
        return new Uri(address);
    }

    /// <summary>Starts serving on a free port of the loopback address and returns the portal's address.</summary>
    public static Uri Serve(this TestPortal portal)
    {
        portal.UseKestrel(0);
        portal.StartServer();
        var addresses = portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal));
    }
}
