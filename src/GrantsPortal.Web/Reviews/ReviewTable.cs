using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Web.Reviews;

/// <summary>Reviews of one application beside each other.</summary>
/// <param name="Rubric">The present rubric.</param>
/// <param name="Reviews">The reviews, as columns.</param>
/// <param name="Language">The reader's language.</param>
public sealed record ReviewTable(RubricDefinition Rubric, IReadOnlyList<ReadReview> Reviews, string Language)
{
    /// <summary>The rows: the present criteria, then those of earlier versions that reviews were scored against; one for each scale.</summary>
    public IReadOnlyList<Criterion> Rows =>
        [.. Rubric.Criteria.Concat(Reviews.OrderByDescending(review => review.Review.RubricVersion).SelectMany(review => review.Rubric.Criteria)).DistinctBy(criterion => (criterion.Key, criterion.MaxScore))];

    /// <summary>The score a review gave on the row's own scale; null when it was scored on another.</summary>
    public int? ScoreOf(ReadReview review, Criterion row) =>
        review.Rubric.Criteria.Any(criterion => criterion.Key == row.Key && criterion.MaxScore == row.MaxScore) ? review.Of(row.Key)?.Score : null;

    /// <summary>Whether the scores of a criterion differ by more than half its scale.</summary>
    public bool Differs(Criterion criterion)
    {
        var scores = Reviews.Select(review => ScoreOf(review, criterion)).OfType<int>().ToList();
        return scores.Count > 1 && 2 * (scores.Max() - scores.Min()) > criterion.MaxScore;
    }
}

/// <summary>Writes basis points for reading.</summary>
public static class Percent
{
    /// <summary>"72.50" for 7,250 basis points: as exact as what is compared.</summary>
    public static string Of(int basisPoints) => (basisPoints / 100m).ToString("0.00", CultureInfo.CurrentCulture);
}
