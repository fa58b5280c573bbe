using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>Reports: the record and its changes. What is written in them and their lists stand in the files beside this one.</summary>
public static partial class ReportRepository
{
    private const string Columns =
        """
        r.Id, r.AwardId, r.Number, r.Kind, r.Form, r.FromOn, r.ToOn, r.DueOn, r.State, r.Currency, r.SpentMinor, r.DisallowedMinor, r.Submissions,
        r.SubmittedAt, r.SubmittedBy, r.ChangesDueOn, r.ChangesAskedAt, r.ChangesAskedBy, r.AcceptedAt, r.AcceptedBy, r.AcceptedNote,
        r.FrozenHash, r.RemindedOn, r.LateRemindedOn, r.LateReminders, r.CreatedAt, r.SavedAt, r.Version
        """;

    /// <summary>The report, or null; for staff and for code.</summary>
    public static Task<Report?> Find(UnitOfWork work, long id) =>
        work.Find<Report>($"SELECT {Columns} FROM Report r WHERE r.Id = @id", new { id });

    /// <summary>The report of an award by its number, or null; whose award it is was asked before.</summary>
    public static Task<Report?> Find(UnitOfWork work, long award, int number) =>
        work.Find<Report>($"SELECT {Columns} FROM Report r WHERE r.AwardId = @award AND r.Number = @number", new { award, number });

    /// <summary>The reports of an award, by number; at most 40.</summary>
    public static Task<IReadOnlyList<Report>> OfAward(UnitOfWork work, long award) =>
        work.List<Report>(
            $"SELECT {Columns} FROM Report r WHERE r.AwardId = @award ORDER BY r.Number {Dialect.Page}",
            new { award, take = ReportPlanRules.MostReports });

    /// <summary>Adds a report; false when the award has one of that number.</summary>
    public static Task<bool> Insert(UnitOfWork work, Report report) =>
        work.TryInsert(
            """
            INSERT INTO Report (Id, AwardId, Number, Kind, Form, FromOn, ToOn, DueOn, State, Currency, SpentMinor, DisallowedMinor, Submissions,
                LateReminders, CreatedAt, CreatedBy, SavedAt, Version)
            VALUES (@Id, @AwardId, @Number, @Kind, @Form, @FromOn, @ToOn, @DueOn, @State, @Currency, 0, 0, 0, 0, @now, @by, @now, 1)
            """,
            new { report.Id, report.AwardId, report.Number, report.Kind, report.Form, report.FromOn, report.ToOn, report.DueOn, report.State, report.Currency, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Changes kind and dates of a report that is not with the city; reminders start anew. False when somebody was quicker.</summary>
    public static Task<bool> Plan(UnitOfWork work, Report report) =>
        work.Guarded(
            """
            UPDATE Report
            SET Kind = @Kind, FromOn = @FromOn, ToOn = @ToOn, DueOn = @DueOn, ChangesDueOn = @ChangesDueOn, RemindedOn = NULL, LateRemindedOn = NULL,
                LateReminders = 0, Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND State IN ('Scheduled', 'Due', 'ChangesRequested')
            """,
            new { report.Id, report.Version, report.Kind, report.FromOn, report.ToOn, report.DueOn, report.ChangesDueOn });

    /// <summary>Takes a report out of the plan that nobody has written in; false when somebody has, or was quicker.</summary>
    public static async Task<bool> Remove(UnitOfWork work, Report report)
    {
        await work.Execute(
            "DELETE FROM ReportAnswer WHERE ReportId = @id AND Value = ''",
            new { id = report.Id });
        return await work.Guarded(
            """
            DELETE FROM Report
            WHERE Id = @id AND Version = @version AND State IN ('Scheduled', 'Due') AND Submissions = 0
              AND NOT EXISTS (SELECT 1 FROM SpendingItem i WHERE i.ReportId = Report.Id)
              AND NOT EXISTS (SELECT 1 FROM ReportAnswer a WHERE a.ReportId = Report.Id)
              AND NOT EXISTS (SELECT 1 FROM ReportAnswerEarlier e WHERE e.ReportId = Report.Id)
            """,
            new { id = report.Id, version = report.Version });
    }

    /// <summary>Moves a report along a line of its machine; refused as <see cref="ReportStates.Table"/> says, or with <c>report.changed-meanwhile</c>.</summary>
    public static async Task<Outcome<Report>> Move(UnitOfWork work, Report report, string act)
    {
        var to = ReportStates.Table.Move(report.State, act);
        if (to.Refused)
        {
            return Outcome<Report>.Refuse(to.Refusals);
        }

        var won = await work.Guarded(
            "UPDATE Report SET State = @to, Version = Version + 1 WHERE Id = @id AND State = @from AND Version = @version",
            new { id = report.Id, from = report.State, version = report.Version, to = to.Value });
        return won ? report with { State = to.Value, Version = report.Version + 1 } : new Refusal("report.changed-meanwhile");
    }

    /// <summary>Notes who sent a report in and when.</summary>
    public static Task<bool> Submitted(UnitOfWork work, Report report, DateTimeOffset received) =>
        work.Guarded(
            "UPDATE Report SET Submissions = Submissions + 1, SubmittedAt = @received, SubmittedBy = @by WHERE Id = @id AND Version = @version",
            new { id = report.Id, version = report.Version, received, by = work.Actor.Person });

    /// <summary>Notes who asked for changes, and until when they have to be here.</summary>
    public static Task<bool> ChangesAsked(UnitOfWork work, Report report, DateOnly due) =>
        work.Guarded(
            """
            UPDATE Report
            SET ChangesDueOn = @due, ChangesAskedAt = @now, ChangesAskedBy = @by, RemindedOn = NULL, LateRemindedOn = NULL, LateReminders = 0
            WHERE Id = @id AND Version = @version
            """,
            new { id = report.Id, version = report.Version, due, now = work.Now, by = work.Actor.Person });

    /// <summary>Keeps what was accepted, for good.</summary>
    public static Task<bool> Accepted(UnitOfWork work, Report report, string? note, string frozen, string hash) =>
        work.Guarded(
            """
            UPDATE Report
            SET AcceptedAt = @now, AcceptedBy = @by, AcceptedNote = @note, Frozen = @frozen, FrozenHash = @hash
            WHERE Id = @id AND Version = @version AND Frozen IS NULL
            """,
            new { id = report.Id, version = report.Version, now = work.Now, by = work.Actor.Person, note, frozen, hash });

    /// <summary>What was accepted, as canonical JSON of <see cref="ReportContent"/>; null where nothing was.</summary>
    public static Task<string?> Frozen(UnitOfWork work, long report) =>
        work.Scalar<string>("SELECT Frozen FROM Report WHERE Id = @report", new { report });

    /// <summary>Everybody who ever sent a report in; at most 50.</summary>
    public static async Task<IReadOnlyList<long>> Senders(UnitOfWork work, long report) =>
        [.. (await Submissions(work, report)).Select(sent => sent.SubmittedBy).Distinct()];

    /// <summary>Notes that a report was brought to mind before it was due; false when it was before.</summary>
    public static Task<bool> Reminded(UnitOfWork work, Report report, DateOnly today) =>
        work.Guarded(
            "UPDATE Report SET RemindedOn = @today WHERE Id = @id AND Version = @version AND RemindedOn IS NULL",
            new { id = report.Id, version = report.Version, today });

    /// <summary>Notes that a late report was brought to mind; false when somebody was quicker.</summary>
    public static Task<bool> LateReminded(UnitOfWork work, Report report, DateOnly today) =>
        work.Guarded(
            "UPDATE Report SET LateRemindedOn = @today, LateReminders = LateReminders + 1 WHERE Id = @id AND Version = @version AND LateReminders = @number",
            new { id = report.Id, version = report.Version, number = report.LateReminders, today });

    /// <summary>Keeps what was sent in.</summary>
    public static Task<bool> AddSubmission(UnitOfWork work, long report, int number, string content, string hash, DateTimeOffset received) =>
        work.TryInsert(
            """
            INSERT INTO ReportSubmission (ReportId, Number, Content, Hash, ReceivedAt, SubmittedAt, SubmittedBy)
            VALUES (@report, @number, @content, @hash, @received, @now, @by)
            """,
            new { report, number, content, hash, received, now = work.Now, by = work.Actor.Person });

    /// <summary>What was sent in, newest first; at most 50.</summary>
    public static Task<IReadOnlyList<ReportSubmission>> Submissions(UnitOfWork work, long report) =>
        work.List<ReportSubmission>(
            $"""
            SELECT s.ReportId, s.Number, s.Hash, s.ReceivedAt, s.SubmittedBy, COALESCE(p.Name, '') AS SubmittedByName
            FROM ReportSubmission s
            LEFT JOIN Person p ON p.Id = s.SubmittedBy
            WHERE s.ReportId = @report
            ORDER BY s.Number DESC
            {Dialect.Page}
            """,
            new { report, take = 50 });

    /// <summary>Keeps a remark on a part of what was sent in.</summary>
    public static Task<bool> AddRemark(UnitOfWork work, long report, int submission, string part, string reason) =>
        work.TryInsert(
            "INSERT INTO ReportRemark (ReportId, Submission, PartKey, Reason) VALUES (@report, @submission, @part, @reason)",
            new { report, submission, part, reason });

    /// <summary>The remarks on a report, those on what was sent in last first; at most 500.</summary>
    public static Task<IReadOnlyList<ReportRemark>> Remarks(UnitOfWork work, long report) =>
        work.List<ReportRemark>(
            $"SELECT Submission, PartKey, Reason FROM ReportRemark WHERE ReportId = @report ORDER BY Submission DESC, PartKey {Dialect.Page}",
            new { report, take = 500 });
}

/// <summary>When a report was sent in.</summary>
public sealed class ReportSubmission
{
    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>1 for the first time.</summary>
    public int Number { get; init; }

    /// <summary>SHA-256 of what was sent in.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When it reached the server, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who sent it.</summary>
    public long SubmittedBy { get; init; }

    /// <summary>Name of who sent it.</summary>
    public string SubmittedByName { get; init; } = "";
}

/// <summary>What the city wants changed in a part of a report.</summary>
public sealed class ReportRemark
{
    /// <summary>Which time it was sent in.</summary>
    public int Submission { get; init; }

    /// <summary>The part.</summary>
    public string PartKey { get; init; } = "";

    /// <summary>What has to change, and why.</summary>
    public string Reason { get; init; } = "";
}
