using System.Globalization;
using System.Security.Claims;
using GrantsPortal.People.SignIn;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Identity;

namespace GrantsPortal.Web.People;

/// <summary>Makes the principal of a request: who it is, in what language, with which roles, by which sign-in.</summary>
public static class Principals
{
    /// <summary>Claim that holds the security stamp.</summary>
    public const string Stamp = "stamp";

    /// <summary>Claim that holds the hash of the sign-in's key.</summary>
    public const string Session = "session";

    /// <summary>What a new ticket holds; the rest is read from the database at every request.</summary>
    public static ClaimsPrincipal ForTicket(Account account) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)), new Claim(Stamp, account.SecurityStamp)],
        IdentityConstants.ApplicationScheme));

    /// <summary>The principal of a request, with the name and the roles that the person has at this moment.</summary>
    public static ClaimsPrincipal ForRequest(SignInTicket ticket, IEnumerable<string> roles) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, ticket.PersonId.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, ticket.Name),
            new Claim(RequestLanguage.Claim, ticket.Language),
            new Claim(Stamp, ticket.Stamp),
            new Claim(Session, ticket.KeyHash),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ],
        IdentityConstants.ApplicationScheme));

    /// <summary>Hash of the key of the sign-in a request came with; throws when nobody is signed in.</summary>
    public static string SessionKey(this ClaimsPrincipal user) =>
        user.FindFirstValue(Session) ?? throw new InvalidOperationException("Nobody is signed in.");
}
