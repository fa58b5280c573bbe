using GrantsPortal.Platform;

namespace GrantsPortal.Web.Shared.Guards;

/// <summary>How every cookie of the portal is named and kept: HttpOnly, SameSite=Lax, and bound to the host over TLS.</summary>
public static class PortalCookies
{
    /// <summary>The full name of a cookie: with the <c>__Host-</c> prefix when the portal is reached over TLS.</summary>
    public static string Name(PortalOptions portal, string name) => IsSecure(portal) ? $"__Host-{name}" : name;

    /// <summary>Whether the portal is reached over TLS.</summary>
    public static bool IsSecure(PortalOptions portal) => portal.PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes a cookie's settings ours.</summary>
    public static void Guard(CookieBuilder cookie, PortalOptions portal, string name)
    {
        cookie.Name = Name(portal, name);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = IsSecure(portal) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.Domain = null;
    }
}
