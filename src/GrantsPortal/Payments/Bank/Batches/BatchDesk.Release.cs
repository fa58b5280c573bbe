using GrantsPortal.Payments.Bank.Transfers;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Batches;

/// <summary>Letting a batch go.</summary>
public sealed partial class BatchDesk
{
    /// <summary>
    /// Releases a batch: makes its file and reads it as the bank would, moves every payment to sent, and keeps the file. Refused
    /// as <see cref="BatchRules.MayRelease"/> and <see cref="PaymentMoves.Release"/> say and with what stands against paying;
    /// with <c>batch.unknown</c>, <c>batch.changed-meanwhile</c> when somebody was quicker, or <c>batch.file-invalid</c> (rule, place).
    /// </summary>
    public async Task<Outcome> Release(Actor actor, string reference, int version)
    {
        await using var work = await database.Write(actor);
        if (await BatchRepository.Find(work, reference) is not { } batch)
        {
            return new Refusal("batch.unknown");
        }

        var payments = await PaymentRepository.OfBatch(work, batch.Id);
        if (BatchRules.MayRelease(batch, payments, actor, moves.Today(work)) is { } refusal)
        {
            return refusal;
        }

        if (payments.Count != batch.Payments || payments.Sum(payment => payment.AmountMinor) != batch.SumMinor)
        {
            return new Refusal("batch.changed-meanwhile");
        }

        if (await Against(work, batch, payments) is { Count: > 0 } against)
        {
            return Outcome.Refuse(against);
        }

        var file = (await FileOf(work, batch, payments)).Value;
        var xml = Written(file);
        if (PainCheck.Of(xml) is { Count: > 0 } findings)
        {
            return new Refusal("batch.file-invalid", findings[0].Rule, findings[0].Path);
        }

        var kept = await files.Keep(work, xml, $"{batch.Reference}.xml");
        var csv = await files.Keep(work, BatchCsv.Of(file), $"{batch.Reference}.csv");
        if (!await BatchRepository.Release(work, batch with { Version = version }, kept, csv))
        {
            return new Refusal("batch.changed-meanwhile");
        }

        var sent = await Send(work, batch, payments, file);
        if (sent.Refused)
        {
            return sent;
        }

        work.Audit("batch.released", "PaymentBatch", batch.Id, new { from = batch.State, to = BatchState.Released, batch.Payments, batch.SumMinor, batch.Currency, file = kept.Hash, csv = csv.Hash });
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome> Send(UnitOfWork work, PaymentBatch batch, IReadOnlyList<Payment> payments, TransferFile file)
    {
        var steps = await moves.Release(work, payments, batch.Id);
        if (steps.FirstOrDefault(step => !step.Done) is { } refused)
        {
            return Outcome.Refuse(refused.Refusals);
        }

        var places = file.Parts.SelectMany(part => part.Transfers.Select(transfer => (transfer.Reference, Part: part.Id, transfer.Creditor.Holder)))
            .ToDictionary(place => place.Reference, StringComparer.Ordinal);
        foreach (var payment in payments)
        {
            var place = places[payment.Reference];
            await BatchRepository.Insert(work, batch.Id, payment, place.Part, place.Holder);
            if (await moves.Sent(work, payment) is { Refused: true } late)
            {
                return late.Plain();
            }
        }

        return Outcome.Ok;
    }

    private static byte[] Written(TransferFile file)
    {
        using var to = new MemoryStream();
        PainWriter.Write(to, file);
        return to.ToArray();
    }
}
