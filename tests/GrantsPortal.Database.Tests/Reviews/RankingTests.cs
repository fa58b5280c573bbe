using GrantsPortal.Applications;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Reminding;
using Xunit;
using static GrantsPortal.Database.Tests.Reviews.ReviewWorld;

namespace GrantsPortal.Database.Tests.Reviews;

public sealed class RankingTests : IDisposable
{
    private readonly ReviewWorld _world = new();

    private RecommendationDesk Desk => _world.Get<RecommendationDesk>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Applications_stand_by_mean_and_what_a_viewer_may_not_see_stands_last_without_figures()
    {
        await _world.WithCall();
        var (poor, _, _) = await _world.Application();
        var (good, _, _) = await _world.Application();
        var (unseen, _, _) = await _world.Application();
        var (rosa, rudi) = (await _world.Reviewer("Rosa"), await _world.Reviewer("Rudi"));
        await _world.City.Reviewed(poor, rosa, 1);
        await _world.City.Reviewed(good, rosa, 3);
        await _world.City.Reviewed(unseen, rosa, 5);
        await _world.City.Assigned(unseen, rudi);

        var all = await _world.City.Read(work => RankingReader.Read(work, _world.Call.Id));
        var seen = await _world.City.Read(work => RankingReader.Read(work, _world.Call.Id, rudi.Id));

        Assert.Equal([unseen.Id, good.Id, poor.Id], all.Select(ranked => ranked.ApplicationId));
        Assert.Equal([1, 2, 3], all.Select(ranked => ranked.Rank!.Value));
        Assert.Equal([good.Id, poor.Id, unseen.Id], seen.Select(ranked => ranked.ApplicationId));
        Assert.Equal([1, 2, null], seen.Select(ranked => ranked.Rank));
        var hidden = seen[^1];
        Assert.Equal((ScoreSight.OwnReviewFirst, null, 0), (hidden.Sight, hidden.Scores, hidden.Waiting));
    }

    [Fact]
    public async Task Recommendations_are_saved_together_or_not_at_all()
    {
        await _world.WithCall();
        var (one, _, _) = await _world.Application(400_000);
        var (two, _, _) = await _world.Application(300_000);
        await _world.City.Reviewed(one, await _world.Reviewer("Rosa"), 4);
        await _world.City.Reviewed(two, await _world.Reviewer("Rudi"), 3);
        var officer = await _world.City.Officer();

        var refused = await Desk.Save(officer, _world.Call.Id, [new(one.Id, RecommendedOutcome.Fund, null, "Strong", 0), new(two.Id, RecommendedOutcome.FundInPart, null, "Good", 0)]);
        Assert.Equal((two.Id, "recommendation.amount-missing"), (refused.Refusals.Single().ApplicationId, refused.Refusals.Single().Refusal.Code));
        Assert.Empty(await _world.City.Read(work => RecommendationRepository.ForCall(work, _world.Call.Id)));

        var saved = await Desk.Save(officer, _world.Call.Id, [new(one.Id, RecommendedOutcome.Fund, null, "Strong", 0), new(two.Id, RecommendedOutcome.FundInPart, 200_000, "Good", 0)]);
        Assert.Equal(2, saved.Saved);
        Assert.Equal([400_000, 200_000], (await _world.City.Read(work => RecommendationRepository.ForCall(work, _world.Call.Id))).Select(made => made.AmountMinor!.Value));
    }

    [Fact]
    public async Task Of_two_officers_the_second_is_told_and_what_the_first_saved_stays()
    {
        await _world.WithCall();
        var (application, _, _) = await _world.Application(400_000);
        await _world.City.Reviewed(application, await _world.Reviewer("Rosa"), 4);
        await _world.City.Recommended(application);
        var other = As(await _world.City.Person("Otto", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);

        var late = await Desk.Save(other, _world.Call.Id, [new(application.Id, RecommendedOutcome.Decline, null, "Weak", 0)]);
        Assert.Equal("recommendation.changed-meanwhile", late.Refusals.Single().Refusal.Code);
        Assert.Equal(RecommendedOutcome.Fund, (await _world.City.Read(work => RecommendationRepository.Find(work, application.Id)))!.Outcome);

        Assert.Empty((await Desk.Save(other, _world.Call.Id, [new(application.Id, RecommendedOutcome.Decline, null, "Weak", 1)])).Refusals);
    }

    [Fact]
    public async Task Nobody_recommends_on_their_own_organisation_before_their_own_review_or_once_it_is_proposed()
    {
        await _world.WithCall();
        var (application, organisation, _) = await _world.Application(400_000);
        await _world.City.Reviewed(application, await _world.Reviewer("Rosa"), 4);
        var both = await _world.City.Person("Bo", Roles.ProgrammeOfficer, Roles.Reviewer);
        await _world.City.Assigned(application, both);
        var officer = await _world.City.Officer();
        async Task<string?> Code(Actor by) => (await Desk.Save(by, _world.Call.Id, [new(application.Id, RecommendedOutcome.Fund, null, "Strong", 0)])).Refusals.FirstOrDefault()?.Refusal.Code;

        Assert.Equal("recommendation.own-review-first", await Code(As(both, Roles.ProgrammeOfficer, Roles.Reviewer)));
        await _world.City.Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, officer.Person, MemberRole.Viewer));
        Assert.Equal("recommendation.officer-tied", await Code(officer));
        var other = As(await _world.City.Person("Otto", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        Assert.Null(await Code(other));

        await _world.City.Write(other, async work => await ApplicationRepository.Move(work, (await ApplicationRepository.Find(work, application.Id))!, ApplicationStates.Recommend));
        Assert.Equal("recommendation.already-proposed", (await Desk.Save(other, _world.Call.Id, [new(application.Id, RecommendedOutcome.Decline, null, "Weak", 1)])).Refusals.Single().Refusal.Code);
    }

    [Fact]
    public async Task Reviewers_are_reminded_three_days_before_and_once_when_late()
    {
        await _world.WithCall();
        var (application, _, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        var due = _world.City.Now.AddDays(10);
        await _world.City.Accepted(application, reviewer, due);
        async Task<int> RunAt(DateTimeOffset instant)
        {
            _world.City.Portal.Clock.SetUtcNow(instant);
            return await _world.Get<ReminderDesk>().SendDue();
        }

        Assert.Equal(0, await RunAt(due.AddDays(-4)));
        Assert.Equal(1, await RunAt(due.AddDays(-3).AddMinutes(1)));
        Assert.Equal(0, await RunAt(due.AddDays(-2)));
        Assert.Equal(1, await RunAt(due.AddMinutes(1)));
        Assert.Equal(0, await RunAt(due.AddDays(3)));
        Assert.Equal(2, (await _world.City.MailTo(reviewer.Email)).Count(mail => mail.Template == nameof(ReviewReminder)));
    }

    [Fact]
    public async Task Nobody_chosen_reminds_nobody()
    {
        await _world.WithCall();
        var (application, _, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        await _world.City.Accepted(application, reviewer);

        Assert.Equal("reminder.nobody-chosen", (await _world.Get<ReminderDesk>().Send(await _world.City.Officer(), _world.Call.Id, [])).Refusals.Single().Code);
        Assert.Equal(1, (await _world.Get<ReminderDesk>().Send(await _world.City.Officer(), _world.Call.Id, [reviewer.Id])).Value);
    }
}
