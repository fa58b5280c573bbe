using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Recovery;

/// <summary>What was said to be owed back when an award ended early.</summary>
public static partial class RepaymentRepository
{
    private const string OwedColumns =
        """
        a.Id AS AwardId, a.Reference, a.Title, o.Name AS OrganisationName, a.Currency, s.EffectiveOn AS EndedOn, s.OwedBackMinor AS OwedMinor,
        (SELECT COALESCE(SUM(r.AmountMinor), 0) FROM Repayment r WHERE r.AwardId = a.Id AND r.State <> 'Cancelled' AND r.AskedAt >= s.ActedAt) AS AskedSinceMinor,
        (SELECT COALESCE(SUM(e.AmountMinor), 0) FROM LedgerEntry e
            WHERE e.Subject = 'Award' AND e.SubjectId = a.Id AND e.Account IN ('Paid', 'Returned')) AS PaidMinor,
        (SELECT COALESCE(SUM(r.AmountMinor - r.ReceivedMinor), 0) FROM Repayment r WHERE r.AwardId = a.Id AND r.State = 'Asked') AS OutstandingMinor
        """;

    private const string OwedFrom =
        """
        FROM Award a
        JOIN AwardStanding s ON s.AwardId = a.Id AND s.Act = 'Terminated'
        JOIN Organisation o ON o.Id = a.OrganisationId
        """;

    /// <summary>Awards that ended early and are not closed, of which something is owed back, the longest ended first; at most 200.</summary>
    public static Task<IReadOnlyList<OwedAward>> Owed(UnitOfWork work) =>
        work.List<OwedAward>(
            $"SELECT {OwedColumns} {OwedFrom} WHERE a.State = 'Terminated' AND s.OwedBackMinor > 0 ORDER BY s.Id {Dialect.Page}", new { take = 200 });

    /// <summary>The same of one award; null when it did not end early or nothing is owed back.</summary>
    public static Task<OwedAward?> OwedOf(UnitOfWork work, long award) =>
        work.Find<OwedAward>($"SELECT {OwedColumns} {OwedFrom} WHERE a.Id = @award AND a.State = 'Terminated' AND s.OwedBackMinor > 0", new { award });

    /// <summary>What was hoped for before a day and has not come, the earliest first.</summary>
    public static Task<IReadOnlyList<Repayment>> Overdue(UnitOfWork work, DateOnly before) =>
        work.List<Repayment>($"SELECT {Columns} {From} WHERE r.State = 'Asked' AND r.DueOn < @before ORDER BY r.DueOn, r.Id {Dialect.Page}", new { before, take = 50 });
}
