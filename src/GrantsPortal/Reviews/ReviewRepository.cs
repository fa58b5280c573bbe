using GrantsPortal.Applications.Consortia;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews;

/// <summary>Reviews and their scores. What reviewers see of their own stands in the file beside this one.</summary>
public static partial class ReviewRepository
{
    private const string Columns =
        """
        r.Id, r.ApplicationId, r.CallId, r.ReviewerId, r.RubricVersion, r.State, r.AssignedAt, r.DueAt, r.RemindedAt, r.AnsweredAt,
        r.Reason, r.Comment, r.WeightedScore, r.SubmittedAt, r.RubricChangedAt, r.Version
        """;

    /// <summary>The applications of an organisation, as applicant or as a partner that joined.</summary>
    private const string Applying =
        "(a.OrganisationId = @organisation OR EXISTS (SELECT 1 FROM ConsortiumPartner t WHERE t.ApplicationId = a.Id AND t.OrganisationId = @organisation AND t.State IN ('Joined', 'Left')))";

    /// <summary>What was scored before a decision stays as it was, whoever joins whom afterwards.</summary>
    internal const string Undecided = "a.State NOT IN ('Awarded', 'Declined', 'Withdrawn')";

    /// <summary>The review, or null; for staff and code.</summary>
    public static Task<Review?> Find(UnitOfWork work, long id) =>
        work.Find<Review>($"SELECT {Columns} FROM Review r WHERE r.Id = @id", new { id });

    /// <summary>The review if it is the person's own, or null.</summary>
    public static Task<Review?> FindFor(UnitOfWork work, long id, long person) =>
        work.Find<Review>($"SELECT {Columns} FROM Review r WHERE r.Id = @id AND r.ReviewerId = @person", new { id, person });

    /// <summary>Every review of an application, by when it was assigned; at most 100.</summary>
    public static Task<IReadOnlyList<Review>> OfApplication(UnitOfWork work, long application) =>
        work.List<Review>(
            $"SELECT {Columns} FROM Review r WHERE r.ApplicationId = @application ORDER BY r.AssignedAt, r.Id {Dialect.Page}",
            new { application, take = 100 });

    /// <summary>The reviews a person still has to do for the applications of an organisation, and those already submitted; at most 500.</summary>
    public static Task<IReadOnlyList<Review>> OfOrganisation(UnitOfWork work, long organisation, long person) =>
        work.List<Review>(
            $"""
            SELECT {Columns}
            FROM Review r
            JOIN Application a ON a.Id = r.ApplicationId
            WHERE r.ReviewerId = @person AND {Applying} AND r.State IN @live AND {Undecided}
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { organisation, person, live = ReviewStates.Live, take = 500 });

    /// <summary>The reviews of a call that somebody still has to do; at most 5,000.</summary>
    public static Task<IReadOnlyList<Review>> OpenOfCall(UnitOfWork work, long call) =>
        work.List<Review>(
            $"""
            SELECT {Columns}
            FROM Review r
            JOIN Application a ON a.Id = r.ApplicationId
            WHERE r.CallId = @call AND r.State IN @open AND a.State = 'InReview'
            ORDER BY r.ReviewerId, r.Id
            {Dialect.Page}
            """,
            new { call, open = ReviewStates.Open, take = 10 * RankingReader.Most });

    /// <summary>Reviews that stand although their reviewer belongs to the applicant organisation; at most 200.</summary>
    public static Task<IReadOnlyList<Review>> Tied(UnitOfWork work) =>
        work.List<Review>(
            $"""
            SELECT {Columns}
            FROM Review r
            JOIN Application a ON a.Id = r.ApplicationId
            WHERE r.State IN @live AND {Undecided}
              AND EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = r.ReviewerId)
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { live = ReviewStates.Live, take = 200 });

    /// <summary>The scores of reviews; at most 1,000 reviews.</summary>
    public static Task<IReadOnlyList<ReviewScore>> ScoresOf(UnitOfWork work, IReadOnlyCollection<long> reviews) =>
        work.List<ReviewScore>(
            "SELECT s.ReviewId, s.CriterionKey, s.Score, s.Comment, s.SavedAt, s.Version FROM ReviewScore s WHERE s.ReviewId IN @reviews",
            new { reviews });

    /// <summary>Versions of the rubrics of calls; at most 200 calls.</summary>
    public static Task<IReadOnlyList<CallRubric>> Rubrics(UnitOfWork work, IReadOnlyCollection<long> calls) =>
        work.List<CallRubric>(
            "SELECT c.CallId, c.Version, c.Definition, c.PublishedAt, c.EditVersion, c.Hash FROM CallRubric c WHERE c.CallId IN @calls",
            new { calls });

    /// <summary>Adds a review; false when the reviewer has or had one of the application.</summary>
    public static Task<bool> Insert(UnitOfWork work, Review review) =>
        work.TryInsert(
            """
            INSERT INTO Review (Id, ApplicationId, CallId, ReviewerId, RubricVersion, State, AssignedBy, AssignedAt, DueAt, Version)
            VALUES (@Id, @ApplicationId, @CallId, @ReviewerId, @RubricVersion, @State, @by, @AssignedAt, @DueAt, 1)
            """,
            new
            {
                review.Id,
                review.ApplicationId,
                review.CallId,
                review.ReviewerId,
                review.RubricVersion,
                review.State,
                by = work.Actor.PersonId,
                review.AssignedAt,
                review.DueAt,
            });

    /// <summary>
    /// Moves a review along a line of <see cref="ReviewStates.Table"/>: the one way its state changes. Refused with
    /// <c>state.not-from-here</c>, or <c>review.changed-meanwhile</c> when somebody was quicker. Audited; the caller commits.
    /// </summary>
    public static async Task<Outcome<Review>> Move(UnitOfWork work, Review review, string act, string? reason = null)
    {
        var to = ReviewStates.Table.Move(review.State, act);
        if (to.Refused)
        {
            return Outcome<Review>.Refuse(to.Refusals);
        }

        var answered = review.AnsweredAt ?? work.Now;
        var won = await work.Guarded(
            """
            UPDATE Review
            SET State = @to, Reason = @reason, AnsweredAt = @answered, Version = Version + 1
            WHERE Id = @id AND State = @from AND Version = @version
            """,
            new { to = to.Value, reason, answered, id = review.Id, from = review.State, version = review.Version });
        if (!won)
        {
            return new Refusal("review.changed-meanwhile");
        }

        work.Audit($"review.{act}", "Review", review.Id, new { from = review.State, to = to.Value });
        return review with { State = to.Value, Reason = reason, AnsweredAt = answered, Version = review.Version + 1 };
    }

    /// <summary>Keeps the review as it is until the transaction ends; false when it no longer takes scores.</summary>
    public static Task<bool> Hold(UnitOfWork work, Review review) =>
        work.Guarded("UPDATE Review SET State = State WHERE Id = @id AND State IN @scoring", new { id = review.Id, scoring = ReviewStates.Scoring });

    /// <summary>Keeps an application in review until the transaction ends; false when it no longer is.</summary>
    public static Task<bool> HoldInReview(UnitOfWork work, long application) =>
        work.Guarded("UPDATE Application SET State = State WHERE Id = @application AND State = 'InReview'", new { application });

    /// <summary>Saves a score and comment; false when another was saved since the version seen (0: none).</summary>
    public static Task<bool> SaveScore(UnitOfWork work, long review, string key, int? score, string? comment, int version)
    {
        var args = new { review, key, score, comment, version, now = work.Now };
        return version == 0
            ? work.TryInsert(
                "INSERT INTO ReviewScore (ReviewId, CriterionKey, Score, Comment, SavedAt, Version) VALUES (@review, @key, @score, @comment, @now, 1)", args)
            : work.Guarded(
                """
                UPDATE ReviewScore
                SET Score = @score, Comment = @comment, SavedAt = @now, Version = Version + 1
                WHERE ReviewId = @review AND CriterionKey = @key AND Version = @version
                """,
                args);
    }

    /// <summary>Saves the comment on the whole; false when the review changed since the version seen.</summary>
    public static Task<bool> SaveComment(UnitOfWork work, long review, string? comment, int version) =>
        work.Guarded(
            "UPDATE Review SET Comment = @comment, Version = Version + 1 WHERE Id = @review AND Version = @version",
            new { review, comment, version });

    /// <summary>Notes what a submission makes of the record; call after <see cref="Move"/>, in the same transaction.</summary>
    public static Task<bool> Submitted(UnitOfWork work, Review review, int weighted) =>
        work.Guarded(
            "UPDATE Review SET WeightedScore = @weighted, SubmittedAt = @now, RubricChangedAt = NULL WHERE Id = @id AND Version = @version",
            new { weighted, now = work.Now, id = review.Id, version = review.Version });

    /// <summary>Takes the score out of every figure; call after reopening or a conflict, in the same transaction.</summary>
    public static Task<bool> TakeOut(UnitOfWork work, Review review, int rubric) =>
        work.Guarded(
            "UPDATE Review SET WeightedScore = NULL, SubmittedAt = NULL, RubricVersion = @rubric WHERE Id = @id AND Version = @version",
            new { rubric, id = review.Id, version = review.Version });

    /// <summary>Gives an open review another version of the rubric; its scores stay, by criterion.</summary>
    public static Task<int> TakeRubric(UnitOfWork work, long call, int rubric) =>
        work.Execute(
            """
            UPDATE Review
            SET RubricVersion = @rubric, RubricChangedAt = @now, Version = Version + 1
            WHERE CallId = @call AND RubricVersion <> @rubric AND State IN @open
            """,
            new { call, rubric, now = work.Now, open = ReviewStates.Open });

    /// <summary>Notes that reviewers were reminded; the number of reviews noted.</summary>
    public static Task<int> Reminded(UnitOfWork work, IReadOnlyCollection<long> reviews) =>
        work.Execute("UPDATE Review SET RemindedAt = @now WHERE Id IN @reviews AND State IN @open", new { now = work.Now, reviews, open = ReviewStates.Open });

    /// <summary>Gives open reviews another due date; the number changed.</summary>
    public static Task<int> SetDue(UnitOfWork work, IReadOnlyCollection<long> reviews, DateTimeOffset due) =>
        work.Execute(
            "UPDATE Review SET DueAt = @due, RemindedAt = NULL WHERE Id IN @reviews AND State IN @open",
            new { due, reviews, open = ReviewStates.Open });
}
