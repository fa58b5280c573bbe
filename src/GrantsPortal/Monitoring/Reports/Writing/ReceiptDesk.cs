using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Monitoring.Reports.Writing;

/// <summary>Adds receipts to items and takes them out again.</summary>
public sealed class ReceiptDesk(PortalDatabase database, FileStore files)
{
    /// <summary>
    /// Takes an upload. Refused with <c>report.unknown</c>, <c>report.viewer</c>, <c>report.not-open</c>,
    /// <c>spending.one-sum</c>, <c>spending.unknown</c>, <c>spending.too-many-receipts</c> (limit) or what <see cref="FileStore.Save"/> says. Content
    /// that was handed in before is taken all the same: pages point it out. It is streamed before the transaction, so that
    /// a slow line holds nobody up.
    /// </summary>
    public async Task<Outcome<Receipt>> Add(Actor actor, string reference, int number, long item, Stream content, string name, CancellationToken cancel = default)
    {
        await using (var read = await database.Read(cancel))
        {
            if (Against(await ReportSheet.For(read, reference, number, actor.Person), item) is { } early)
            {
                return early;
            }
        }

        var saved = await files.Save(content, name, cancel);
        if (saved.Refused)
        {
            return Outcome<Receipt>.Refuse(saved.Refusals);
        }

        await using var work = await database.Write(actor);
        var sheet = await ReportSheet.For(work, reference, number, actor.Person);
        if (Against(sheet, item) is { } refusal)
        {
            return refusal;
        }

        if (!await ReportRepository.Open(work, sheet!.Report.Id))
        {
            return new Refusal("report.not-open");
        }

        var file = await StoredFileRepository.Insert(work, saved.Value);
        var id = await ReportRepository.AddReceipt(work, sheet.Items.First(one => one.Id == item), file);
        work.Audit("report.receipt-added", "Report", sheet.Report.Id, new { receipt = id, item });
        await work.Commit();
        return new Receipt
        {
            Id = id,
            ItemId = item,
            ReportId = sheet.Report.Id,
            Name = saved.Value.Name,
            Bytes = saved.Value.Bytes,
            ContentType = saved.Value.ContentType,
            Hash = saved.Value.Hash,
            AddedAt = work.Now,
        };
    }

    /// <summary>
    /// Takes a receipt out. Refused with <c>report.unknown</c>, <c>report.viewer</c>, <c>report.not-open</c>; done as well
    /// when it is out already.
    /// </summary>
    public async Task<Outcome> Remove(Actor actor, string reference, int number, long receipt)
    {
        await using var work = await database.Write(actor);
        if (await ReportSheet.For(work, reference, number, actor.Person) is not { } sheet)
        {
            return new Refusal("report.unknown");
        }

        if (ReportRules.MayWrite(sheet.Report, sheet.Role) is { } refusal)
        {
            return refusal;
        }

        if (!await ReportRepository.Open(work, sheet.Report.Id))
        {
            return new Refusal("report.not-open");
        }

        if (await ReportRepository.RemoveReceipt(work, sheet.Report.Id, receipt))
        {
            work.Audit("report.receipt-removed", "Report", sheet.Report.Id, new { receipt });
            await work.Commit();
        }

        return Outcome.Ok;
    }

    private static Refusal? Against(ReportSheet? sheet, long item) => sheet switch
    {
        null => new Refusal("report.unknown"),
        _ when ReportRules.MayWrite(sheet.Report, sheet.Role) is { } refusal => refusal,
        { Report.IsLight: true } => new Refusal("spending.one-sum"),
        _ when sheet.Items.All(one => one.Id != item) => new Refusal("spending.unknown"),
        _ when sheet.Receipts[item].Count() >= SpendingRules.MostReceipts => new Refusal("spending.too-many-receipts", SpendingRules.MostReceipts),
        _ => null,
    };
}
