using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>A submitted review as those who may see it read it.</summary>
/// <param name="Review">The review.</param>
/// <param name="ReviewerName">Who wrote it.</param>
/// <param name="Rubric">What it was scored against.</param>
/// <param name="Scores">Its scores.</param>
public sealed record ReadReview(Review Review, string ReviewerName, RubricDefinition Rubric, IReadOnlyList<ReviewScore> Scores)
{
    /// <summary>Score and comment of a criterion, or null.</summary>
    public ReviewScore? Of(string criterion) => Scores.FirstOrDefault(score => score.CriterionKey == criterion);
}

/// <summary>A review as its reviewer opens it.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Review">The review.</param>
/// <param name="Call">The call.</param>
/// <param name="Application">What is read: null when the reviewer may not see anything of it any more.</param>
/// <param name="Rubric">What it is scored against.</param>
/// <param name="Scores">What is scored so far.</param>
/// <param name="Others">The other submitted reviews: only once one's own is submitted.</param>
public sealed record OpenedReview(
    ReviewLine Line,
    Review Review,
    Call Call,
    Application? Application,
    RubricDefinition Rubric,
    IReadOnlyList<ReviewScore> Scores,
    IReadOnlyList<ReadReview> Others)
{
    /// <summary>Whether the reviewer reads the whole application and not its heading alone.</summary>
    public bool MayRead => Application is not null && ReviewStates.Reading.Contains(Review.State);

    /// <summary>Whether scores may be written now.</summary>
    public bool MayWrite => Application is not null && ScoringRules.MayWrite(Review.State, Application.State) is null;

    /// <summary>How many criteria are scored.</summary>
    public int Scored => ScoringRules.Scored(Rubric, Scores);
}

/// <summary>Reads reviews for the people who may see them.</summary>
public static class ReviewReader
{
    /// <summary>A person's own review, or null when it is not theirs.</summary>
    public static async Task<OpenedReview?> Open(UnitOfWork work, long id, long person, string language)
    {
        if (await ReviewRepository.LineFor(work, id, person, language) is not { } line
            || await ReviewRepository.FindFor(work, id, person) is not { } review
            || await CallRepository.Find(work, review.CallId, language) is not { } call)
        {
            return null;
        }

        var sight = await ReviewRepository.SightOf(work, review.ApplicationId, person);
        if (sight == ScoreSight.Tied || review.State is ReviewState.Conflict or ReviewState.Refused || line.ApplicationState == ApplicationState.Withdrawn)
        {
            return new OpenedReview(line, review, call, null, new RubricDefinition(), [], []);
        }

        var application = await ApplicationRepository.Find(work, review.ApplicationId);
        var rubric = (await CallRepository.Rubric(work, review.CallId, review.RubricVersion))?.Read() ?? new RubricDefinition();
        var scores = await ReviewRepository.ScoresOf(work, [id]);
        var others = review.State == ReviewState.Submitted
            ? (await SubmittedOf(work, review.ApplicationId)).Where(other => other.Review.Id != id).ToList()
            : [];
        return new OpenedReview(line, review, call, application, rubric, scores, others);
    }

    /// <summary>The submitted reviews of an application with their scores. Ask for the viewer's sight first.</summary>
    public static async Task<IReadOnlyList<ReadReview>> SubmittedOf(UnitOfWork work, long application)
    {
        var reviews = (await ReviewRepository.OfApplication(work, application)).Where(review => review.State == ReviewState.Submitted).ToList();
        if (reviews.Count == 0)
        {
            return [];
        }

        var names = (await People.PersonRepository.Find(work, [.. reviews.Select(review => review.ReviewerId).Distinct()])).ToDictionary(person => person.Id, person => person.Name);
        var rubrics = (await ReviewRepository.Rubrics(work, [reviews[0].CallId])).ToDictionary(rubric => rubric.Version, rubric => rubric.Read());
        var scores = (await ReviewRepository.ScoresOf(work, [.. reviews.Select(review => review.Id)])).ToLookup(score => score.ReviewId);
        return [.. reviews.Select(review => new ReadReview(
            review,
            names.GetValueOrDefault(review.ReviewerId, ""),
            rubrics.GetValueOrDefault(review.RubricVersion) ?? new RubricDefinition(),
            [.. scores[review.Id]]))];
    }

    /// <summary>How many criteria of each open review are scored, and of how many: by review.</summary>
    public static async Task<IReadOnlyDictionary<long, (int Scored, int Criteria)>> Progress(UnitOfWork work, IReadOnlyList<ReviewLine> lines)
    {
        if (lines.Count == 0)
        {
            return new Dictionary<long, (int, int)>();
        }

        var rubrics = (await ReviewRepository.Rubrics(work, [.. lines.Select(line => line.CallId).Distinct()]))
            .ToDictionary(rubric => (rubric.CallId, rubric.Version), rubric => rubric.Read());
        var scores = (await ReviewRepository.ScoresOf(work, [.. lines.Select(line => line.Id)])).ToLookup(score => score.ReviewId);
        return lines.ToDictionary(line => line.Id, line =>
        {
            var rubric = rubrics.GetValueOrDefault((line.CallId, line.RubricVersion)) ?? new RubricDefinition();
            return (ScoringRules.Scored(rubric, scores[line.Id]), rubric.Criteria.Count);
        });
    }
}
