using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>Batches of payments for the bank: putting together, releasing, fetching the file.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class BatchesController(
    PortalDatabase database, BatchDesk desk, PaymentBlocks blocks, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 50;
    private const string One = BankRoutes.Batches + "/{reference}";

    /// <summary>Batches, newest first.</summary>
    [HttpGet(BankRoutes.Batches)]
    public async Task<IActionResult> Index(BatchState? state, long? before)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var found = await BatchRepository.List(work, state, before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        var counts = await BatchRepository.Counts(work);
        return View(new BatchesView(
            state,
            page,
            counts.ToDictionary(count => count.State, count => count.Number),
            await BatchRepository.FreeCount(work),
            found.Count > PageSize ? Url.Action(nameof(Index), new { state, before = page[^1].Id }) : null,
            before is null ? null : Url.Action(nameof(Index), new { state })));
    }

    /// <summary>Approved payments that may go into a batch.</summary>
    [HttpGet(BankRoutes.NewBatch), Authorize(Policies.Finance)]
    public Task<IActionResult> New(string? currency)
    {
        ModelState.Clear();
        return Choose(new BatchForm { Currency = currency });
    }

    /// <summary>Puts the chosen payments together.</summary>
    [HttpPost(BankRoutes.NewBatch), Authorize(Policies.Finance)]
    public async Task<IActionResult> New(BatchForm form)
    {
        var made = await desk.Make(User.Actor(), [.. form.Payments.Distinct()], form.ExecuteOn);
        if (made.Refused)
        {
            ModelState.AddRefusals(made.Refusals, sentences);
            return await Choose(form);
        }

        TempData.SayDone(texts["The batch {0} is put together. Somebody else releases it.", made.Value]);
        return LocalRedirect(BankRoutes.Batch(made.Value));
    }

    /// <summary>One batch with its payments.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, new BatchActForm());

    /// <summary>Releases a batch.</summary>
    [HttpPost(One + "/release"), Authorize(Policies.Pay)]
    public async Task<IActionResult> Release(string reference, BatchActForm form) =>
        await After(await desk.Release(User.Actor(), reference, form.Version), reference, form, texts["The batch {0} is released. Its file can be fetched and handed to the bank.", reference]);

    /// <summary>Cancels a batch.</summary>
    [HttpPost(One + "/cancel"), Authorize(Policies.Pay)]
    public async Task<IActionResult> Cancel(string reference, BatchActForm form) =>
        await After(await desk.Cancel(User.Actor(), reference, form.Version, form.Reason), reference, form, texts["The batch {0} is cancelled. Its payments are free again.", reference]);

    /// <summary>Takes one payment out.</summary>
    [HttpPost(One + "/take-out"), Authorize(Policies.Finance)]
    public async Task<IActionResult> TakeOut(string reference, BatchActForm form) =>
        await After(await desk.TakeOut(User.Actor(), reference, form.Version, form.Payment), reference, form, texts["The payment is out of the batch and free again."]);

    /// <summary>The file for the bank. What it holds in full, nobody but Finance gets, and each time stands in the audit trail.</summary>
    [HttpGet(One + "/file.{form:regex(^(xml|csv)$)}"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Download(string reference, string form)
    {
        var file = await desk.Download(User.Actor(), reference, form);
        if (file.Done)
        {
            Response.Headers.CacheControl = "no-store";
            return File(file.Value, form == "csv" ? "text/csv; charset=utf-8" : "application/xml; charset=utf-8", $"{reference}.{form}");
        }

        if (file.Refusals[0].Code == "batch.unknown")
        {
            return NotFound();
        }

        TempData.SayNote(sentences.Say(file.Refusals[0]));
        return LocalRedirect(BankRoutes.Batch(reference));
    }

    private async Task<IActionResult> After(Outcome outcome, string reference, BatchActForm form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(BankRoutes.Batch(reference));
    }

    private async Task<IActionResult> Choose(BatchForm form)
    {
        await using var work = await database.Read();
        var currency = form.Currency is { Length: 3 } chosen && chosen.All(char.IsAsciiLetterUpper) ? chosen : portal.Value.Currency;
        var payments = await PaymentRepository.ToRelease(work, PaymentMethod.BankTransfer, currency);
        var against = await blocks.Of(work, payments);
        form.Currency = currency;
        form.ExecuteOn ??= ModelState.IsValid ? BatchRules.NextWorkday(Instants.DayOf(HttpContext.ReceivedAt(), portal.Value.Zone)) : null;
        var rows = await Rows(work, payments, against);
        var otherCurrencies = (await BatchRepository.FreeCurrencies(work)).Where(other => other != currency).ToList();
        return View("New", new NewBatchView(form, rows, ModelState.IsValid, otherCurrencies));
    }

    private async Task<IActionResult> Page(string reference, BatchActForm form)
    {
        await using var work = await database.Read();
        if (await BatchRepository.Find(work, reference) is not { } batch)
        {
            return NotFound();
        }

        var payments = await PaymentRepository.OfBatch(work, batch.Id);
        var open = batch.State == BatchState.Open;
        var rows = await Rows(work, payments, await blocks.Of(work, open ? payments : []));
        ModelState.Remove(nameof(form.Version));
        form.Version = batch.Version;
        var today = Instants.DayOf(HttpContext.ReceivedAt(), portal.Value.Zone);
        return View("Show", new BatchView(batch, rows, open ? BatchRules.MayRelease(batch, payments, User.Actor(), today) : null, form));
    }

    private async Task<IReadOnlyList<BatchRow>> Rows(UnitOfWork work, IReadOnlyList<Payment> payments, ILookup<long, PaymentBlock> against)
    {
        long[] ids = [.. payments.Select(payment => payment.PayeeAccountId).OfType<long>().Distinct()];
        var accounts = ids.Length == 0 ? [] : (await PayeeRepository.Find(work, ids)).ToDictionary(account => account.Id);
        return
        [
            .. payments.Select(payment =>
            {
                var account = payment.PayeeAccountId is { } id ? accounts.GetValueOrDefault(id) : null;
                return new BatchRow(payment, account?.Holder, account?.Masked, [.. against[payment.Id]]);
            }),
        ];
    }
}

/// <summary>What goes into a batch.</summary>
public sealed class BatchForm
{
    /// <summary>The chosen payments.</summary>
    public List<long> Payments { get; set; } = [];

    /// <summary>The day the bank is to pay.</summary>
    public DateOnly? ExecuteOn { get; set; }

    /// <summary>Currency shown.</summary>
    public string? Currency { get; set; }
}

/// <summary>What is done with a batch.</summary>
public sealed class BatchActForm
{
    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>Why it is cancelled.</summary>
    public string? Reason { get; set; }

    /// <summary>The payment that is taken out.</summary>
    public long Payment { get; set; }
}

/// <summary>A payment of a batch, or for one.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Holder">In whose name the account is.</param>
/// <param name="Account">The account, masked.</param>
/// <param name="Against">What stands against paying it now.</param>
public sealed record BatchRow(Payment Payment, string? Holder, string? Account, IReadOnlyList<PaymentBlock> Against);

/// <summary>A page of batches.</summary>
public sealed record BatchesView(BatchState? State, IReadOnlyList<PaymentBatch> Batches, IReadOnlyDictionary<BatchState, int> Counts, int Free, string? Next, string? First);

/// <summary>Choosing payments.</summary>
/// <param name="Form">What was chosen.</param>
/// <param name="Rows">What can be chosen.</param>
/// <param name="Fresh">Whether nothing was chosen yet, so that everything is.</param>
/// <param name="OtherCurrencies">Currencies that approved payments are in as well.</param>
public sealed record NewBatchView(BatchForm Form, IReadOnlyList<BatchRow> Rows, bool Fresh, IReadOnlyList<string> OtherCurrencies)
{
    /// <summary>Those that nothing stands against.</summary>
    public IEnumerable<BatchRow> Possible => Rows.Where(row => row.Against.Count == 0);

    /// <summary>Whether a payment is chosen.</summary>
    public bool Chosen(BatchRow row) => Fresh ? row.Against.Count == 0 : Form.Payments.Contains(row.Payment.Id);
}

/// <summary>One batch.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Rows">Its payments.</param>
/// <param name="Against">Why the reader may not release it; null when they may, or it is not open.</param>
/// <param name="Form">What was typed.</param>
public sealed record BatchView(PaymentBatch Batch, IReadOnlyList<BatchRow> Rows, Refusal? Against, BatchActForm Form);
