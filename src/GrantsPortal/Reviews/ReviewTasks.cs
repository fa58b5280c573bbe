using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Reviews;

/// <summary>What needs reviewers, and what officers should look after.</summary>
public sealed class ReviewTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        var lines = new List<TaskLine>();
        if (actor.PersonId is { } person)
        {
            var open = (await ReviewRepository.ForReviewer(work, person)).Where(line => line.IsOpen);
            lines.AddRange(open.OrderBy(line => line.DueAt ?? DateTimeOffset.MaxValue).Take(80).Select(Of));
        }

        if (actor.Is(Roles.ProgrammeOfficer))
        {
            lines.AddRange(await Late(work));
            lines.AddRange(await Unassigned(work));
        }

        return lines;
    }

    private static TaskLine Of(ReviewLine line)
    {
        var what = line switch
        {
            { State: ReviewState.Assigned } => "Say whether you can review {0}",
            { State: ReviewState.Reopened } => "Look again at your review of {0}",
            { RubricChangedAt: not null } => "Look again at {0}: the score sheet changed",
            _ => "Score {0}",
        };
        return new TaskLine(what, [$"{line.Reference} {line.OrganisationName}".Trim()], ReviewRoutes.Show(line.Id), line.DueAt, Roles.Reviewer);
    }

    private static async Task<IEnumerable<TaskLine>> Late(UnitOfWork work) =>
        (await work.List<CallCount>(
            $"""
            SELECT c.Slug, s.Title, COUNT(*) AS Number, MIN(r.DueAt) AS At
            FROM Review r
            JOIN Application a ON a.Id = r.ApplicationId AND a.State = 'InReview'
            JOIN Call c ON c.Id = r.CallId
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            WHERE r.State IN @open AND r.DueAt < @now
            GROUP BY c.Slug, s.Title
            ORDER BY c.Slug
            {Dialect.Page}
            """,
            new { open = ReviewStates.Open, now = work.Now, take = 20 }))
        .Select(call => new TaskLine(
            call.Number == 1 ? "1 review is late: {1}" : "{0} reviews are late: {1}", [call.Number, call.Title], ReviewRoutes.Panel(call.Slug), call.At, "Programme officer"));

    private static async Task<IEnumerable<TaskLine>> Unassigned(UnitOfWork work) =>
        (await work.List<CallCount>(
            $"""
            SELECT c.Slug, s.Title, COUNT(*) AS Number, c.ReviewDueAt AS At
            FROM Application a
            JOIN Call c ON c.Id = a.CallId
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            WHERE a.State = 'InReview' AND NOT EXISTS (SELECT 1 FROM Review r WHERE r.ApplicationId = a.Id AND r.State IN @live)
            GROUP BY c.Slug, s.Title, c.ReviewDueAt
            ORDER BY c.Slug
            {Dialect.Page}
            """,
            new { live = ReviewStates.Live, take = 20 }))
        .Select(call => new TaskLine(
            call.Number == 1 ? "1 application has no reviewer: {1}" : "{0} applications have no reviewer: {1}", [call.Number, call.Title], ReviewRoutes.Panel(call.Slug), call.At, "Programme officer"));

    private sealed class CallCount
    {
        public string Slug { get; init; } = "";

        public string Title { get; init; } = "";

        public int Number { get; init; }

        public DateTimeOffset? At { get; init; }
    }
}
