using System.Net;
using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Reviews;

/// <summary>What reviewers must not learn, on every page that they can open, also as staff.</summary>
public sealed class HiddenScoreTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private async Task<(Call Call, Application Application)> Application()
    {
        var call = await _city.OpenCall();
        var owner = await _city.Person("Amal Owner");
        return (call, await _city.Submitted(call, await _city.Organisation("Bread Circle", owner), owner, 400_000, "Bread for all"));
    }

    private static string[] Pages(Call call, Application application) =>
        [ReviewRoutes.Mine, ReviewRoutes.Panels, ReviewRoutes.Panel(call.Slug), ReviewRoutes.Ranking(call.Slug), ReviewRoutes.Moderation(call.Slug, application.Reference)];

    [Fact]
    public async Task No_mean_or_count_shows_before_ones_own_review()
    {
        var (call, application) = await Application();
        await _city.Reviewed(application, await _city.Person("Rosa Reviewer", Roles.Reviewer), 4);
        var both = await _city.Person("Bo Both", Roles.Reviewer, Roles.ProgrammeOfficer);
        var review = await _city.Accepted(application, both);
        var mean = (await _city.Read(work => RankingReader.Read(work, call.Id))).Single().Scores!.Mean;
        var shown = (mean / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        using var visitor = await _city.SignedIn(both);

        foreach (var page in Pages(call, application).Append(ReviewRoutes.Show(review.Id)))
        {
            var text = Visitor.Text((await visitor.Open(page)).Body);
            Assert.DoesNotContain(shown, text, StringComparison.Ordinal);
            Assert.DoesNotContain("1 of 2", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Rooted in its street", text, StringComparison.Ordinal);
        }

        var panel = Visitor.Text((await visitor.Open(ReviewRoutes.Panel(call.Slug))).Body);
        Assert.Contains("0 of 0", panel, StringComparison.Ordinal);

        // The allowed twin: the same person, once their own is submitted.
        await _city.Reviewed(application, await _city.Person("Third", Roles.Reviewer), 3);
        Assert.Empty((await _city.Portal.Get<GrantsPortal.Reviews.Scoring.ScoringDesk>().Save(
            new Actor(both.Id, both.Name, new HashSet<string>()), review.Id, await _city.Sheet(await _city.Again(review), 2), submit: true)).Value.Missing);
        Assert.Contains("Rooted in its street", Visitor.Text((await visitor.Open(ReviewRoutes.Show(review.Id))).Body), StringComparison.Ordinal);
        Assert.Contains("3 of 3", Visitor.Text((await visitor.Open(ReviewRoutes.Panel(call.Slug))).Body), StringComparison.Ordinal);
        Assert.Contains("Mean, of 100", Visitor.Text((await visitor.Open(ReviewRoutes.Moderation(call.Slug, application.Reference))).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflicted_reviewer_sees_no_score()
    {
        var (call, application) = await Application();
        await _city.Reviewed(application, await _city.Person("Rosa Reviewer", Roles.Reviewer), 4);
        var both = await _city.Person("Bo Both", Roles.Reviewer, Roles.ProgrammeOfficer);
        var review = await _city.Reviewed(application, both, 2);
        using var visitor = await _city.SignedIn(both);
        var before = await visitor.Open(ReviewRoutes.Show(review.Id));
        Assert.Contains("Rooted in its street", Visitor.Text(before.Body), StringComparison.Ordinal);
        Assert.Contains("Bread for all", Visitor.Text(before.Body), StringComparison.Ordinal);

        var after = await visitor.Press(before, "Declare conflict of interest", ("ConflictReason", "My sister is its treasurer"));
        Assert.DoesNotContain("Bread for all", Visitor.Text(after.Body), StringComparison.Ordinal);

        foreach (var page in Pages(call, application).Append(ReviewRoutes.Show(review.Id)))
        {
            var text = Visitor.Text((await visitor.Open(page)).Body);
            Assert.DoesNotContain("Rooted in its street", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Mean, of 100", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1 of 1", text, StringComparison.Ordinal);
        }

        // The allowed twin: an officer without a tie.
        using var officer = await _city.SignedIn(await _city.OfficerPerson());
        Assert.Contains("Mean, of 100", Visitor.Text((await officer.Open(ReviewRoutes.Moderation(call.Slug, application.Reference))).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_the_applicant_organisation_sees_nothing_as_reviewer_and_keeps_their_own_application()
    {
        var (_, application) = await Application();
        var reviewer = await _city.Person("Rosa Reviewer", Roles.Reviewer);
        var review = await _city.Accepted(application, reviewer);
        using var visitor = await _city.SignedIn(reviewer);
        Assert.Contains("Bread for all", Visitor.Text((await visitor.Open(ReviewRoutes.Show(review.Id))).Body), StringComparison.Ordinal);

        await _city.Write(Actor.System, work => GrantsPortal.Organisations.OrganisationRepository.AddMember(
            work, application.OrganisationId!.Value, reviewer.Id, GrantsPortal.Organisations.MemberRole.Editor));

        Assert.DoesNotContain("Bread for all", Visitor.Text((await visitor.Open(ReviewRoutes.Show(review.Id))).Body), StringComparison.Ordinal);
        Assert.NotNull(await _city.Read(work => ApplicationRepository.FindFor(work, application.Reference, reviewer.Id)));
    }

    [Fact]
    public async Task Another_reviewers_review_is_not_there()
    {
        var (_, application) = await Application();
        var review = await _city.Accepted(application, await _city.Person("Rosa Reviewer", Roles.Reviewer));
        using var other = await _city.SignedIn(await _city.Person("Other", Roles.Reviewer));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(ReviewRoutes.Show(review.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(ReviewRoutes.Show(1))).StatusCode);
    }
}
