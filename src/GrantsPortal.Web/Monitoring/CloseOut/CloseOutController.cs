using System.ComponentModel.DataAnnotations;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.CloseOut;

/// <summary>Closing an award out: checklist, final figures, completing, asking back, closing.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class CloseOutController(
    PortalDatabase database, CloseOutDesk desk, IOptions<AwardOptions> awards, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Path = AwardRoutes.Desk + "/{reference}/close-out";

    /// <summary>Where it stands, and what can be done.</summary>
    [HttpGet(Path)]
    public Task<IActionResult> Show(string reference) => Page(reference, new CloseOutForm());

    /// <summary>Notes that a line holds.</summary>
    [HttpPost(Path + "/tick"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Tick(string reference, CloseOutForm form) =>
        await After(await desk.Tick(User.Actor(), reference, form.Line, form.Note), reference, form, texts["Noted."]);

    /// <summary>Takes that back.</summary>
    [HttpPost(Path + "/untick"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Untick(string reference, CloseOutForm form) =>
        await After(await desk.Untick(User.Actor(), reference, form.Line), reference, form, texts["The note is taken back."]);

    /// <summary>Gives up payments that will not be made.</summary>
    [HttpPost(Path + "/cancel-payments"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> CancelPayments(string reference, CloseOutForm form) =>
        await After(await desk.CancelPayments(User.Actor(), reference, form.Reason), reference, form, texts["The payments are given up. Their money is released when the award is closed."]);

    /// <summary>Completes the work.</summary>
    [HttpPost(Path + "/complete"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Complete(string reference, CloseOutForm form) =>
        await After(await desk.Complete(User.Actor(), reference, form.Version), reference, form, texts["The award is completed, and the organisation is told. A second person closes it."]);

    /// <summary>Hands an ended award on.</summary>
    [HttpPost(Path + "/prepare"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Prepare(string reference, CloseOutForm form) =>
        await After(await desk.Prepare(User.Actor(), reference), reference, form, texts["Handed on. A second person closes it."]);

    /// <summary>Asks unspent money back.</summary>
    [HttpPost(Path + "/ask-back"), Authorize(Roles = $"{Roles.ProgrammeOfficer},{Roles.Finance}")]
    public async Task<IActionResult> AskBack(string reference, CloseOutForm form) =>
        await After(
            ModelState.IsValid ? await desk.AskBack(User.Actor(), reference, form.AskReason, form.Due) : Outcome.Ok, reference, form, texts["The organisation is asked, and told how to pay."],
            refusal => refusal.Field switch { "Reason" => refusal.At(nameof(form.AskReason)), "DueOn" => refusal.At(nameof(form.Due)), _ => refusal });

    /// <summary>Closes it for good.</summary>
    [HttpPost(Path + "/close"), Authorize(Roles = $"{Roles.ProgrammeOfficer},{Roles.Approver}")]
    public async Task<IActionResult> Close(string reference, CloseOutForm form) =>
        await After(await desk.Close(User.Actor(), reference, form.Version, form.Message), reference, form, texts["The award is closed. The organisation gets its final figures."]);

    private async Task<IActionResult> After(Outcome outcome, string reference, CloseOutForm form, string done, Func<Refusal, Refusal>? at = null)
    {
        if (outcome.Refused || !ModelState.IsValid)
        {
            ModelState.AddRefusals(outcome.Refusals.Select(at ?? (refusal => refusal)), sentences);
            return await Page(reference, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(MonitoringRoutes.CloseOut(reference));
    }

    private async Task<IActionResult> Page(string reference, CloseOutForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return NotFound();
        }

        var (with, today) = (await CloseOutReader.Read(work, award), Instants.DayOf(work.Now, portal.Value.Zone));
        var member = await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person) is not null;
        form.Version = HttpMethods.IsGet(Request.Method) ? award.Version : form.Version;
        form.AskReason ??= texts["You reported that {0} of what we paid for “{1}” was not needed. Thank you for saying so openly. Please pay it back, so that it can go to others; if that is hard in one sum or by that day, write to us.",
            with.Figures.Of(with.Figures.ToAskMinor).Format(), award.Title];
        form.Due ??= today.AddDays(RepaymentRules.UsualDays);
        return View(nameof(Show), new CloseOutView(with, CloseOutRules.Checklist(with), User.Actor(), member, form, CloseOutRules.RetainUntil(today, awards.Value.RetentionYears), awards.Value.RetentionYears)
        {
            Repayments = await RepaymentRepository.OfAward(work, award.Id),
            Document = (await AwardDocumentRepository.Of(work, award.Id)).LastOrDefault(document => document.Kind == AwardDocumentKind.CloseOut),
        });
    }
}

/// <summary>A close-out for staff.</summary>
public sealed record CloseOutView(CloseOutCase Case, IReadOnlyList<ChecklistLine> Checklist, Actor Actor, bool Member, CloseOutForm Form, DateOnly RetainUntil, int Years)
{
    /// <summary>The award.</summary>
    public Award Award => Case.Award;

    /// <summary>What it came to.</summary>
    public FinalFigures Figures => Case.Figures;

    /// <summary>What was asked back.</summary>
    public IReadOnlyList<Repayment> Repayments { get; init; } = [];

    /// <summary>The document, once it is closed.</summary>
    public AwardDocument? Document { get; init; }

    /// <summary>What stands against completing it.</summary>
    public IReadOnlyList<Refusal> AgainstCompleting => CloseOutRules.MayComplete(Case, Actor, Member);

    /// <summary>What stands against asking unspent money back.</summary>
    public IReadOnlyList<Refusal> AgainstAsking => CloseOutRules.MayAskBack(Case, Actor, Member);

    /// <summary>What stands against handing it on.</summary>
    public IReadOnlyList<Refusal> AgainstPreparing => CloseOutRules.MayPrepare(Case, Actor, Member);

    /// <summary>What stands against closing it.</summary>
    public IReadOnlyList<Refusal> AgainstClosing => CloseOutRules.MayClose(Case, Actor, Member);

    /// <summary>Whether the reader runs awards.</summary>
    public bool IsOfficer => Actor.Is(Roles.ProgrammeOfficer);
}

/// <summary>What is written at a close-out.</summary>
public sealed class CloseOutForm
{
    /// <summary>Which version of the award was shown.</summary>
    public int Version { get; set; }

    /// <summary>A line of the checklist.</summary>
    public CloseOutLine Line { get; set; } = CloseOutLine.Evaluation;

    /// <summary>What was seen.</summary>
    public string? Note { get; set; }

    /// <summary>Why payments are given up.</summary>
    public string? Reason { get; set; }

    /// <summary>The words in which unspent money is asked back.</summary>
    public string? AskReason { get; set; }

    /// <summary>Until when it is hoped for.</summary>
    [Display(Name = "The day")]
    public DateOnly? Due { get; set; }

    /// <summary>A word to the organisation.</summary>
    public string? Message { get; set; }
}
