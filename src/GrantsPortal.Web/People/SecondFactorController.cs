using System.ComponentModel.DataAnnotations;
using GrantsPortal.People;
using GrantsPortal.People.Security;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using QRCoder;

namespace GrantsPortal.Web.People;

/// <summary>The first code of an authenticator app.</summary>
public sealed class AddAppForm : ProvenForm
{
    /// <summary>The code the app shows.</summary>
    [Display(Name = "Code")]
    public string Code { get; set; } = "";

    /// <summary>The key for typing; shown, never read from the form.</summary>
    public string? Key { get; init; }
}

/// <summary>The authenticator app and its recovery codes.</summary>
[Authorize(Policies.SignedIn), Route(AccountRoutes.Security)]
public sealed class SecondFactorController(SecondFactorDesk desk, AccountDesk accounts, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Shows the QR code and asks for the first code; with an app set up, offers to remove it.</summary>
    [HttpGet("app")]
    public async Task<IActionResult> Index() => await desk.KeyToAdd(User.Actor()) is { } key
        ? View("Add", new AddAppForm { Key = Totp.Grouped(key) })
        : View("Manage", await accounts.Overview(User.Actor()));

    /// <summary>The QR code of the key that is to be set up, as an image of its own.</summary>
    [HttpGet("app/qr.png")]
    public async Task<IActionResult> Picture()
    {
        if (await desk.KeyToAdd(User.Actor()) is not { } key)
        {
            return NotFound();
        }

        var own = await accounts.Overview(User.Actor());
        using var code = QRCodeGenerator.GenerateQrCode(Totp.Address($"{portal.Value.City} grants", own.Account.Email, key), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        Response.Headers.CacheControl = "no-store";
        return File(picture.GetGraphic(6), "image/png");
    }

    /// <summary>Sets the app up and shows the recovery codes, once.</summary>
    [HttpPost("app"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Add(AddAppForm form)
    {
        var added = await desk.Add(User.Actor(), form.Current, form.Code, User.SessionKey());
        if (added.Done)
        {
            return View("Codes", added.Value);
        }

        ModelState.AddRefusals(added.Refusals, sentences);
        return await Index();
    }

    /// <summary>Takes the app away.</summary>
    [HttpPost("app/remove"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Remove(ProvenForm form)
    {
        var removed = await desk.Remove(User.Actor(), form.Current, User.SessionKey());
        if (removed.Refused)
        {
            ModelState.AddRefusals(removed.Refusals, sentences);
            return await Index();
        }

        TempData.SayDone(texts["The authenticator app is removed."]);
        return LocalRedirect(AccountRoutes.Security);
    }

    /// <summary>Asks for the password before new recovery codes.</summary>
    [HttpGet("recovery-codes")]
    public IActionResult Renew() => View(new ProvenForm());

    /// <summary>Makes new recovery codes and shows them, once.</summary>
    [HttpPost("recovery-codes"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Renew(ProvenForm form)
    {
        var renewed = await desk.Renew(User.Actor(), form.Current);
        if (renewed.Done)
        {
            return View("Codes", renewed.Value);
        }

        ModelState.AddRefusals(renewed.Refusals, sentences);
        return View(form);
    }
}
