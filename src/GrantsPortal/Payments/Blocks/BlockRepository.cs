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
}
