using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Payment schedules of awards.</summary>
public static partial class ScheduleRepository
{
    private const string Columns =
        """
        i.Id, i.AwardId, i.Number, i.Year, i.Title, i.AmountMinor, i.Currency, i.Basis, i.DueOn, i.MilestoneId, i.ReportNumber, i.MetAt, i.MetBy,
        i.MetNote, i.RemovedAt, i.Version
        """;

    private const string MilestoneColumns =
        "m.Id, m.AwardId, m.Title, m.DueOn, m.Evidence, m.EvidenceFileId, m.ToldAt, m.ToldBy, m.Answer, m.ReachedAt, m.ReachedBy, m.RemovedAt, m.Version";

    /// <summary>The instalment, also when the schedule dropped it; or null.</summary>
    public static Task<Instalment?> Find(UnitOfWork work, long id) =>
        work.Find<Instalment>($"SELECT {Columns} FROM Instalment i WHERE i.Id = @id", new { id });

    /// <summary>The schedule of an award, by date; at most 200.</summary>
    public static Task<IReadOnlyList<Instalment>> Of(UnitOfWork work, long award) =>
        work.List<Instalment>(
            $"SELECT {Columns} FROM Instalment i WHERE i.AwardId = @award AND i.RemovedAt IS NULL ORDER BY i.DueOn, i.Number {Dialect.Page}", new { award, take = 200 });

    /// <summary>The highest number an instalment of an award ever had.</summary>
    public static Task<int> LastNumber(UnitOfWork work, long award) =>
        work.Scalar<int>("SELECT COALESCE(MAX(Number), 0) FROM Instalment WHERE AwardId = @award", new { award });

    /// <summary>Adds an instalment.</summary>
    public static Task<int> Insert(UnitOfWork work, Instalment instalment) =>
        work.Execute(
            """
            INSERT INTO Instalment (Id, AwardId, Number, Year, Title, AmountMinor, Currency, Basis, DueOn, MilestoneId, ReportNumber, Version)
            VALUES (@Id, @AwardId, @Number, @Year, @Title, @AmountMinor, @Currency, @Basis, @DueOn, @MilestoneId, @ReportNumber, 1)
            """,
            new
            {
                instalment.Id,
                instalment.AwardId,
                instalment.Number,
                instalment.Year,
                instalment.Title,
                instalment.AmountMinor,
                instalment.Currency,
                instalment.Basis,
                instalment.DueOn,
                instalment.MilestoneId,
                instalment.ReportNumber,
            });

    /// <summary>Changes an instalment whose payment is in nobody's hands; what it waited for before is forgotten when it waits for something else now.</summary>
    public static Task<bool> Update(UnitOfWork work, Instalment instalment, bool waitsAnew) =>
        work.Guarded(
            """
            UPDATE Instalment
            SET Year = @Year, Title = @Title, AmountMinor = @AmountMinor, Basis = @Basis, DueOn = @DueOn, MilestoneId = @MilestoneId,
                ReportNumber = @ReportNumber, MetAt = CASE WHEN @anew = 1 THEN NULL ELSE MetAt END,
                MetBy = CASE WHEN @anew = 1 THEN NULL ELSE MetBy END, MetNote = CASE WHEN @anew = 1 THEN NULL ELSE MetNote END,
                Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND RemovedAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM Payment p WHERE p.InstalmentId = Instalment.Id
                  AND (p.State IN ('Approved', 'Sent', 'Paid') OR (p.State = 'Due' AND p.PreparedAt IS NOT NULL)))
            """,
            new
            {
                instalment.Id,
                instalment.Version,
                instalment.Year,
                instalment.Title,
                instalment.AmountMinor,
                instalment.Basis,
                instalment.DueOn,
                instalment.MilestoneId,
                instalment.ReportNumber,
                anew = waitsAnew ? 1 : 0,
            });

    /// <summary>Drops an instalment from the schedule; false when its payment is out.</summary>
    public static Task<bool> Remove(UnitOfWork work, long id) =>
        work.Guarded(
            """
            UPDATE Instalment
            SET RemovedAt = @now, Version = Version + 1
            WHERE Id = @id AND RemovedAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM Payment p WHERE p.InstalmentId = Instalment.Id AND p.State <> 'Failed' AND p.State <> 'Cancelled')
            """,
            new { id, now = work.Now });

    /// <summary>Notes that what an instalment waits for is there; false when that is known.</summary>
    public static Task<bool> Meet(UnitOfWork work, long id, string? note) =>
        work.Guarded(
            """
            UPDATE Instalment
            SET MetAt = @now, MetBy = @by, MetNote = @note, Version = Version + 1
            WHERE Id = @id AND MetAt IS NULL AND RemovedAt IS NULL AND Basis <> 'Date'
            """,
            new { id, now = work.Now, by = work.Actor.PersonId, note });

    /// <summary>The milestones of an award, by date; at most 200.</summary>
    public static Task<IReadOnlyList<Milestone>> Milestones(UnitOfWork work, long award) =>
        work.List<Milestone>(
            $"SELECT {MilestoneColumns} FROM Milestone m WHERE m.AwardId = @award AND m.RemovedAt IS NULL ORDER BY m.DueOn, m.Id {Dialect.Page}",
            new { award, take = 200 });

    /// <summary>One milestone of an award, or null.</summary>
    public static Task<Milestone?> FindMilestone(UnitOfWork work, long award, long id) =>
        work.Find<Milestone>($"SELECT {MilestoneColumns} FROM Milestone m WHERE m.Id = @id AND m.AwardId = @award AND m.RemovedAt IS NULL", new { award, id });

    /// <summary>Adds a milestone.</summary>
    public static Task<int> InsertMilestone(UnitOfWork work, long id, long award, string title, DateOnly dueOn) =>
        work.Execute("INSERT INTO Milestone (Id, AwardId, Title, DueOn, Version) VALUES (@id, @award, @title, @dueOn, 1)", new { id, award, title, dueOn });

    /// <summary>Changes what is to be reached, and by when; false when it was reached or dropped.</summary>
    public static Task<bool> UpdateMilestone(UnitOfWork work, long id, string title, DateOnly dueOn) =>
        work.Guarded(
            "UPDATE Milestone SET Title = @title, DueOn = @dueOn, Version = Version + 1 WHERE Id = @id AND ReachedAt IS NULL AND RemovedAt IS NULL",
            new { id, title, dueOn });

    /// <summary>Drops a milestone that nothing waits for any more.</summary>
    public static Task<bool> RemoveMilestone(UnitOfWork work, long id) =>
        work.Guarded(
            """
            UPDATE Milestone
            SET RemovedAt = @now, Version = Version + 1
            WHERE Id = @id AND RemovedAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM Instalment i WHERE i.MilestoneId = Milestone.Id AND i.RemovedAt IS NULL)
            """,
            new { id, now = work.Now });

    /// <summary>Keeps what somebody says shows that a milestone is reached; false when it was changed meanwhile or is reached.</summary>
    public static Task<bool> Tell(UnitOfWork work, Milestone milestone, string evidence, long? file) =>
        work.Guarded(
            """
            UPDATE Milestone
            SET Evidence = @evidence, EvidenceFileId = COALESCE(@file, EvidenceFileId), ToldAt = @now, ToldBy = @by, Answer = NULL,
                Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND ReachedAt IS NULL AND RemovedAt IS NULL
            """,
            new { milestone.Id, milestone.Version, evidence, file, now = work.Now, by = work.Actor.Person });

    /// <summary>Finds a milestone reached, if somebody said what shows it.</summary>
    public static Task<bool> Reach(UnitOfWork work, Milestone milestone, string? answer) =>
        work.Guarded(
            """
            UPDATE Milestone
            SET ReachedAt = @now, ReachedBy = @by, Answer = @answer, Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND ReachedAt IS NULL AND RemovedAt IS NULL AND Evidence IS NOT NULL
            """,
            new { milestone.Id, milestone.Version, answer, now = work.Now, by = work.Actor.Person });

    /// <summary>Answers that a milestone is not reached yet.</summary>
    public static Task<bool> NotYet(UnitOfWork work, Milestone milestone, string answer) =>
        work.Guarded(
            """
            UPDATE Milestone
            SET Answer = @answer, Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND ReachedAt IS NULL AND RemovedAt IS NULL AND ToldAt IS NOT NULL AND Answer IS NULL
            """,
            new { milestone.Id, milestone.Version, answer });
}
