using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Payments.Claims;

/// <summary>The account that a panel member's claims are paid to; entered and changed after proving oneself once more.</summary>
[Authorize(Policies.SignedIn)]
public sealed class ClaimAccountController(PortalDatabase database, PayeeDesk desk, ProvenAgain proven, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts)
    : AccountController(proven, sentences)
{
    /// <summary>The account in force, and one that is being checked.</summary>
    [HttpGet(ClaimRoutes.Bank)]
    public async Task<IActionResult> Show() => await Read() is { } view ? View(view) : NotFound();

    /// <summary>Asks how the account is written; then for its numbers.</summary>
    [HttpGet(ClaimRoutes.EditBank)]
    public async Task<IActionResult> Edit(AccountScheme? scheme)
    {
        ModelState.Clear();
        if (await Read() is not { } view)
        {
            return NotFound();
        }

        if (view.AgainstEntering is { } against)
        {
            TempData.SayNote(against);
            return LocalRedirect(ClaimRoutes.Bank);
        }

        return scheme is null ? View("Scheme", view) : View(view with { Form = new BankForm { Scheme = scheme.Value, Holder = User.Actor().Name } });
    }

    /// <summary>Enters or changes the account.</summary>
    [HttpPost(ClaimRoutes.EditBank), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Edit(BankForm form)
    {
        if (await Read() is not { } view)
        {
            return NotFound();
        }

        if (await Entered(view, form, typed => desk.EnterMine(User.Actor(), typed)))
        {
            TempData.SayDone(texts["The account is entered. It is used once two people at the city have checked it; you get an e-mail."]);
            return LocalRedirect(ClaimRoutes.Bank);
        }

        return View(view with { Form = form });
    }

    /// <summary>What the page shows; null for somebody who has nothing to claim.</summary>
    private async Task<AccountView?> Read()
    {
        await using var work = await database.Read();
        var person = User.Actor().Person;
        var accounts = await PayeeRepository.History(work, null, person);
        if (accounts.Count == 0 && (await ClaimRepository.Panels(work, person, "en")).Count == 0 && (await ClaimRepository.Of(work, person)).Count == 0)
        {
            return null;
        }

        var isOut = await PaymentRepository.Out(work, null, person);
        return new AccountView(
            accounts, await HoldRepository.Standing(work, [], [person]), isOut is null ? null : Sentences.Say(new Refusal("payee.payment-out", isOut)), BankForm.Usual(portal.Value.Currency), new BankForm());
    }
}
