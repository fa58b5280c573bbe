using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews;

/// <summary>A review as its reviewer finds it in a list.</summary>
public sealed record ReviewLine
{
    /// <summary>The review.</summary>
    public long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; init; }

    /// <summary>By when, in UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was submitted, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Since when the rubric is another, in UTC.</summary>
    public DateTimeOffset? RubricChangedAt { get; init; }

    /// <summary>Version of the rubric.</summary>
    public int RubricVersion { get; init; }

    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>The call's part of the address.</summary>
    public string CallSlug { get; init; } = "";

    /// <summary>The call's title.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>The application's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The application's title.</summary>
    public string? Title { get; init; }

    /// <summary>The applicant organisation's name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Where the application stands.</summary>
    public ApplicationState ApplicationState { get; init; }

    /// <summary>Whether the reviewer is a member of the applicant organisation.</summary>
    public bool Tied { get; init; }

    /// <summary>Whether the reviewer has still something to do on it.</summary>
    public bool IsOpen => !Tied && ApplicationState == ApplicationState.InReview && ReviewStates.Open.Contains(State);

    /// <summary>Whether the line may name the application: not after a conflict or refusal.</summary>
    public bool Named => !Tied && State is not (ReviewState.Conflict or ReviewState.Refused);
}

/// <summary>What reviewers see of their own.</summary>
public static partial class ReviewRepository
{
    /// <summary>Whether the reviewer belongs to the applicant organisation: an automatic conflict.</summary>
    private const string IsMember =
        $"CASE WHEN EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = r.ReviewerId) THEN 1 ELSE 0 END";

    private const string LineColumns =
        $"""
        r.Id, r.State, r.DueAt, r.SubmittedAt, r.RubricChangedAt, r.RubricVersion, r.CallId, c.Slug AS CallSlug,
        COALESCE(t.Title, s.Title) AS CallTitle, a.Reference, a.Title, COALESCE(o.Name, '') AS OrganisationName,
        a.State AS ApplicationState, {IsMember} AS Tied
        """;

    private const string LineFrom =
        """
        FROM Review r
        JOIN Application a ON a.Id = r.ApplicationId
        LEFT JOIN Organisation o ON o.Id = a.OrganisationId
        JOIN Call c ON c.Id = r.CallId
        JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
        LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
        """;

    /// <summary>A person's reviews, those due first on top; at most 500, the latest assigned.</summary>
    public static Task<IReadOnlyList<ReviewLine>> ForReviewer(UnitOfWork work, long person, string language = "en") =>
        work.List<ReviewLine>(
            $"""
            SELECT {LineColumns}
            {LineFrom}
            WHERE r.ReviewerId = @person
            ORDER BY r.Id DESC
            {Dialect.Page}
            """,
            new { person, language, take = 500 });

    /// <summary>One of a person's reviews as a line, or null.</summary>
    public static Task<ReviewLine?> LineFor(UnitOfWork work, long id, long person, string language = "en") =>
        work.Find<ReviewLine>($"SELECT {LineColumns} {LineFrom} WHERE r.Id = @id AND r.ReviewerId = @person", new { id, person, language });

    /// <summary>
    /// Whether a person may read an application because they review it: they accepted, and neither declared a conflict
    /// nor belong to the applicant organisation.
    /// </summary>
    public static async Task<bool> MayRead(UnitOfWork work, long application, long person) =>
        await work.Scalar<long>(
            $"""
            SELECT COUNT(*)
            FROM Review r
            JOIN Application a ON a.Id = r.ApplicationId
            WHERE r.ApplicationId = @application AND r.ReviewerId = @person AND r.State IN @reading AND a.State <> 'Withdrawn'
                AND NOT EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = r.ReviewerId)
            """,
            new { application, person, reading = ReviewStates.Reading }) > 0;

    /// <summary>How much of the reviewers' figures on an application a person may see.</summary>
    public static async Task<ScoreSight> SightOf(UnitOfWork work, long application, long person)
    {
        var tie = await work.Find<Tie>(
            $"""
            SELECT
                COALESCE((SELECT MIN(v.State) FROM Review v WHERE v.ApplicationId = a.Id AND v.ReviewerId = @person), '') AS OwnState,
                CASE WHEN EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = @person)
                    OR EXISTS (SELECT 1 FROM Conflict k WHERE k.PersonId = @person AND (k.ApplicationId = a.Id OR k.OrganisationId = a.OrganisationId))
                    THEN 1 ELSE 0 END AS Tied
            FROM Application a
            WHERE a.Id = @application
            """,
            new { application, person });
        return tie is null ? ScoreSight.Open : ScoreSightRules.Of(tie.OwnState, tie.Tied);
    }

    private sealed class Tie
    {
        public string OwnState { get; init; } = "";

        public bool Tied { get; init; }
    }
}
