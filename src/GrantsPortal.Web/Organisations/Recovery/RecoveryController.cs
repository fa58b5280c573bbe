using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations.Recovery;

/// <summary>A recovery as members see it; the evidence is not shown to them.</summary>
public sealed record MemberRecoveryView(Organisation Organisation, OwnershipRecovery? Recovery, long Me);

/// <summary>Where a member objects to a new Owner.</summary>
[Authorize(Policies.SignedIn)]
[Route(OrganisationRoutes.Mine + "/{slug}/recovery")]
public sealed class RecoveryController(RecoveryDesk desk, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Who is named, and until when members can object.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Read(slug) is { } page ? View(page) : NotFound();

    /// <summary>Objects.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Object(string slug, string? objection)
    {
        var page = await Read(slug);
        var outcome = page is null ? null : await desk.Object(User.Actor(), page.Organisation.Id, objection);
        if (page is null || outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            TempData.SayDone(texts["Your objection halts it; another officer will look at it"]);
            return LocalRedirect(OrganisationRoutes.Recovery(slug));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return View("Index", page);
    }

    private async Task<MemberRecoveryView?> Read(string slug)
    {
        var person = User.Actor().Person;
        await using var work = await database.Read();
        return await OrganisationRepository.FindFor(work, slug, person) is { } organisation
            ? new MemberRecoveryView(organisation, (await RecoveryRepository.Of(work, organisation.Id)).FirstOrDefault(), person)
            : null;
    }
}
