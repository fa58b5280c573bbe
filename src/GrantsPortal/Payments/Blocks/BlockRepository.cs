using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Blocks;

/// <summary>An award, as far as paying asks for it.</summary>
public sealed class AwardStanding
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as AW-2026-0007.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public AwardState State { get; init; }
}

/// <summary>What blockers ask of many awards at once.</summary>
public static class BlockRepository
{
    /// <summary>Where awards stand; at most 2,000.</summary>
    public static Task<IReadOnlyList<AwardStanding>> States(UnitOfWork work, IReadOnlyCollection<long> awards) =>
        work.List<AwardStanding>(
            $"SELECT a.Id, a.Reference, a.State FROM Award a WHERE a.Id IN @awards ORDER BY a.Id {Dialect.Page}", new { awards, take = 2000 });

    /// <summary>Those of some awards that come from a call of the short road; at most 2,000.</summary>
    public static Task<IReadOnlyList<long>> PaidBeforePapers(UnitOfWork work, IReadOnlyCollection<long> awards) =>
        work.List<long>(
            $"SELECT a.Id FROM Award a JOIN Call c ON c.Id = a.CallId WHERE a.Id IN @awards AND c.DecisionHours IS NOT NULL ORDER BY a.Id {Dialect.Page}",
            new { awards, take = 2000 });

    /// <summary>Variations that wait for an answer and would make awards smaller; at most 2,000.</summary>
    public static Task<IReadOnlyList<WaitingReduction>> Reductions(UnitOfWork work, IReadOnlyCollection<long> awards) =>
        work.List<WaitingReduction>(
            $"SELECT v.AwardId, v.Number FROM Variation v WHERE v.AwardId IN @awards AND v.State = 'Asked' AND v.ChangeMinor < 0 ORDER BY v.AwardId, v.Number {Dialect.Page}",
            new { awards, take = 2000 });

    /// <summary>What is committed for awards in each year; at most 10,000.</summary>
    public static Task<IReadOnlyList<CommittedYear>> Committed(UnitOfWork work, IReadOnlyCollection<long> awards) =>
        work.List<CommittedYear>(
            $"""
            SELECT b.SubjectId AS AwardId, b.Year, SUM(b.AmountMinor) AS AmountMinor
            FROM LedgerBalance b
            WHERE b.Subject = 'Award' AND b.SubjectId IN @awards AND b.Account = 'Committed'
            GROUP BY b.SubjectId, b.Year
            ORDER BY b.SubjectId, b.Year
            {Dialect.Page}
            """,
            new { awards, take = 10_000 });
}

/// <summary>A variation that waits and would make an award smaller.</summary>
public sealed class WaitingReduction
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>The variation's number.</summary>
    public int Number { get; init; }
}

/// <summary>What is committed for an award in a year.</summary>
public sealed class CommittedYear
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }
}
