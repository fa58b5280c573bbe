using System.Net;
using System.Text.Json;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Reviews;

public sealed class ReviewJourneyTests : IDisposable
{
    private static readonly RubricDefinition Rubric = new()
    {
        Criteria =
        [
            new Criterion { Key = "need", Title = Words.Of("Need"), Description = Words.Of("How well the need is shown"), Weight = 3, MaxScore = 5, Guidance = [Words.Of("Not shown"), Words.Of("Hardly"), Words.Of("Partly"), Words.Of("Mostly"), Words.Of("Well"), Words.Of("Beyond doubt")] },
            new Criterion { Key = "cost", Title = Words.Of("Cost"), Description = Words.Of("Whether it is worth the money"), Weight = 1, MaxScore = 10, Guidance = [Words.Of("Not worth it"), Words.Of("Poor"), Words.Of("Poor"), Words.Of("Fair"), Words.Of("Fair"), Words.Of("Fair"), Words.Of("Good"), Words.Of("Good"), Words.Of("Good"), Words.Of("Good"), Words.Of("Worth every penny")] },
        ],
    };

    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_an_empty_pool_to_a_ranked_recommendation()
    {
        var call = await _city.OpenCall(rubric: Rubric);
        var owner = await _city.Person("Amal Owner");
        var application = await _city.Submitted(call, await _city.Organisation("Bread Circle", owner), owner, 400_000, "Bread for all");
        await _city.Eligible(application);
        var (rosa, rudi) = (await _city.Person("Rosa Reviewer", Roles.Reviewer), await _city.Person("Rudi Reviewer", Roles.Reviewer));
        using var officer = await _city.SignedIn(await _city.OfficerPerson());

        // The pool, then the proposal with names and counts, then the deed.
        var panel = await officer.Open(ReviewRoutes.Panel(call.Slug));
        var added = await officer.Send(panel, "Add to the pool", ("People", $"{rosa.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        await officer.Press(await officer.Open(ReviewRoutes.Panel(call.Slug)), "Add to the pool", ("People", $"{rudi.Id}"));
        var proposal = await officer.Open(ReviewRoutes.Proposal(call.Slug));
        Assert.Contains("Reviews to assign: 2. Applications: 1. Reviewers: 2.", Visitor.Text(proposal.Body), StringComparison.Ordinal);
        Assert.Empty(await _city.Read(work => ReviewRepository.OfApplication(work, application.Id)));
        var pairs = proposal.QuerySelectorAll("input[name=Pair]").Select(input => ("Pair", input.GetAttribute("value"))).ToArray();
        await officer.Press(proposal, "Assign 2 reviews", pairs);
        Assert.Equal(2, (await _city.Read(work => ReviewRepository.OfApplication(work, application.Id))).Count);

        // Each reviewer accepts, is told what is missing, and submits.
        foreach (var (reviewer, need, cost) in new[] { (rosa, 4, 5), (rudi, 5, 10) })
        {
            var review = (await _city.Read(work => ReviewRepository.OfApplication(work, application.Id))).Single(one => one.ReviewerId == reviewer.Id);
            using var visitor = await _city.SignedIn(reviewer);
            Assert.Contains("Bread for all", Visitor.Text((await visitor.Open(ReviewRoutes.Mine)).Body), StringComparison.Ordinal);
            var sheet = await visitor.Press(await visitor.Open(ReviewRoutes.Show(review.Id)), "Accept review");
            var missing = await visitor.Press(sheet, "Submit review", ("Scores[need].Score", $"{need}"));
            Assert.Contains("Choose a score for “Cost”", Visitor.Text(missing.Body), StringComparison.Ordinal);
            Assert.Equal($"{need}", missing.QuerySelector("input[name='Scores[need].Score'][checked]")?.GetAttribute("value"));
            var done = await visitor.Press(missing, "Submit review", ("Scores[cost].Score", $"{cost}"), ("Comment", "Bakes well"));
            Assert.Contains("Your review is submitted", Visitor.Text(done.Body), StringComparison.Ordinal);
        }

        // The ranking keeps what was typed when something is wrong, and says it at the row.
        var ranking = await officer.Open(ReviewRoutes.Ranking(call.Slug));
        Assert.Contains("86.25", Visitor.Text(ranking.Body), StringComparison.Ordinal);
        Assert.Contains("Reviews diverge by 27.50", Visitor.Text(ranking.Body), StringComparison.Ordinal);
        var wrong = await officer.Press(ranking, "Save recommendations", ("Rows[0].Outcome", "FundInPart"), ("Rows[0].Amount", "9,999"), ("Rows[0].Reason", "Less flour"));
        Assert.Contains("the amount is more than the £4,000 asked for", Visitor.Text(wrong.Body), StringComparison.Ordinal);
        Assert.Equal(("9,999", "Less flour"), (wrong.QuerySelector("input[name='Rows[0].Amount']")?.GetAttribute("value"), wrong.QuerySelector("input[name='Rows[0].Reason']")?.GetAttribute("value")));
        var saved = await officer.Press(wrong, "Save recommendations", ("Rows[0].Amount", "3,500"));
        Assert.Contains("£3,500 recommended of £100,000", Visitor.Text(saved.Body), StringComparison.Ordinal);
        Assert.Equal(350_000, (await _city.Read(work => RecommendationRepository.Find(work, application.Id)))!.AmountMinor);
    }

    [Fact]
    public async Task Saving_in_the_background_gives_the_versions_that_stand_and_says_what_clashes()
    {
        var call = await _city.OpenCall(rubric: Rubric);
        var owner = await _city.Person("Amal Owner");
        var reviewer = await _city.Person("Rosa Reviewer", Roles.Reviewer);
        var review = await _city.Accepted(await _city.Submitted(call, await _city.Organisation("Bread Circle", owner), owner), reviewer);
        using var visitor = await _city.SignedIn(reviewer);
        var page = await visitor.Open(ReviewRoutes.Show(review.Id));
        var token = page.QuerySelector("form.score-sheet input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<HttpResponseMessage> Save(int score, int version) => await visitor.Client.PostAsync(ReviewRoutes.Show(review.Id) + "/autosave", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["RubricVersion"] = "1",
            ["Version"] = "2",
            ["Scores[need].Score"] = $"{score}",
            ["Scores[need].Version"] = $"{version}",
        }));

        var first = await Save(3, 0);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(1, JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement.GetProperty("scores").GetProperty("need").GetInt32());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(5, 0)).StatusCode);
        Assert.Equal(3, (await _city.Read(work => ReviewRepository.ScoresOf(work, [review.Id]))).Single().Score);
    }

    [Theory]
    [InlineData(Roles.Auditor, HttpStatusCode.OK)]
    [InlineData(Roles.ProgrammeOfficer, HttpStatusCode.OK)]
    [InlineData(Roles.Reviewer, HttpStatusCode.Forbidden)]
    public async Task Who_reads_the_ranking(string role, HttpStatusCode status)
    {
        var call = await _city.OpenCall();
        using var visitor = await _city.SignedIn(await _city.Person("Somebody", role));
        var answer = await visitor.Get(ReviewRoutes.Ranking(call.Slug));
        Assert.Equal(status, answer.StatusCode);
        var page = await Visitor.Page(answer, status);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => Visitor.Text(button) == "Save recommendations");
    }
}
