using GrantsPortal.Applications;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Reviews.Scoring;
using GrantsPortal.TestWorld;
using Xunit;
using static GrantsPortal.Database.Tests.Reviews.ReviewWorld;

namespace GrantsPortal.Database.Tests.Reviews;

public sealed class AssigningTests : IDisposable
{
    private readonly ReviewWorld _world = new();

    private AssignmentDesk Desk => _world.Get<AssignmentDesk>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_reviewer_gets_one_message_for_all_they_are_given_and_it_names_no_applicant()
    {
        await _world.WithCall();
        var (first, organisation, _) = await _world.Application();
        var (second, _, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        await _world.City.Eligible(first);
        await _world.City.Eligible(second);
        await _world.City.InPool(_world.Call.Id, reviewer);

        var assigned = await Desk.Assign(await _world.City.Officer(), _world.Call.Id, [new(first.Id, reviewer.Id), new(second.Id, reviewer.Id)], null);

        Assert.Equal(2, assigned.Value);
        var mail = Assert.Single(await _world.City.MailTo(reviewer.Email), message => message.Template == nameof(ReviewAssigned));
        Assert.Contains("2 applications", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(organisation.Name, mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_the_applicant_organisation_is_never_assigned_and_a_stranger_is()
    {
        await _world.WithCall();
        var (application, organisation, _) = await _world.Application();
        var (member, stranger) = (await _world.Reviewer("Member"), await _world.Reviewer("Stranger"));
        await _world.City.Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, member.Id, MemberRole.Viewer));
        await _world.City.Eligible(application);
        await _world.City.InPool(_world.Call.Id, member, stranger);
        var officer = await _world.City.Officer();

        var refused = await Desk.Assign(officer, _world.Call.Id, [new(application.Id, stranger.Id), new(application.Id, member.Id)], null);
        Assert.Equal(["review.member-of-applicant"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(await _world.City.Read(work => ReviewRepository.OfApplication(work, application.Id)));

        Assert.True((await Desk.Assign(officer, _world.Call.Id, [new(application.Id, stranger.Id)], null)).Done);
    }

    [Fact]
    public async Task Spreading_evenly_passes_over_ties_and_says_what_stays_short()
    {
        await _world.WithCall();
        var (application, organisation, _) = await _world.Application();
        var (member, stranger) = (await _world.Reviewer("Member"), await _world.Reviewer("Stranger"));
        await _world.City.Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, member.Id, MemberRole.Viewer));
        await _world.City.Eligible(application);
        await _world.City.InPool(_world.Call.Id, member, stranger);

        var spread = await _world.City.Read(async work => (await Panel.Read(work, _world.Call, null)).Spread());

        Assert.Equal([new Pairing(application.Id, stranger.Id)], spread.Pairings);
        Assert.Equal(1, spread.Short[application.Id]);
    }

    [Fact]
    public async Task An_application_is_not_given_to_reviewers_before_it_is_found_eligible()
    {
        await _world.WithCall();
        var (application, _, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        await _world.City.InPool(_world.Call.Id, reviewer);

        var refused = await Desk.Assign(await _world.City.Officer(), _world.Call.Id, [new(application.Id, reviewer.Id)], null);

        Assert.Equal(["review.eligibility-undecided"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(ApplicationState.Submitted, (await _world.Again(application)).State);
    }

    [Fact]
    public async Task An_officer_does_not_choose_who_reads_their_own_organisations_application()
    {
        await _world.WithCall();
        var (application, organisation, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        await _world.City.Eligible(application);
        await _world.City.InPool(_world.Call.Id, reviewer);
        var officer = await _world.City.Officer();
        await _world.City.Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, officer.Person, MemberRole.Owner));

        var refused = await Desk.Assign(officer, _world.Call.Id, [new(application.Id, reviewer.Id)], null);
        var other = As(await _world.City.Person("Otto", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);

        Assert.Equal(["review.officer-tied"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.True((await Desk.Assign(other, _world.Call.Id, [new(application.Id, reviewer.Id)], null)).Done);
    }

    [Fact]
    public async Task A_declared_conflict_ends_every_review_of_that_organisation_and_bars_new_ones()
    {
        await _world.WithCall();
        var (first, organisation, owner) = await _world.Application();
        var (foreign, _, _) = await _world.Application();
        var second = await _world.City.Submitted(await _world.City.OpenCall("Second call"), organisation, owner);
        var reviewer = await _world.Reviewer("Rosa");
        var review = await _world.City.Reviewed(first, reviewer, 3);
        var sister = await _world.City.Accepted(second, reviewer);
        var unrelated = await _world.City.Accepted(foreign, reviewer);

        Assert.True((await _world.Get<ReviewDesk>().DeclareConflict(As(reviewer), review.Id, "My brother is its treasurer")).Done);

        Assert.Equal(ReviewState.Conflict, (await _world.City.Again(review)).State);
        Assert.Null((await _world.City.Again(review)).WeightedScore);
        Assert.Equal(ReviewState.Conflict, (await _world.City.Again(sister)).State);
        Assert.Equal(ReviewState.Accepted, (await _world.City.Again(unrelated)).State);
        Assert.Null(Assert.Single(await _world.City.Read(work => RankingReader.Read(work, _world.Call.Id)), ranked => ranked.ApplicationId == first.Id).Scores);
        Assert.Empty(await _world.Broken());
        var panel = await _world.City.Read(work => Panel.Read(work, _world.Call, null));
        Assert.Equal(Bar.Declared, panel.BarOf(first.Id, reviewer.Id));
        Assert.Equal(Bar.Has, panel.BarOf(foreign.Id, reviewer.Id));
    }

    [Fact]
    public async Task A_reviewer_who_joins_the_applicant_organisation_loses_the_review()
    {
        await _world.WithCall();
        var (application, organisation, _) = await _world.Application();
        var reviewer = await _world.Reviewer("Rosa");
        var review = await _world.City.Accepted(application, reviewer);
        Assert.True(await _world.City.Read(work => ReviewRepository.MayRead(work, application.Id, reviewer.Id)));

        await _world.City.Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, reviewer.Id, MemberRole.Viewer));

        Assert.False(await _world.City.Read(work => ReviewRepository.MayRead(work, application.Id, reviewer.Id)));
        Assert.NotEmpty(await _world.Broken());
        Assert.Equal(1, await _world.Get<TieDesk>().EndTied());
        Assert.Equal(ReviewState.Conflict, (await _world.City.Again(review)).State);
        Assert.Empty(await _world.Broken());
    }

    [Fact]
    public async Task Accepting_an_invitation_of_the_applicant_ends_the_review_at_once_and_leaves_what_was_decided_as_it_was()
    {
        await _world.WithCall();
        var (application, organisation, owner) = await _world.Application();
        var (decided, _, _) = await _world.Application();
        await _world.City.Write(Actor.System, work => work.Execute("UPDATE Application SET OrganisationId = @organisation WHERE Id = @id", new { organisation = organisation.Id, id = decided.Id }));
        var reviewer = await _world.Reviewer("Rosa");
        var (open, scored) = (await _world.City.Accepted(application, reviewer), await _world.City.Reviewed(decided, reviewer, 4));
        await _world.City.Write(Actor.System, work => work.Execute("UPDATE Application SET State = 'Declined' WHERE Id = @id", new { id = decided.Id }));

        await _world.Get<InvitationDesk>().Invite(City.Acting(owner), organisation.Id, reviewer.Email, MemberRole.Viewer);
        var invitation = await _world.City.Read(work => InvitationRepository.FindWaiting(work, organisation.Id, EmailAddresses.Normalize(reviewer.Email)));
        Assert.True((await _world.Get<InvitationDesk>().Accept(City.Acting(reviewer), null, invitation!.Id))!.Value.Done);

        Assert.Equal(ReviewState.Conflict, (await _world.City.Again(open)).State);
        Assert.Equal((ReviewState.Submitted, scored.WeightedScore), ((await _world.City.Again(scored)).State, (await _world.City.Again(scored)).WeightedScore));
        Assert.Empty(await _world.Broken());
    }

    [Fact]
    public async Task A_reviewer_with_reviews_to_do_stays_in_the_pool()
    {
        await _world.WithCall();
        var (application, _, _) = await _world.Application();
        var (busy, idle) = (await _world.Reviewer("Busy"), await _world.Reviewer("Idle"));
        await _world.City.Assigned(application, busy);
        await _world.City.InPool(_world.Call.Id, idle);
        var officer = await _world.City.Officer();

        Assert.Equal(["panel.reviewer-busy"], (await Desk.RemoveFromPool(officer, _world.Call.Id, busy.Id)).Refusals.Select(refusal => refusal.Code));
        Assert.True((await Desk.RemoveFromPool(officer, _world.Call.Id, idle.Id)).Done);
    }
}
