using System.Globalization;
using System.Security.Claims;
using GrantsPortal.People.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.People;

/// <summary>Lets people in and out: the two cookies of signing in.</summary>
public static class Doors
{
    /// <summary>Begins a sign-in. An earlier one in the same browser ends first, so that nobody can be made to use another's.</summary>
    public static async Task LetIn(this HttpContext http, Account account)
    {
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, Principals.ForTicket(account));
    }

    /// <summary>Remembers for ten minutes that the password was right and a code is still to come.</summary>
    public static Task AwaitSecondStep(this HttpContext http, Account account) =>
        http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(SecondStep, account.Id.ToString(CultureInfo.InvariantCulture)), new Claim(Principals.Stamp, account.SecurityStamp)],
            IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Whose code is awaited; null when nobody's is.</summary>
    public static async Task<(long Person, string Stamp)?> Awaited(this HttpContext http)
    {
        var step = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return long.TryParse(step.Principal?.FindFirstValue(SecondStep), CultureInfo.InvariantCulture, out var person)
            ? (person, step.Principal!.FindFirstValue(Principals.Stamp) ?? "")
            : null;
    }

    /// <summary>Where to go on to: a path of the portal, or what needs the person.</summary>
    public static LocalRedirectResult Onwards(this Controller controller, string? returnUrl) =>
        controller.LocalRedirect(controller.Url.IsLocalUrl(returnUrl) ? returnUrl : "/my");

    private const string SecondStep = "second-step";
}
