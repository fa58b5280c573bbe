using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Web.Reviews;

/// <summary>Score and comment of one criterion, as the form sends them.</summary>
public sealed class ScoreInput
{
    /// <summary>The score.</summary>
    public int? Score { get; set; }

    /// <summary>The comment.</summary>
    public string? Comment { get; set; }

    /// <summary>The version the reviewer saw.</summary>
    public int Version { get; set; }
}

/// <summary>A score sheet, as the form sends it.</summary>
public sealed class ScoreForm
{
    /// <summary>The version of the rubric it was shown with.</summary>
    public int RubricVersion { get; set; }

    /// <summary>The version of the review the reviewer saw.</summary>
    public int Version { get; set; }

    /// <summary>The comment on the whole.</summary>
    public string? Comment { get; set; }

    /// <summary>By criterion.</summary>
    public Dictionary<string, ScoreInput> Scores { get; set; } = [];

    /// <summary>The sheet, as the use case takes it.</summary>
    public ScoreSheet Sheet() => new(
        RubricVersion,
        Scores.ToDictionary(score => score.Key, score => new ScoreEntry(score.Value.Score, score.Value.Comment, score.Value.Version)),
        Comment,
        Version);

    /// <summary>What is stored, for the form; where something was typed and refused, that, with the stored versions.</summary>
    public static ScoreForm Of(OpenedReview opened, ScoreForm? typed)
    {
        var form = new ScoreForm { RubricVersion = opened.Review.RubricVersion, Version = opened.Review.Version, Comment = typed is null ? opened.Review.Comment : typed.Comment };
        foreach (var criterion in opened.Rubric.Criteria)
        {
            var stored = opened.Scores.FirstOrDefault(score => score.CriterionKey == criterion.Key);
            var sent = typed?.Scores.GetValueOrDefault(criterion.Key);
            form.Scores[criterion.Key] = new ScoreInput
            {
                Score = sent is null ? stored?.Score : sent.Score,
                Comment = sent is null ? stored?.Comment : sent.Comment,
                Version = stored?.Version ?? 0,
            };
        }

        return form;
    }
}
