using System.Globalization;
using GrantsPortal.People;
using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.People;

/// <summary>A new passkey: what the browser made of it, and its name.</summary>
public sealed class PasskeyForm : ProvenForm
{
    /// <summary>What its owner calls it.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Name of the passkey")]
    public string Name { get; set; } = "";

    /// <summary>The browser's answer, as JSON.</summary>
    public string? Credential { get; set; }
}

/// <summary>Passkeys: adding, using and removing them. The browser's part is Assets/js/passkeys.js.</summary>
[Authorize(Policies.SignedIn)]
public sealed class PasskeysController(SignInManager<Account> ceremonies, PasskeyDesk desk, SignInDesk signIn, AccountDesk accounts, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The passkeys, and a form to add one.</summary>
    [HttpGet(AccountRoutes.Security + "/passkeys")]
    public async Task<IActionResult> Index()
    {
        ViewData["Passkeys"] = (await accounts.Overview(User.Actor())).Passkeys;
        return View("Index", new PasskeyForm());
    }

    /// <summary>Begins the ceremony of adding one, after the password.</summary>
    [HttpPost(AccountRoutes.Security + "/passkeys/options"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> CreationOptions(ProvenForm form)
    {
        var proven = await signIn.Prove(User.Actor(), form.Current);
        return proven.Refused
            ? UnprocessableEntity(new { message = sentences.Say(proven.Refusals[0]) })
            : Content(await ceremonies.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = proven.Value.Id.ToString(CultureInfo.InvariantCulture),
                Name = proven.Value.Email,
                DisplayName = proven.Value.Name,
            }), "application/json");
    }

    /// <summary>Ends the ceremony and keeps the passkey.</summary>
    [HttpPost(AccountRoutes.Security + "/passkeys"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Add(PasskeyForm form)
    {
        var attested = await ProvenAgain.Attempt(() => ceremonies.PerformPasskeyAttestationAsync(form.Credential ?? ""));
        if (attested is not { Succeeded: true } || attested.UserEntity.Id != User.Actor().Person.ToString(CultureInfo.InvariantCulture))
        {
            ModelState.AddRefusal(new Refusal("person.passkey-failed"), sentences);
            return await Index();
        }

        await desk.Add(User.Actor(), attested.Passkey, form.Name);
        TempData.SayDone(texts["The passkey is added. You can sign in with it."]);
        return LocalRedirect(AccountRoutes.SecurityPart("passkeys"));
    }

    /// <summary>Removes a passkey, after the password.</summary>
    [HttpPost(AccountRoutes.Security + "/passkeys/remove"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Remove(ProvenForm form, string? key)
    {
        var removed = await desk.Remove(User.Actor(), form.Current, key ?? "");
        if (removed.Refused)
        {
            ModelState.AddRefusal(removed.Refusals[0] with { Field = null }, sentences);
            return await Index();
        }

        TempData.SayDone(texts["The passkey is removed."]);
        return LocalRedirect(AccountRoutes.SecurityPart("passkeys"));
    }

    /// <summary>Begins the ceremony of proving once more, by a passkey of one's own, that one is who is signed in.</summary>
    [HttpPost(AccountRoutes.PasskeyAgain), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> AgainOptions() =>
        Content(await ceremonies.MakePasskeyRequestOptionsAsync((await accounts.Overview(User.Actor())).Account), "application/json");

    /// <summary>Begins the ceremony of signing in; the browser offers the passkeys it knows.</summary>
    [AllowAnonymous, HttpPost(AccountRoutes.PasskeyRequest), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> RequestOptions() => Content(await ceremonies.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Ends the ceremony and signs in. A passkey is two factors by itself: the device and what unlocks it.</summary>
    [AllowAnonymous, HttpPost(AccountRoutes.PasskeySignIn), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignInByPasskey(string? credential, string? returnUrl)
    {
        var asserted = await ProvenAgain.Attempt(() => ceremonies.PerformPasskeyAssertionAsync(credential ?? ""));
        if (User.Identity?.IsAuthenticated == true || asserted is not { Succeeded: true } || !await desk.SignIn(asserted.User, asserted.Passkey))
        {
            TempData.SayNote(texts["That did not work. Try again, or sign in with your password."]);
            return LocalRedirect(Url.IsLocalUrl(returnUrl) ? AccountRoutes.SignInThen(returnUrl) : AccountRoutes.SignIn);
        }

        await HttpContext.LetIn(asserted.User);
        return this.Onwards(returnUrl);
    }
}
