using GrantsPortal.Applications;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Publishing.Demo;

/// <summary>How applications are judged.</summary>
internal sealed partial class DemoStory
{
    private static readonly string[] Reviewers = ["reviewer1", "reviewer2", "reviewer3", "reviewer4", "reviewer5"];

    /// <summary>What was found not to fit its call, and why.</summary>
    private static readonly Dictionary<string, string> NotEligible = new()
    {
        ["Repairing the roof"] = "This call pays for making places safer from attacks. Repairs of buildings are outside it. The Diocesan and Parish Buildings Trust funds roofs; the officer can tell you whom to ask there.",
    };

    /// <summary>A call’s applications are found eligible, given to reviewers and read until a day.</summary>
    private void Judge(string key, DateTimeOffset from, DateTimeOffset until)
    {
        At(from, () => Intake(key, _ => true));
        At(from.AddDays(1), () => Assign(key, until.AddDays(1), null));
        foreach (var (index, reviewer) in Reviewers.Index())
        {
            At(from.AddDays(2).AddHours(index), () => EachReview(key, reviewer, review => Accept(reviewer, review)));
            At(until.AddDays(-6 + index).AddHours(7), () => EachReview(key, reviewer, review => Score(key, reviewer, review)));
        }
    }

    /// <summary>The call that is being reviewed today: reviews in every state.</summary>
    private void ReviewNow(string key)
    {
        At(Ago(13), () => Intake(key, project => !project.Organisation.StartsWith("Weirside", StringComparison.Ordinal) && !project.Organisation.StartsWith("Polish", StringComparison.Ordinal)));
        At(Ago(12, 11), () => Clarify(Project(key, "Weirside Newcomers"), "Please tell us who trains your three cooks, and whether the landlord has agreed to a second stove. Two sentences are enough.", Ago(-5, 17)));
        At(Ago(12, 14), () => Assign(key, Ago(2, 17), [Project(key, "Millfield Tenants"), Project(key, "Hindu Mandir"), Project(key, "Eastbank Elders")]));
        At(Ago(11, 10), () => Assign(key, Ago(-6, 17), null));
        At(Ago(10, 12), () => EachReview(key, "reviewer1", review => Accept("reviewer1", review)));
        At(Ago(10, 13), () => EachReview(key, "reviewer2", review => Accept("reviewer2", review)));
        At(Ago(9, 18), () => OneReview(key, "reviewer3", async id => Done(await portal.Get<ReviewDesk>().DeclareConflict(
            As("reviewer3"), id, "My sister-in-law sits on their committee. I should have said so when I saw the list."))));
        At(Ago(9, 19), () => EachReview(key, "reviewer3", review => Accept("reviewer3", review)));
        At(Ago(8, 20), () => OneReview(key, "reviewer4", async id => Done(await portal.Get<ReviewDesk>().Refuse(
            As("reviewer4"), id, "I am away until the end of the month and would hold you up."))));
        At(Ago(7, 17), () => EachReview(key, "reviewer1", review => Score(key, "reviewer1", review)));
        At(Ago(5, 17), () => OneReview(key, "reviewer2", id => Score(key, "reviewer2", id)));
        At(Ago(4, 17), () => OneReview(key, "reviewer3", id => ScoreHalf(key, "reviewer3", id)));
        At(Ago(1, 12), () => Reopen(key, "reviewer1"));
    }

    private async Task Intake(string key, Func<DemoProject, bool> which)
    {
        var desk = portal.Get<IntakeDesk>();
        var (refused, fitting) = (new List<DemoProject>(), new List<DemoProject>());
        foreach (var project in DemoProjects.Of(key).Where(which))
        {
            (NotEligible.ContainsKey(project.Title) ? refused : fitting).Add(project);
        }

        foreach (var project in refused)
        {
            Done(await desk.NotEligible(As("officer"), _references[project], NotEligible[project.Title]));
        }

        Done(await desk.EligibleAll(As("officer"), [.. fitting.Select(project => _references[project])], "Works here, not for profit, and answers the call."));
    }

    private async Task Clarify(DemoProject project, string what, DateTimeOffset due) =>
        Done(await portal.Get<IntakeDesk>().Clarify(As("officer"), _references[project], what, due));

    private async Task Assign(string key, DateTimeOffset due, DemoProject[]? only)
    {
        var (desk, call) = (portal.Get<AssignmentDesk>(), await Call(key));
        _ = await desk.AddToPool(As("officer"), call.Id, [.. Reviewers.Select(reviewer => Somebody(reviewer).Id)]);
        var spread = await portal.Read(async work => (await Panel.Read(work, call, Somebody("officer").Id)).Spread().Pairings);
        if (only is not null)
        {
            var wanted = await portal.Read(work => ApplicationRepository.FindAll(work, [.. only.Select(project => _references[project])]));
            spread = [.. spread.Where(pair => wanted.Any(application => application.Id == pair.Application))];
        }

        Done(await desk.Assign(As("officer"), call.Id, spread, due));
    }

    private async Task EachReview(string key, string reviewer, Func<Review, Task> act)
    {
        foreach (var review in await ReviewsOf(key, reviewer))
        {
            portal.Clock.Pass(9);
            await act(review);
        }
    }

    private async Task OneReview(string key, string reviewer, Func<long, Task> act)
    {
        if ((await ReviewsOf(key, reviewer)).FirstOrDefault() is { } review)
        {
            await act(review.Id);
        }
    }

    private Task<IReadOnlyList<Review>> ReviewsOf(string key, string reviewer) => portal.Read<IReadOnlyList<Review>>(async work =>
        [.. (await ReviewRepository.OpenOfCall(work, _calls[key])).Where(review => review.ReviewerId == Somebody(reviewer).Id).OrderBy(review => review.Id)]);

    private async Task Accept(string reviewer, Review review)
    {
        if (review.State == ReviewState.Assigned)
        {
            Done(await portal.Get<ReviewDesk>().Accept(As(reviewer), review.Id));
        }
    }

    private Task Score(string key, string reviewer, Review review) => Score(key, reviewer, review.Id);

    private async Task Score(string key, string reviewer, long id) => Done(await portal.Get<ScoringDesk>().Save(As(reviewer), id, await Sheet(key, reviewer, id, 1), submit: true));

    private async Task ScoreHalf(string key, string reviewer, long id) => Done(await portal.Get<ScoringDesk>().Save(As(reviewer), id, await Sheet(key, reviewer, id, 0.5), submit: false));

    private async Task<ScoreSheet> Sheet(string key, string reviewer, long id, double part)
    {
        var (review, rubric) = await portal.Read(async work =>
        {
            var found = (await ReviewRepository.Find(work, id))!;
            return (found, (await CallRepository.Rubric(work, found.CallId, found.RubricVersion))!.Read());
        });
        var reference = (await portal.Read(work => ApplicationRepository.Find(work, review.ApplicationId)))!.Reference;
        var project = DemoProjects.Of(key).First(one => _references.GetValueOrDefault(one) == reference);
        var scored = rubric.Criteria.Take((int)Math.Ceiling(rubric.Criteria.Count * part)).ToList();
        var scores = scored.ToDictionary(criterion => criterion.Key, criterion => Given(project, reviewer, criterion));
        return new ScoreSheet(
            review.RubricVersion,
            scores.ToDictionary(score => score.Key, score => new ScoreEntry(score.Value, DemoWords.Comment(score.Key, score.Value, project.Title + reviewer), 0)),
            part < 1 ? null : DemoWords.On(scores.Values.Average(), project.Title + reviewer),
            review.Version);
    }

    /// <summary>A score around the project’s quality: reviewers differ by up to one, each in their own way.</summary>
    private static int Given(DemoProject project, string reviewer, Criterion criterion) =>
        Math.Clamp((int)Math.Round(project.Quality + ((DemoWords.Pick(17, project.Title + reviewer + criterion.Key) - 8) / 10.0)), 0, criterion.MaxScore);

    private async Task Reopen(string key, string reviewer)
    {
        var review = await portal.Read(async work =>
        {
            foreach (var application in await ApplicationRepository.ForCall(work, _calls[key]))
            {
                if ((await ReviewRepository.OfApplication(work, application.Id)).FirstOrDefault(one => one.ReviewerId == Somebody(reviewer).Id && one.State == ReviewState.Submitted) is { } found)
                {
                    return found;
                }
            }

            return null;
        });
        Done(await portal.Get<ModerationDesk>().Reopen(As("officer"), review!.Id, "Your score for the plan and what you wrote about it do not fit together. Please look at it once more."));
    }
}
