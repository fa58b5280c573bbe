using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>Entries of statements that a person clears by hand.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class LinesController(PortalDatabase database, StatementDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = BankRoutes.Statements + "/lines/{id:long}";

    /// <summary>One entry, with the reference filled in that the reader chose among those of the same amount.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id, string? reference) => Page(id, new LineForm { Reference = reference });

    /// <summary>Says what an entry belongs to.</summary>
    [HttpPost(One), Authorize(Policies.Finance)]
    public async Task<IActionResult> Show(long id, LineForm form) =>
        await After(await desk.Assign(User.Actor(), id, form.Version, form.Reference, form.Reason), id, form, texts["The entry is cleared."], BankRoutes.Statements);

    /// <summary>Takes an entry up again that was set aside.</summary>
    [HttpPost(One + "/take-up"), Authorize(Policies.Finance)]
    public async Task<IActionResult> TakeUp(long id, LineForm form) =>
        await After(await desk.TakeUp(User.Actor(), id, form.Version), id, form, texts["The entry waits to be cleared again."], BankRoutes.Line(id));

    /// <summary>The chosen entries, named and counted, before they are set aside.</summary>
    [HttpGet(BankRoutes.SetAside), Authorize(Policies.Finance)]
    public Task<IActionResult> SetAside([FromQuery] List<long>? line)
    {
        ModelState.Clear();
        return Chosen(new SetAsideForm { Lines = line ?? [] });
    }

    /// <summary>Sets them aside.</summary>
    [HttpPost(BankRoutes.SetAside), Authorize(Policies.Finance)]
    public async Task<IActionResult> SetAside(SetAsideForm form)
    {
        var aside = await desk.SetAside(User.Actor(), [.. form.Lines.Distinct()], form.Reason);
        if (aside.Refused)
        {
            ModelState.AddRefusals(aside.Refusals, sentences);
            return await Chosen(form);
        }

        TempData.SayDone(texts["Entries set aside: {0}.", aside.Value]);
        return LocalRedirect(BankRoutes.Statements);
    }

    private async Task<IActionResult> After(Outcome outcome, long id, LineForm form, string done, string next)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(id, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(next);
    }

    private async Task<IActionResult> Page(long id, LineForm form)
    {
        await using var work = await database.Read();
        if (await LineRepository.Find(work, id) is not { } line)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(form.Version));
        form.Version = line.Version;
        var payment = line.PaymentId is { } paid ? await PaymentRepository.Find(work, paid) : line.Reference is { } named ? await PaymentRepository.FindByReference(work, named) : null;
        var repayment = payment is null && line.Reference is { } asked ? await RepaymentRepository.FindByReference(work, asked) : null;
        var alike = line.State == LineState.Open ? await AlikeRepository.Of(work, line) : [];
        return View("Show", new LineView(line, payment, repayment, [.. alike.Where(one => one.Reference != line.Reference)], form));
    }

    private async Task<IActionResult> Chosen(SetAsideForm form)
    {
        await using var work = await database.Read();
        var lines = form.Lines.Count is 0 or > 500 ? [] : await LineRepository.Find(work, form.Lines);
        return lines.Count == 0 && ModelState.IsValid ? LocalRedirect(BankRoutes.Statements) : View("SetAside", new SetAsideView([.. lines.Where(line => line.State == LineState.Open)], form));
    }
}

/// <summary>Clearing an entry.</summary>
public sealed class LineForm
{
    /// <summary>Reference of a payment or of money asked back.</summary>
    public string? Reference { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}

/// <summary>Setting entries aside.</summary>
public sealed class SetAsideForm
{
    /// <summary>The entries.</summary>
    public List<long> Lines { get; set; } = [];

    /// <summary>Why they belong to nothing here.</summary>
    public string? Reason { get; set; }
}

/// <summary>One entry.</summary>
/// <param name="Line">The entry.</param>
/// <param name="Payment">The payment it belongs to or names; null when there is none.</param>
/// <param name="Repayment">The money asked back that it belongs to or names; null when there is none.</param>
/// <param name="Alike">What it may belong to, because the amount is the same.</param>
/// <param name="Form">What was typed.</param>
public sealed record LineView(BankLine Line, Payment? Payment, Repayment? Repayment, IReadOnlyList<Alike> Alike, LineForm Form);

/// <summary>The entries to set aside.</summary>
public sealed record SetAsideView(IReadOnlyList<BankLine> Lines, SetAsideForm Form);
