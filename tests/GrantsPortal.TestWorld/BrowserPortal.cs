using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>The portal of a city on a real socket of this machine, for browsers.</summary>
public static class BrowserPortal
{
    /// <summary>Starts serving on a free port of the loopback address and returns the portal's address.</summary>
    public static Uri Serve(this TestPortal portal)
    {
        portal.UseKestrel(0);
        portal.StartServer();
        var addresses = portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal));
    }
}
