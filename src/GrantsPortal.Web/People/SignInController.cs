using System.ComponentModel.DataAnnotations;
using GrantsPortal.People;
using GrantsPortal.People.SignIn;
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

/// <summary>Signing in and out.</summary>
[AllowAnonymous]
public sealed class SignInController(SignInDesk desk, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Asks for e-mail address and password.</summary>
    [HttpGet(AccountRoutes.SignIn)]
    public IActionResult Index(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? Onwards(returnUrl) : View(new SignInForm { ReturnUrl = returnUrl });

    /// <summary>Signs in, or says one sentence whatever was wrong.</summary>
    [HttpPost(AccountRoutes.SignIn), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(SignInForm form)
    {
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var check = await desk.Check(form.Email, form.Password);
        if (check.Verdict != PasswordVerdict.Right)
        {
            ModelState.AddModelError("", texts["The e-mail address or the password is not right"]);
            return View(form);
        }

        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, Principals.ForTicket(check.Account!));
        return Onwards(form.ReturnUrl);
    }

    /// <summary>Signs out; the sign-in is worth nothing from then on.</summary>
    [HttpPost(AccountRoutes.SignOut)]
    public new async Task<IActionResult> SignOut()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData.SayDone(texts["You are signed out."]);
        return LocalRedirect(AccountRoutes.SignIn);
    }

    private LocalRedirectResult Onwards(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/my");
}
