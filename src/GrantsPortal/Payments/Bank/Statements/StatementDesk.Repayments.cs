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

    /// <summary>Notes what came; that Finance had noted it by hand under the bank's reference changes nothing.</summary>
    private async Task<bool> Receive(UnitOfWork work, BankLine line)
    {
        var repayment = (await RepaymentRepository.FindByReference(work, line.Reference!))!;
        var key = line.BankReference is { Length: <= 100 } reference ? $"bank:{reference}" : $"bank:{line.Fingerprint}";
        var receipt = new Receipt(
            line.Number == 1 ? key : FormattableString.Invariant($"{key}#{line.Number}"), line.AmountMinor, line.Currency, line.BookedOn, ReceiptMethod.Bank, line.Counterparty);
        return (await recovery.Received(work, repayment, receipt)).Done;
    }
}
