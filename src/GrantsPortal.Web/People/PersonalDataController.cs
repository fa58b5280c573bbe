using System.Text.Json;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.People;

/// <summary>One's own data: to download, to erase.</summary>
[Authorize(Policies.SignedIn), Route(AccountRoutes.Data)]
public sealed class PersonalDataController(ErasureDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private static readonly JsonSerializerOptions Readable = new(GrantsPortal.Platform.Json.Options) { WriteIndented = true };

    /// <summary>What can be done.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(new ProvenForm());

    /// <summary>Everything the portal holds about the person, as JSON.</summary>
    [HttpPost("download"), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Download() =>
        File(JsonSerializer.SerializeToUtf8Bytes(await desk.Download(User.Actor()), Readable), "application/json", "my-data.json");

    /// <summary>Erases the account, after the password.</summary>
    [HttpPost("erase"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Erase(ProvenForm form)
    {
        var erased = await desk.Erase(User.Actor(), form.Current);
        if (erased.Refused)
        {
            ModelState.AddRefusals(erased.Refusals, sentences);
            return View("Index", form);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData.SayDone(texts["Your account is erased. Thank you for what you did."]);
        return LocalRedirect("/");
    }
}
