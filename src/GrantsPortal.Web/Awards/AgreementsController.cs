using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
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

namespace GrantsPortal.Web.Awards;

/// <summary>What waits between an offer and its first payment, and the city's signature.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class AgreementsController(PortalDatabase database, CounterSignDesk desk, ProvenAgain proven, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Sign = AwardRoutes.Desk + "/{reference}/counter-sign";

    /// <summary>Waiting for a second Owner, for the city's signature, for an officer's look, for the organisation.</summary>
    [HttpGet(AwardRoutes.Agreements)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var actor = User.Actor();
        var mine = actor.Is(Roles.Approver) ? await SignatureRepository.ToCounterSign(work, actor.Person) : [];
        return View(new AgreementsView(
            await SignatureRepository.HalfSigned(work),
            await SignatureRepository.ToCounterSign(work, null),
            mine.Select(row => row.Id).ToHashSet(),
            await ConditionRepository.HandedIn(work),
            await ConditionRepository.StillOpen(work)));
    }

    /// <summary>The terms that were accepted, and what signing takes.</summary>
    [HttpGet(Sign), Authorize(Policies.Decide)]
    public Task<IActionResult> CounterSign(string reference) => Page(reference, new CounterSignForm());

    /// <summary>Signs for the city by typed name, after the password.</summary>
    [HttpPost(Sign), Authorize(Policies.Decide), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> CounterSign(string reference, CounterSignForm form)
    {
        if (AwardRules.CheckName(form.Name) is { } wrong)
        {
            ModelState.AddRefusal(wrong, sentences);
        }

        if (ModelState.IsValid && await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
        }

        var outcome = ModelState.IsValid ? await desk.Sign(User.Actor(), reference, form.Name, HttpContext.ReceivedAt()) : Outcome.Ok;
        if (ModelState.IsValid && outcome.Done)
        {
            TempData.SayDone(texts["You have signed for the city. The organisation is told, and the counter-signed agreement is below."]);
            return LocalRedirect(AwardRoutes.Documents(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(reference, form);
    }

    private async Task<IActionResult> Page(string reference, CounterSignForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return NotFound();
        }

        var against = await CounterSignDesk.Against(work, User.Actor(), award.Id);
        return View(nameof(CounterSign), new CounterSignView(
            award, await SignatureRepository.Of(work, award.Id), await ConditionRepository.Of(work, award.Id), against is null ? null : sentences.Say(against), form));
    }
}

/// <summary>What waits.</summary>
/// <param name="HalfSigned">Offers one of two Owners signed.</param>
/// <param name="ToCounterSign">Agreements the city has not signed.</param>
/// <param name="Mine">Those of them the reader may sign.</param>
/// <param name="HandedIn">What an officer has to look at.</param>
/// <param name="StillOpen">What organisations still have to do.</param>
public sealed record AgreementsView(
    IReadOnlyList<AgreementRow> HalfSigned, IReadOnlyList<AgreementRow> ToCounterSign, IReadOnlySet<long> Mine, IReadOnlyList<WaitingCondition> HandedIn, IReadOnlyList<WaitingCondition> StillOpen);

/// <summary>An agreement to counter-sign.</summary>
public sealed record CounterSignView(Award Award, IReadOnlyList<AwardSignature> Signatures, IReadOnlyList<AwardCondition> Conditions, string? Against, CounterSignForm Form);

/// <summary>The city's signature as typed.</summary>
public sealed class CounterSignForm : AgainForm
{
    /// <summary>Full name, typed.</summary>
    public string? Name { get; set; }
}
