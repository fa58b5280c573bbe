using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Organisations;

public sealed class MemberTests : IAsyncLifetime
{
    private readonly City _city = new();
    private Person _amina = null!;
    private Person _jonas = null!;
    private Organisation _forum = null!;

    private MemberDesk Members => _city.Portal.Get<MemberDesk>();

    private InvitationDesk Invitations => _city.Portal.Get<InvitationDesk>();

    public async ValueTask InitializeAsync()
    {
        _amina = await _city.Person("Amina Yusuf");
        _jonas = await _city.Person("Jonas Keller");
        _forum = await _city.Organisation("Riverside Youth Forum", _amina);
    }

    public ValueTask DisposeAsync()
    {
        _city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task When_two_owners_leave_at_once_one_stays()
    {
        await _city.Member(_forum, _jonas, MemberRole.Owner);
        var outcomes = await Task.WhenAll(
            Task.Run(() => Members.Leave(City.Acting(_amina), _forum.Id)),
            Task.Run(() => Members.Leave(City.Acting(_jonas), _forum.Id)));
        Assert.Single(outcomes, outcome => outcome!.Value.Done);
        Assert.Equal("member.last-owner", outcomes.Single(outcome => outcome!.Value.Refused)!.Value.Refusals[0].Code);
        Assert.Single(await _city.Read(work => MemberRepository.Of(work, _forum.Id)));
    }

    [Fact]
    public async Task The_statement_itself_keeps_the_last_owner_and_without_its_guard_would_not()
    {
        Assert.False(await _city.Write(Actor.System, work => MemberRepository.Remove(work, _forum.Id, _amina.Id)));
        Assert.False(await _city.Write(Actor.System, work => MemberRepository.SetRole(work, _forum.Id, _amina.Id, MemberRole.Viewer)));
        Assert.Equal(1, await _city.Write(Actor.System, work => work.Execute("DELETE FROM Membership WHERE OrganisationId = @id AND PersonId = @person", new { id = _forum.Id, person = _amina.Id })));
        Assert.NotEmpty(await _city.Read(work => new OwnersAreKnown().Check(work)));
    }

    [Fact]
    public async Task An_owner_whose_account_is_off_does_not_count_as_another()
    {
        await _city.Member(_forum, _jonas, MemberRole.Owner);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Person SET DisabledAt = @now WHERE Id = @id", new { now = _city.Now, id = _jonas.Id }));
        Assert.Equal("member.last-owner", (await Members.Leave(City.Acting(_amina), _forum.Id))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task An_editor_cannot_invite_where_an_owner_can_and_nothing_is_sent()
    {
        await _city.Member(_forum, _jonas, MemberRole.Editor);
        Assert.Equal("member.owners-only", (await Invitations.Invite(City.Acting(_jonas), _forum.Id, "new@example.org", MemberRole.Viewer))!.Value.Refusals[0].Code);
        Assert.Empty(await _city.MailTo("new@example.org"));
        Assert.True((await Invitations.Invite(City.Acting(_amina), _forum.Id, "new@example.org", MemberRole.Viewer))!.Value.Done);
        Assert.Single(await _city.MailTo("new@example.org"));
    }

    [Fact]
    public async Task An_invitation_works_once_for_the_invited_address_alone()
    {
        var third = await _city.Person("Third Person");
        await Invitations.Invite(City.Acting(_amina), _forum.Id, _jonas.Email, MemberRole.Editor);
        var token = (await _city.LinkTo(_jonas.Email, "MembershipInvitation")).Split('/')[^1];
        Assert.Equal("invitation.other-address", (await Invitations.Accept(City.Acting(third), token, null))!.Value.Refusals[0].Code);
        Assert.True((await Invitations.Accept(City.Acting(_jonas), token, null))!.Value.Done);
        Assert.Equal("invitation.used", (await Invitations.Accept(City.Acting(_jonas), token, null))!.Value.Refusals[0].Code);
        Assert.Equal(0, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM Invitation WHERE TokenHash = @token", new { token })));
    }

    [Fact]
    public async Task Sent_again_the_old_link_is_dead_and_after_seven_days_the_new_one_too()
    {
        await Invitations.Invite(City.Acting(_amina), _forum.Id, _jonas.Email, MemberRole.Editor);
        var old = (await _city.LinkTo(_jonas.Email, "MembershipInvitation")).Split('/')[^1];
        Assert.Equal("invitation.just-sent", (await Invitations.Invite(City.Acting(_amina), _forum.Id, _jonas.Email, MemberRole.Editor))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await Invitations.Invite(City.Acting(_amina), _forum.Id, _jonas.Email, MemberRole.Viewer))!.Value.Done);
        Assert.Null(await Invitations.Accept(City.Acting(_jonas), old, null));
        var fresh = (await _city.LinkTo(_jonas.Email, "MembershipInvitation")).Split('/')[^1];
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("invitation.expired", (await Invitations.Accept(City.Acting(_jonas), fresh, null))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task A_removed_owner_does_not_come_back_by_an_invitation_they_wrote()
    {
        await _city.Member(_forum, _jonas, MemberRole.Owner);
        var other = await _city.Person("Jonas Otherwise");
        await Invitations.Invite(City.Acting(_jonas), _forum.Id, other.Email, MemberRole.Owner);
        var token = (await _city.LinkTo(other.Email, "MembershipInvitation")).Split('/')[^1];
        Assert.True((await Members.Remove(City.Acting(_amina), _forum.Id, _jonas.Id))!.Value.Done);
        Assert.Equal("invitation.revoked", (await Invitations.Accept(City.Acting(other), token, null))!.Value.Refusals[0].Code);
        Assert.Contains(await _city.MailTo(_jonas.Email), mail => mail.Template == "MembershipChanged");
    }

    [Fact]
    public async Task Asking_to_join_tells_the_owners_and_does_not_tell_who_they_are()
    {
        var desk = _city.Portal.Get<JoinDesk>();
        Assert.True((await desk.Ask(City.Acting(_jonas), _forum.Id, "I run the Tuesday group."))!.Value.Done);
        Assert.Equal("join.asked-already", (await desk.Ask(City.Acting(_jonas), _forum.Id, "Again."))!.Value.Refusals[0].Code);
        Assert.Null(await _city.Read(work => OrganisationRepository.MembershipOf(work, _forum.Id, _jonas.Id)));
        var request = Assert.Single(await _city.Read(work => JoinRepository.Waiting(work, _forum.Id)));
        Assert.Contains(await _city.MailTo(_amina.Email), mail => mail.Template == "JoinRequested");
        Assert.Null(await desk.Answer(City.Acting(_jonas), _forum.Id, request.Id, MemberRole.Owner));
        Assert.True((await desk.Answer(City.Acting(_amina), _forum.Id, request.Id, MemberRole.Viewer))!.Value.Done);
        Assert.Equal(MemberRole.Viewer, (await _city.Read(work => OrganisationRepository.MembershipOf(work, _forum.Id, _jonas.Id)))?.Role);
    }

    [Fact]
    public async Task The_last_owner_hands_on_before_they_are_erased_and_what_they_wrote_is_forgotten()
    {
        var erasure = _city.Portal.Get<ErasureDesk>();
        await Invitations.Invite(City.Acting(_amina), _forum.Id, "new@example.org", MemberRole.Owner);
        Assert.Equal("person.last-owner", (await erasure.Erase(City.Acting(_amina), City.Password)).Refusals[0].Code);
        await _city.Member(_forum, _jonas, MemberRole.Owner);
        Assert.True((await erasure.Erase(City.Acting(_amina), City.Password)).Done);
        Assert.Empty(await _city.Read(work => InvitationRepository.Waiting(work, _forum.Id)));
        Assert.Null((await _city.Read(work => OrganisationRepository.Find(work, _forum.Id)))!.OwnerlessSince);
        Assert.Empty(await _city.Read(work => new OwnersAreKnown().Check(work)));
        Assert.Empty(await _city.Read(work => new ErasedBelongNowhere().Check(work)));
    }
}
