using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Conditions;

/// <summary>A condition that stands against paying an award.</summary>
public sealed class OpenCondition
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>The condition.</summary>
    public long Id { get; init; }

    /// <summary>What it is about.</summary>
    public ConditionKind Kind { get; init; }

    /// <summary>What is needed, in a line, in the language of the award's terms.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether it waits for the organisation or for the city.</summary>
    public ConditionState State { get; init; }

    /// <summary>By when; null without a date.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>Conditions before the first payment of awards.</summary>
public static partial class ConditionRepository
{
    private const string Columns =
        """
        c.Id, c.AwardId, c.Place, c.Kind, c.Title, c.Detail, c.DueDays, c.DueOn, c.State, c.FileId, c.HandedInAt, c.HandedInBy,
        c.DecidedAt, c.DecidedBy, c.Note, c.Version
        """;

    /// <summary>What stands against paying these awards, in one query; at most 1,000 ids, at most 10,000 conditions.</summary>
    public static Task<IReadOnlyList<OpenCondition>> Open(UnitOfWork work, IReadOnlyCollection<long> awards) =>
        work.List<OpenCondition>(
            $"""
            SELECT c.AwardId, c.Id, c.Kind, c.Title, c.State, c.DueOn
            FROM AwardCondition c
            WHERE c.AwardId IN @awards AND c.State IN ('Open', 'HandedIn')
            ORDER BY c.AwardId, c.Place, c.Id
            {Dialect.Page}
            """,
            new { awards, take = 10_000 });

    /// <summary>The conditions of an award in their order; at most 100.</summary>
    public static Task<IReadOnlyList<AwardCondition>> Of(UnitOfWork work, long award) =>
        work.List<AwardCondition>($"SELECT {Columns} FROM AwardCondition c WHERE c.AwardId = @award ORDER BY c.Place, c.Id {Dialect.Page}", new { award, take = 100 });

    /// <summary>Finds a condition met or waived, or returns it, with a note; false when somebody was quicker.</summary>
    public static Task<bool> Decide(UnitOfWork work, AwardCondition condition, ConditionState to, string note) =>
        work.Guarded(
            """
            UPDATE AwardCondition
            SET State = @to, DecidedAt = @now, DecidedBy = @by, Note = @note, Version = Version + 1
            WHERE Id = @id AND State = @from AND Version = @version
            """,
            new { id = condition.Id, from = condition.State, version = condition.Version, to, now = work.Now, by = work.Actor.PersonId, note });

    /// <summary>Notes what was done with a condition; never changed afterwards.</summary>
    public static Task<int> InsertStep(UnitOfWork work, long condition, string act, long? file, string? note) =>
        work.Execute(
            "INSERT INTO AwardConditionStep (Id, ConditionId, Act, At, PersonId, FileId, Note) VALUES (@id, @condition, @act, @now, @by, @file, @note)",
            new { id = work.NewId(), condition, act, now = work.Now, by = work.Actor.PersonId, file, note });
}
