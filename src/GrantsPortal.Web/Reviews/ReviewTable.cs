using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Web.Reviews;

/// <summary>Reviews of one application beside each other.</summary>
/// <param name="Rubric">The rubric whose criteria are the rows.</param>
/// <param name="Reviews">The reviews, as columns.</param>
/// <param name="Language">The reader's language.</param>
public sealed record ReviewTable(RubricDefinition Rubric, IReadOnlyList<ReadReview> Reviews, string Language)
{
    /// <summary>Whether the scores of a criterion differ by more than half its scale.</summary>
    public bool Differs(Criterion criterion)
    {
        var scores = Reviews.Select(review => review.Of(criterion.Key)?.Score).OfType<int>().ToList();
        return scores.Count > 1 && 2 * (scores.Max() - scores.Min()) > criterion.MaxScore;
    }
}

/// <summary>Writes basis points for reading.</summary>
public static class Percent
{
    /// <summary>"72.50" for 7,250 basis points: as exact as what is compared.</summary>
    public static string Of(int basisPoints) => (basisPoints / 100m).ToString("0.00", CultureInfo.CurrentCulture);
}
