using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>A saved score sheet.</summary>
/// <param name="Review">The review as it stands now.</param>
/// <param name="Scores">Its scores as they stand now.</param>
/// <param name="Missing">What stood against submitting it, when that was asked; what was typed is saved all the same.</param>
public sealed record SavedSheet(Review Review, IReadOnlyList<ReviewScore> Scores, IReadOnlyList<Refusal> Missing);

/// <summary>Saves and submits score sheets.</summary>
public sealed class ScoringDesk(PortalDatabase database)
{
    /// <summary>
    /// Saves what changed, and submits when asked and complete. A score that somebody (the reviewer, in another window)
    /// saved since the version seen refuses the whole with <c>review.score-changed</c>: nothing is overwritten unseen.
    /// </summary>
    public async Task<Outcome<SavedSheet>> Save(Actor actor, long id, ScoreSheet sheet, bool submit)
    {
        await using var work = await database.Write(actor);
        var found = await Writable(work, actor, id, sheet);
        if (found.Refused)
        {
            return Outcome<SavedSheet>.Refuse(found.Refusals);
        }

        var (review, rubric) = found.Value;
        var before = await ReviewRepository.ScoresOf(work, [id]);
        var lost = await SaveScores(work, review, rubric, sheet, before);
        var comment = Clean(sheet.Comment);
        if (comment != review.Comment)
        {
            if (!await ReviewRepository.SaveComment(work, id, comment, sheet.Version))
            {
                lost.Add(new Refusal("review.comment-changed").At("Comment"));
            }

            review = review with { Comment = comment, Version = review.Version + 1 };
        }

        if (lost.Count > 0)
        {
            return Outcome<SavedSheet>.Refuse(lost);
        }

        var scores = await ReviewRepository.ScoresOf(work, [id]);
        if (review.State == ReviewState.Accepted && (submit || scores.Count > 0 || comment is not null))
        {
            review = (await ReviewRepository.Move(work, review, ReviewStates.Start)).Value;
        }

        var missing = submit ? await Submit(work, review, rubric, scores) : [];
        var after = submit && missing.Count == 0 ? (await ReviewRepository.Find(work, id))! : review;
        await work.Commit();
        return new SavedSheet(after, scores, missing);
    }

    private static async Task<Outcome<(Review Review, RubricDefinition Rubric)>> Writable(UnitOfWork work, Actor actor, long id, ScoreSheet sheet)
    {
        if (await ReviewRepository.FindFor(work, id, actor.Person) is not { } review
            || await ApplicationRepository.Find(work, review.ApplicationId) is not { } application)
        {
            return new Refusal("review.missing");
        }

        if (ScoringRules.MayWrite(review.State, application.State) is { } refusal)
        {
            return refusal;
        }

        if (await ReviewRepository.SightOf(work, application.Id, actor.Person) == ScoreSight.Tied)
        {
            return new Refusal("review.ended");
        }

        if (!await ReviewRepository.Hold(work, review))
        {
            return new Refusal("review.changed-meanwhile");
        }

        review = (await ReviewRepository.Find(work, id))!;
        if (sheet.RubricVersion != review.RubricVersion)
        {
            return new Refusal("review.rubric-changed");
        }

        var rubric = (await CallRepository.Rubric(work, review.CallId, review.RubricVersion))?.Read() ?? new RubricDefinition();
        var wrong = ScoringRules.Check(rubric, sheet);
        return wrong.Count > 0 ? Outcome<(Review, RubricDefinition)>.Refuse(wrong) : (review, rubric);
    }

    private static async Task<List<Refusal>> SaveScores(UnitOfWork work, Review review, RubricDefinition rubric, ScoreSheet sheet, IReadOnlyList<ReviewScore> before)
    {
        var lost = new List<Refusal>();
        var changed = new List<string>();
        foreach (var criterion in rubric.Criteria)
        {
            var stored = before.FirstOrDefault(score => score.CriterionKey == criterion.Key);
            if (sheet.Scores.GetValueOrDefault(criterion.Key) is not { } entry || (entry.Score == stored?.Score && Clean(entry.Comment) == stored?.Comment))
            {
                continue;
            }

            if (await ReviewRepository.SaveScore(work, review.Id, criterion.Key, entry.Score, Clean(entry.Comment), entry.Version))
            {
                changed.Add(criterion.Key);
            }
            else
            {
                lost.Add(new Refusal("review.score-changed", criterion.Title.ToString(), stored?.Score, stored?.Comment).At(ScoringRules.ScoreField(criterion.Key)));
            }
        }

        if (changed.Count > 0)
        {
            // Which criteria, not which scores: whoever reads the audit trail may be a reviewer of the same application.
            work.Audit("review.scored", "Review", review.Id, new { criteria = changed });
        }

        return lost;
    }

    private static async Task<IReadOnlyList<Refusal>> Submit(UnitOfWork work, Review review, RubricDefinition rubric, IReadOnlyList<ReviewScore> scores)
    {
        var given = scores.Where(score => score.Score is not null).ToDictionary(score => score.CriterionKey, score => score.Score!.Value);
        var missing = ScoringRules.Missing(rubric, given, review.Comment);
        if (missing.Count > 0)
        {
            return missing;
        }

        var moved = await ReviewRepository.Move(work, review, ReviewStates.Submit);
        if (moved.Refused)
        {
            return moved.Refusals;
        }

        await ReviewRepository.Submitted(work, moved.Value, rubric.Weighted(given)!.Value);
        return [];
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
