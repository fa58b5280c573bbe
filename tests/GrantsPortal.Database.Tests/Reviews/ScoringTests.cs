using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;
using Xunit;
using static GrantsPortal.Database.Tests.Reviews.ReviewWorld;

namespace GrantsPortal.Database.Tests.Reviews;

public sealed class ScoringTests : IDisposable
{
    private static readonly RubricDefinition Rubric = new()
    {
        Criteria =
        [
            new Criterion { Key = "need", Title = Words.Of("Need"), Description = Words.Of("How well the need is shown"), Weight = 3, MaxScore = 5 },
            new Criterion { Key = "cost", Title = Words.Of("Cost"), Description = Words.Of("Whether it is worth the money"), Weight = 1, MaxScore = 10 },
        ],
    };

    private readonly ReviewWorld _world = new();

    private ScoringDesk Desk => _world.Get<ScoringDesk>();

    public void Dispose() => _world.Dispose();

    private async Task<(Review Review, Person Reviewer)> Accepted()
    {
        await _world.WithCall(Rubric);
        var reviewer = await _world.Reviewer("Rosa");
        return (await _world.City.Accepted((await _world.Application()).Application, reviewer), reviewer);
    }

    private static ScoreSheet Sheet(Review review, int? need, int? cost, string? comment, int needVersion = 0, int costVersion = 0) =>
        new(review.RubricVersion, new Dictionary<string, ScoreEntry> { ["need"] = new(need, null, needVersion), ["cost"] = new(cost, "Fair", costVersion) }, comment, review.Version);

    [Fact]
    public async Task A_sheet_is_saved_unfinished_and_submitted_when_complete()
    {
        var (review, reviewer) = await Accepted();

        var saved = await Desk.Save(As(reviewer), review.Id, Sheet(review, 4, null, null), submit: true);
        Assert.Equal(["review.score-missing", "review.overall-missing"], saved.Value.Missing.Select(refusal => refusal.Code));
        Assert.Equal(ReviewState.InProgress, saved.Value.Review.State);

        review = await _world.City.Again(review);
        var submitted = await Desk.Save(As(reviewer), review.Id, Sheet(review, 4, 5, "Good", 1, 1), submit: true);
        Assert.Empty(submitted.Value.Missing);
        Assert.Equal((ReviewState.Submitted, 7250), (submitted.Value.Review.State, submitted.Value.Review.WeightedScore));
        Assert.Empty(await _world.Broken());
    }

    [Fact]
    public async Task A_score_saved_in_another_window_is_not_overwritten_unseen()
    {
        var (review, reviewer) = await Accepted();
        Assert.True((await Desk.Save(As(reviewer), review.Id, Sheet(review, 4, null, null), submit: false)).Done);
        review = await _world.City.Again(review);

        var late = await Desk.Save(As(reviewer), review.Id, Sheet(review, 1, 5, null), submit: false);
        Assert.Contains("review.score-changed", late.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(4, (await Scores(review))["need"].Score);

        Assert.True((await Desk.Save(As(reviewer), review.Id, Sheet(review, 1, 5, null, 1, 1), submit: false)).Done);
        Assert.Equal(1, (await Scores(review))["need"].Score);
    }

    [Fact]
    public async Task A_score_off_its_scale_is_refused_at_its_field_and_nothing_is_saved()
    {
        var (review, reviewer) = await Accepted();
        var refused = await Desk.Save(As(reviewer), review.Id, Sheet(review, 6, 5, null), submit: false);
        Assert.Equal(("review.score-off-scale", "Scores[need].Score"), (refused.Refusals.Single().Code, refused.Refusals.Single().Field));
        Assert.Empty(await Scores(review));
    }

    [Fact]
    public async Task Of_two_submits_at_once_one_counts()
    {
        var (review, reviewer) = await Accepted();
        var sheet = Sheet(review, 4, 5, "Good");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Desk.Save(As(reviewer), review.Id, sheet, submit: true))));

        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.All(outcomes.Where(outcome => outcome.Refused), outcome => Assert.Equal("review.already-submitted", outcome.Refusals[0].Code));
        Assert.Equal(1, await _world.City.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'review.submit'")));
        Assert.Empty(await _world.Broken());
    }

    [Fact]
    public async Task Nobody_scores_another_persons_review_and_no_trace_is_left()
    {
        var (review, _) = await Accepted();
        var other = await _world.Reviewer("Other");
        var refused = await Desk.Save(As(other), review.Id, Sheet(review, 4, 5, "Good"), submit: true);
        Assert.Equal(["review.missing"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(ReviewState.Accepted, (await _world.City.Again(review)).State);
    }

    [Fact]
    public async Task A_reopened_review_no_longer_counts_until_it_is_submitted_again()
    {
        await _world.WithCall(Rubric);
        var (application, _, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        var review = await _world.City.Reviewed(application, reviewer, 4);

        Assert.True((await _world.Get<ModerationDesk>().Reopen(await _world.City.Officer(), review.Id, "The budget was clarified")).Done);

        Assert.Null(Assert.Single(await _world.City.Read(work => RankingReader.Read(work, _world.Call.Id))).Scores);
        Assert.Contains(await _world.City.MailTo(reviewer.Email), mail => mail.Template == nameof(ReviewReopened));
        review = await _world.City.Again(review);
        Assert.Equal(ReviewState.Reopened, review.State);
        Assert.Empty((await Desk.Save(As(reviewer), review.Id, await _world.City.Sheet(review, 5), submit: true)).Value.Missing);
        Assert.Equal(8750, Assert.Single(await _world.City.Read(work => RankingReader.Read(work, _world.Call.Id))).Scores!.Mean);
    }

    [Fact]
    public async Task A_rubric_that_changes_meanwhile_is_told_keeps_scores_and_is_never_submitted_unseen()
    {
        var (review, reviewer) = await Accepted();
        Assert.True((await Desk.Save(As(reviewer), review.Id, Sheet(review, 4, null, null), submit: false)).Done);
        var before = await _world.City.Again(review);
        var changed = new RubricDefinition { Criteria = [.. Rubric.Criteria, new Criterion { Key = "reach", Title = Words.Of("Reach"), MaxScore = 5 }] };
        await _world.City.Write(await _world.City.Officer(), async work =>
        {
            await CallRepository.InsertRubric(work, _world.Call.Id, 2, Json.Write(changed));
            await CallRepository.PublishRubric(work, await CallRepository.NewestRubric(work, _world.Call.Id));
            await CallRepository.UseRubric(work, _world.Call.Id, 2);
            await work.Publish(new CallRubricChanged(_world.Call.Id, 2));
            return true;
        });

        Assert.Contains(await _world.City.MailTo(reviewer.Email), mail => mail.Template == nameof(RubricChanged));
        var stale = await Desk.Save(As(reviewer), review.Id, Sheet(before, 4, 5, "Good", 1, 1), submit: true);
        Assert.Equal(["review.rubric-changed"], stale.Refusals.Select(refusal => refusal.Code));
        var now = await _world.City.Again(review);
        Assert.Equal((2, ReviewState.InProgress), (now.RubricVersion, now.State));
        Assert.Equal(4, (await Scores(review))["need"].Score);
    }

    [Fact]
    public async Task Feedback_names_no_reviewer_and_gives_the_mean_of_each_criterion()
    {
        await _world.WithCall(Rubric);
        var (application, _, _) = await _world.Application();
        await _world.City.Reviewed(application, await _world.Reviewer("Rosa"), 4);
        await _world.City.Reviewed(application, await _world.Reviewer("Rudi"), 5);

        var feedback = (await _world.City.Read(work => ReviewRepository.FeedbackFor(work, application.Id)))!;

        Assert.Equal(2, feedback.Reviews);
        Assert.Equal([4.5m, 4.5m], feedback.Criteria.Select(criterion => criterion.MeanScore));
        Assert.DoesNotContain("Rosa", Json.Write(feedback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_never_averages_scores_of_two_scales()
    {
        await _world.WithCall(Rubric);
        var (application, _, _) = await _world.Application();
        await _world.City.Reviewed(application, await _world.Reviewer("Rosa"), 4);
        var finer = new RubricDefinition { Criteria = [Rubric.Criteria[0] with { MaxScore = 10 }] };
        await _world.City.Write(await _world.City.Officer(), async work =>
        {
            await CallRepository.InsertRubric(work, _world.Call.Id, 2, Json.Write(finer));
            await CallRepository.PublishRubric(work, await CallRepository.NewestRubric(work, _world.Call.Id));
            return await CallRepository.UseRubric(work, _world.Call.Id, 2);
        });
        await _world.City.Reviewed(application, await _world.Reviewer("Rudi"), 9);

        var feedback = (await _world.City.Read(work => ReviewRepository.FeedbackFor(work, application.Id)))!;

        var first = Rubric.Criteria[0];
        Assert.Equal([(10, 9m), (first.MaxScore, 4m)], feedback.Criteria.Where(one => one.Key == first.Key).Select(one => (one.MaxScore, one.MeanScore!.Value)));
        Assert.Contains(feedback.Criteria, one => one.Key == Rubric.Criteria[1].Key && one.MeanScore == 4m);
    }

    private async Task<Dictionary<string, ReviewScore>> Scores(Review review) =>
        (await _world.City.Read(work => ReviewRepository.ScoresOf(work, [review.Id]))).ToDictionary(score => score.CriterionKey);
}
