using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>A record that somebody has to do something about.</summary>
public sealed class ToDo
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its reference, or part of an address.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Whose it is, or what it is called.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What waits for somebody; every list is short.</summary>
public static class PaymentTaskRepository
{
    private const string IsLastAttempt = "NOT EXISTS (SELECT 1 FROM Payment l WHERE l.InstalmentId = p.InstalmentId AND l.Attempt > p.Attempt)";

    /// <summary>How many payments wait for a second person that a given one may be.</summary>
    public static Task<long> ToApprove(UnitOfWork work, long person) =>
        work.Scalar<long>(
            $"SELECT COUNT(*) FROM Payment WHERE State = 'Due' AND PreparedAt IS NOT NULL AND PreparedBy <> @by AND NOT {PaymentRepository.DecidedByActor}", new { by = person });

    /// <summary>Failed payments that nothing followed, newest first; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> FailedLast(UnitOfWork work) =>
        work.List<ToDo>(
            $"""
            SELECT p.Id, p.Reference, COALESCE(o.Name, h.Name) AS Name
            FROM Payment p
            LEFT JOIN Organisation o ON o.Id = p.OrganisationId
            LEFT JOIN Person h ON h.Id = p.PersonId
            LEFT JOIN Instalment i ON i.Id = p.InstalmentId
            WHERE p.State = 'Failed' AND (p.InstalmentId IS NULL OR (i.RemovedAt IS NULL AND {IsLastAttempt}))
              AND (p.ClaimId IS NULL OR NOT EXISTS (SELECT 1 FROM Payment l WHERE l.ClaimId = p.ClaimId AND l.Attempt > p.Attempt))
            ORDER BY p.Id DESC
            {Dialect.Page}
            """,
            new { take = 20 });

    /// <summary>Holds for a recovery of ownership that has ended, oldest first; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> RecoveryOver(UnitOfWork work) =>
        work.List<ToDo>(
            $"""
            SELECT d.Id, o.Slug AS Reference, o.Name
            FROM PaymentHold d
            JOIN Organisation o ON o.Id = d.OrganisationId
            WHERE d.LiftedAt IS NULL AND d.Kind = 'Recovery'
              AND NOT EXISTS (SELECT 1 FROM OwnershipRecovery v WHERE v.OrganisationId = d.OrganisationId AND v.State IN ('Waiting', 'Halted'))
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { take = 20 });

    /// <summary>Accepted awards without a payment schedule, oldest first; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> Unplanned(UnitOfWork work) =>
        work.List<ToDo>(
            $"""
            SELECT a.Id, a.Reference, o.Name
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.State IN ('Accepted', 'Active') AND a.Source = 'Portal' AND a.ProgrammeId IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM Instalment i WHERE i.AwardId = a.Id AND i.RemovedAt IS NULL)
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 20 });

    /// <summary>Milestones that somebody says are reached and no officer looked at, oldest first; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> MilestonesTold(UnitOfWork work) =>
        work.List<ToDo>(
            $"""
            SELECT m.Id, a.Reference, m.Title AS Name
            FROM Milestone m
            JOIN Award a ON a.Id = m.AwardId
            WHERE m.ToldAt IS NOT NULL AND m.ReachedAt IS NULL AND m.Answer IS NULL AND m.RemovedAt IS NULL
            ORDER BY m.ToldAt, m.Id
            {Dialect.Page}
            """,
            new { take = 20 });

    /// <summary>Milestones of a person's organisations that an officer could not yet see reached; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> MilestonesAnswered(UnitOfWork work, long person) =>
        work.List<ToDo>(
            $"""
            SELECT m.Id, a.Reference, m.Title AS Name
            FROM Milestone m
            JOIN Award a ON a.Id = m.AwardId
            JOIN Membership b ON b.OrganisationId = a.OrganisationId AND b.PersonId = @person AND b.Role IN ('Owner', 'Editor')
            WHERE m.Answer IS NOT NULL AND m.ReachedAt IS NULL AND m.RemovedAt IS NULL AND a.State IN ('Accepted', 'Active')
            ORDER BY m.Id
            {Dialect.Page}
            """,
            new { person, take = 20 });

    /// <summary>Organisations a person owns that are to be paid and have no bank details; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> WithoutAccount(UnitOfWork work, long owner) =>
        work.List<ToDo>(
            $"""
            SELECT o.Id, o.Slug AS Reference, o.Name
            FROM Organisation o
            JOIN Membership m ON m.OrganisationId = o.Id AND m.PersonId = @owner AND m.Role = 'Owner'
            WHERE EXISTS (SELECT 1 FROM Award a WHERE a.OrganisationId = o.Id AND a.State IN ('Accepted', 'Active') AND a.Source = 'Portal')
              AND NOT EXISTS (SELECT 1 FROM PayeeAccount y WHERE y.OrganisationId = o.Id AND y.State IN ('Waiting', 'Confirmed'))
            ORDER BY o.Name, o.Id
            {Dialect.Page}
            """,
            new { owner, take = 20 });

    /// <summary>Failed payments, followed by nothing, of organisations a person owns; at most 20.</summary>
    public static Task<IReadOnlyList<ToDo>> FailedOf(UnitOfWork work, long owner) =>
        work.List<ToDo>(
            $"""
            SELECT p.Id, a.Reference, o.Name
            FROM Payment p
            JOIN Award a ON a.Id = p.AwardId
            JOIN Instalment i ON i.Id = p.InstalmentId AND i.RemovedAt IS NULL
            JOIN Organisation o ON o.Id = p.OrganisationId
            JOIN Membership m ON m.OrganisationId = o.Id AND m.PersonId = @owner AND m.Role = 'Owner'
            WHERE p.State = 'Failed' AND {IsLastAttempt}
            ORDER BY p.Id DESC
            {Dialect.Page}
            """,
            new { owner, take = 20 });
}
