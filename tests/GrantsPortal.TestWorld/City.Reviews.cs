using GrantsPortal.Applications;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.TestWorld;

/// <summary>Reviews and recommendations.</summary>
public sealed partial class City
{
    /// <summary>Puts a reviewer into the pool of a call.</summary>
    public async Task InPool(long call, params Person[] reviewers)
    {
        foreach (var reviewer in reviewers)
        {
            await Write(await Officer(), work => PanelRepository.Add(work, call, reviewer.Id));
        }
    }

    /// <summary>A review given to a reviewer, who is put into the pool; the application is found eligible first. Due in two weeks unless told otherwise.</summary>
    public async Task<Review> Assigned(Application application, Person reviewer, DateTimeOffset? due = null)
    {
        await Eligible(application);
        await InPool(application.CallId, reviewer);
        Done((await Portal.Get<AssignmentDesk>().Assign(await Officer(), application.CallId, [new(application.Id, reviewer.Id)], due ?? Now.AddDays(14))).Refusals);
        return (await Read(work => ReviewRepository.OfApplication(work, application.Id))).Single(review => review.ReviewerId == reviewer.Id);
    }

    /// <summary>A review that its reviewer accepted.</summary>
    public async Task<Review> Accepted(Application application, Person reviewer, DateTimeOffset? due = null)
    {
        var review = await Assigned(application, reviewer, due);
        Done((await Portal.Get<ReviewDesk>().Accept(Self(reviewer), review.Id)).Refusals);
        return await Again(review);
    }

    /// <summary>A submitted review with the same score for every criterion, at most the top of its scale.</summary>
    public async Task<Review> Reviewed(Application application, Person reviewer, int score)
    {
        var review = await Accepted(application, reviewer);
        Done((await Portal.Get<ScoringDesk>().Save(Self(reviewer), review.Id, await Sheet(review, score), submit: true)).Refusals);
        return await Again(review);
    }

    /// <summary>A filled-in score sheet with the same score for every criterion.</summary>
    public async Task<ScoreSheet> Sheet(Review review, int score, string comment = "Rooted in its street, and modest in what it promises.")
    {
        var rubric = (await Read(work => CallRepository.Rubric(work, review.CallId, review.RubricVersion)))!.Read();
        var stored = (await Read(work => ReviewRepository.ScoresOf(work, [review.Id]))).ToDictionary(one => one.CriterionKey, one => one.Version);
        return new ScoreSheet(
            review.RubricVersion,
            rubric.Criteria.ToDictionary(one => one.Key, one => new ScoreEntry(Math.Min(score, one.MaxScore), null, stored.GetValueOrDefault(one.Key))),
            comment,
            review.Version);
    }

    /// <summary>Recommends on an application in review; funds what was asked for unless told otherwise.</summary>
    public async Task<Recommendation> Recommended(Application application, RecommendedOutcome outcome = RecommendedOutcome.Fund, long? amountMinor = null, Actor? by = null)
    {
        var before = await Read(work => RecommendationRepository.Find(work, application.Id));
        var saved = await Portal.Get<RecommendationDesk>().Save(
            by ?? await Officer(), application.CallId, [new(application.Id, outcome, amountMinor, "The panel found it strong on need.", before?.Version ?? 0)]);
        Done([.. saved.Refusals.Select(refused => refused.Refusal)]);
        return (await Read(work => RecommendationRepository.Find(work, application.Id)))!;
    }

    /// <summary>The review as it is now.</summary>
    public async Task<Review> Again(Review review) => (await Read(work => ReviewRepository.Find(work, review.Id)))!;

    /// <summary>Finds an application eligible, which sends it to review, where it was not judged yet.</summary>
    public async Task Eligible(Application application)
    {
        var now = (await Read(work => ApplicationRepository.Find(work, application.Id)))!;
        if (now.State == ApplicationState.Submitted)
        {
            Done((await Portal.Get<IntakeDesk>().Eligible(await Officer(), now.Reference, "Fits the call")).Refusals);
        }
    }
}
