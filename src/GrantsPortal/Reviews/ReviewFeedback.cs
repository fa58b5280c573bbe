using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Reviews;

/// <summary>What the reviewers said of one criterion, without their names.</summary>
/// <param name="Key">The criterion's stable name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="MaxScore">The best score.</param>
/// <param name="MeanScore">Mean of the scores given, rounded to one decimal place; null when nobody scored it.</param>
/// <param name="Comments">What was said of it.</param>
public sealed record CriterionFeedback(string Key, Words Title, int MaxScore, decimal? MeanScore, IReadOnlyList<string> Comments);

/// <summary>What an applicant is told of the reviews of their application; names no reviewer.</summary>
/// <param name="Mean">The application's mean in basis points; null when no review was submitted.</param>
/// <param name="Reviews">How many reviews were submitted.</param>
/// <param name="Criteria">By criterion, in the newest rubric's order; what only an earlier one had comes last.</param>
/// <param name="Comments">What was said of the application as a whole.</param>
public sealed record ReviewFeedback(int? Mean, int Reviews, IReadOnlyList<CriterionFeedback> Criteria, IReadOnlyList<string> Comments)
{
    /// <summary>
    /// Gathers what was submitted, under the criteria that the reviews were scored against. Scores given on different
    /// scales, because the rubric changed between two reviews, are never averaged: each scale has a line of its own.
    /// </summary>
    public static ReviewFeedback Of(IReadOnlyDictionary<int, RubricDefinition> rubrics, IReadOnlyList<Review> reviews, IReadOnlyList<ReviewScore> scores)
    {
        var byReview = scores.ToLookup(score => score.ReviewId);
        var said = reviews.OrderByDescending(review => review.RubricVersion)
            .SelectMany(review => (rubrics.GetValueOrDefault(review.RubricVersion) ?? new RubricDefinition()).Criteria
                .Select(criterion => (Criterion: criterion, Score: byReview[review.Id].FirstOrDefault(score => score.CriterionKey == criterion.Key))))
            .GroupBy(one => (one.Criterion.Key, one.Criterion.MaxScore));
        return new ReviewFeedback(
            RankingRules.Summary([.. reviews.Select(review => review.WeightedScore ?? 0)])?.Mean,
            reviews.Count,
            [.. said.Select(group => CriterionOf(group.First().Criterion, [.. group.Select(one => one.Score).OfType<ReviewScore>().OrderBy(score => score.ReviewId)]))],
            [.. reviews.Select(review => review.Comment).OfType<string>()]);
    }

    private static CriterionFeedback CriterionOf(Criterion criterion, IReadOnlyList<ReviewScore> scores)
    {
        var given = scores.Where(score => score.Score is not null).Select(score => (decimal)score.Score!.Value).ToList();
        return new CriterionFeedback(
            criterion.Key,
            criterion.Title,
            criterion.MaxScore,
            given.Count == 0 ? null : decimal.Round(given.Average(), 1, MidpointRounding.ToEven),
            [.. scores.Select(score => score.Comment).OfType<string>()]);
    }
}

/// <summary>What applicants are told.</summary>
public static partial class ReviewRepository
{
    /// <summary>Scores per criterion and comments of an application's submitted reviews, for the letter to its applicant; null when there is no such application.</summary>
    public static async Task<ReviewFeedback?> FeedbackFor(Platform.Database.UnitOfWork work, long applicationId)
    {
        if (await Applications.ApplicationRepository.Find(work, applicationId) is not { } application
            || await CallRepository.Find(work, application.CallId) is not { } call)
        {
            return null;
        }

        var rubrics = (await Rubrics(work, [call.Id])).ToDictionary(rubric => rubric.Version, rubric => rubric.Read());
        var reviews = (await OfApplication(work, applicationId)).Where(review => review.State == ReviewState.Submitted).ToList();
        var scores = reviews.Count == 0 ? [] : await ScoresOf(work, [.. reviews.Select(review => review.Id)]);
        return ReviewFeedback.Of(rubrics, reviews, scores);
    }
}
