using GrantsPortal.Applications.Consortia;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Reviews;

/// <summary>A submitted review is complete, and its stored score is what its scores give.</summary>
public sealed class SubmittedReviewsAddUp : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every submitted review is complete and its weighted score is that of its scores.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = new List<string>();
        foreach (var call in await work.List<long>($"SELECT DISTINCT r.CallId FROM Review r WHERE r.State = 'Submitted' ORDER BY r.CallId {Dialect.Page}", new { take = 10_000 }))
        {
            wrong.AddRange(await CheckCall(work, call));
        }

        return [.. wrong.Take(100)];
    }

    private static async Task<IEnumerable<string>> CheckCall(UnitOfWork work, long call)
    {
        var rubrics = (await ReviewRepository.Rubrics(work, [call])).ToDictionary(rubric => rubric.Version, rubric => rubric.Read());
        var scores = (await work.List<ReviewScore>(
            """
            SELECT s.ReviewId, s.CriterionKey, s.Score, s.Comment, s.SavedAt, s.Version
            FROM ReviewScore s
            JOIN Review r ON r.Id = s.ReviewId
            WHERE r.CallId = @call AND r.State = 'Submitted'
            """,
            new { call })).ToLookup(score => score.ReviewId);
        var reviews = await work.List<Submitted>(
            "SELECT r.Id, r.RubricVersion, r.Comment, r.WeightedScore, r.SubmittedAt FROM Review r WHERE r.CallId = @call AND r.State = 'Submitted'",
            new { call });
        return reviews.Select(review => Fault(review, rubrics.GetValueOrDefault(review.RubricVersion) ?? new RubricDefinition(), [.. scores[review.Id]])).OfType<string>();
    }

    private static string? Fault(Submitted review, RubricDefinition rubric, IReadOnlyList<ReviewScore> scores)
    {
        var given = scores.Where(score => score.Score is not null).ToDictionary(score => score.CriterionKey, score => score.Score!.Value);
        if (review.SubmittedAt is null || ScoringRules.Missing(rubric, given, review.Comment).Count > 0)
        {
            return $"Review {review.Id} is submitted but not complete.";
        }

        return rubric.Weighted(given) == review.WeightedScore ? null : $"Review {review.Id} has the score {review.WeightedScore}; its scores give {rubric.Weighted(given)}.";
    }

    private sealed class Submitted
    {
        public long Id { get; init; }

        public int RubricVersion { get; init; }

        public string? Comment { get; init; }

        public int? WeightedScore { get; init; }

        public DateTimeOffset? SubmittedAt { get; init; }
    }
}

/// <summary>Nobody reviews an application of an organisation they belong to or declared a conflict with.</summary>
public sealed class NobodyReviewsTheirOwn : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Until a decision, no review counts that a member of the applicant organisation, or somebody with a declared conflict, was given.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work) =>
        [.. (await work.List<Broken>(
            $"""
            SELECT r.Id, a.Reference
            FROM Review r
            JOIN Application a ON a.Id = r.ApplicationId
            WHERE r.State IN @live AND {ReviewRepository.Undecided}
                AND (EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = r.ReviewerId)
                    OR EXISTS (SELECT 1 FROM Conflict k WHERE k.PersonId = r.ReviewerId AND (k.ApplicationId = a.Id OR k.OrganisationId = a.OrganisationId)))
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { live = ReviewStates.Live, take = 100 }))
        .Select(review => $"Review {review.Id} of {review.Reference} stands although its reviewer has a conflict of interest.")];

    private sealed class Broken
    {
        public long Id { get; init; }

        public string Reference { get; init; } = "";
    }
}
