using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards;

/// <summary>An award as the members of its organisation see it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyAwardsController(PortalDatabase database, OfferDesk offers, AwardDesk desk, FileStore files, ProvenAgain proven, AwardParts parts, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = "/my/awards/{reference}";

    /// <summary>Where it stands, what to do next, the terms.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, nameof(Show), new AnswerForm());

    /// <summary>The terms once more, and what accepting takes.</summary>
    [HttpGet(One + "/accept")]
    public Task<IActionResult> Accept(string reference) => Page(reference, nameof(Accept), new AnswerForm());

    /// <summary>Accepts by typed name, after the password.</summary>
    [HttpPost(One + "/accept"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Accept(string reference, AnswerForm form)
    {
        if (AwardRules.CheckName(form.Name) is { } wrong)
        {
            ModelState.AddRefusal(wrong, sentences);
        }

        if (!form.Agree)
        {
            ModelState.AddRefusal(new Refusal("award.agree-missing").At(nameof(form.Agree)), sentences);
        }

        if (ModelState.IsValid && await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
        }

        if (!ModelState.IsValid)
        {
            return await Page(reference, nameof(Accept), form);
        }

        var outcome = await offers.Accept(User.Actor(), reference, form.Version, form.Name, HttpContext.ReceivedAt());
        return await After(outcome.Plain(), reference, nameof(Accept), form, outcome is { Done: true, Value: AwardState.Offered }
            ? texts["You have signed. The other Owners are told: the award is accepted once one of them has signed too."]
            : texts["You have accepted the award. The agreement is below."]);
    }

    /// <summary>What refusing means.</summary>
    [HttpGet(One + "/refuse")]
    public Task<IActionResult> Refuse(string reference) => Page(reference, nameof(Refuse), new AnswerForm());

    /// <summary>Refuses with a reason.</summary>
    [HttpPost(One + "/refuse")]
    public async Task<IActionResult> Refuse(string reference, AnswerForm form) =>
        await After(await offers.Refuse(User.Actor(), reference, form.Version, form.Reason, HttpContext.ReceivedAt()), reference, nameof(Refuse), form, texts["You have refused the award."]);

    /// <summary>How much is published, and asking for less.</summary>
    [HttpGet(One + "/publication")]
    public Task<IActionResult> Publication(string reference) => Page(reference, nameof(Publication), new AnswerForm());

    /// <summary>Asks for less to be published.</summary>
    [HttpPost(One + "/publication")]
    public async Task<IActionResult> Publication(string reference, AnswerForm form)
    {
        if (form.Publication is not { } wanted)
        {
            ModelState.AddModelError(nameof(form.Publication), texts["Choose what you ask for"]);
            return await Page(reference, nameof(Publication), form);
        }

        return await After(await desk.AskPublication(User.Actor(), reference, form.Version, wanted, form.Reason), reference, nameof(Publication), form, texts["Your request is with an officer. Until it is answered, less is published already."]);
    }

    /// <summary>The accepted agreement.</summary>
    [HttpGet(One + "/agreement.{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Agreement(string reference, string form)
    {
        await using var work = await database.Read();
        return await this.Agreement(work, files, await AwardRepository.FindFor(work, reference, User.Actor().Person), form);
    }

    private async Task<IActionResult> After(Outcome outcome, string reference, string view, AnswerForm form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, view, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(AwardRoutes.Mine(reference));
    }

    private async Task<IActionResult> Page(string reference, string view, AnswerForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, User.Actor().Person) is not { } award)
        {
            return NotFound();
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person);
        var application = award.ApplicationId is { } id ? await ApplicationRepository.Find(work, id) : null;
        var given = await SignatureRepository.Of(work, award.Id);
        var against = view == nameof(Accept)
            ? SignatureRules.Sign(award, membership?.Role, User.Actor().Person, given, HttpContext.ReceivedAt()).Refusals.FirstOrDefault()
            : AwardRules.MayAnswer(award, membership?.Role, HttpContext.ReceivedAt());
        // The page shows the award as it is now, so that sending again is a choice made knowingly.
        form.Version = award.Version;
        ModelState.Remove(nameof(form.Version));

        IReadOnlyList<AwardPart> shown = view == nameof(Show) ? await parts.ForMember(new AwardSight(award, User.Actor(), membership!.Role, HttpContext.ReceivedAt()), work) : [];
        return View(view, new MyAwardView(award, application, membership!.Role, against is null ? null : sentences.Say(against), form, shown)
        {
            Signatures = SignatureRules.Counting(given),
            Conditions = view == nameof(Accept) ? await ConditionRepository.Of(work, award.Id) : [],
        });
    }
}

/// <summary>One award for its members.</summary>
public sealed record MyAwardView(Award Award, Application? Application, MemberRole Role, string? Against, AnswerForm Form, IReadOnlyList<AwardPart> Parts)
{
    /// <summary>The signatures under the offer that count.</summary>
    public IReadOnlyList<AwardSignature> Signatures { get; init; } = [];

    /// <summary>What is needed before the first payment.</summary>
    public IReadOnlyList<AwardCondition> Conditions { get; init; } = [];

    /// <summary>How many Owners have to sign.</summary>
    public int Needed => SigningRules.Needed(Award.SigningRule);

    /// <summary>Whether the reader may answer the offer now.</summary>
    public bool MayAnswer => Against is null;

    /// <summary>Whether the reader may ask for less to be published.</summary>
    public bool MayAsk => Role != MemberRole.Viewer && Award.InForce != GrantsPortal.Organisations.Publication.Withheld;
}

/// <summary>What a member answers.</summary>
public sealed class AnswerForm : AgainForm
{
    /// <summary>Full name, typed.</summary>
    public string? Name { get; set; }

    /// <summary>Whether they say they may accept for the organisation.</summary>
    public bool Agree { get; set; }

    /// <summary>Why it is refused, or why less should be published.</summary>
    public string? Reason { get; set; }

    /// <summary>How much should be published.</summary>
    public Publication? Publication { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
