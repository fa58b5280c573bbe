using GrantsPortal.Awards;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments.Recovery;

/// <summary>Money asked back, on the staff's desk.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class RecoveriesController(RecoveryDesk desk, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const string One = RecoveryRoutes.Desk + "/{reference}";

    /// <summary>What is asked back, newest first.</summary>
    [HttpGet(RecoveryRoutes.Desk)]
    public async Task<IActionResult> Index(RepaymentState? state, bool surplus, long? before)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var found = await RepaymentRepository.List(work, state, surplus, before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        return View(new RecoveriesView(
            state,
            surplus,
            page,
            [.. (await RepaymentRepository.Owed(work)).Where(award => award.ToAsk.Minor > 0)],
            await RepaymentRepository.Counts(work),
            found.Count > PageSize ? Url.Action(nameof(Index), new { state, surplus = surplus ? "true" : null, before = page[^1].Id }) : null,
            before is null ? null : Url.Action(nameof(Index), new { state, surplus = surplus ? "true" : null })));
    }

    /// <summary>Asks how much of an award is asked back, and why.</summary>
    [HttpGet(RecoveryRoutes.Ask), Authorize(Policies.AskBack)]
    public Task<IActionResult> Ask(string? award) => AskPage(award, null);

    /// <summary>Asks it back.</summary>
    [HttpPost(RecoveryRoutes.Ask), Authorize(Policies.AskBack)]
    public async Task<IActionResult> Ask(string? award, AskForm form)
    {
        if (!ModelState.IsValid)
        {
            return await AskPage(award, form);
        }

        var currency = await CurrencyOf(award);
        var asked = await desk.Ask(User.Actor(), award ?? "", currency is null ? null : Amounts.Of(form.Amount, currency), form.Reason, form.DueOn);
        if (asked.Refused)
        {
            ModelState.AddRefusals(asked.Refusals, sentences);
            return await AskPage(award, form);
        }

        TempData.SayDone(texts["{0} is asked back, and the organisation has been written to.", asked.Value]);
        return LocalRedirect(RecoveryRoutes.Show(asked.Value));
    }

    /// <summary>One repayment with everything that came.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, new RecoveryForm());

    /// <summary>Notes what came to the bank.</summary>
    [HttpPost(One + "/note"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Note(string reference, RecoveryForm form)
    {
        if (await Find(reference) is not { } repayment)
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await After(reference, form, await desk.Note(User.Actor(), reference, Amounts.Of(form.Amount, repayment.Currency), form.BankReference, form.On), texts["What came is counted."])
            : await Page(reference, form);
    }

    /// <summary>Cancels what should not have been asked.</summary>
    [HttpPost(One + "/cancel"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Cancel(string reference, RecoveryForm form) =>
        await After(reference, form, await desk.Cancel(User.Actor(), reference, form.Version, form.Reason), texts["It is no longer asked, and the organisation has been written to."]);

    /// <summary>Gives the rest up.</summary>
    [HttpPost(One + "/write-off"), Authorize(Policies.Decide)]
    public async Task<IActionResult> WriteOff(string reference, RecoveryForm form) =>
        await After(reference, form, await desk.WriteOff(User.Actor(), reference, form.Version, form.Reason), texts["The rest is given up, and the organisation has been written to."]);

    /// <summary>Notes that what was too much was given back.</summary>
    [HttpPost(One + "/gave-back"), Authorize(Policies.Finance)]
    public async Task<IActionResult> GaveBack(string reference, RecoveryForm form) =>
        await After(reference, form, await desk.GaveBack(User.Actor(), reference, form.Receipt, form.Reason), texts["It is noted as given back."]);

    private async Task<IActionResult> After(string reference, RecoveryForm form, Outcome outcome, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(RecoveryRoutes.Show(reference));
    }

    private async Task<IActionResult> Page(string reference, RecoveryForm form)
    {
        await using var work = await database.Read();
        if (await RepaymentRepository.FindByReference(work, reference) is not { } repayment)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(form.Version));
        form.Version = repayment.Version;
        return View(nameof(Show), new RecoveryView(repayment, await RepaymentRepository.Receipts(work, repayment.Id), await RepaymentRepository.OpenLink(work, repayment.Id), form));
    }

    private async Task<IActionResult> AskPage(string? reference, AskForm? form)
    {
        await using var work = await database.Read();
        var award = string.IsNullOrWhiteSpace(reference) ? null : await AwardRepository.FindByReference(work, reference.Trim());
        if (award is null or { ProgrammeId: null })
        {
            return NotFound();
        }

        var owed = await RepaymentRepository.OwedOf(work, award.Id);
        form ??= new AskForm { Amount = owed is { ToAsk.Minor: > 0 } ? owed.ToAsk.Amount : null };
        return View(nameof(Ask), new AskView(award, await RecoveryDesk.Most(work, award), owed, form));
    }

    private async Task<string?> CurrencyOf(string? award)
    {
        await using var work = await database.Read();
        return (await AwardRepository.FindByReference(work, award ?? ""))?.Currency;
    }

    private async Task<Repayment?> Find(string reference)
    {
        await using var work = await database.Read();
        return await RepaymentRepository.FindByReference(work, reference);
    }
}

/// <summary>Amounts typed into a form.</summary>
internal static class Amounts
{
    /// <summary>The amount; null when none was typed, or one finer than the currency's minor unit.</summary>
    public static Money? Of(decimal? typed, string currency) =>
        typed is { } amount && decimal.Round(amount, Money.DigitsOf(currency)) == amount ? new Money(amount, currency) : null;
}

/// <summary>What is asked back.</summary>
public sealed class AskForm
{
    /// <summary>How much.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>Why; the organisation reads it.</summary>
    public string? Reason { get; set; }

    /// <summary>Until when it is hoped for.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>What is done with money asked back.</summary>
public sealed class RecoveryForm
{
    /// <summary>What came.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>The bank's own reference of the entry.</summary>
    public string? BankReference { get; set; }

    /// <summary>Day the bank booked it.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why, or how.</summary>
    public string? Reason { get; set; }

    /// <summary>Which receipt is meant.</summary>
    public long Receipt { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}

/// <summary>The list, and what has still to be asked back of awards that ended early.</summary>
public sealed record RecoveriesView(
    RepaymentState? State, bool Surplus, IReadOnlyList<Repayment> Repayments, IReadOnlyList<OwedAward> Owed, IReadOnlyList<RepaymentCount> Counts, string? Next, string? First);

/// <summary>Asking money of an award back.</summary>
/// <param name="Award">The award.</param>
/// <param name="Most">What may be asked at most.</param>
/// <param name="Owed">What is owed back since it ended early; null when it did not, or nothing is.</param>
/// <param name="Form">What was typed; at first what has still to be asked.</param>
public sealed record AskView(Award Award, Money Most, OwedAward? Owed, AskForm Form);

/// <summary>One repayment for staff.</summary>
public sealed record RecoveryView(Repayment Repayment, IReadOnlyList<RepaymentReceipt> Receipts, RepaymentLink? Link, RecoveryForm Form);
