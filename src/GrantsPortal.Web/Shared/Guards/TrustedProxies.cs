using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace GrantsPortal.Web.Shared.Guards;

/// <summary>Believes forwarded addresses from the proxies named in <c>Proxy:Known</c> (addresses or networks), and from nobody else.</summary>
public static class TrustedProxies
{
    /// <summary>Puts forwarded headers first in the pipeline when a proxy is configured; throws <see cref="FormatException"/> on an unreadable one.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection("Proxy:Known").Get<string[]>() ?? [];
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = known.Length,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            if (proxy.Contains('/'))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
