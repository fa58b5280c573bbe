using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Web.Reviews;

/// <summary>A reviewer's own reviews.</summary>
/// <param name="Open">Those to do, by due date.</param>
/// <param name="Submitted">Those submitted, latest first.</param>
/// <param name="Ended">Those that ended otherwise, latest first.</param>
/// <param name="Progress">How many criteria of each are scored.</param>
/// <param name="Now">The instant it is.</param>
public sealed record ReviewsPage(
    IReadOnlyList<ReviewLine> Open,
    IReadOnlyList<ReviewLine> Submitted,
    IReadOnlyList<ReviewLine> Ended,
    IReadOnlyDictionary<long, (int Scored, int Criteria)> Progress,
    DateTimeOffset Now)
{
    /// <summary>How many reviews the reviewer takes part in.</summary>
    public int Total => Open.Count + Submitted.Count;

    /// <summary>Reads a person's reviews.</summary>
    public static async Task<ReviewsPage> Read(UnitOfWork work, long person, string language)
    {
        var lines = await ReviewRepository.ForReviewer(work, person, language);
        var open = lines.Where(line => line.IsOpen).OrderBy(line => line.DueAt ?? DateTimeOffset.MaxValue).ThenBy(line => line.Reference, StringComparer.Ordinal).ToList();
        var submitted = lines.Where(line => line is { State: ReviewState.Submitted, Tied: false }).OrderByDescending(line => line.SubmittedAt).ToList();
        return new ReviewsPage(open, submitted, [.. lines.Except(open).Except(submitted)], await ReviewReader.Progress(work, open), work.Now);
    }
}

/// <summary>One review as its reviewer has it open.</summary>
/// <param name="Opened">The review and what may be seen of its application.</param>
/// <param name="Submission">What was submitted; null until the review is accepted.</param>
/// <param name="Form">What stands in the score sheet.</param>
/// <param name="Done">How many of the reviewer's reviews are submitted.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Next">The next one to do, or null.</param>
/// <param name="Now">The instant it is.</param>
public sealed record ReviewPage(OpenedReview Opened, SubmissionView? Submission, ScoreForm Form, int Done, int Total, ReviewLine? Next, DateTimeOffset Now)
{
    /// <summary>The review.</summary>
    public Review Review => Opened.Review;

    /// <summary>Where it stands.</summary>
    public ReviewLine Line => Opened.Line;

    /// <summary>Reads one of a person's reviews, or null when it is not theirs.</summary>
    public static async Task<ReviewPage?> Read(UnitOfWork work, long id, long person, string language, ScoreForm? typed = null)
    {
        if (await ReviewReader.Open(work, id, person, language) is not { } opened)
        {
            return null;
        }

        var submission = opened.MayRead ? await SubmissionReader.Read(work, opened.Application!, language) : null;
        var lines = await ReviewRepository.ForReviewer(work, person, language);
        var open = lines.Where(line => line.IsOpen && line.Id != id).OrderBy(line => line.DueAt ?? DateTimeOffset.MaxValue).ThenBy(line => line.Reference, StringComparer.Ordinal).ToList();
        var done = lines.Count(line => line is { State: ReviewState.Submitted, Tied: false });
        return new ReviewPage(opened, submission, ScoreForm.Of(opened, typed), done, done + lines.Count(line => line.IsOpen), open.FirstOrDefault(), work.Now);
    }
}

/// <summary>One criterion of a score sheet, for its partial view.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="Input">What stands in it.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Share">Its share of the whole, in per cent.</param>
public sealed record ScoredCriterion(int Number, Criterion Criterion, ScoreInput Input, string Language, int Share);
