using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Standing;

/// <summary>What was done to an award's standing.</summary>
public enum StandingAct
{
    /// <summary>Paused.</summary>
    Suspended,

    /// <summary>Went on.</summary>
    Resumed,

    /// <summary>Ended early.</summary>
    Terminated,
}

/// <summary>A pause, its end, or the early end of an award, with the letter the organisation got.</summary>
public sealed class AwardStanding
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>What was done.</summary>
    public StandingAct Act { get; init; }

    /// <summary>Why, as the organisation reads it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The letter; Markdown.</summary>
    public string Letter { get; init; } = "";

    /// <summary>From which day.</summary>
    public DateOnly EffectiveOn { get; init; }

    /// <summary>What is still paid after an early end, in minor units.</summary>
    public long StillPaidMinor { get; init; }

    /// <summary>What is owed back after an early end, in minor units.</summary>
    public long OwedBackMinor { get; init; }

    /// <summary>What an early end released in the ledger, in minor units.</summary>
    public long ReleasedMinor { get; init; }

    /// <summary>Who did it.</summary>
    public long ActedBy { get; init; }

    /// <summary>Name of who did it.</summary>
    public string ActedByName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset ActedAt { get; init; }

    /// <summary>The document of an early end.</summary>
    public long? DocumentId { get; init; }
}

/// <summary>Pauses and early ends of awards. They are added and read.</summary>
public static class StandingRepository
{
    /// <summary>What was done to an award's standing, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<AwardStanding>> Of(UnitOfWork work, long award) =>
        work.List<AwardStanding>(
            $"""
            SELECT s.Id, s.AwardId, s.Act, s.Reason, s.Letter, s.EffectiveOn, s.StillPaidMinor, s.OwedBackMinor, s.ReleasedMinor, s.ActedBy,
                p.Name AS ActedByName, s.ActedAt, s.DocumentId
            FROM AwardStanding s
            JOIN Person p ON p.Id = s.ActedBy
            WHERE s.AwardId = @award
            ORDER BY s.Id DESC
            {Dialect.Page}
            """,
            new { award, take = 100 });

    /// <summary>Adds one.</summary>
    public static Task<int> Insert(UnitOfWork work, AwardStanding standing) =>
        work.Execute(
            """
            INSERT INTO AwardStanding (Id, AwardId, Act, Reason, Letter, EffectiveOn, StillPaidMinor, OwedBackMinor, ReleasedMinor, ActedBy, ActedAt, DocumentId)
            VALUES (@Id, @AwardId, @Act, @Reason, @Letter, @EffectiveOn, @StillPaidMinor, @OwedBackMinor, @ReleasedMinor, @ActedBy, @ActedAt, @DocumentId)
            """,
            new
            {
                standing.Id,
                standing.AwardId,
                standing.Act,
                standing.Reason,
                standing.Letter,
                standing.EffectiveOn,
                standing.StillPaidMinor,
                standing.OwedBackMinor,
                standing.ReleasedMinor,
                standing.ActedBy,
                standing.ActedAt,
                standing.DocumentId,
            });
}
