using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Variations;

/// <summary>Budget lines and budget years are two ways to divide one amount.</summary>
public sealed class LinesAndYearsAddUp : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The budget lines of each award add up to it, so do its budget years, and none is below nothing.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT w.Id, w.Reference AS Name
            FROM Award w
            WHERE w.Source = 'Portal'
              AND (w.AmountMinor <> (SELECT COALESCE(SUM(l.AmountMinor), 0) FROM AwardBudgetLine l WHERE l.AwardId = w.Id)
                OR w.AmountMinor <> (SELECT COALESCE(SUM(y.AmountMinor), 0) FROM AwardYear y WHERE y.AwardId = w.Id)
                OR EXISTS (SELECT 1 FROM AwardBudgetLine l WHERE l.AwardId = w.Id AND l.AmountMinor < 0)
                OR EXISTS (SELECT 1 FROM AwardYear y WHERE y.AwardId = w.Id AND y.AmountMinor < 0))
            ORDER BY w.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(award => $"The budget lines or budget years of award {award.Name} do not add up to it.")];
    }
}

/// <summary>What was agreed is on record.</summary>
public sealed class AgreedChangesHaveTheirDocument : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every approved variation, every confirmed year after the first and every early end has its document with the award.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT w.Id, w.Reference AS Name
            FROM Award w
            WHERE EXISTS (SELECT 1 FROM Variation v
                          LEFT JOIN AwardDocument d ON d.Id = v.DocumentId AND d.AwardId = v.AwardId AND d.Kind = 'Variation'
                          WHERE v.AwardId = w.Id AND ((v.State = 'Approved' AND d.Id IS NULL) OR (v.State <> 'Approved' AND v.DocumentId IS NOT NULL)))
               OR EXISTS (SELECT 1 FROM AwardYear y
                          LEFT JOIN AwardDocument d ON d.Id = y.DocumentId AND d.AwardId = y.AwardId AND d.Kind = 'YearConfirmation'
                          WHERE y.AwardId = w.Id AND y.State = 'Confirmed' AND y.DecidedAt IS NOT NULL AND d.Id IS NULL)
               OR EXISTS (SELECT 1 FROM AwardStanding s
                          LEFT JOIN AwardDocument d ON d.Id = s.DocumentId AND d.AwardId = s.AwardId AND d.Kind = 'Termination'
                          WHERE s.AwardId = w.Id AND s.Act = 'Terminated' AND d.Id IS NULL)
               OR (w.State = 'Terminated' AND w.Source = 'Portal' AND NOT EXISTS (SELECT 1 FROM AwardStanding s WHERE s.AwardId = w.Id AND s.Act = 'Terminated'))
            ORDER BY w.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(award => $"Something that was agreed about award {award.Name} has no document.")];
    }
}

/// <summary>What an award is in the ledger, year by year, is what was agreed.</summary>
public sealed class AwardsEqualTheLedger : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What is bound, on its way and paid for each running award is, year by year, what its budget years say; of one that ended early, no more.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT w.Id, w.Reference AS Name
            FROM Award w
            JOIN (SELECT t.AwardId, t.Year, SUM(t.Agreed) AS Agreed, SUM(t.Bound) AS Bound
                  FROM (SELECT y.AwardId, y.Year, y.AmountMinor AS Agreed, 0 AS Bound
                        FROM AwardYear y
                        UNION ALL
                        SELECT b.SubjectId, b.Year, 0, b.AmountMinor
                        FROM LedgerBalance b
                        WHERE b.Subject = 'Award' AND b.Account IN ('Committed', 'Sent', 'Paid')) t
                  GROUP BY t.AwardId, t.Year) m ON m.AwardId = w.Id
            WHERE (w.State IN ('Offered', 'Accepted', 'Active', 'Suspended') AND m.Agreed <> m.Bound)
               OR (w.State IN ('Completed', 'Terminated', 'Closed') AND m.Agreed < m.Bound)
            GROUP BY w.Id, w.Reference
            ORDER BY w.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(award => $"What the ledger holds for award {award.Name} is not what its budget years say.")];
    }
}

/// <summary>Movements explain how budget lines stand.</summary>
public sealed class MovementsExplainTheLines : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Each budget line is what was last agreed for it, with what was moved to and from it since.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT DISTINCT w.Id, w.Reference AS Name
            FROM AwardBudgetLine l
            JOIN Award w ON w.Id = l.AwardId
            LEFT JOIN (SELECT v.AwardId, MAX(v.Number) AS Number FROM Variation v WHERE v.State = 'Approved' GROUP BY v.AwardId) n ON n.AwardId = l.AwardId
            WHERE l.AmountMinor <> l.AgreedMinor
                + (SELECT COALESCE(SUM(m.AmountMinor), 0) FROM BudgetMovement m WHERE m.AwardId = l.AwardId AND m.ToLine = l.Number AND m.Since = COALESCE(n.Number, 0))
                - (SELECT COALESCE(SUM(m.AmountMinor), 0) FROM BudgetMovement m WHERE m.AwardId = l.AwardId AND m.FromLine = l.Number AND m.Since = COALESCE(n.Number, 0))
            ORDER BY w.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(award => $"A budget line of award {award.Name} is not what was agreed and moved.")];
    }
}
