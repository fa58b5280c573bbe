using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Payments;

/// <summary>The bank account an organisation is paid to, for its members; Owners enter and change it, after their password.</summary>
[Authorize(Policies.SignedIn)]
public sealed class BankDetailsController(PortalDatabase database, PayeeDesk desk, ProvenAgain proven, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts)
    : AccountController(proven, sentences)
{
    private const string One = OrganisationRoutes.Mine + "/{slug}/bank";

    /// <summary>From an award to the account it is paid to.</summary>
    [HttpGet("/my/awards/{reference}/bank")]
    public async Task<IActionResult> OfAward(string reference)
    {
        await using var work = await database.Read();
        return await AwardRepository.FindFor(work, reference, User.Actor().Person) is { } award && await OrganisationRepository.Find(work, award.OrganisationId) is { } organisation
            ? LocalRedirect(PaymentRoutes.OrganisationBank(organisation.Slug))
            : NotFound();
    }

    /// <summary>The account in force, and one that is being checked.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string slug) => await Read(slug) is { } view ? View(view) : NotFound();

    /// <summary>Asks how the account is written; then for its numbers.</summary>
    [HttpGet(One + "/edit")]
    public async Task<IActionResult> Edit(string slug, AccountScheme? scheme)
    {
        ModelState.Clear();
        if (await Read(slug) is not { } view)
        {
            return NotFound();
        }

        if (view.AgainstEntering is { } against)
        {
            TempData.SayNote(against);
            return LocalRedirect(PaymentRoutes.OrganisationBank(slug));
        }

        return scheme is null ? View("Scheme", view) : View(view with { Form = new BankForm { Scheme = scheme.Value, Holder = view.Organisation.Name } });
    }

    /// <summary>Enters or changes the account.</summary>
    [HttpPost(One + "/edit"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Edit(string slug, BankForm form)
    {
        if (await Read(slug) is not { } view)
        {
            return NotFound();
        }

        if (await Entered(view, form, typed => desk.Enter(User.Actor(), view.Organisation.Id, typed)))
        {
            TempData.SayDone(texts["The account is entered. It is used once two people at the city have checked it; every Owner gets an e-mail."]);
            return LocalRedirect(PaymentRoutes.OrganisationBank(slug));
        }

        return View(view with { Form = form });
    }

    private async Task<BankView?> Read(string slug)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is not { } organisation)
        {
            return null;
        }

        var role = (await OrganisationRepository.MembershipOf(work, organisation.Id, User.Actor().Person))!.Role;
        var against = PayeeRules.MayEnter(role, await PaymentRepository.Out(work, organisation.Id, null));
        var history = await PayeeRepository.History(work, organisation.Id, null);
        return new BankView(
            organisation, history, await HoldRepository.Standing(work, [organisation.Id], []), against is null ? null : Sentences.Say(against),
            BankForm.Usual(portal.Value.Currency), new BankForm());
    }
}

/// <summary>An organisation's bank details, for its members.</summary>
public sealed record BankView(Organisation Organisation, IReadOnlyList<PayeeAccount> Accounts, IReadOnlyList<PaymentHold> Holds, string? AgainstEntering, AccountScheme Usual, BankForm Form)
    : AccountView(Accounts, Holds, AgainstEntering, Usual, Form);
