using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>Money that was asked back and came by bank.</summary>
public sealed partial class StatementDesk
{
    private static async Task<IReadOnlyList<KnownRepayment>> Repayments(UnitOfWork work, string[] named)
    {
        var known = new List<KnownRepayment>();
        foreach (var some in named.Where(reference => reference.StartsWith("RP-", StringComparison.Ordinal)).Chunk(Some))
        {
            known.AddRange((await RepaymentRepository.FindByReferences(work, some)).Select(repayment => new KnownRepayment(repayment.Reference, repayment.Currency)));
        }

        return known;
    }

    private static async Task<IReadOnlyList<CountedReceipt>> Counted(UnitOfWork work, IReadOnlyList<BankLine> lines)
    {
        var counted = new List<CountedReceipt>();
        foreach (var some in lines.Where(line => line.IsCredit && !line.IsReturn).Select(MatchRules.KeyOf).Distinct().Chunk(Some))
        {
            counted.AddRange(await RepaymentRepository.Counted(work, some));
        }

        return counted;
    }

    /// <summary>Notes what came. Where the bank's reference was counted before, a person has said that this is other money.</summary>
    private async Task<bool> Receive(UnitOfWork work, BankLine line)
    {
        var repayment = (await RepaymentRepository.FindByReference(work, line.Reference!))!;
        var receipt = new Receipt(MatchRules.KeyOf(line), line.AmountMinor, line.Currency, line.BookedOn, ReceiptMethod.Bank, line.Counterparty);
        var received = await recovery.Received(work, repayment, receipt);
        return received is { Done: true, Value: false }
            ? await recovery.Received(work, repayment, receipt with { Key = FormattableString.Invariant($"bank:{line.Fingerprint}#{line.Number}") }) is { Done: true, Value: true }
            : received.Done;
    }
}
