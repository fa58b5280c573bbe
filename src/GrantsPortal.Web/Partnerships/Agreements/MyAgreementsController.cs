using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>What the reader's own organisations agreed with the city. Drafts are not theirs to read.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyAgreementsController(PortalDatabase database, AgreementDesk desk, AgreementReader reader, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = AgreementRoutes.Mine + "/{reference}";

    /// <summary>All of them.</summary>
    [HttpGet(AgreementRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var today = reader.Today(work);
        var (parties, readable) = await reader.Readable(work, User.Actor(), await PartnerAgreementRepository.ForMember(work, User.Actor().Person, today), today);
        return View("/Partnerships/Agreements/Mine.cshtml", new MyAgreementsPage(readable, parties, today));
    }

    /// <summary>One.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, null);

    /// <summary>Sends it back with what is wanted otherwise.</summary>
    [HttpPost(One + "/send-back/{organisation:long}")]
    public async Task<IActionResult> SendBack(string reference, long organisation, int version, string? reason)
    {
        if (await desk.SendBack(User.Actor(), reference, organisation, version, reason) is not { } sent)
        {
            return NotFound();
        }

        if (sent.Done)
        {
            TempData.SayDone(texts["Your focal point has what you want otherwise. It comes back to you for signing when it is changed."]);
            return LocalRedirect(AgreementRoutes.Mine);
        }

        ModelState.AddRefusals(sent.Refusals, sentences);
        return await Page(reference, reason);
    }

    /// <summary>The signed document.</summary>
    [HttpGet(One + "/agreement.{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Document(string reference, string form)
    {
        await using var work = await database.Read();
        var whole = await Own(work, reference);
        return await reader.Document(work, whole?.Agreement, form) is { } file && files.Has(file.Hash) ? File(files.Open(file.Hash), file.ContentType, file.Name) : NotFound();
    }

    private async Task<WholeAgreement?> Own(UnitOfWork work, string reference)
    {
        var memberships = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        return await reader.Find(work, User.Actor(), reference) is { } whole && whole.Agreement is not { State: PartnerAgreementState.Draft } and not { State: PartnerAgreementState.Ended, InForceAt: null }
            && memberships.Any(membership => whole.Has(membership.OrganisationId)) ? whole : null;
    }

    private async Task<IActionResult> Page(string reference, string? reason)
    {
        await using var work = await database.Read();
        if (await Own(work, reference) is not { } whole)
        {
            return NotFound();
        }

        var (actor, today) = (User.Actor(), reader.Today(work));
        var memberships = (await OrganisationRepository.MembershipsOf(work, actor.Person)).ToDictionary(membership => membership.OrganisationId, membership => membership.Role);
        var owned = whole.Parties.Where(party => memberships.GetValueOrDefault(party.OrganisationId, MemberRole.Viewer) == MemberRole.Owner).ToList();
        return View("/Partnerships/Agreements/My.cshtml", (await reader.View(work, whole)) with
        {
            Owned = owned,
            ToSign = [.. owned.Where(party => PartnerAgreementRules.SignFor(whole, party, MemberRole.Owner, actor.Person, today) is null)],
            GoalPath = goal => goal.OrganisationId is { } owner && memberships.ContainsKey(owner) ? AgreementRoutes.MyGoal(reference, goal.Id) : null,
            Reason = reason,
        });
    }
}
