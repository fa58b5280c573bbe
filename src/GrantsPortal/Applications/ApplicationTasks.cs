using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Applications;

/// <summary>What applications ask of people: drafts with a deadline, questions to answer, and for officers what waits for a decision.</summary>
public sealed class ApplicationTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var mine = (await ToWrite(work, person)).Select(row => row.State == ApplicationState.ChangesRequested
            ? new TaskLine("Answer our question on your application to {0}", [row.Call], ApplicationRoutes.Mine(row.Reference), row.Due, row.Hat)
            : new TaskLine("Finish and submit your application to {0}", [row.Call], ApplicationRoutes.Mine(row.Reference), row.Due, row.Hat));
        return actor.Is(Roles.ProgrammeOfficer)
            ? [.. mine, .. (await ToJudge(work)).Select(Judge), .. (await ToLookAt(work)).Select(Look)]
            : [.. mine];
    }

    private static TaskLine Judge(TaskRow row) => new(
        row.Number == 1 ? "Decide whether 1 application to {1} is eligible" : "Decide whether {0} applications to {1} are eligible",
        [row.Number, row.Call], $"{ApplicationRoutes.Desk}?call={row.Reference}&state={nameof(ApplicationState.Submitted)}", null, "Programme officer");

    private static TaskLine Look(TaskRow row) => new(
        "Look at the draft {0}, as its applicant asked", [row.Reference], ApplicationRoutes.Manage(row.Reference), row.Due, "Programme officer");

    private static Task<IReadOnlyList<TaskRow>> ToWrite(UnitOfWork work, long person) =>
        work.List<TaskRow>(
            $"""
            SELECT a.Reference, a.State, s.Title AS Call, COALESCE(o.Name, '') AS Hat, 1 AS Number,
                CASE WHEN a.State = 'Draft' THEN c.ClosesAt ELSE a.ChangesDueAt END AS Due
            FROM Application a
            JOIN Call c ON c.Id = a.CallId AND c.State = 'Published'
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            LEFT JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @person AND m.Role <> 'Viewer'
            WHERE ((a.State = 'Draft' AND c.ClosesAt >= @now) OR a.State = 'ChangesRequested')
                AND (m.PersonId IS NOT NULL OR (a.OrganisationId IS NULL AND a.StartedBy = @person))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { person, now = work.Now, take = 100 });

    private static Task<IReadOnlyList<TaskRow>> ToJudge(UnitOfWork work) =>
        work.List<TaskRow>(
            $"""
            SELECT c.Slug AS Reference, 'Submitted' AS State, s.Title AS Call, '' AS Hat, COUNT(*) AS Number, MAX(a.ChangesDueAt) AS Due
            FROM Application a
            JOIN Call c ON c.Id = a.CallId
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            WHERE a.State = 'Submitted' AND c.DecisionHours IS NULL
            GROUP BY c.Slug, s.Title
            ORDER BY c.Slug
            {Dialect.Page}
            """,
            new { take = 50 });

    private static Task<IReadOnlyList<TaskRow>> ToLookAt(UnitOfWork work) =>
        work.List<TaskRow>(
            $"""
            SELECT a.Reference, a.State, s.Title AS Call, '' AS Hat, 1 AS Number, c.ClosesAt AS Due
            FROM Application a
            JOIN Call c ON c.Id = a.CallId AND c.State = 'Published' AND c.ClosesAt >= @now
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            WHERE a.State = 'Draft' AND a.OfficerMayLook = 1
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { now = work.Now, take = 50 });

    private sealed class TaskRow
    {
        public string Reference { get; init; } = "";

        public ApplicationState State { get; init; }

        public string Call { get; init; } = "";

        public string Hat { get; init; } = "";

        public int Number { get; init; }

        public DateTimeOffset? Due { get; init; }
    }
}
