using System.ComponentModel.DataAnnotations;
using GrantsPortal.People;
using GrantsPortal.People.SignIn;
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

/// <summary>What one signs in with.</summary>
public sealed class SignInForm
{
    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = "Enter your e-mail address"), Display(Name = "Email address")]
    public string Email { get; set; } = "";

    /// <summary>Password.</summary>
    [Required(ErrorMessage = "Enter your password"), Display(Name = "Password")]
    public string Password { get; set; } = "";

    /// <summary>Where to go on to; only within the portal.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>A code, of the authenticator app or a recovery code.</summary>
public sealed class CodeForm
{
    /// <summary>The code.</summary>
    [Required(ErrorMessage = "Enter the code"), Display(Name = "Code")]
    public string Code { get; set; } = "";

    /// <summary>Where to go on to; only within the portal.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>Signing in and out.</summary>
[AllowAnonymous]
public sealed class SignInController(SignInDesk desk, EvenTime even, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Asks for e-mail address and password.</summary>
    [HttpGet(AccountRoutes.SignIn)]
    public IActionResult Index(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? this.Onwards(returnUrl) : View(new SignInForm { ReturnUrl = returnUrl });

    /// <summary>Signs in, asks for the second step, or says one sentence whatever was wrong.</summary>
    [HttpPost(AccountRoutes.SignIn), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(SignInForm form)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return await StillSignedIn(form.ReturnUrl);
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var check = await even.Take(() => desk.Check(form.Email, form.Password));
        switch (check.Verdict)
        {
            case PasswordVerdict.Right:
                await HttpContext.LetIn(check.Account!);
                return this.Onwards(form.ReturnUrl);
            case PasswordVerdict.SecondStep:
                await HttpContext.AwaitSecondStep(check.Account!);
                return RedirectToAction(nameof(Code), new { form.ReturnUrl });
            default:
                ModelState.AddModelError("", sentences.Say(new(check.Verdict == PasswordVerdict.Disabled ? "person.disabled" : "person.sign-in-wrong")));
                return View(form);
        }
    }

    /// <summary>Asks for a code of the authenticator app.</summary>
    [HttpGet(AccountRoutes.SecondStep)]
    public async Task<IActionResult> Code(string? returnUrl) =>
        await HttpContext.Awaited() is null ? RedirectToAction(nameof(Index), new { returnUrl }) : View(new CodeForm { ReturnUrl = returnUrl });

    /// <summary>Signs in by a code of the authenticator app.</summary>
    [HttpPost(AccountRoutes.SecondStep), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Code(CodeForm form) => Step(form, nameof(Code), desk.CheckCode);

    /// <summary>Asks for a recovery code.</summary>
    [HttpGet(AccountRoutes.RecoveryStep)]
    public async Task<IActionResult> RecoveryCode(string? returnUrl) =>
        await HttpContext.Awaited() is null ? RedirectToAction(nameof(Index), new { returnUrl }) : View(new CodeForm { ReturnUrl = returnUrl });

    /// <summary>Signs in by a recovery code, which is then used up.</summary>
    [HttpPost(AccountRoutes.RecoveryStep), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> RecoveryCode(CodeForm form) => Step(form, nameof(RecoveryCode), desk.CheckRecoveryCode);

    /// <summary>Signs out; the sign-in is worth nothing from then on.</summary>
    [HttpPost(AccountRoutes.SignOut)]
    public async Task<IActionResult> Leave()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

        // What a device keeps for when there is no line goes with whoever used it.
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        TempData.SayDone(texts["You are signed out."]);
        return LocalRedirect(AccountRoutes.SignIn);
    }

    private async Task<IActionResult> Step(CodeForm form, string view, Func<long, string, string?, Task<Outcome<Account>>> judge)
    {
        if (await HttpContext.Awaited() is not var (person, stamp))
        {
            return RedirectToAction(nameof(Index), new { form.ReturnUrl });
        }

        if (!ModelState.IsValid)
        {
            return View(view, form);
        }

        var judged = await judge(person, stamp, form.Code);
        if (judged.Refused)
        {
            ModelState.AddModelError(nameof(form.Code), sentences.Say(judged.Refusals[0]));
            return View(view, form);
        }

        await HttpContext.LetIn(judged.Value);
        return this.Onwards(form.ReturnUrl);
    }

    // The browser would go on with the key it has: whoever put it there must not share in the new sign-in.
    private async Task<IActionResult> StillSignedIn(string? returnUrl)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData.SayNote(texts["You were still signed in. You are signed out now: sign in again."]);
        return RedirectToAction(nameof(Index), new { returnUrl });
    }
}
