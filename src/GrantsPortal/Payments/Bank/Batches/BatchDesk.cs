using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Bank.Transfers;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Bank.Batches;

/// <summary>
/// Putting approved payments together, letting them go to the bank in one file, and handing that file out. What is released is
/// one transaction: the batch, every payment with its posting, and the file, or nothing.
/// </summary>
public sealed partial class BatchDesk(
    PortalDatabase database, PaymentMoves moves, PaymentBlocks blocks, AccountSeal seal, FileSeal files, IOptions<BankOptions> bank, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Puts payments into a batch. Value: its reference. Refused as <see cref="BatchRules.MayMake"/> and
    /// <see cref="TransferRules.Check"/> say, with <c>bank.not-set-up</c>, with what stands against paying (<c>batch.blocked</c>:
    /// reference, how many), <c>batch.account-closed</c> (reference), or <c>payment.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<string>> Make(Actor actor, IReadOnlyCollection<long> ids, DateOnly? executeOn)
    {
        await using var work = await database.Write(actor);
        var payments = ids.Count is 0 or > BatchRules.MostPayments ? [] : await PaymentRepository.Find(work, ids);
        var refusals = ids.Count > BatchRules.MostPayments
            ? [new Refusal("batch.too-many", BatchRules.MostPayments).At("Payments")]
            : BatchRules.MayMake(actor, payments, executeOn, moves.Today(work));
        if (refusals.Count > 0)
        {
            return Outcome<string>.Refuse(refusals);
        }

        var batch = new PaymentBatch
        {
            Id = work.NewId(),
            Reference = await work.NextReference("PB"),
            Currency = payments[0].Currency,
            Payments = payments.Count,
            SumMinor = payments.Sum(payment => payment.AmountMinor),
            ExecuteOn = executeOn!.Value,
        };
        if (await Against(work, batch, payments) is { Count: > 0 } against)
        {
            return Outcome<string>.Refuse(against);
        }

        await BatchRepository.Insert(work, batch);
        if (await PaymentMoves.Batch(work, payments, batch.Id) != payments.Count)
        {
            return new Refusal("payment.changed-meanwhile");
        }

        work.Audit("batch.made", "PaymentBatch", batch.Id, new { batch.Reference, batch.Payments, batch.SumMinor, batch.Currency, batch.ExecuteOn });
        await work.Commit();
        return batch.Reference;
    }

    /// <summary>What stands against sending payments in a batch now; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, PaymentBatch batch, IReadOnlyList<Payment> payments)
    {
        var standing = await blocks.Of(work, payments);
        var blocked = payments.Where(payment => standing[payment.Id].Any())
            .Select(payment => new Refusal("batch.blocked", payment.Reference, standing[payment.Id].Count()).At("Payments")).ToList();
        if (blocked.Count > 0)
        {
            return blocked;
        }

        return await FileOf(work, batch, payments) is { Refused: true } refused ? refused.Refusals : [];
    }

    /// <summary>
    /// Takes one payment out of a batch. Refused as <see cref="BatchRules.MayTakeOut"/> says, with <c>batch.unknown</c>,
    /// <c>payment.unknown</c> or <c>batch.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> TakeOut(Actor actor, string reference, int version, long payment)
    {
        await using var work = await database.Write(actor);
        if (await BatchRepository.Find(work, reference) is not { } batch)
        {
            return new Refusal("batch.unknown");
        }

        if (BatchRules.MayTakeOut(batch, actor) is { } refusal)
        {
            return refusal;
        }

        if (await PaymentRepository.Find(work, payment) is not { } found || found.BatchId != batch.Id)
        {
            return new Refusal("payment.unknown");
        }

        if (!await BatchRepository.Less(work, batch with { Version = version }, found.AmountMinor) || await PaymentMoves.Batch(work, [found], null) != 1)
        {
            return new Refusal("batch.changed-meanwhile");
        }

        work.Audit("batch.payment-taken-out", "PaymentBatch", batch.Id, new { payment = found.Reference, found.AmountMinor });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Cancels a batch; its payments are approved and free again. Refused as <see cref="BatchRules.MayCancel"/> says, with
    /// <c>batch.unknown</c> or <c>batch.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Cancel(Actor actor, string reference, int version, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await BatchRepository.Find(work, reference) is not { } batch)
        {
            return new Refusal("batch.unknown");
        }

        if (BatchRules.MayCancel(batch, actor, reason) is { } refusal)
        {
            return refusal;
        }

        if (!await BatchRepository.Cancel(work, batch with { Version = version }, reason!.Trim())
            || await PaymentMoves.Batch(work, await PaymentRepository.OfBatch(work, batch.Id), null) != batch.Payments)
        {
            return new Refusal("batch.changed-meanwhile");
        }

        work.Audit("batch.cancelled", "PaymentBatch", batch.Id, new { from = batch.State, to = BatchState.Cancelled, reason });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// The file of a released batch, as <c>xml</c> or <c>csv</c>: the same bytes each time. Each download stands in the audit trail.
    /// Refused as <see cref="BatchRules.MayDownload"/> says, with <c>batch.unknown</c>, or <c>batch.file-gone</c> when what is kept
    /// is not what was released.
    /// </summary>
    public async Task<Outcome<byte[]>> Download(Actor actor, string reference, string form)
    {
        await using var work = await database.Write(actor);
        if (await BatchRepository.Find(work, reference) is not { } batch)
        {
            return new Refusal("batch.unknown");
        }

        if (BatchRules.MayDownload(batch, actor) is { } refusal)
        {
            return refusal;
        }

        var (id, hash) = form == "csv" ? (batch.CsvFileId!.Value, batch.CsvHash!) : (batch.FileId!.Value, batch.FileHash!);
        if (await files.Open(work, id, hash) is not { } content)
        {
            return new Refusal("batch.file-gone");
        }

        work.Audit("batch.file-downloaded", "PaymentBatch", batch.Id, new { form, hash });
        await work.Commit();
        return content;
    }

    /// <summary>What the bank is told. Refused with <c>bank.not-set-up</c>, <c>batch.account-closed</c> (reference), or as <see cref="TransferRules.Check"/> says.</summary>
    private async Task<Outcome<TransferFile>> FileOf(UnitOfWork work, PaymentBatch batch, IReadOnlyList<Payment> payments)
    {
        var city = bank.Value.Account();
        if (city.Refused)
        {
            return new Refusal("bank.not-set-up");
        }

        var accounts = (await PayeeRepository.Find(work, [.. payments.Select(payment => payment.PayeeAccountId).OfType<long>().Distinct()]))
            .ToDictionary(account => account.Id, account => seal.Open(account.Sealed));
        if (payments.FirstOrDefault(payment => payment.PayeeAccountId is not { } id || accounts.GetValueOrDefault(id) is null) is { } without)
        {
            return new Refusal("batch.account-closed", without.Reference).At("Payments");
        }

        var file = new TransferFile
        {
            MessageId = batch.Reference,
            CreatedAt = work.Now,
            ExecuteOn = batch.ExecuteOn,
            Debtor = city.Value,
            Currency = batch.Currency,
            BookedAsOne = bank.Value.BookedAsOne,
            Transfers = [.. payments.Select(payment => new Transfer(
                payment.Reference, accounts[payment.PayeeAccountId!.Value]!, payment.AmountMinor, TextOf(payment), payment.OrganisationId is not null))],
        };
        var refusals = file.Transfers.Select(transfer => TransferRules.Check(file.Debtor, transfer, file.Currency)?.At("Payments")).OfType<Refusal>().ToList();
        return refusals.Count > 0 ? Outcome<TransferFile>.Refuse(refusals) : file;
    }

    private string TextOf(Payment payment) =>
        string.Join(' ', new[] { payment.Reference, payment.AwardReference, portal.Value.City, payment.InstalmentTitle }.OfType<string>());
}
