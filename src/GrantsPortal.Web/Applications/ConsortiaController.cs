using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>The partners of an application: named by the applicant, answered by themselves.</summary>
public sealed class ConsortiaController(PortalDatabase database, ConsortiumDesk desk, IStringLocalizer<Texts> texts, Sentences sentences)
    : ApplicantController(database, texts, sentences)
{
    /// <summary>The partners of one's own application.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/partners")]
    public async Task<IActionResult> Partners(string reference) =>
        await Find(reference) is { } draft ? View(new PartnersPage(draft, new PartnerForm())) : NotFound();

    /// <summary>Names one more.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/partners"), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Name(string reference, PartnerForm form)
    {
        if (await Find(reference) is not { } draft)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var named = await desk.Name(Actor, reference, new PartnerPlan(form.Name ?? "", form.Part ?? "", form.ShareIn(draft.Application.Currency)));
            if (named.Done)
            {
                TempData.SayDone(named.Value.OrganisationId is null
                    ? T["{0} is named; it is not registered here, so nobody is asked", named.Value.Name]
                    : T["{0} is asked whether it applies with you", named.Value.Name]);
                return LocalRedirect("~" + ApplicationRoutes.Partners(reference));
            }

            ModelState.AddRefusals(named.Refusals, Sentences);
            draft = await Find(reference) ?? draft;
        }

        return View("Partners", new PartnersPage(draft, form));
    }

    /// <summary>Takes one out.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/partners/{id:long}/out")]
    public async Task<IActionResult> TakeOut(string reference, long id) =>
        After((await desk.TakeOut(Actor, reference, id)).Refusals, ApplicationRoutes.Partners(reference), T["It is not among the partners any more"]);

    /// <summary>Where one's organisations apply with others, or are asked to.</summary>
    [HttpGet(ApplicationRoutes.Consortia)]
    public async Task<IActionResult> Index()
    {
        await using var work = await Database.Read();
        return View(await ConsortiumRepository.Mine(work, Actor.Person));
    }

    /// <summary>One of them.</summary>
    [HttpGet(ApplicationRoutes.Consortia + "/{id:long}")]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await Database.Read();
        return await ConsortiumRepository.FindFor(work, id, Actor.Person) is { } partner
            && (await ConsortiumRepository.Mine(work, Actor.Person)).FirstOrDefault(row => row.Id == id) is { } row
            ? View(new ConsortiumPage(partner, row)) : NotFound();
    }

    /// <summary>Joins, declines or leaves.</summary>
    [HttpPost(ApplicationRoutes.Consortia + "/{id:long}/{act:regex(^(join|decline|leave)$)}")]
    public async Task<IActionResult> Answer(long id, string act) =>
        After((await desk.Answer(Actor, id, act)).Refusals, ApplicationRoutes.Consortium(id), T["Your answer is kept, and the applicant is told"]);
}

/// <summary>The partners of an application, and one to be named.</summary>
public sealed record PartnersPage(Draft Draft, PartnerForm Form)
{
    /// <summary>Whether partners can be named and taken out now.</summary>
    public bool MayChange => Draft.Application.OrganisationId is not null && DraftRules.Change(Draft.Application, Draft.MayEdit) is null;
}

/// <summary>What a partner is asked, before its own eyes.</summary>
public sealed record ConsortiumPage(ConsortiumPartner Partner, ConsortiumRow Row)
{
    /// <summary>The buttons, each with whether it is the first choice.</summary>
    public IEnumerable<(string Act, string Button)> Acts =>
        ConsortiumStates.Table.Lines.Where(step => step.From == Partner.State && (step.Act != ConsortiumStates.Join || Row.Application == ApplicationState.Draft)).Select(step => (step.Act, step.Button));
}

/// <summary>A partner as typed.</summary>
public sealed class PartnerForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What it does.</summary>
    public string? Part { get; set; }

    /// <summary>Its share of the amount asked for.</summary>
    [BindMoney]
    public decimal? Share { get; set; }

    /// <summary>Its share in minor units.</summary>
    public long? ShareIn(string currency) => Share is { } share ? new Money(share, currency).Minor : null;
}
