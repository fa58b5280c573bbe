using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Stripe;
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

namespace GrantsPortal.Web.Payments.Stripe;

/// <summary>An organisation's account at Stripe, as its members see it: what Stripe still asks, in plain words.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyStripeController(PortalDatabase database, AccountDesk desk, StripeGateway gateway, ProvenAgain proven, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = "/my/organisation/{slug}/stripe";

    /// <summary>How the account stands, fetched now.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string slug, bool again = false) => Page(slug, again);

    /// <summary>Goes on to Stripe's questions, after the password.</summary>
    [HttpPost(One + "/set-up"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SetUp(string slug, AgainForm form)
    {
        if (await Read(slug) is null)
        {
            return NotFound();
        }

        if (await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
            return await Page(slug, again: false);
        }

        var address = await desk.SetUp(User.Actor(), slug);
        if (address.Refused)
        {
            ModelState.AddRefusals(address.Refusals, sentences);
            return await Page(slug, again: false);
        }

        return Onward.To(this, address.Value);
    }

    /// <summary>Chooses to be paid through Stripe, after the password.</summary>
    [HttpPost(One + "/choose"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Choose(string slug, AgainForm form)
    {
        if (await Read(slug) is null)
        {
            return NotFound();
        }

        if (await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
            return await Page(slug, again: false);
        }

        var chosen = await desk.Choose(User.Actor(), slug);
        if (chosen.Refused)
        {
            ModelState.AddRefusals(chosen.Refusals, sentences);
            return await Page(slug, again: false);
        }

        TempData.SayDone(texts["You have chosen Stripe. Every Owner gets an e-mail about it."]);
        return LocalRedirect(StripeRoutes.Mine(slug));
    }

    private async Task<IActionResult> Page(string slug, bool again)
    {
        if (await Read(slug) is not { } read)
        {
            return NotFound();
        }

        var account = await desk.Refresh(read.Account);
        return View(nameof(Show), new MyStripeView(gateway.On, read.Organisation, read.Role, account is { ClosedAt: null } ? account : null, read.PaidTo, again));
    }

    private async Task<(Organisation Organisation, MemberRole Role, StripeAccount? Account, IReadOnlyList<PayeeAccount> PaidTo)?> Read(string slug)
    {
        await using var work = await database.Read();
        var person = User.Actor().Person;
        return await OrganisationRepository.FindFor(work, slug, person) is { } organisation
            && await OrganisationRepository.MembershipOf(work, organisation.Id, person) is { } membership
            ? (organisation, membership.Role, await StripeRepository.AccountOf(work, organisation.Id), await PayeeRepository.OfOrganisation(work, organisation.Id))
            : null;
    }
}

/// <summary>An organisation's account at Stripe for a member.</summary>
/// <param name="On">Whether Stripe is set up here.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Role">What the reader may do in it.</param>
/// <param name="Account">Its account at Stripe; null when there is none.</param>
/// <param name="PaidTo">Its waiting and its confirmed payee account.</param>
/// <param name="Again">Whether the reader was sent back because a link had run out.</param>
public sealed record MyStripeView(bool On, Organisation Organisation, MemberRole Role, StripeAccount? Account, IReadOnlyList<PayeeAccount> PaidTo, bool Again)
{
    /// <summary>Whether the reader may act.</summary>
    public bool IsOwner => Role == MemberRole.Owner;

    /// <summary>The payee account that leads to this account at Stripe; null while it was not chosen.</summary>
    public PayeeAccount? Chosen => PaidTo.FirstOrDefault(payee => payee.Method == PaymentMethod.Stripe && payee.ProviderId == Account?.AccountId);
}
