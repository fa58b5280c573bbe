using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships;

/// <summary>Commitments of a partner: noted, changed, kept, given up.</summary>
[Authorize(Policies.KeepPartnerships)]
public sealed class CommitmentsController(PortalDatabase database, CommitmentDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Of = PartnershipRoutes.All + "/{partner:long}/commitments";
    private const string One = Of + "/{id:long}";

    /// <summary>A new one.</summary>
    [HttpGet(Of + "/new")]
    public Task<IActionResult> New(long partner) => Page(partner, null, new CommitmentForm { OwnerId = User.Actor().Person });

    /// <summary>Notes it.</summary>
    [HttpPost(Of + "/new")]
    public async Task<IActionResult> New(long partner, CommitmentForm form) =>
        ModelState.IsValid ? await After(partner, null, form, await desk.Note(User.Actor(), CommitmentSource.Desk, [form.Read(partner)]), texts["Noted"]) : await Page(partner, null, form);

    /// <summary>An open one.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Edit(long partner, long id) => Page(partner, id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(One)]
    public async Task<IActionResult> Edit(long partner, long id, CommitmentForm form) =>
        ModelState.IsValid ? await After(partner, id, form, await desk.Change(User.Actor(), partner, id, form.Version, form.Read(partner)), texts["Saved"]) : await Page(partner, id, form);

    /// <summary>Notes that it was kept.</summary>
    [HttpPost(One + "/keep")]
    public async Task<IActionResult> Keep(long partner, long id, int version, string? reason) =>
        await After(partner, id, null, await desk.End(User.Actor(), partner, id, version, CommitmentStates.Keep, reason), texts["Noted as kept"], reason);

    /// <summary>Gives it up.</summary>
    [HttpPost(One + "/drop")]
    public async Task<IActionResult> Drop(long partner, long id, int version, string? reason) =>
        await After(partner, id, null, await desk.End(User.Actor(), partner, id, version, CommitmentStates.Drop, reason), texts["Given up"], reason);

    private async Task<IActionResult> After(long partner, long? id, CommitmentForm? form, Outcome? outcome, string done, string? reason = null)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(PartnershipRoutes.Show(partner) + "#commitments");
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(partner, id, form, reason, known.Refusals[0].Code == "commitment.changed-meanwhile");
    }

    private async Task<IActionResult> Page(long partner, long? id, CommitmentForm? form, string? reason = null, bool changed = false)
    {
        await using var work = await database.Read();
        var commitment = id is { } known ? await CommitmentRepository.Find(work, partner, known) : null;
        if (await OrganisationRepository.Find(work, partner) is not { } organisation || (id is not null && commitment is null))
        {
            return NotFound();
        }

        if (commitment is { State: not CommitmentState.Open })
        {
            TempData.SayNote(texts["This commitment was ended meanwhile."]);
            return LocalRedirect(PartnershipRoutes.Show(partner) + "#commitments");
        }

        if (changed && form is not null && commitment is not null)
        {
            // Saving again is then a choice made knowingly.
            form.Version = commitment.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return View("Edit", new CommitmentPage(organisation, commitment, form ?? CommitmentForm.Of(commitment!), await CommitmentDesk.Officers(work)) { Reason = reason });
    }
}

/// <summary>What the city and the reader's own organisations promised each other.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyCommitmentsController(PortalDatabase database, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>All of it, those open first.</summary>
    [HttpGet(PartnershipRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(new CommitmentsView(await CommitmentRepository.ForMember(work, User.Actor().Person), 0, false, Instants.DayOf(work.Now, portal.Value.Zone)));
    }
}
