using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class DecisionTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private DecisionDesk Desk => _city.Portal.Get<DecisionDesk>();

    [Fact]
    public async Task Nobody_approves_what_they_recommended_and_somebody_else_may()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund));
        var both = await _city.Staff("Bo Both", Roles.Approver, Roles.ProgrammeOfficer);
        await _city.Recommend(both, listing.Applicants[0].Application, RecommendedOutcome.Fund, 100_000);
        var id = (await Desk.Propose(listing.Officer, listing.Call.Id)).Value;

        Assert.Equal("decision.own-recommendation", (await Desk.Approve(both, id, 1)).Refusals[0].Code);
        Assert.Equal("decision.own-recommendation", (await Desk.SendBack(both, id, 1, "Why not")).Refusals[0].Code);
        Assert.Equal(ApplicationState.Recommended, await _city.StateOf(listing.Applicants[0]));

        Assert.True((await Desk.Approve(listing.Approver, id, 1)).Done);
        Assert.Equal(ApplicationState.Awarded, await _city.StateOf(listing.Applicants[0]));
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund));
        var both = await _city.Staff("Bo Both", Roles.Approver, Roles.ProgrammeOfficer);
        var id = (await Desk.Propose(both, listing.Call.Id)).Value;
        Assert.Equal("decision.own-proposal", (await Desk.Approve(both, id, 1)).Refusals[0].Code);
        Assert.True((await Desk.Approve(listing.Approver, id, 1)).Done);
    }

    [Fact]
    public async Task Nobody_approves_a_list_that_holds_their_own_organisation()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund));
        var tied = listing.Applicants[0].Owner;
        Assert.Equal("decision.own-organisation", (await Desk.Approve(City.As(tied, Roles.Approver), listing.Decision, 1)).Refusals[0].Code);
    }

    [Fact]
    public async Task The_database_itself_refuses_an_approval_by_who_recommended()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund));
        var decision = (await _city.Read(work => DecisionRepository.Find(work, listing.Decision)))!;
        Assert.False(await _city.Write(listing.Officer, work => DecisionRepository.Decide(work, decision, DecisionState.Approved, null)));
        Assert.False(await _city.Write(City.As(listing.Applicants[0].Owner), work => DecisionRepository.Decide(work, decision, DecisionState.Approved, null)));
        Assert.True(await _city.Write(listing.Approver, work => DecisionRepository.Decide(work, decision, DecisionState.Approved, null)));
    }

    [Fact]
    public async Task Approving_makes_awards_decides_the_call_and_tells_nobody_yet()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund, 1_234_567), new Wish(RecommendedOutcome.Reserve), new Wish(RecommendedOutcome.Decline));
        var before = await Mails();
        Assert.True((await Desk.Approve(listing.Approver, listing.Decision, 1, "Well argued")).Done);

        Assert.Equal([ApplicationState.Awarded, ApplicationState.Reserve, ApplicationState.Declined], new[] { await _city.StateOf(listing.Applicants[0]), await _city.StateOf(listing.Applicants[1]), await _city.StateOf(listing.Applicants[2]) });
        Assert.Equal(CallStage.Decided, (await _city.Again(listing.Call)).Stage);
        var award = await _city.AwardOf(listing.Applicants[0]);
        Assert.Equal((1_234_567, AwardState.Offered, null), (award.AmountMinor, award.State, award.OfferedAt));
        Assert.Matches("^AW-2026-[0-9]{4}$", award.Reference);
        Assert.Null(await _city.Read(work => AwardRepository.FindFor(work, award.Reference, listing.Applicants[0].Owner.Id)));
        foreach (var applicant in listing.Applicants)
        {
            Assert.Equal(ApplicationState.Reserve, (await _city.Read(work => ApplicationRepository.Find(work, applicant.Application.Id)))!.SeenAs);
        }

        Assert.Equal(before, await Mails());
    }

    [Fact]
    public async Task What_is_sent_back_is_in_review_again_and_the_officer_is_told()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund), new Wish(RecommendedOutcome.Decline));
        Assert.Equal("decision.note-missing", (await Desk.SendBack(listing.Approver, listing.Decision, 1, " ")).Refusals[0].Code);
        Assert.True((await Desk.SendBack(listing.Approver, listing.Decision, 1, "Say more about line 2")).Done);

        Assert.Equal(ApplicationState.InReview, await _city.StateOf(listing.Applicants[0]));
        Assert.Equal(ApplicationState.InReview, await _city.StateOf(listing.Applicants[1]));
        var address = await _city.Read(work => work.Scalar<string>("SELECT Email FROM Person WHERE Id = @id", new { id = listing.Officer.Person }));
        Assert.Contains(await _city.MailTo(address!), mail => mail.Template == nameof(DecisionSentBack) && mail.TextBody.Contains("Say more about line 2", StringComparison.Ordinal));
        Assert.True((await Desk.Propose(listing.Officer, listing.Call.Id)).Done);
    }

    [Fact]
    public async Task Only_one_proposal_of_a_call_waits_at_a_time_and_no_other_list_than_was_seen()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund));
        Assert.Equal("decision.list-changed", (await Desk.Propose(listing.Officer, listing.Call.Id, null, "another list")).Refusals[0].Code);
        Assert.True((await Desk.Propose(listing.Officer, listing.Call.Id)).Done);
        Assert.Equal("decision.empty", (await Desk.Propose(listing.Officer, listing.Call.Id)).Refusals[0].Code);
    }

    [Fact]
    public async Task A_list_over_the_budget_by_a_penny_is_not_proposed()
    {
        Wish[] whole = [.. Enumerable.Repeat(new Wish(RecommendedOutcome.Fund, 2_000_000), 5)];
        var listing = await _city.Recommended([.. whole, new Wish(RecommendedOutcome.FundInPart, 1)]);
        var refused = (await Desk.Propose(listing.Officer, listing.Call.Id)).Refusals;
        Assert.Equal("decision.over-budget", Assert.Single(refused).Code);
        Assert.Equal(new Money(0.01m, "GBP"), refused[0].Args[2]);

        await _city.Recommend(listing.Officer, listing.Applicants[5].Application, RecommendedOutcome.Decline, 0);
        Assert.True((await Desk.Propose(listing.Officer, listing.Call.Id)).Done);
    }

    [Fact]
    public async Task Two_approvers_at_once_make_one_decision()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund));
        var second = await _city.Staff("Bea Approver", Roles.Approver);
        var outcomes = await Task.WhenAll(
            Task.Run(() => Desk.Approve(listing.Approver, listing.Decision, 1)),
            Task.Run(() => Desk.SendBack(second, listing.Decision, 1, "No")));
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Equal("decision.changed-meanwhile", outcomes.Single(outcome => outcome.Refused).Refusals[0].Code);
    }

    [Fact]
    public async Task Without_the_guard_two_approvers_would_both_decide()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund));
        var second = await _city.Staff("Bea Approver", Roles.Approver);
        var read = (await _city.Read(work => DecisionRepository.Find(work, listing.Decision)))!;
        Task<bool> Guarded(Actor actor) => _city.Write(actor, work => DecisionRepository.Decide(work, read, DecisionState.Approved, null));
        Task<bool> Unguarded(Actor actor) => _city.Write(actor, async work =>
            read.State == DecisionState.Proposed && await work.Execute("UPDATE Decision SET State = 'Approved', DecidedBy = @person WHERE Id = @id", new { person = actor.Person, id = read.Id }) == 1);

        Assert.Equal(2, (await Task.WhenAll(Unguarded(listing.Approver), Unguarded(second))).Count(won => won));
        await _city.Write(Actor.System, work => work.Execute("UPDATE Decision SET State = 'Proposed' WHERE Id = @id", new { id = read.Id }));
        Assert.Equal(1, (await Task.WhenAll(Guarded(listing.Approver), Guarded(second))).Count(won => won));
    }

    [Fact]
    public async Task A_reserve_is_awarded_by_a_proposal_of_its_own_within_what_is_left()
    {
        var listing = await _city.Told([.. Enumerable.Repeat(new Wish(RecommendedOutcome.Fund, 1_900_000), 5), new Wish(RecommendedOutcome.Reserve, 600_000)]);
        var reserve = listing.Applicants[5];
        ReserveEntry Entry(long amount) => new(reserve.Application.Reference, RecommendedOutcome.FundInPart, amount, "Money is left");

        Assert.Equal("decision.over-budget", (await Desk.ProposeReserves(listing.Officer, listing.Call.Id, [Entry(500_001)])).Refusals[0].Code);
        var id = (await Desk.ProposeReserves(listing.Officer, listing.Call.Id, [Entry(500_000)])).Value;
        Assert.Equal(ApplicationState.Reserve, await _city.StateOf(reserve));
        Assert.True((await Desk.SendBack(listing.Approver, id, 1, "Ask them first")).Done);
        Assert.Equal(ApplicationState.Reserve, await _city.StateOf(reserve));

        id = (await Desk.ProposeReserves(listing.Officer, listing.Call.Id, [Entry(500_000)])).Value;
        Assert.True((await Desk.Approve(listing.Approver, id, 1)).Done);
        Assert.Equal(500_000, (await _city.AwardOf(reserve)).AmountMinor);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task What_is_stored_keeps_the_invariants_and_a_changed_amount_is_found()
    {
        var listing = await _city.Told(new Wish(RecommendedOutcome.Fund), new Wish(RecommendedOutcome.FundInPart, 70_000), new Wish(RecommendedOutcome.Decline));
        Assert.Empty(await Broken());
        await _city.Write(Actor.System, work => work.Execute("UPDATE Award SET AmountMinor = AmountMinor + 1 WHERE ApplicationId = @id", new { id = listing.Applicants[0].Application.Id }));
        var broken = await Broken();
        Assert.Contains(broken, line => line.EndsWith("do not agree.", StringComparison.Ordinal));
        Assert.Contains(broken, line => line.EndsWith("do not add up to its total.", StringComparison.Ordinal));
        Assert.Contains(broken, line => line.EndsWith("do not add up to it.", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<string>> Broken() => _city.Broken();

    private Task<long> Mails() => _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM OutboxMessage"));
}
