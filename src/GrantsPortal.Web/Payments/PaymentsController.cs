using GrantsPortal.Funds;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments;

/// <summary>Finance's desk: what is due, blocked and why, prepared, sent, failed; and each payment's whole story.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class PaymentsController(PortalDatabase database, PaymentDesk desk, DeskReader reader, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = PaymentRoutes.Desk + "/{reference:regex(^PY-\\d+-\\d+$)}";

    /// <summary>One view of the desk; what it is narrowed to stands in the address.</summary>
    [HttpGet(PaymentRoutes.Desk)]
    public async Task<IActionResult> Index(PaymentsQuery query)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var page = await reader.Read(work, query.Chosen, query.Filter(), query.Why, query.After);
        var funds = await ProgrammeRepository.All(work);
        return View(new DeskPageView(query, page, funds, page.Next is null ? null : Url.Action(nameof(Index), query.Route(page.Next)), query.After is null ? null : Url.Action(nameof(Index), query.Route(null))));
    }

    /// <summary>Names and counts what preparing the chosen payments will do.</summary>
    [HttpGet(PaymentRoutes.Prepare), Authorize(Policies.Finance)]
    public Task<IActionResult> Prepare(string[] pick) => Choice(pick, approving: false);

    /// <summary>Prepares exactly these.</summary>
    [HttpPost(PaymentRoutes.Prepare), Authorize(Policies.Finance)]
    public async Task<IActionResult> Prepare(string[] pick, string? seen) =>
        await After(await desk.Prepare(User.Actor(), pick, seen ?? ""), pick, approving: false);

    /// <summary>Names and counts what approving the chosen payments will do.</summary>
    [HttpGet(PaymentRoutes.Approve), Authorize(Policies.Pay)]
    public Task<IActionResult> Approve(string[] pick) => Choice(pick, approving: true);

    /// <summary>Approves exactly these.</summary>
    [HttpPost(PaymentRoutes.Approve), Authorize(Policies.Pay)]
    public async Task<IActionResult> Approve(string[] pick, string? seen) =>
        await After(await desk.Approve(User.Actor(), pick, seen ?? ""), pick, approving: true);

    /// <summary>One payment's whole story.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Story(reference, nameof(Show), null);

    /// <summary>What taking it back means.</summary>
    [HttpGet(One + "/take-back"), Authorize(Policies.Pay)]
    public Task<IActionResult> TakeBack(string reference) => Story(reference, nameof(TakeBack), null);

    /// <summary>Takes it back, with a reason.</summary>
    [HttpPost(One + "/take-back"), Authorize(Policies.Pay)]
    public async Task<IActionResult> TakeBack(string reference, ReasonForm form) =>
        await After(await desk.TakeBack(User.Actor(), reference, form.Version, form.Reason), reference, nameof(TakeBack), form, texts["{0} can be prepared anew.", reference]);

    /// <summary>What cancelling means.</summary>
    [HttpGet(One + "/cancel"), Authorize(Policies.Finance)]
    public Task<IActionResult> Cancel(string reference) => Story(reference, nameof(Cancel), null);

    /// <summary>Cancels this attempt, with a reason.</summary>
    [HttpPost(One + "/cancel"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Cancel(string reference, ReasonForm form) =>
        await After(await desk.Cancel(User.Actor(), reference, form.Version, form.Reason), reference, nameof(Cancel), form, texts["{0} is cancelled. The next attempt waits to be prepared.", reference]);

    /// <summary>Tries a failed payment again.</summary>
    [HttpPost(One + "/retry"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Retry(string reference)
    {
        var outcome = await desk.Retry(User.Actor(), reference);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Story(reference, nameof(Show), null);
        }

        TempData.SayDone(texts["{0} follows {1}. Prepare it, and it is paid as any other.", outcome.Value.Reference, reference]);
        return LocalRedirect(PaymentRoutes.Show(outcome.Value.Reference));
    }

    private async Task<IActionResult> Choice(string[] pick, bool approving)
    {
        if (pick.Length is 0 or > PaymentDesk.Most)
        {
            TempData.SayNote(sentences.Say(pick.Length == 0 ? new Refusal("payment.none-chosen") : new Refusal("payment.too-many", PaymentDesk.Most)));
            return LocalRedirect(approving ? PaymentRoutes.In("prepared") : PaymentRoutes.Desk);
        }

        await using var work = await database.Read();
        var (payments, blocks) = await reader.Chosen(work, pick);
        if (payments.Count == 0)
        {
            return NotFound();
        }

        var actor = User.Actor();
        var lines = payments.Select(payment => new ChoiceLine(payment, (approving ? PaymentRules.MayApprove(payment, actor) : PaymentRules.MayPrepare(payment, actor)) is { } against
            ? [sentences.Say(against)] : [.. blocks[payment.Id].Select(block => sentences.Say(block.Why))])).ToList();
        var accounts = await PayeeRepository.InForce(work, [.. payments.Select(payment => payment.OrganisationId).OfType<long>().Distinct()], [.. payments.Select(payment => payment.PersonId).OfType<long>().Distinct()]);
        return View("Choice", new ChoiceView(approving, lines, accounts, DeskReader.Seen(payments)));
    }

    private async Task<IActionResult> After(Outcome<IReadOnlyList<PaymentStep>> outcome, string[] pick, bool approving)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Choice(pick, approving);
        }

        var done = outcome.Value.Count(step => step.Done);
        var left = outcome.Value.Where(step => !step.Done).ToList();
        if (done > 0)
        {
            TempData.SayDone(approving ? texts["{0} approved. They can be released now.", done] : texts["{0} prepared. Somebody else has to approve them.", done]);
        }

        if (left.Count > 0)
        {
            TempData.SayNote(texts["Left as it was: {0}", string.Join("; ", left.Take(10).Select(step => $"{step.Payment.Reference} ({sentences.Say(step.Refusals[0])})"))]);
        }

        return LocalRedirect(approving ? PaymentRoutes.In("approved") : PaymentRoutes.In("prepared"));
    }

    private async Task<IActionResult> After(Outcome outcome, string reference, string view, ReasonForm form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Story(reference, view, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(PaymentRoutes.Show(reference));
    }

    private async Task<IActionResult> Story(string reference, string view, ReasonForm? form)
    {
        await using var work = await database.Read();
        if (await PaymentRepository.FindByReference(work, reference) is not { } payment)
        {
            return NotFound();
        }

        var (_, blocks) = payment.State is PaymentState.Due or PaymentState.Approved && payment.ReleasedAt is null ? await reader.Chosen(work, [reference]) : ([], Array.Empty<PaymentBlock>().ToLookup(block => block.PaymentId));
        return View(view, new StoryView(
            payment,
            payment.InstalmentId is { } instalment ? await ScheduleRepository.Find(work, instalment) : null,
            payment.BatchId is { } batch ? await BatchRepository.Find(work, batch) : null,
            payment.PayeeAccountId is { } account ? await PayeeRepository.Find(work, account) : null,
            [.. blocks[payment.Id].Select(block => new BlockLine(sentences.Say(block.Why), block.Path))],
            await PaymentRepository.Events(work, payment.Id),
            await PaymentRepository.Mails(work, payment.Id),
            await PaymentRepository.Answers(work, payment.Id),
            await PaymentRepository.AttemptsOf(work, payment),
            User.Actor(),
            payment is { IsPrepared: true } or { State: PaymentState.Approved, ReleasedAt: null } && payment.IsDecidedBy(User.Actor().PersonId) ? sentences.Say(new Refusal("payment.decided-by-you", payment.Reference)) : null,
            form ?? new ReasonForm { Version = payment.Version }));
    }
}
