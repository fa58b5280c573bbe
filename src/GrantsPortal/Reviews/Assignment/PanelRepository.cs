using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Assignment;

/// <summary>A reviewer in a call's pool.</summary>
public sealed class PanelReviewer
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the person still reviews: holds the role and is not switched off.</summary>
    public bool Active { get; init; }
}

/// <summary>An application as the panel sees it.</summary>
public sealed class PanelApplication
{
    /// <summary>The application.</summary>
    public long Id { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The applicant organisation.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The applicant organisation's name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; init; }

    /// <summary>Where the viewer's own review of it stands; empty when they have none.</summary>
    public string OwnState { get; init; } = "";

    /// <summary>Whether the viewer is tied to the applicant organisation.</summary>
    public bool Tied { get; init; }

    /// <summary>What the viewer may see of its reviews.</summary>
    public ScoreSight Sight => ScoreSightRules.Of(OwnState, Tied);

    /// <summary>Whether it can be given to reviewers.</summary>
    public bool Ready => AssignmentRules.Ready(State);
}

/// <summary>A review as the panel sees it.</summary>
public sealed class PanelReview
{
    /// <summary>The review.</summary>
    public long Id { get; init; }

    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The reviewer.</summary>
    public long ReviewerId { get; init; }

    /// <summary>The reviewer's name.</summary>
    public string ReviewerName { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; init; }

    /// <summary>By when, in UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the reviewer was last reminded, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }
}

/// <summary>A tie between a person and an application of the call.</summary>
public sealed class PanelTie
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Whether the person is a member of the applicant organisation; else the tie was declared.</summary>
    public bool Member { get; init; }
}

/// <summary>A call whose applications are reviewed, in the officers' list.</summary>
public sealed class PanelLine
{
    /// <summary>The call's part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The call's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The deadline, in UTC.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>When reviews are due, in UTC.</summary>
    public DateTimeOffset? ReviewDueAt { get; init; }

    /// <summary>How many applications it has, from submitted on.</summary>
    public int Applications { get; init; }

    /// <summary>How many of them have no reviewer.</summary>
    public int Unassigned { get; init; }

    /// <summary>How many reviews are assigned, those aside that the viewer may not know of.</summary>
    public int Reviews { get; init; }

    /// <summary>How many of those are submitted.</summary>
    public int Submitted { get; init; }

    /// <summary>How many of those are late.</summary>
    public int Late { get; init; }

    /// <summary>How many applications are recommended on.</summary>
    public int Recommended { get; init; }
}

/// <summary>The pool, applications and ties of a call's panel.</summary>
public static class PanelRepository
{
    /// <summary>Applications that a panel has to do with.</summary>
    private const string OnPanel = "a.State IN ('Submitted', 'InReview', 'Recommended', 'Reserve', 'NotRecommended', 'Awarded', 'Declined')";

    /// <summary>Applications whose figures the viewer may see: <see cref="ScoreSightRules"/> as a condition.</summary>
    private const string Seen =
        $"""
        NOT EXISTS (SELECT 1 FROM Review v WHERE v.ApplicationId = a.Id AND v.ReviewerId = @viewer AND v.State NOT IN ('Submitted', 'Refused'))
        AND NOT EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = @viewer)
        AND NOT EXISTS (SELECT 1 FROM Conflict k WHERE k.PersonId = @viewer AND (k.ApplicationId = a.Id OR k.OrganisationId = a.OrganisationId))
        """;

    private const string SeenReviews = $"FROM Review r JOIN Application a ON a.Id = r.ApplicationId WHERE r.CallId = c.Id AND r.State NOT IN ('Conflict', 'Refused') AND {Seen}";

    /// <summary>Calls with applications to review, latest first; at most 100. Counts leave out what the viewer may not see.</summary>
    public static Task<IReadOnlyList<PanelLine>> Calls(UnitOfWork work, long? viewer, string language) =>
        work.List<PanelLine>(
            $"""
            SELECT c.Slug, COALESCE(t.Title, s.Title) AS Title, c.ClosesAt, c.ReviewDueAt,
                (SELECT COUNT(*) FROM Application a WHERE a.CallId = c.Id AND {OnPanel}) AS Applications,
                (SELECT COUNT(*) FROM Application a WHERE a.CallId = c.Id AND a.State IN ('Submitted', 'InReview')
                    AND NOT EXISTS (SELECT 1 FROM Review x WHERE x.ApplicationId = a.Id AND x.State NOT IN ('Conflict', 'Refused'))) AS Unassigned,
                (SELECT COUNT(*) {SeenReviews}) AS Reviews,
                (SELECT COUNT(*) {SeenReviews} AND r.State = 'Submitted') AS Submitted,
                (SELECT COUNT(*) {SeenReviews} AND r.State <> 'Submitted' AND a.State = 'InReview' AND r.DueAt < @now) AS Late,
                (SELECT COUNT(*) FROM Recommendation n JOIN Application a ON a.Id = n.ApplicationId WHERE n.CallId = c.Id AND {Seen}) AS Recommended
            FROM Call c
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
            WHERE c.State IN ('Published', 'Decided') AND EXISTS (SELECT 1 FROM Application a WHERE a.CallId = c.Id AND {OnPanel})
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { viewer, language, now = work.Now, take = 100 });

    /// <summary>The reviewers of a call, by name; at most 200.</summary>
    public static Task<IReadOnlyList<PanelReviewer>> Pool(UnitOfWork work, long call) =>
        work.List<PanelReviewer>(
            $"""
            SELECT k.PersonId, p.Name,
                CASE WHEN p.DisabledAt IS NULL AND EXISTS (SELECT 1 FROM PersonRole x WHERE x.PersonId = p.Id AND x.Role = 'Reviewer') THEN 1 ELSE 0 END AS Active
            FROM CallReviewer k
            JOIN Person p ON p.Id = k.PersonId
            WHERE k.CallId = @call
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { call, take = 200 });

    /// <summary>The applications of a call that a panel has to do with, by reference; at most 1,000.</summary>
    public static Task<IReadOnlyList<PanelApplication>> Applications(UnitOfWork work, long call, long? viewer) =>
        work.List<PanelApplication>(
            $"""
            SELECT a.Id, a.Reference, a.Title, a.OrganisationId, COALESCE(o.Name, '') AS OrganisationName, a.State,
                COALESCE((SELECT MIN(v.State) FROM Review v WHERE v.ApplicationId = a.Id AND v.ReviewerId = @viewer), '') AS OwnState,
                CASE WHEN EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = @viewer)
                    OR EXISTS (SELECT 1 FROM Conflict k WHERE k.PersonId = @viewer AND (k.ApplicationId = a.Id OR k.OrganisationId = a.OrganisationId))
                    THEN 1 ELSE 0 END AS Tied
            FROM Application a
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.CallId = @call AND {OnPanel}
            ORDER BY a.Reference
            {Dialect.Page}
            """,
            new { call, viewer, take = RankingReader.Most });

    /// <summary>Every review of a call; at most 5,000.</summary>
    public static Task<IReadOnlyList<PanelReview>> Reviews(UnitOfWork work, long call) =>
        work.List<PanelReview>(
            $"""
            SELECT r.Id, r.ApplicationId, r.ReviewerId, p.Name AS ReviewerName, r.State, r.DueAt, r.RemindedAt
            FROM Review r
            JOIN Person p ON p.Id = r.ReviewerId
            WHERE r.CallId = @call
            ORDER BY r.ApplicationId, p.Name, r.Id
            {Dialect.Page}
            """,
            new { call, take = 10 * RankingReader.Most });

    /// <summary>The ties between people of the pool and applications of the call.</summary>
    public static Task<IReadOnlyList<PanelTie>> Ties(UnitOfWork work, long call) =>
        work.List<PanelTie>(
            $"""
            SELECT m.PersonId, a.Id AS ApplicationId, 1 AS Member
            FROM Application a
            JOIN Membership m ON {ConsortiumRepository.Applies}
            JOIN CallReviewer k ON k.CallId = a.CallId AND k.PersonId = m.PersonId
            WHERE a.CallId = @call
            UNION ALL
            SELECT c.PersonId, a.Id AS ApplicationId, 0 AS Member
            FROM Application a
            JOIN Conflict c ON c.ApplicationId = a.Id OR c.OrganisationId = a.OrganisationId
            JOIN CallReviewer k ON k.CallId = a.CallId AND k.PersonId = c.PersonId
            WHERE a.CallId = @call
            """,
            new { call });

    /// <summary>Adds a reviewer to the pool; false when they are in it.</summary>
    public static Task<bool> Add(UnitOfWork work, long call, long person) =>
        work.TryInsert(
            "INSERT INTO CallReviewer (CallId, PersonId, AddedAt, AddedBy) VALUES (@call, @person, @now, @by)",
            new { call, person, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Takes a reviewer out of the pool; false when they are not in it or have reviews to do.</summary>
    public static Task<bool> Remove(UnitOfWork work, long call, long person) =>
        work.Guarded(
            """
            DELETE FROM CallReviewer
            WHERE CallId = @call AND PersonId = @person
                AND NOT EXISTS (SELECT 1 FROM Review r WHERE r.CallId = @call AND r.ReviewerId = @person AND r.State IN @open)
            """,
            new { call, person, open = ReviewStates.Open });

    /// <summary>Writes down a conflict of interest.</summary>
    public static Task Declare(UnitOfWork work, long person, long application, long? organisation, string reason) =>
        work.Execute(
            """
            INSERT INTO Conflict (Id, PersonId, OrganisationId, ApplicationId, Reason, DeclaredAt)
            VALUES (@id, @person, @organisation, @application, @reason, @now)
            """,
            new { id = work.NewId(), person, organisation, application, reason, now = work.Now });
}
