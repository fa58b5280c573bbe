using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions.Matching;

/// <summary>What is known between partners.</summary>
public static class MatchRepository
{
    /// <summary>How far a partner knows others, of some; those alone of whom something is known. At most 500 ids.</summary>
    public static async Task<IReadOnlyDictionary<long, Acquaintance>> Known(UnitOfWork work, long self, IReadOnlyCollection<long> others)
    {
        if (others.Count == 0)
        {
            return new Dictionary<long, Acquaintance>();
        }

        var since = work.Now.AddMonths(-6);
        var past = (await Introductions(work, self, others)).ToLookup(row => row.OrganisationId);
        var shared = (await SharedMembers(work, self, others)).ToHashSet();
        var occasions = (await Occasions(work, self, others)).ToDictionary(row => row.OrganisationId, row => row.Number);
        var asked = (await AskedSince(work, others, work.Now.AddDays(-30))).ToDictionary(row => row.OrganisationId, row => row.Number);
        return others.Distinct().ToDictionary(other => other, other => new Acquaintance
        {
            Introduced = past[other].Any(row => row.State is not (IntroductionState.Declined or IntroductionState.Lapsed)),
            Declined = past[other].Any(row => row.State == IntroductionState.Declined),
            Unanswered = past[other].Any(row => row is { State: IntroductionState.Lapsed, EndReason: IntroductionEnd.Unanswered } && row.EndedAt >= since),
            SharedMember = shared.Contains(other),
            Occasions = occasions.GetValueOrDefault(other),
            AskedLately = asked.GetValueOrDefault(other),
        });
    }

    /// <summary>How many requests of others reached organisations since an instant.</summary>
    public static Task<IReadOnlyList<OrganisationNumber>> AskedSince(UnitOfWork work, IReadOnlyCollection<long> organisations, DateTimeOffset since) =>
        work.List<OrganisationNumber>(
            """
            SELECT s.OrganisationId, COUNT(*) AS Number
            FROM IntroductionSide s
            JOIN Introduction i ON i.Id = s.IntroductionId
            WHERE s.OrganisationId IN @organisations AND s.AskedAt >= @since AND (i.AskedFor IS NULL OR i.AskedFor <> s.OrganisationId)
            GROUP BY s.OrganisationId
            """,
            new { organisations, since });

    /// <summary>Pairs of organisations, of some, that were introduced to one another; at most 5,000.</summary>
    public static Task<IReadOnlyList<IdPair>> IntroducedAmong(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<IdPair>(
            $"""
            SELECT i.LowId, i.HighId FROM Introduction i
            WHERE i.LowId IN @organisations AND i.HighId IN @organisations AND i.State = 'Made'
            ORDER BY i.LowId, i.HighId
            {Dialect.Page}
            """,
            new { organisations, take = 5000 });

    private static Task<IReadOnlyList<PastIntroduction>> Introductions(UnitOfWork work, long self, IReadOnlyCollection<long> others) =>
        work.List<PastIntroduction>(
            """
            SELECT i.HighId AS OrganisationId, i.State, i.EndReason, i.EndedAt FROM Introduction i WHERE i.LowId = @self AND i.HighId IN @others
            UNION ALL
            SELECT i.LowId AS OrganisationId, i.State, i.EndReason, i.EndedAt FROM Introduction i WHERE i.HighId = @self AND i.LowId IN @others
            """,
            new { self, others });

    private static Task<IReadOnlyList<long>> SharedMembers(UnitOfWork work, long self, IReadOnlyCollection<long> others) =>
        work.List<long>(
            """
            SELECT DISTINCT theirs.OrganisationId
            FROM Membership mine
            JOIN Membership theirs ON theirs.PersonId = mine.PersonId
            WHERE mine.OrganisationId = @self AND theirs.OrganisationId IN @others
            """,
            new { self, others });

    private static Task<IReadOnlyList<OrganisationNumber>> Occasions(UnitOfWork work, long self, IReadOnlyCollection<long> others) =>
        work.List<OrganisationNumber>(
            """
            SELECT theirs.OrganisationId, COUNT(DISTINCT mine.OccasionId) AS Number
            FROM BookingParty mine
            JOIN Booking m ON m.PartyId = mine.Id AND m.State = 'Attended'
            JOIN BookingParty theirs ON theirs.OccasionId = mine.OccasionId
            JOIN Booking t ON t.PartyId = theirs.Id AND t.State = 'Attended'
            WHERE mine.OrganisationId = @self AND theirs.OrganisationId IN @others
            GROUP BY theirs.OrganisationId
            """,
            new { self, others });

    private sealed class PastIntroduction
    {
        public long OrganisationId { get; init; }

        public IntroductionState State { get; init; }

        public IntroductionEnd? EndReason { get; init; }

        public DateTimeOffset? EndedAt { get; init; }
    }
}

/// <summary>A number of something of an organisation.</summary>
public sealed class OrganisationNumber
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The number.</summary>
    public int Number { get; init; }
}

/// <summary>Two records, the lower id first.</summary>
public sealed class IdPair
{
    /// <summary>The lower id.</summary>
    public long LowId { get; init; }

    /// <summary>The higher id.</summary>
    public long HighId { get; init; }
}
