using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Payment schedules of awards.</summary>
public static partial class ScheduleRepository
{
    private const string Columns =
        """
        i.Id, i.AwardId, i.Number, i.Year, i.Title, i.AmountMinor, i.Currency, i.Basis, i.DueOn, i.MilestoneId, i.ReportNumber, i.MetAt, i.MetBy,
        i.RemovedAt, i.Version
        """;

    private const string MilestoneColumns = "m.Id, m.AwardId, m.Title, m.DueOn, m.ReachedAt, m.ReachedBy, m.Evidence, m.RemovedAt, m.Version";

    /// <summary>The instalment, also when the schedule dropped it; or null.</summary>
    public static Task<Instalment?> Find(UnitOfWork work, long id) =>
        work.Find<Instalment>($"SELECT {Columns} FROM Instalment i WHERE i.Id = @id", new { id });

    /// <summary>The schedule of an award, in order; at most 200.</summary>
    public static Task<IReadOnlyList<Instalment>> Of(UnitOfWork work, long award) =>
        work.List<Instalment>(
            $"SELECT {Columns} FROM Instalment i WHERE i.AwardId = @award AND i.RemovedAt IS NULL ORDER BY i.Number {Dialect.Page}", new { award, take = 200 });

    /// <summary>The milestones of an award, by date; at most 200.</summary>
    public static Task<IReadOnlyList<Milestone>> Milestones(UnitOfWork work, long award) =>
        work.List<Milestone>(
            $"SELECT {MilestoneColumns} FROM Milestone m WHERE m.AwardId = @award AND m.RemovedAt IS NULL ORDER BY m.DueOn, m.Id {Dialect.Page}",
            new { award, take = 200 });

    /// <summary>Notes that what an instalment waits for is there; false when that is known.</summary>
    public static Task<bool> Meet(UnitOfWork work, long id) =>
        work.Guarded(
            """
            UPDATE Instalment
            SET MetAt = @now, MetBy = @by, Version = Version + 1
            WHERE Id = @id AND MetAt IS NULL AND RemovedAt IS NULL AND Basis <> 'Date'
            """,
            new { id, now = work.Now, by = work.Actor.PersonId });
}
