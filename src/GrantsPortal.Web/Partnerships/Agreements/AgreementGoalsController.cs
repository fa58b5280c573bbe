using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>A goal of an agreement: its progress, and what is promised for it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class AgreementGoalsController(PortalDatabase database, GoalDesk desk, CommitmentDesk commitments, AgreementReader reader, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string OnDesk = AgreementRoutes.All + "/{reference:regex(^PA-)}/goals/{id:long}";
    private const string Mine = AgreementRoutes.Mine + "/{reference}/goals/{id:long}";

    /// <summary>For staff.</summary>
    [HttpGet(OnDesk), Authorize(Policies.ReadPartnerships)]
    public Task<IActionResult> Show(string reference, long id) => Page(reference, id, staff: true, null, null, 0);

    /// <summary>Notes progress, and moves it.</summary>
    [HttpPost(OnDesk), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Show(string reference, long id, ProgressForm form) => Note(reference, id, staff: true, form);

    /// <summary>For members.</summary>
    [HttpGet(Mine)]
    public Task<IActionResult> My(string reference, long id) => Page(reference, id, staff: false, null, null, 0);

    /// <summary>Notes progress.</summary>
    [HttpPost(Mine)]
    public Task<IActionResult> My(string reference, long id, ProgressForm form) => Note(reference, id, staff: false, form);

    /// <summary>Draws a commitment from it.</summary>
    [HttpPost(OnDesk + "/commitments"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Commit(string reference, long id, long partner, CommitmentForm form)
    {
        WholeAgreement? whole;
        await using (var work = await database.Read())
        {
            whole = await reader.Find(work, User.Actor(), reference);
        }

        if (whole is null || whole.Goals.All(goal => goal.Id != id) || !whole.Has(partner))
        {
            return NotFound();
        }

        var source = new CommitmentSource(CommitmentOrigin.Agreement, whole.Agreement.Id, $"{whole.Agreement.Title} ({reference})");
        var noted = ModelState.IsValid ? await commitments.Note(User.Actor(), source, [form.Read(partner)]) : Outcome.Ok;
        if (ModelState.IsValid && noted is { Done: true })
        {
            TempData.SayDone(texts["Noted"]);
            return LocalRedirect(AgreementRoutes.Goal(reference, id));
        }

        ModelState.AddRefusals(noted?.Refusals ?? [], sentences);
        return noted is null ? NotFound() : await Page(reference, id, staff: true, null, form, partner);
    }

    private async Task<IActionResult> Note(string reference, long id, bool staff, ProgressForm form)
    {
        var act = staff && !string.IsNullOrEmpty(form.Act) ? form.Act : null;
        var noted = ModelState.IsValid ? await desk.Note(User.Actor(), reference, id, form.Version, act, form.Words, form.NotedOn) : Outcome.Ok;
        if (noted is not { } known)
        {
            return NotFound();
        }

        if (ModelState.IsValid && known.Done)
        {
            TempData.SayDone(texts["Noted"]);
            return LocalRedirect(staff ? AgreementRoutes.Show(reference) : AgreementRoutes.My(reference));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(reference, id, staff, form, null, 0);
    }

    private async Task<IActionResult> Page(string reference, long id, bool staff, ProgressForm? form, CommitmentForm? commitment, long partner)
    {
        await using var work = await database.Read();
        var (actor, today) = (User.Actor(), reader.Today(work));
        if (await reader.Find(work, actor, reference) is not { } whole || whole.Goals.FirstOrDefault(goal => goal.Id == id) is not { } goal)
        {
            return NotFound();
        }

        var membership = goal.OrganisationId is { } owner ? await OrganisationRepository.MembershipOf(work, owner, actor.Person) : null;
        if (!staff && (membership is null || whole.Agreement.InForceAt is null))
        {
            return NotFound();
        }

        form ??= new ProgressForm { NotedOn = today };
        form.Version = goal.Version;
        ModelState.Remove(nameof(form.Version));
        var (keeps, inForce) = (CommitmentRules.MayKeep(actor), whole.Agreement.State == PartnerAgreementState.InForce);
        return View(staff ? "/Partnerships/Agreements/Goal.cshtml" : "/Partnerships/Agreements/MyGoal.cshtml", new GoalPage(await reader.View(work, whole), goal, form)
        {
            MayNote = inForce && (staff ? keeps : membership!.MayEdit),
            Commitment = staff && keeps && inForce && goal.State == PartnerGoalState.Open
                ? commitment ?? new CommitmentForm { MadeBy = goal.OrganisationId is null ? CommitmentMaker.City : CommitmentMaker.Partner, What = goal.What, DueOn = goal.DueOn < today ? null : goal.DueOn, OwnerId = actor.Person }
                : null,
            Partner = partner != 0 ? partner : goal.OrganisationId ?? whole.Parties[0].OrganisationId,
            Officers = staff ? await CommitmentDesk.Officers(work) : [],
            Commitments = staff ? await CommitmentRepository.FromRecord(work, CommitmentOrigin.Agreement, whole.Agreement.Id) : [],
        });
    }
}
