using System.ComponentModel.DataAnnotations;
using GrantsPortal.People;
using GrantsPortal.People.Security;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.People;

/// <summary>Where to send a reset link.</summary>
public sealed class ForgotForm
{
    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = "Enter your e-mail address"), Display(Name = "Email address")]
    public string Email { get; set; } = "";
}

/// <summary>A new password, for the person shown above it.</summary>
public sealed class NewPasswordForm
{
    /// <summary>The password.</summary>
    [Display(Name = "New password")]
    public string Password { get; set; } = "";

    /// <summary>Whose it is; shown, and there for password managers.</summary>
    public string? Email { get; set; }

    /// <summary>Whether it is the first.</summary>
    public bool First { get; set; }
}

/// <summary>Setting a password by a link that was sent by e-mail.</summary>
[AllowAnonymous]
public sealed class PasswordController(PasswordDesk desk, EvenTime even, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Asks for the address.</summary>
    [HttpGet(AccountRoutes.ForgotPassword)]
    public IActionResult Forgot() => View(new ForgotForm());

    /// <summary>Says the same whether there is an account at the address or not.</summary>
    [HttpPost(AccountRoutes.ForgotPassword), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Forgot(ForgotForm form)
    {
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        await even.Take(() => desk.AskReset(form.Email));
        return View("Sent", form.Email);
    }

    /// <summary>Asks for the new password.</summary>
    [HttpGet("/account/reset-password/{token}")]
    public Task<IActionResult> Reset(string token) => Ask(LinkPurpose.Reset, token);

    /// <summary>Sets the new password.</summary>
    [HttpPost("/account/reset-password/{token}"), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Reset(string token, NewPasswordForm form) => Set(LinkPurpose.Reset, token, form);

    /// <summary>Asks somebody who was invited for their first password.</summary>
    [HttpGet("/account/welcome/{token}")]
    public Task<IActionResult> Welcome(string token) => Ask(LinkPurpose.Welcome, token);

    /// <summary>Sets the first password.</summary>
    [HttpPost("/account/welcome/{token}"), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Welcome(string token, NewPasswordForm form) => Set(LinkPurpose.Welcome, token, form);

    private async Task<IActionResult> Ask(LinkPurpose purpose, string token)
    {
        var found = await desk.Find(purpose, token);
        return found.Refused
            ? this.DeadLink(found.Refusals[0], AccountRoutes.ForgotPassword)
            : View("New", new NewPasswordForm { Email = found.Value.Email, First = purpose == LinkPurpose.Welcome });
    }

    private async Task<IActionResult> Set(LinkPurpose purpose, string token, NewPasswordForm form)
    {
        var done = await desk.Reset(purpose, token, form.Password);
        if (done.Done)
        {
            TempData.SayDone(texts["Your new password is set. Sign in with it."]);
            return LocalRedirect(AccountRoutes.SignIn);
        }

        if (done.Refusals[0].Field is null)
        {
            return this.DeadLink(done.Refusals[0], AccountRoutes.ForgotPassword);
        }

        ModelState.AddRefusals(done.Refusals, sentences);
        return await Ask(purpose, token);
    }
}
