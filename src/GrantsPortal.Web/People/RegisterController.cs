using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrantsPortal.People;
using GrantsPortal.People.Registration;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.People;

/// <summary>What one registers with.</summary>
public sealed class RegisterForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Your name")]
    public string Name { get; set; } = "";

    /// <summary>E-mail address.</summary>
    [Display(Name = "Email address")]
    public string Email { get; set; } = "";

    /// <summary>Password.</summary>
    [Display(Name = "Password")]
    public string Password { get; set; } = "";

    /// <summary>Where to go on to; only within the portal.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>Registering. The answer is the same whether the address has an account or not.</summary>
[AllowAnonymous]
public sealed class RegisterController(RegistrationDesk desk, EvenTime even, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Asks for name, e-mail address and password.</summary>
    [HttpGet(AccountRoutes.Register)]
    public IActionResult Index(string? returnUrl) => View(new RegisterForm { ReturnUrl = returnUrl });

    /// <summary>Takes the registration and says where to look for the e-mail.</summary>
    [HttpPost(AccountRoutes.Register), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Index(RegisterForm form)
    {
        var path = Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : null;
        var taken = await even.Take(() => desk.Register(form.Name, form.Email, form.Password, CultureInfo.CurrentUICulture.Name, path));
        if (taken.Refused)
        {
            ModelState.AddRefusals(taken.Refusals, sentences);
            return View(form);
        }

        return View("CheckYourEmail", form.Email);
    }

    /// <summary>Shows the registration behind a link; nothing happens yet.</summary>
    [HttpGet("/account/confirm/{token}")]
    public async Task<IActionResult> Confirm(string token)
    {
        var found = await desk.Find(token);
        return found.Refused ? this.DeadLink(found.Refusals[0], AccountRoutes.Register) : View(found.Value);
    }

    /// <summary>Confirms the registration and leads to signing in.</summary>
    [HttpPost("/account/confirm/{token}"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> ConfirmNow(string token)
    {
        var confirmed = await desk.Confirm(token);
        if (confirmed.Refused)
        {
            return this.DeadLink(confirmed.Refusals[0], AccountRoutes.Register);
        }

        TempData.SayDone(texts["Your e-mail address is confirmed. Sign in with the password you chose."]);
        return LocalRedirect(confirmed.Value.ReturnPath is { } path ? AccountRoutes.SignInThen(path) : AccountRoutes.SignIn);
    }
}
