using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Conditions;

/// <summary>Changes of conditions, their steps, and lists of what waits.</summary>
public static partial class ConditionRepository
{
    /// <summary>One condition of an award, or null.</summary>
    public static Task<AwardCondition?> Find(UnitOfWork work, long award, long id) =>
        work.Find<AwardCondition>($"SELECT {Columns} FROM AwardCondition c WHERE c.Id = @id AND c.AwardId = @award", new { id, award });

    /// <summary>Adds a condition.</summary>
    public static Task<int> Insert(UnitOfWork work, AwardCondition condition) =>
        work.Execute(
            """
            INSERT INTO AwardCondition (Id, AwardId, Place, Kind, Title, Detail, DueDays, State, Version)
            VALUES (@Id, @AwardId, @Place, @Kind, @Title, @Detail, @DueDays, 'Open', 1)
            """,
            new { condition.Id, condition.AwardId, condition.Place, condition.Kind, condition.Title, condition.Detail, condition.DueDays });

    /// <summary>Changes what an open condition asks for, while the award is not offered; false otherwise, or when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, AwardCondition condition) =>
        work.Guarded(
            """
            UPDATE AwardCondition SET Kind = @Kind, Title = @Title, Detail = @Detail, DueDays = @DueDays, Version = Version + 1
            WHERE Id = @Id AND AwardId = @AwardId AND State = 'Open' AND Version = @Version
              AND EXISTS (SELECT 1 FROM Award a WHERE a.Id = @AwardId AND a.State = 'Offered' AND a.OfferedAt IS NULL)
            """,
            new { condition.Id, condition.AwardId, condition.Version, condition.Kind, condition.Title, condition.Detail, condition.DueDays });

    /// <summary>Removes a condition that nothing was done with, while the award is not offered; false otherwise, or when somebody was quicker.</summary>
    public static Task<bool> Remove(UnitOfWork work, AwardCondition condition) =>
        work.Guarded(
            """
            DELETE FROM AwardCondition
            WHERE Id = @Id AND AwardId = @AwardId AND Version = @Version
              AND NOT EXISTS (SELECT 1 FROM AwardConditionStep s WHERE s.ConditionId = AwardCondition.Id)
              AND EXISTS (SELECT 1 FROM Award a WHERE a.Id = @AwardId AND a.State = 'Offered' AND a.OfferedAt IS NULL)
            """,
            new { condition.Id, condition.AwardId, condition.Version });

    /// <summary>Says by when a condition is due.</summary>
    public static Task<int> SetDue(UnitOfWork work, AwardCondition condition, DateOnly on) =>
        work.Execute("UPDATE AwardCondition SET DueOn = @on WHERE Id = @id", new { id = condition.Id, on });

    /// <summary>Notes what was handed in; false when somebody was quicker, or an officer found it met or waived.</summary>
    public static Task<bool> HandIn(UnitOfWork work, AwardCondition condition, long? file) =>
        work.Guarded(
            """
            UPDATE AwardCondition
            SET State = 'HandedIn', FileId = @file, HandedInAt = @now, HandedInBy = @by, Note = NULL, DecidedAt = NULL, DecidedBy = NULL, Version = Version + 1
            WHERE Id = @id AND State IN ('Open', 'HandedIn') AND Version = @version
            """,
            new { id = condition.Id, version = condition.Version, file, now = work.Now, by = work.Actor.Person });

    /// <summary>What was done with the conditions of an award, oldest first; at most 500.</summary>
    public static Task<IReadOnlyList<ConditionStep>> Steps(UnitOfWork work, long award) =>
        work.List<ConditionStep>(
            $"""
            SELECT s.Id, s.ConditionId, s.Act, s.At, s.PersonId, p.Name AS Who, s.FileId, f.Name AS FileName, s.Note
            FROM AwardConditionStep s
            JOIN AwardCondition c ON c.Id = s.ConditionId
            LEFT JOIN Person p ON p.Id = s.PersonId
            LEFT JOIN StoredFile f ON f.Id = s.FileId
            WHERE c.AwardId = @award
            ORDER BY s.Id
            {Dialect.Page}
            """,
            new { award, take = 500 });

    /// <summary>Whether a document was handed in for a condition of an award.</summary>
    public static async Task<bool> Holds(UnitOfWork work, long award, long condition, long file) =>
        await work.Scalar<int>(
            """
            SELECT COUNT(*)
            FROM AwardConditionStep s
            JOIN AwardCondition c ON c.Id = s.ConditionId
            WHERE c.AwardId = @award AND c.Id = @condition AND s.FileId = @file
            """,
            new { award, condition, file }) > 0;

    /// <summary>What organisations handed in and nobody looked at, oldest first; at most 100.</summary>
    public static Task<IReadOnlyList<WaitingCondition>> HandedIn(UnitOfWork work) =>
        work.List<WaitingCondition>(
            $"""
            SELECT c.Id, a.Reference, o.Name AS OrganisationName, c.Kind, c.Title, c.State, c.HandedInAt AS At, c.DueOn
            FROM AwardCondition c
            JOIN Award a ON a.Id = c.AwardId
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE c.State = 'HandedIn' AND a.State IN ('Offered', 'Accepted', 'Active', 'Suspended')
            ORDER BY c.HandedInAt, c.Id
            {Dialect.Page}
            """,
            new { take = 100 });

    /// <summary>What accepted awards still need and nobody handed in, soonest due first; at most 100.</summary>
    public static Task<IReadOnlyList<WaitingCondition>> StillOpen(UnitOfWork work) =>
        work.List<WaitingCondition>(
            $"""
            SELECT c.Id, a.Reference, o.Name AS OrganisationName, c.Kind, c.Title, c.State, a.AnsweredAt AS At, c.DueOn
            FROM AwardCondition c
            JOIN Award a ON a.Id = c.AwardId
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE c.State = 'Open' AND a.State IN ('Accepted', 'Active', 'Suspended')
            ORDER BY CASE WHEN c.DueOn IS NULL THEN 1 ELSE 0 END, c.DueOn, c.Id
            {Dialect.Page}
            """,
            new { take = 100 });

    /// <summary>What a person's organisations still have to hand in for awards they accepted, soonest due first; at most 50.</summary>
    public static Task<IReadOnlyList<WaitingCondition>> ToHandIn(UnitOfWork work, long person) =>
        work.List<WaitingCondition>(
            $"""
            SELECT c.Id, a.Reference, o.Name AS OrganisationName, c.Kind, c.Title, c.State, a.AnsweredAt AS At, c.DueOn
            FROM AwardCondition c
            JOIN Award a ON a.Id = c.AwardId
            JOIN Organisation o ON o.Id = a.OrganisationId
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @person AND m.Role IN ('Owner', 'Editor')
            WHERE c.State = 'Open' AND a.State IN ('Accepted', 'Active', 'Suspended') AND c.Kind NOT IN ('BankDetails', 'PersonCheck')
            ORDER BY CASE WHEN c.DueOn IS NULL THEN 1 ELSE 0 END, c.DueOn, c.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });
}

/// <summary>Something done with a condition.</summary>
public sealed class ConditionStep
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The condition.</summary>
    public long ConditionId { get; init; }

    /// <summary>An act of <see cref="ConditionStates"/>.</summary>
    public string Act { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null for the portal itself.</summary>
    public long? PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string? Who { get; init; }

    /// <summary>The document handed in.</summary>
    public long? FileId { get; init; }

    /// <summary>Its name.</summary>
    public string? FileName { get; init; }

    /// <summary>What was written with it: a note, evidence or a reason.</summary>
    public string? Note { get; init; }
}

/// <summary>A condition that waits for somebody.</summary>
public sealed class WaitingCondition
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who gets the award.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>What it is about.</summary>
    public ConditionKind Kind { get; init; }

    /// <summary>What is needed, in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ConditionState State { get; init; }

    /// <summary>Since when it waits, in UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>By when; null without a date.</summary>
    public DateOnly? DueOn { get; init; }
}
