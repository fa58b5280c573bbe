using System.Globalization;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>Booking fees on Finance's desk: what came in and went back, and what waits for a person.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class FeeMoneyController(
    PortalDatabase database, RefundDesk refunds, DisputeDesk disputes, FeeDocuments documents, FileStore files, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const int MostLines = 20_000;
    private const string OneRefund = FeeRoutes.Money + "/refunds/{id:long}";
    private const string OneDispute = FeeRoutes.Money + "/disputes/{id:long}";

    /// <summary>Everything, the newest document first.</summary>
    [HttpGet(FeeRoutes.Money)]
    public async Task<IActionResult> Index(FeeQuery query, long? before)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var found = await ChargeRepository.FeeLines(work, query.Filter, before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        return View(new FeeMoneyView(
            query,
            page,
            await ChargeRepository.Months(work),
            await ChargeRepository.Waiting(work),
            await ChargeRepository.FailedRefunds(work),
            await ChargeRepository.OpenDisputes(work),
            found.Count > PageSize ? Url.Action(nameof(Index), query.Route(page[^1].Id)) : null,
            before is null ? null : Url.Action(nameof(Index), query.Route(null))));
    }

    /// <summary>The same choice as CSV; amounts with a point, months as 2026-07.</summary>
    [HttpGet(FeeRoutes.Csv)]
    public async Task<IActionResult> Download(FeeQuery query)
    {
        await using var work = await database.Read();
        var found = await ChargeRepository.FeeLines(work, query.Filter, null, MostLines);
        List<IReadOnlyList<string?>> rows = [[.. new[] { "Number", "Kind", "Day", "For invoice", "What it is for", "Currency", "Without tax", "Tax", "Amount", "Refund" }.Select(name => texts[name].Value)]];
        foreach (var line in found)
        {
            string Amount(long minor) => Money.FromMinor(minor, line.Currency).Amount.ToString(CultureInfo.InvariantCulture);
            rows.Add(
            [
                line.Number, texts[FeeMoneyWords.Of(line.Kind)], Instants.DayOf(line.CreatedAt, portal.Value.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Invoice, line.Title, line.Currency,
                Amount(line.AmountMinor - line.TaxMinor), Amount(line.TaxMinor), Amount(line.AmountMinor), line.RefundState is { } state ? texts[RefundStates.Table.Names[state].ForStaff].Value : null,
            ]);
        }

        return File(Csv.Write(rows), "text/csv; charset=utf-8", query.Month is null ? "booking-fees.csv" : $"booking-fees-{query.Month}.csv");
    }

    /// <summary>An invoice or credit note as it was made; as HTML where no PDF can be made.</summary>
    [HttpGet(FeeRoutes.Money + "/{number}.pdf")]
    public async Task<IActionResult> Document(string number)
    {
        FeeDocument? document;
        string html;
        await using (var work = await database.Read())
        {
            document = await ChargeRepository.Document(work, number);
            html = document is null ? "" : await ChargeRepository.Html(work, document.Id);
        }

        return document is null ? NotFound()
            : await this.Handed(documents, files, document, html);
    }

    /// <summary>Asks Stripe once more for what it could not give back.</summary>
    [HttpPost(OneRefund + "/again"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Again(long id)
    {
        if (await refunds.Again(User.Actor(), id) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refused)
        {
            TempData.SayNote(string.Join(' ', outcome.Refusals.Select(sentences.Say)));
        }
        else
        {
            TempData.SayDone(texts["Stripe is asked for it once more within a minute."]);
        }

        return LocalRedirect(FeeRoutes.Money);
    }

    /// <summary>How a refund that failed was given back another way.</summary>
    [HttpGet(OneRefund + "/settle"), Authorize(Policies.Finance)]
    public Task<IActionResult> Settle(long id) => Note(work => Failed(work, id), new FeeNote());

    /// <summary>Notes it.</summary>
    [HttpPost(OneRefund + "/settle"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Settle(long id, FeeNote form) =>
        await After(await refunds.Settle(User.Actor(), id, form.Note), work => Failed(work, id), form, texts["It is noted as given back."]);

    /// <summary>What is done about a dispute that was lost.</summary>
    [HttpGet(OneDispute), Authorize(Policies.Finance)]
    public Task<IActionResult> Dispute(long id) => Note(work => Lost(work, id), new FeeNote());

    /// <summary>Notes it.</summary>
    [HttpPost(OneDispute), Authorize(Policies.Finance)]
    public async Task<IActionResult> Dispute(long id, FeeNote form) =>
        await After(await disputes.Note(User.Actor(), id, form.Note), work => Lost(work, id), form, texts["It is noted."]);

    private async Task<IActionResult> After(Outcome? outcome, Func<UnitOfWork, Task<FeeNoteView?>> read, FeeNote form, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Refused)
        {
            ModelState.AddRefusals(known.Refusals, sentences);
            return await Note(read, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(FeeRoutes.Money);
    }

    private async Task<IActionResult> Note(Func<UnitOfWork, Task<FeeNoteView?>> read, FeeNote form)
    {
        await using var work = await database.Read();
        return await read(work) is { } view ? View(nameof(Note), view with { Form = form }) : NotFound();
    }

    private async Task<FeeNoteView?> Failed(UnitOfWork work, long id) => (await ChargeRepository.FailedRefunds(work)).FirstOrDefault(refund => refund.Id == id) is { } failed
        ? new FeeNoteView(
            texts["Note that {0} was given back another way", Money.FromMinor(failed.AmountMinor, failed.Currency).Format(CultureInfo.CurrentCulture)],
            failed.Title,
            texts["How and when it was given back"],
            FeeRoutes.Settle(id))
        : null;

    private async Task<FeeNoteView?> Lost(UnitOfWork work, long id) => (await ChargeRepository.OpenDisputes(work)).FirstOrDefault(dispute => dispute.Id == id && dispute.State == DisputeState.Lost) is { } lost
        ? new FeeNoteView(
            texts["Note what becomes of {0}, which a bank took back", Money.FromMinor(lost.AmountMinor, lost.Currency).Format(CultureInfo.CurrentCulture)],
            lost.Title,
            texts["What was done about it, such as whether the place is kept"],
            FeeRoutes.Dispute(id))
        : null;
}
