using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Recovery;

/// <summary>Recoveries of ownership.</summary>
public static class RecoveryRepository
{
    private const string Columns =
        """
        v.Id, v.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, v.NewOwnerId, n.Name AS NewOwnerName, v.Evidence,
        v.StartedBy, s.Name AS StartedByName, v.StartedAt, v.EffectiveAt, v.State, v.Objection, v.ObjectedBy, v.ObjectedAt, v.ReviewNote,
        v.ReviewedBy, v.EndedAt, v.Version
        """;

    private const string From =
        """
        FROM OwnershipRecovery v
        JOIN Organisation o ON o.Id = v.OrganisationId
        JOIN Person n ON n.Id = v.NewOwnerId
        JOIN Person s ON s.Id = v.StartedBy
        """;

    /// <summary>One recovery of an organisation, or null.</summary>
    public static Task<OwnershipRecovery?> Find(UnitOfWork work, long organisation, long id) =>
        work.Find<OwnershipRecovery>($"SELECT {Columns} {From} WHERE v.Id = @id AND v.OrganisationId = @organisation", new { organisation, id });

    /// <summary>The one that is going on at an organisation, or null.</summary>
    public static Task<OwnershipRecovery?> Open(UnitOfWork work, long organisation) =>
        work.Find<OwnershipRecovery>($"SELECT {Columns} {From} WHERE v.OrganisationId = @organisation AND v.State IN ('Waiting', 'Halted')", new { organisation });

    /// <summary>Those of an organisation, newest first; at most 20.</summary>
    public static Task<IReadOnlyList<OwnershipRecovery>> Of(UnitOfWork work, long organisation) =>
        work.List<OwnershipRecovery>($"SELECT {Columns} {From} WHERE v.OrganisationId = @organisation ORDER BY v.Id DESC {Dialect.Page}", new { organisation, take = 20 });

    /// <summary>Those whose waiting time is over; at most 100.</summary>
    public static Task<IReadOnlyList<OwnershipRecovery>> Due(UnitOfWork work) =>
        work.List<OwnershipRecovery>(
            $"SELECT {Columns} {From} WHERE v.State = 'Waiting' AND v.EffectiveAt <= @now ORDER BY v.EffectiveAt, v.Id {Dialect.Page}",
            new { now = work.Now, take = 100 });

    /// <summary>Those that a member can still object to; at most 50.</summary>
    public static Task<IReadOnlyList<OwnershipRecovery>> ForMember(UnitOfWork work, long person) =>
        work.List<OwnershipRecovery>(
            $"""
            SELECT {Columns} {From}
            JOIN Membership m ON m.OrganisationId = v.OrganisationId AND m.PersonId = @person
            WHERE v.State = 'Waiting' AND v.NewOwnerId <> @person
            ORDER BY v.EffectiveAt, v.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>Those halted by an objection, which an officer other than the one who started them looks at; at most 50.</summary>
    public static Task<IReadOnlyList<OwnershipRecovery>> HaltedFor(UnitOfWork work, long officer) =>
        work.List<OwnershipRecovery>(
            $"SELECT {Columns} {From} WHERE v.State = 'Halted' AND v.StartedBy <> @officer ORDER BY v.ObjectedAt, v.Id {Dialect.Page}",
            new { officer, take = 50 });

    /// <summary>Starts one; false when one is going on already.</summary>
    public static Task<bool> Insert(UnitOfWork work, long id, long organisation, long newOwner, string evidence, DateTimeOffset effective) =>
        work.TryInsert(
            """
            INSERT INTO OwnershipRecovery (Id, OrganisationId, NewOwnerId, Evidence, StartedBy, StartedAt, EffectiveAt, State, Version)
            VALUES (@id, @organisation, @newOwner, @evidence, @by, @now, @effective, 'Waiting', 1)
            """,
            new { id, organisation, newOwner, evidence, by = work.Actor.Person, now = work.Now, effective });

    /// <summary>Halts it; false when it no longer waits.</summary>
    public static Task<bool> Halt(UnitOfWork work, OwnershipRecovery recovery, string? objection) =>
        work.Guarded(
            """
            UPDATE OwnershipRecovery
            SET State = 'Halted', Objection = @objection, ObjectedBy = @by, ObjectedAt = @now, Version = Version + 1
            WHERE Id = @Id AND State IN @from
            """,
            new { recovery.Id, objection, by = work.Actor.Person, now = work.Now, from = RecoveryStates.Table.SourcesOf("object") });

    /// <summary>Lets it go on with a new waiting time; false when it is not halted, or the actor started it.</summary>
    public static Task<bool> GoOn(UnitOfWork work, OwnershipRecovery recovery, string note, DateTimeOffset effective) =>
        work.Guarded(
            """
            UPDATE OwnershipRecovery
            SET State = 'Waiting', ReviewNote = @note, ReviewedBy = @by, EffectiveAt = @effective, Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND State IN @from AND StartedBy <> @by
            """,
            new { recovery.Id, recovery.Version, note, by = work.Actor.Person, effective, from = RecoveryStates.Table.SourcesOf("go-on") });

    /// <summary>Marks it done; false when somebody objected meanwhile or its time has not come.</summary>
    public static Task<bool> Finish(UnitOfWork work, OwnershipRecovery recovery) =>
        work.Guarded(
            """
            UPDATE OwnershipRecovery
            SET State = 'Done', EndedAt = @now, EndedBy = @by, Version = Version + 1
            WHERE Id = @Id AND State IN @from AND EffectiveAt <= @now
            """,
            new { recovery.Id, by = work.Actor.PersonId, now = work.Now, from = RecoveryStates.Table.SourcesOf("finish") });

    /// <summary>Gives up those that name a person who was erased.</summary>
    public static Task<int> CancelFor(UnitOfWork work, long newOwner) =>
        work.Execute(
            """
            UPDATE OwnershipRecovery
            SET State = 'Cancelled', EndedAt = @now, Version = Version + 1
            WHERE NewOwnerId = @newOwner AND State IN @from
            """,
            new { newOwner, now = work.Now, from = RecoveryStates.Table.SourcesOf("cancel") });

    /// <summary>Gives it up; false when it has ended.</summary>
    public static Task<bool> Cancel(UnitOfWork work, OwnershipRecovery recovery, string note) =>
        work.Guarded(
            """
            UPDATE OwnershipRecovery
            SET State = 'Cancelled', ReviewNote = @note, EndedAt = @now, EndedBy = @by, Version = Version + 1
            WHERE Id = @Id AND State IN @from
            """,
            new { recovery.Id, note, by = work.Actor.PersonId, now = work.Now, from = RecoveryStates.Table.SourcesOf("cancel") });
}
