using System.Globalization;
using System.Security.Claims;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Shared;

/// <summary>Who is signed in, as use cases know them.</summary>
public static class SignedIn
{
    /// <summary>The person behind a request, with their roles; <see cref="Actor.Public"/> when nobody is signed in.</summary>
    public static Actor Actor(this ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || !long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
        {
            return GrantsPortal.Platform.Actor.Public;
        }

        var roles = user.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return new Actor(id, user.FindFirstValue(ClaimTypes.Name) ?? "", roles);
    }
}
