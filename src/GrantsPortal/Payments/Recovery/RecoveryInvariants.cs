using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Recovery;

/// <summary>What came back is what its receipts say, and stands in the ledger once.</summary>
public sealed class RepaymentsAddUp : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What came back is the sum of its receipts, posted to the ledger exactly once, and a repayment is paid when all of it came.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var sums = await work.List<Wrong>(
            $"""
            SELECT r.Reference
            FROM Repayment r
            WHERE r.ReceivedMinor <> (SELECT COALESCE(SUM(x.CountedMinor), 0) FROM RepaymentReceipt x WHERE x.RepaymentId = r.Id)
               OR r.SurplusMinor <> (SELECT COALESCE(SUM(x.SurplusMinor), 0) FROM RepaymentReceipt x WHERE x.RepaymentId = r.Id AND x.GivenBackOn IS NULL)
               OR (r.State = 'Paid' AND r.ReceivedMinor <> r.AmountMinor)
               OR (r.State <> 'Paid' AND r.ReceivedMinor = r.AmountMinor)
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        var posted = await work.List<Wrong>(
            $"""
            SELECT a.Reference
            FROM Award a
            WHERE a.Id IN (SELECT r.AwardId FROM Repayment r)
              AND (SELECT COALESCE(SUM(x.CountedMinor), 0) FROM RepaymentReceipt x JOIN Repayment r ON r.Id = x.RepaymentId WHERE r.AwardId = a.Id)
                  + (SELECT COALESCE(SUM(e.AmountMinor), 0) FROM LedgerEntry e WHERE e.Subject = 'Award' AND e.SubjectId = a.Id AND e.Account = 'Returned') <> 0
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. sums.Select(row => $"What came for {row.Reference} is not what its receipts say.").Concat(
                posted.Select(row => $"What came back for award {row.Reference} is not what the ledger says.")).Take(100),
        ];
    }

    private sealed class Wrong
    {
        public string Reference { get; init; } = "";
    }
}
