using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations;

/// <summary>A person's organisations: choosing, registering, showing.</summary>
[Authorize(Policies.SignedIn)]
public sealed class OrganisationController(OrganisationDesk desk, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The person's organisations; the only one opens by itself.</summary>
    [HttpGet(OrganisationRoutes.Mine)]
    public async Task<IActionResult> Mine()
    {
        await using var work = await database.Read();
        var memberships = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        return memberships.Count == 1 ? LocalRedirect(OrganisationRoutes.Show(memberships[0].OrganisationSlug)) : View(memberships);
    }

    /// <summary>Asks what the organisation is called.</summary>
    [HttpGet(OrganisationRoutes.Register)]
    public IActionResult Register() => View(new RegisterView(new NameForm(), []));

    /// <summary>Registers it, or points out that it may be here already.</summary>
    [HttpPost(OrganisationRoutes.Register)]
    public async Task<IActionResult> Register(NameForm form, bool beside)
    {
        if (!ModelState.IsValid)
        {
            return View(new RegisterView(form, []));
        }

        var details = form.Onto(new OrganisationDetails());
        var outcome = await desk.Register(User.Actor(), details, beside);
        if (outcome.Done)
        {
            TempData.SayDone(texts["{0} is registered, and you are its Owner", outcome.Value.Name]);
            return LocalRedirect($"{OrganisationRoutes.Contact(outcome.Value.Slug)}?first=true");
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        await using var work = await database.Read();
        var maybe = outcome.Refusals.Any(refusal => refusal.Code == "organisation.maybe-here");
        return View(new RegisterView(form, maybe ? await OrganisationRepository.Twins(work, details.Tidied().Name, details.Tidied().OfficialId) : []));
    }

    /// <summary>One organisation.</summary>
    [HttpGet(OrganisationRoutes.Mine + "/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        var person = User.Actor().Person;
        await using var work = await database.Read();
        var organisation = await OrganisationRepository.FindFor(work, slug, person);
        var me = organisation is null ? null : await OrganisationRepository.MembershipOf(work, organisation.Id, person);
        return organisation is null || me is null ? NotFound()
            : View(new ShowView(organisation, me, await MemberRepository.Of(work, organisation.Id), await RecoveryRepository.Open(work, organisation.Id), (await SigningRepository.Find(work, organisation.Id))!));
    }
}
