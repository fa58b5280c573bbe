using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments;

/// <summary>Milestones, as the members of an organisation say that they are reached.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MilestonesController(PortalDatabase database, MilestoneDesk desk, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = "/my/awards/{reference}/milestones/{id:long}";

    /// <summary>What is to be reached, and saying that it is.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, long id) => Page(reference, id, null);

    /// <summary>Says that it is reached, and what shows it.</summary>
    [HttpPost(One), EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(FileStore.MaxBytes + (1024 * 1024))]
    public async Task<IActionResult> Show(string reference, long id, MilestoneForm form)
    {
        var saved = await form.Keep(files, sentences, ModelState);
        if (ModelState.IsValid)
        {
            var outcome = await desk.Tell(User.Actor(), reference, id, form.Version, form.Evidence, saved);
            if (outcome.Done)
            {
                TempData.SayDone(texts["An officer looks at it. We write to you when that is done."]);
                return LocalRedirect(PaymentRoutes.Mine(reference));
            }

            ModelState.AddRefusals(outcome.Refusals, sentences);
        }

        return await Page(reference, id, form);
    }

    /// <summary>The document handed in.</summary>
    [HttpGet(One + "/document")]
    public async Task<IActionResult> Document(string reference, long id)
    {
        await using var work = await database.Read();
        return await this.MilestoneDocument(work, files, await AwardRepository.FindFor(work, reference, User.Actor().Person), id);
    }

    private async Task<IActionResult> Page(string reference, long id, MilestoneForm? form)
    {
        await using var work = await database.Read();
        var actor = User.Actor();
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award || await ScheduleRepository.FindMilestone(work, award.Id, id) is not { } milestone)
        {
            return NotFound();
        }

        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person))?.Role;
        return View("Show", new MilestoneView(award, milestone, MilestoneRules.MayTell(award, milestone, actor, role ?? MemberRole.Viewer) is null, form ?? new MilestoneForm { Version = milestone.Version, Evidence = milestone.Evidence }));
    }
}
