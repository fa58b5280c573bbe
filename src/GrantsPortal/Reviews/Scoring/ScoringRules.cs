using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>A score and comment as a reviewer sends them.</summary>
/// <param name="Score">The score; null when none is chosen.</param>
/// <param name="Comment">What is said of it; null or blank for nothing.</param>
/// <param name="Version">The version of the stored score that the reviewer saw; 0 when there was none.</param>
public sealed record ScoreEntry(int? Score, string? Comment, int Version);

/// <summary>A whole score sheet as a reviewer sends it.</summary>
/// <param name="RubricVersion">The rubric the sheet was shown with.</param>
/// <param name="Scores">Score and comment by criterion.</param>
/// <param name="Comment">What is said of the application as a whole.</param>
/// <param name="Version">The review's version that the reviewer saw.</param>
public sealed record ScoreSheet(int RubricVersion, IReadOnlyDictionary<string, ScoreEntry> Scores, string? Comment, int Version);

/// <summary>The rules of scoring.</summary>
public static class ScoringRules
{
    /// <summary>The most words in a comment on one criterion.</summary>
    public const int CommentWords = 300;

    /// <summary>The most words in the comment on the whole.</summary>
    public const int OverallWords = 500;

    /// <summary>Name of the form field of a criterion's score.</summary>
    public static string ScoreField(string key) => $"Scores[{key}].Score";

    /// <summary>Name of the form field of a criterion's comment.</summary>
    public static string CommentField(string key) => $"Scores[{key}].Comment";

    /// <summary>What stands against writing scores at all, or null.</summary>
    public static Refusal? MayWrite(ReviewState review, ApplicationState application) => review switch
    {
        ReviewState.Conflict or ReviewState.Refused => new Refusal("review.ended"),
        _ when application != ApplicationState.InReview => new Refusal("review.application-closed-to-reviews"),
        ReviewState.Assigned => new Refusal("review.accept-first"),
        ReviewState.Submitted => new Refusal("review.already-submitted"),
        _ => null,
    };

    /// <summary>What is wrong with a sheet that is to be saved; an unfinished one is in order.</summary>
    public static IReadOnlyList<Refusal> Check(RubricDefinition rubric, ScoreSheet sheet)
    {
        var wrong = new List<Refusal>();
        foreach (var criterion in rubric.Criteria)
        {
            var entry = sheet.Scores.GetValueOrDefault(criterion.Key);
            if (entry?.Score is < 0 || entry?.Score > criterion.MaxScore)
            {
                wrong.Add(new Refusal("review.score-off-scale", criterion.Title.ToString(), criterion.MaxScore).At(ScoreField(criterion.Key)));
            }

            if (WordCount.Of(entry?.Comment) > CommentWords)
            {
                wrong.Add(new Refusal("review.comment-too-long", criterion.Title.ToString(), CommentWords).At(CommentField(criterion.Key)));
            }
        }

        if (WordCount.Of(sheet.Comment) > OverallWords)
        {
            wrong.Add(new Refusal("review.overall-too-long", OverallWords).At("Comment"));
        }

        return wrong;
    }

    /// <summary>What is still missing before a sheet can be submitted: a score for every criterion and a comment on the whole.</summary>
    public static IReadOnlyList<Refusal> Missing(RubricDefinition rubric, IReadOnlyDictionary<string, int> scores, string? comment)
    {
        var missing = rubric.Criteria
            .Where(criterion => !scores.TryGetValue(criterion.Key, out var score) || score < 0 || score > criterion.MaxScore)
            .Select(criterion => new Refusal("review.score-missing", criterion.Title.ToString()).At(ScoreField(criterion.Key)))
            .ToList();
        if (string.IsNullOrWhiteSpace(comment))
        {
            missing.Add(new Refusal("review.overall-missing").At("Comment"));
        }

        return missing;
    }

    /// <summary>How many of the rubric's criteria have a score on its scale.</summary>
    public static int Scored(RubricDefinition rubric, IEnumerable<ReviewScore> scores) =>
        rubric.Criteria.Count(criterion => scores.Any(score => score.CriterionKey == criterion.Key && score.Score >= 0 && score.Score <= criterion.MaxScore));
}
