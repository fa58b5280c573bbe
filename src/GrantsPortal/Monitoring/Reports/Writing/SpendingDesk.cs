using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports.Writing;

/// <summary>Adds items to a report, changes them and takes them out; a light one has its one sum instead.</summary>
public sealed class SpendingDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Adds an item. Refused as <see cref="SpendingRules.Read"/> says, with <c>report.unknown</c>, <c>report.viewer</c>,
    /// <c>report.not-open</c>, <c>spending.one-sum</c> (of a light report) or <c>spending.too-many</c> (limit).
    /// </summary>
    public async Task<Outcome<SpendingItem>> Add(Actor actor, string reference, int number, ItemTyped typed)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference, number);
        if (begun.Refused)
        {
            return Outcome<SpendingItem>.Refuse(begun.Refusals);
        }

        var read = SpendingRules.Read(typed, begun.Value.Budget, begun.Value.Report.Currency, Today(work));
        if (read.Refused)
        {
            return read;
        }

        if (begun.Value.Items.Count >= SpendingRules.MostItems)
        {
            return new Refusal("spending.too-many", SpendingRules.MostItems);
        }

        var item = read.Value with { Id = work.NewId(), ReportId = begun.Value.Report.Id, Version = 1, SavedAt = work.Now, SavedBy = actor.Person };
        await ReportRepository.InsertItem(work, item);
        await ReportRepository.AddUp(work, item.ReportId);
        await work.Commit();
        return item;
    }

    /// <summary>
    /// Changes an item. Refused as <see cref="Add"/> says, with <c>spending.unknown</c>, or <c>spending.changed-meanwhile</c>
    /// when a colleague saved it first.
    /// </summary>
    public async Task<Outcome<SpendingItem>> Save(Actor actor, string reference, int number, long id, int version, ItemTyped typed)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference, number);
        if (begun.Refused)
        {
            return Outcome<SpendingItem>.Refuse(begun.Refusals);
        }

        if (begun.Value.Items.FirstOrDefault(item => item.Id == id) is not { } before)
        {
            return new Refusal("spending.unknown");
        }

        var read = SpendingRules.Read(typed, begun.Value.Budget, begun.Value.Report.Currency, Today(work));
        if (read.Refused)
        {
            return read;
        }

        var item = before with
        {
            LineNumber = read.Value.LineNumber,
            SpentOn = read.Value.SpentOn,
            Payee = read.Value.Payee,
            Description = read.Value.Description,
            AmountMinor = read.Value.AmountMinor,
            Version = version,
        };
        if (item == before)
        {
            return before;
        }

        if (!await ReportRepository.SaveItem(work, item))
        {
            return new Refusal("spending.changed-meanwhile");
        }

        await ReportRepository.AddUp(work, item.ReportId);
        await work.Commit();
        return item with { Version = version + 1, SavedAt = work.Now, SavedBy = actor.Person };
    }

    /// <summary>
    /// Takes an item out. Refused with <c>report.unknown</c>, <c>report.viewer</c>, <c>report.not-open</c>, or
    /// <c>spending.changed-meanwhile</c> when a colleague changed it; done as well when it is out already.
    /// </summary>
    public async Task<Outcome> Remove(Actor actor, string reference, int number, long id, int version)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference, number);
        if (begun.Refused)
        {
            return begun.Plain();
        }

        if (begun.Value.Items.All(item => item.Id != id))
        {
            return Outcome.Ok;
        }

        if (!await ReportRepository.RemoveItem(work, begun.Value.Report.Id, id, version))
        {
            return new Refusal("spending.changed-meanwhile");
        }

        await ReportRepository.AddUp(work, begun.Value.Report.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Keeps the one sum of a light report, as its only item on the first line of the budget; none where nothing was spent. Refused as
    /// <see cref="SpendingRules.ReadSum"/> says, with <c>report.unknown</c>, <c>report.viewer</c>, <c>report.not-open</c>, or
    /// <c>spending.sum-changed</c> (by whom, what they entered) when a colleague saved another one first. Returns the item, if there is one.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="reference">The award.</param>
    /// <param name="number">The report.</param>
    /// <param name="version">Version of the sum the page was made from; 0 where there was none.</param>
    /// <param name="amount">What was spent in all, in the currency's units; null as nothing.</param>
    public async Task<Outcome<SpendingItem?>> SaveSum(Actor actor, string reference, int number, int version, decimal? amount)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference, number, light: true);
        if (begun.Refused)
        {
            return Outcome<SpendingItem?>.Refuse(begun.Refusals);
        }

        var (sheet, before) = (begun.Value, begun.Value.Items.FirstOrDefault());
        var read = SpendingRules.ReadSum(amount, sheet.Award.Amount);
        if (read.Refused)
        {
            return Outcome<SpendingItem?>.Refuse(read.Refusals);
        }

        if (read.Value == (before?.AmountMinor ?? 0))
        {
            return before;
        }

        if (version != (before?.Version ?? 0))
        {
            return new Refusal("spending.sum-changed", before?.SavedByName ?? "", Money.FromMinor(before?.AmountMinor ?? 0, sheet.Report.Currency)).At("Spent");
        }

        var after = read.Value == 0 ? null : SpendingRules.OneSum(sheet, read.Value, Today(work)) with { Id = before?.Id ?? work.NewId(), Version = version };
        if (after is not null && before is null)
        {
            await ReportRepository.InsertItem(work, after);
        }
        else if (!await (after is null ? ReportRepository.RemoveItem(work, sheet.Report.Id, before!.Id, version) : ReportRepository.SaveItem(work, after)))
        {
            return new Refusal("report.changed-meanwhile");
        }

        await ReportRepository.AddUp(work, sheet.Report.Id);
        await work.Commit();
        return after is null ? null : after with { Version = version + 1, SavedAt = work.Now, SavedBy = actor.Person };
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private static async Task<Outcome<ReportSheet>> Begin(UnitOfWork work, string reference, int number, bool light = false)
    {
        if (await ReportSheet.For(work, reference, number, work.Actor.Person) is not { } sheet)
        {
            return new Refusal("report.unknown");
        }

        if (ReportRules.MayWrite(sheet.Report, sheet.Role) is { } refusal)
        {
            return refusal;
        }

        if (sheet.Report.IsLight != light)
        {
            return new Refusal("spending.one-sum");
        }

        return await ReportRepository.Open(work, sheet.Report.Id) ? sheet : new Refusal("report.not-open");
    }
}
