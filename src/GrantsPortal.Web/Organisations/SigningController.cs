using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Signing;
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

namespace GrantsPortal.Web.Organisations;

/// <summary>How many Owners have to sign for an organisation.</summary>
[Authorize(Policies.SignedIn)]
[Route(OrganisationRoutes.Mine + "/{slug}/signing")]
public sealed class SigningController(SigningDesk desk, ProvenAgain proven, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The rule, and what may be done with it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Read(slug) is { } page ? View(page) : NotFound();

    /// <summary>Asks for two signatures from now on.</summary>
    [HttpPost("two"), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Tighten(string slug, AgainForm form) => Proven(slug, form, id => desk.Tighten(User.Actor(), id), texts["From now on two Owners sign. Every Owner is told."]);

    /// <summary>Asks that one be enough.</summary>
    [HttpPost("one"), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> AskLoosening(string slug, AgainForm form) => Proven(slug, form, id => desk.AskLoosening(User.Actor(), id), texts["The other Owners are asked. Until one agrees, two have to sign."]);

    /// <summary>Agrees that one is enough.</summary>
    [HttpPost("agree"), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Loosen(string slug, AgainForm form) => Proven(slug, form, id => desk.Loosen(User.Actor(), id), texts["One Owner is enough from now on. Every Owner is told."]);

    /// <summary>Drops the request.</summary>
    [HttpPost("drop"), EnableRateLimiting(RateLimits.Mail)]
    public Task<IActionResult> Drop(string slug) => Done(slug, id => desk.Drop(User.Actor(), id), texts["The request is dropped. Two Owners still have to sign."]);

    /// <summary>What changes who binds the organisation takes more than a sign-in that somebody may have left open.</summary>
    private async Task<IActionResult> Proven(string slug, AgainForm form, Func<long, Task<Outcome?>> act, string said)
    {
        if (await Read(slug) is not { } page)
        {
            return NotFound();
        }

        if (await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
            return View(nameof(Index), page);
        }

        return await Done(slug, act, said);
    }

    private async Task<IActionResult> Done(string slug, Func<long, Task<Outcome?>> act, string said)
    {
        var page = await Read(slug);
        if (page is null || await act(page.Organisation.Id) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Done)
        {
            TempData.SayDone(said);
            return LocalRedirect(OrganisationRoutes.Signing(slug));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return View(nameof(Index), (await Read(slug))!);
    }

    private async Task<SigningView?> Read(string slug)
    {
        var person = User.Actor().Person;
        await using var work = await database.Read();
        if (await OrganisationRepository.FindFor(work, slug, person) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, person) is not { } me)
        {
            return null;
        }

        var owners = (await MemberRepository.Of(work, organisation.Id)).Count(member => member is { Role: MemberRole.Owner, DisabledAt: null });
        return new SigningView(organisation, me, (await SigningRepository.Find(work, organisation.Id))!, owners);
    }
}

/// <summary>An organisation's signing rule.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Me">The reader's membership.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Owners">How many Owners who can sign in there are.</param>
public sealed record SigningView(Organisation Organisation, Membership Me, StandingRule Rule, int Owners);
