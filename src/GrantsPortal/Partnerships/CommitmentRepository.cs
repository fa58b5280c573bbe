using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships;

/// <summary>Commitments.</summary>
public static class CommitmentRepository
{
    private const string Columns =
        """
        c.Id, c.OrganisationId, g.Name AS OrganisationName, c.MadeBy, c.What, c.DueOn, c.OwnerId, p.Name AS OwnerName, c.State, c.Reason, c.Origin, c.OriginId,
        c.OriginTitle, c.CreatedAt, c.EndedAt, c.RemindedOn, c.Version
        """;

    private const string From = "FROM Commitment c JOIN Organisation g ON g.Id = c.OrganisationId JOIN Person p ON p.Id = c.OwnerId";

    /// <summary>The commitment of a partner; or null.</summary>
    public static Task<Commitment?> Find(UnitOfWork work, long organisation, long id) =>
        work.Find<Commitment>($"SELECT {Columns} {From} WHERE c.Id = @id AND c.OrganisationId = @organisation", new { organisation, id });

    /// <summary>A partner's commitments, those open first, soonest first; at most 300.</summary>
    public static Task<IReadOnlyList<Commitment>> Of(UnitOfWork work, long organisation) =>
        work.List<Commitment>(
            $"""
            SELECT {Columns} {From}
            WHERE c.OrganisationId = @organisation
            ORDER BY CASE c.State WHEN 'Open' THEN 0 ELSE 1 END, c.DueOn, c.Id
            {Dialect.Page}
            """,
            new { organisation, take = 300 });

    /// <summary>The commitments that came from a record, by partner; at most 300.</summary>
    public static Task<IReadOnlyList<Commitment>> FromRecord(UnitOfWork work, CommitmentOrigin origin, long id) =>
        work.List<Commitment>($"SELECT {Columns} {From} WHERE c.Origin = @origin AND c.OriginId = @id ORDER BY g.FoldedName, c.DueOn, c.Id {Dialect.Page}", new { origin, id, take = 300 });

    /// <summary>Open commitments due until a day, soonest first; at most 5,000.</summary>
    public static Task<IReadOnlyList<Commitment>> Due(UnitOfWork work, DateOnly until) =>
        work.List<Commitment>($"SELECT {Columns} {From} WHERE c.State = 'Open' AND c.DueOn <= @until ORDER BY c.DueOn, c.Id {Dialect.Page}", new { until, take = 5_000 });

    /// <summary>Open commitments that somebody follows up and that are due until a day, soonest first; at most 50.</summary>
    public static Task<IReadOnlyList<Commitment>> DueOf(UnitOfWork work, long owner, DateOnly until) =>
        work.List<Commitment>($"SELECT {Columns} {From} WHERE c.State = 'Open' AND c.OwnerId = @owner AND c.DueOn <= @until ORDER BY c.DueOn, c.Id {Dialect.Page}", new { owner, until, take = 50 });

    /// <summary>What the organisations of a member and the city promised each other, those open first; at most 200.</summary>
    public static Task<IReadOnlyList<Commitment>> ForMember(UnitOfWork work, long person) =>
        work.List<Commitment>(
            $"""
            SELECT {Columns} {From}
            JOIN Membership m ON m.OrganisationId = c.OrganisationId AND m.PersonId = @person
            ORDER BY CASE c.State WHEN 'Open' THEN 0 ELSE 1 END, c.DueOn, c.Id
            {Dialect.Page}
            """,
            new { person, take = 200 });

    /// <summary>Adds one; the day it was noted counts as its last reminder.</summary>
    public static Task Insert(UnitOfWork work, Commitment commitment) =>
        work.Execute(
            """
            INSERT INTO Commitment (Id, OrganisationId, MadeBy, What, DueOn, OwnerId, State, Origin, OriginId, OriginTitle, CreatedAt, CreatedBy, RemindedOn, Version)
            VALUES (@Id, @OrganisationId, @MadeBy, @What, @DueOn, @OwnerId, 'Open', @Origin, @OriginId, @OriginTitle, @now, @by, @RemindedOn, 1)
            """,
            new
            {
                commitment.Id,
                commitment.OrganisationId,
                commitment.MadeBy,
                commitment.What,
                commitment.DueOn,
                commitment.OwnerId,
                commitment.Origin,
                commitment.OriginId,
                commitment.OriginTitle,
                commitment.RemindedOn,
                now = work.Now,
                by = work.Actor.Person,
            });

    /// <summary>Changes an open one; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Commitment commitment, int version) =>
        work.Guarded(
            """
            UPDATE Commitment
            SET MadeBy = @MadeBy, What = @What, DueOn = @DueOn, OwnerId = @OwnerId, RemindedOn = @RemindedOn, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND State = 'Open'
            """,
            new { commitment.Id, commitment.MadeBy, commitment.What, commitment.DueOn, commitment.OwnerId, commitment.RemindedOn, version });

    /// <summary>Moves one to another state; false when somebody was quicker.</summary>
    public static Task<bool> End(UnitOfWork work, Commitment commitment, CommitmentState to, string? reason, int version) =>
        work.Guarded(
            "UPDATE Commitment SET State = @to, Reason = @reason, EndedAt = @now, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @version",
            new { commitment.Id, commitment.State, to, reason, version, now = work.Now });

    /// <summary>Notes that people are reminded; false when they were that day.</summary>
    public static Task<bool> MarkReminded(UnitOfWork work, long id, DateOnly today) =>
        work.Guarded("UPDATE Commitment SET RemindedOn = @today WHERE Id = @id AND State = 'Open' AND (RemindedOn IS NULL OR RemindedOn < @today)", new { id, today });
}
