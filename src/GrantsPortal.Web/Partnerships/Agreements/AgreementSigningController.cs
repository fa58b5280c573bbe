using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Agreements;
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

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>Signing, for the city and for partners: by typed name, after the password. Approvers read an agreement only while it waits for the city's signature.</summary>
[Authorize(Policies.SignedIn)]
public sealed class AgreementSigningController(PortalDatabase database, AgreementDesk desk, AgreementReader reader, ProvenAgain proven, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string ForCity = AgreementRoutes.All + "/{reference:regex(^PA-)}/sign";
    private const string ForPartner = AgreementRoutes.Mine + "/{reference}/sign/{organisation:long}";

    /// <summary>What the city would sign.</summary>
    [HttpGet(ForCity), Authorize(Policies.SignAgreements)]
    public Task<IActionResult> City(string reference) => Page(reference, null, new PartnerSignForm());

    /// <summary>Signs for the city.</summary>
    [HttpPost(ForCity), Authorize(Policies.SignAgreements), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> City(string reference, PartnerSignForm form) => Sign(reference, null, form, PartnershipPath(reference));

    /// <summary>What an organisation would sign.</summary>
    [HttpGet(ForPartner)]
    public Task<IActionResult> Partner(string reference, long organisation) => Page(reference, organisation, new PartnerSignForm());

    /// <summary>Signs for it.</summary>
    [HttpPost(ForPartner), EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Partner(string reference, long organisation, PartnerSignForm form) => Sign(reference, organisation, form, AgreementRoutes.My(reference));

    private string PartnershipPath(string reference) => CommitmentRules.MayKeep(User.Actor()) ? AgreementRoutes.Show(reference) : "/my";

    private async Task<IActionResult> Sign(string reference, long? organisation, PartnerSignForm form, string then)
    {
        if (PartnerAgreementRules.CheckName(form.Name) is { } wrong)
        {
            ModelState.AddRefusal(wrong, sentences);
        }

        if (!form.Agree)
        {
            ModelState.AddRefusal(new Refusal("partner-agreement.agree-missing").At(nameof(form.Agree)), sentences);
        }

        if (ModelState.IsValid && await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
        }

        if (!ModelState.IsValid)
        {
            return await Page(reference, organisation, form);
        }

        if (await desk.Sign(User.Actor(), reference, organisation, form.Version, form.Name, HttpContext.ReceivedAt()) is not { } signed)
        {
            return NotFound();
        }

        if (signed.Done)
        {
            TempData.SayDone(signed.Value == PartnerAgreementState.InForce ? texts["Yours was the last signature: it is in force, and everybody is told."] : texts["You have signed. It is in force once all have."]);
            return LocalRedirect(then);
        }

        ModelState.AddRefusals(signed.Refusals, sentences);
        return await Page(reference, organisation, form);
    }

    private async Task<IActionResult> Page(string reference, long? organisation, PartnerSignForm form)
    {
        await using var work = await database.Read();
        var actor = User.Actor();
        if (await PartnerAgreementRepository.Find(work, reference) is not { Agreement.State: PartnerAgreementState.Offered } whole
            || (organisation is { } party && (!whole.Has(party) || await OrganisationRepository.MembershipOf(work, party, actor.Person) is null)))
        {
            return NotFound();
        }

        var against = await AgreementDesk.Against(work, actor, whole, organisation, reader.Today(work));

        // The page shows the agreement as it is now, so that sending again is a choice made knowingly.
        form.Version = whole.Agreement.Version;
        ModelState.Remove(nameof(form.Version));
        return View("/Partnerships/Agreements/Sign.cshtml", new SignView(
            await reader.View(work, whole), whole.Parties.FirstOrDefault(one => one.OrganisationId == organisation), against is null ? null : sentences.Say(against), form));
    }
}
