using System.ComponentModel.DataAnnotations;
using GrantsPortal.People;
using GrantsPortal.People.Security;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.People;

/// <summary>A change that asks for the present password.</summary>
public class ProvenForm
{
    /// <summary>The present password.</summary>
    [Display(Name = "Your present password")]
    public string Current { get; set; } = "";
}

/// <summary>A new password after the present one.</summary>
public sealed class ChangePasswordForm : ProvenForm
{
    /// <summary>The new password.</summary>
    [Display(Name = "New password")]
    public string Password { get; set; } = "";
}

/// <summary>A new e-mail address after the present password.</summary>
public sealed class ChangeEmailForm : ProvenForm
{
    /// <summary>The new address.</summary>
    [Display(Name = "New e-mail address")]
    public string Email { get; set; } = "";
}

/// <summary>Name, language and notices.</summary>
public sealed class PreferencesForm : EditForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Your name")]
    public string Name { get; set; } = "";

    /// <summary>Language to write in.</summary>
    [Display(Name = "Language")]
    public string Language { get; set; } = "";

    /// <summary>How often notices come.</summary>
    [Display(Name = "Notices by e-mail")]
    public NoticeFrequency Notices { get; set; }

    /// <summary>The form as the account has it now, ready to be written in.</summary>
    public static PreferencesForm Of(AccountOverview own)
    {
        var form = new PreferencesForm { Name = own.Account.Name, Language = own.Account.Language, Notices = own.Notices };
        form.Open();
        return form;
    }

    /// <summary>A choice as people read it, in English.</summary>
    public static string Frequency(NoticeFrequency notices) => notices switch
    {
        NoticeFrequency.Daily => "Together, once a day",
        NoticeFrequency.Off => "None",
        _ => "Each as it comes",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
        [new(nameof(Name), "Your name", Name), new(nameof(Language), "Language", Language), new(nameof(Notices), "Notices by e-mail", Frequency(Notices))];
}

/// <summary>Where they are chosen.</summary>
public sealed record PreferencesPage(PreferencesForm Form)
{
    /// <summary>What was saved elsewhere meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
}

/// <summary>One's own account: password, address, preferences, sign-ins.</summary>
[Authorize(Policies.SignedIn)]
public sealed class SecurityController(AccountDesk desk, PasswordDesk passwords, EmailDesk emails, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Everything at a glance, each with its page.</summary>
    [HttpGet(AccountRoutes.Security)]
    public async Task<IActionResult> Index() => View(await desk.Overview(User.Actor()));

    /// <summary>Asks for the present and the new password.</summary>
    [HttpGet(AccountRoutes.Security + "/password")]
    public IActionResult Password() => View(new ChangePasswordForm());

    /// <summary>Changes the password; every other sign-in ends.</summary>
    [HttpPost(AccountRoutes.Security + "/password"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Password(ChangePasswordForm form)
    {
        var changed = await passwords.Change(User.Actor(), form.Current, form.Password, User.SessionKey());
        return Answer(changed, form, "Your password is changed. You are signed out everywhere else.");
    }

    /// <summary>Asks for the new address.</summary>
    [HttpGet(AccountRoutes.Security + "/email")]
    public IActionResult Email() => View(new ChangeEmailForm());

    /// <summary>Sends a link to the new address; nothing changes until it is confirmed there.</summary>
    [HttpPost(AccountRoutes.Security + "/email"), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Email(ChangeEmailForm form)
    {
        var asked = await emails.Ask(User.Actor(), form.Current, form.Email);
        return Answer(asked, form, "We have sent a link to the new address. Open it there to finish the change.");
    }

    /// <summary>Shows the new address behind a link; nothing happens yet.</summary>
    [AllowAnonymous, HttpGet("/account/confirm-email/{token}")]
    public async Task<IActionResult> ConfirmEmail(string token)
    {
        var found = await emails.Find(token);
        return found.Refused ? this.DeadLink(found.Refusals[0], AccountRoutes.SecurityPart("email")) : View(model: found.Value);
    }

    /// <summary>Makes the new address count.</summary>
    [AllowAnonymous, HttpPost("/account/confirm-email/{token}"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> ConfirmEmailNow(string token)
    {
        var done = await emails.Confirm(token, User.Identity?.IsAuthenticated == true ? User.SessionKey() : null);
        if (done.Refused)
        {
            return this.DeadLink(done.Refusals[0], AccountRoutes.SecurityPart("email"));
        }

        TempData.SayDone(texts["Your e-mail address is changed. Sign in with the new one from now on."]);
        return LocalRedirect(AccountRoutes.Security);
    }

    /// <summary>Asks for name, language and how often notices come.</summary>
    [HttpGet(AccountRoutes.Security + "/preferences")]
    public async Task<IActionResult> Preferences()
    {
        return View(new PreferencesPage(PreferencesForm.Of(await desk.Overview(User.Actor()))));
    }

    /// <summary>Keeps them.</summary>
    [HttpPost(AccountRoutes.Security + "/preferences")]
    public async Task<IActionResult> Preferences(PreferencesForm form)
    {
        var own = await desk.Overview(User.Actor());
        var page = new PreferencesPage(form);
        if (ModelState.IsValid && form.Clash(PreferencesForm.Of(own), ModelState, texts) is { } clash)
        {
            return View(page with { Conflict = clash });
        }

        var kept = await desk.Prefer(User.Actor(), own.Account.Version, form.Name, form.Language, form.Notices);
        if (kept.Done)
        {
            // The choice for this account goes before one made in this browser earlier.
            Response.Cookies.Delete(PortalCookies.Name(portal.Value, RequestLanguage.Cookie));
        }

        return Answer(kept, page, "Your choices are saved.");
    }

    /// <summary>Ends one sign-in.</summary>
    [HttpPost(AccountRoutes.Security + "/sign-ins/end")]
    public async Task<IActionResult> EndSignIn(string? key)
    {
        if (await desk.EndSignIn(User.Actor(), key ?? ""))
        {
            TempData.SayDone(texts["That sign-in has ended."]);
        }

        return LocalRedirect(AccountRoutes.Security);
    }

    /// <summary>Ends every sign-in, this one too.</summary>
    [HttpPost(AccountRoutes.Security + "/sign-ins/end-all")]
    public async Task<IActionResult> EndEverySignIn()
    {
        await desk.EndEverySignIn(User.Actor());
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData.SayDone(texts["You are signed out everywhere."]);
        return LocalRedirect(AccountRoutes.SignIn);
    }

    private IActionResult Answer(Outcome outcome, object form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return View(form);
        }

        TempData.SayDone(texts[done]);
        return LocalRedirect(AccountRoutes.Security);
    }
}
