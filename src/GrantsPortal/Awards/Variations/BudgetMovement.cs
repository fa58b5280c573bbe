using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Variations;

/// <summary>Money moved from one budget line to another without approval.</summary>
public sealed class BudgetMovement
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Number of the last variation approved before; 0 when there was none.</summary>
    public int Since { get; init; }

    /// <summary>Number of the line it came from.</summary>
    public int FromLine { get; init; }

    /// <summary>Number of the line it went to.</summary>
    public int ToLine { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who moved it.</summary>
    public long MovedBy { get; init; }

    /// <summary>Name of who moved it.</summary>
    public string MovedByName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset MovedAt { get; init; }
}

/// <summary>Movements between budget lines. They are added and read.</summary>
public static class MovementRepository
{
    /// <summary>The movements of an award, newest first; at most 200.</summary>
    public static Task<IReadOnlyList<BudgetMovement>> Of(UnitOfWork work, long award) =>
        work.List<BudgetMovement>(
            $"""
            SELECT m.Id, m.AwardId, m.Since, m.FromLine, m.ToLine, m.AmountMinor, m.Reason, m.MovedBy, p.Name AS MovedByName, m.MovedAt
            FROM BudgetMovement m
            JOIN Person p ON p.Id = m.MovedBy
            WHERE m.AwardId = @award
            ORDER BY m.Id DESC
            {Dialect.Page}
            """,
            new { award, take = 200 });

    /// <summary>Adds one.</summary>
    public static Task<int> Insert(UnitOfWork work, BudgetMovement movement) =>
        work.Execute(
            """
            INSERT INTO BudgetMovement (Id, AwardId, Since, FromLine, ToLine, AmountMinor, Reason, MovedBy, MovedAt)
            VALUES (@Id, @AwardId, @Since, @FromLine, @ToLine, @AmountMinor, @Reason, @MovedBy, @MovedAt)
            """,
            new { movement.Id, movement.AwardId, movement.Since, movement.FromLine, movement.ToLine, movement.AmountMinor, movement.Reason, movement.MovedBy, movement.MovedAt });

    /// <summary>Takes an amount from a line that holds it; false when it does not any more.</summary>
    public static Task<bool> Take(UnitOfWork work, long award, int line, long amount) =>
        work.Guarded(
            "UPDATE AwardBudgetLine SET AmountMinor = AmountMinor - @amount WHERE AwardId = @award AND Number = @line AND AmountMinor >= @amount",
            new { award, line, amount });

    /// <summary>Gives an amount to a line.</summary>
    public static Task<bool> Give(UnitOfWork work, long award, int line, long amount) =>
        work.Guarded("UPDATE AwardBudgetLine SET AmountMinor = AmountMinor + @amount WHERE AwardId = @award AND Number = @line", new { award, line, amount });
}
