using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.People;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Organisations;

public sealed class MemberRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Person Amina = new() { Id = 1, Name = "Amina", Email = "amina@example.org", EmailConfirmed = true };

    [Theory]
    [InlineData(MemberRole.Owner, null)]
    [InlineData(MemberRole.Editor, "member.owners-only")]
    [InlineData(MemberRole.Viewer, "member.owners-only")]
    public void Only_owners_look_after_members(MemberRole by, string? code)
    {
        Assert.Equal(code, Code(MemberRules.Manage(by)));
        Assert.Equal(code, Code(MemberRules.ChangeRole(by, MemberRole.Viewer, MemberRole.Editor, 0)));
        Assert.Equal(code, Code(MemberRules.Remove(by, MemberRole.Viewer, 0)));
    }

    [Fact]
    public void The_last_owner_can_neither_leave_nor_be_demoted_nor_removed()
    {
        Assert.Equal("member.last-owner", Code(MemberRules.Leave(MemberRole.Owner, 0)));
        Assert.Equal("member.last-owner", Code(MemberRules.ChangeRole(MemberRole.Owner, MemberRole.Owner, MemberRole.Editor, 0)));
        Assert.Equal("member.last-owner", Code(MemberRules.Remove(MemberRole.Owner, MemberRole.Owner, 0)));
        Assert.Null(Code(MemberRules.Leave(MemberRole.Owner, 1)));
        Assert.Null(Code(MemberRules.Leave(MemberRole.Viewer, 0)));
    }

    [Fact]
    public void The_link_alone_lets_nobody_in()
    {
        var invitation = new Invitation { NormalizedEmail = "AMINA@EXAMPLE.ORG", ExpiresAt = Now.AddDays(7) };
        var other = new Person { Id = 2, Email = "jonas@example.org", EmailConfirmed = true };
        var unproven = new Person { Id = 1, Email = "amina@example.org" };
        Assert.Null(Code(InvitationRules.Answer(invitation, Amina, Now)));
        Assert.Equal("invitation.other-address", Code(InvitationRules.Answer(invitation, other, Now)));
        Assert.Equal("invitation.unconfirmed", Code(InvitationRules.Answer(invitation, unproven, Now)));
        Assert.Equal("invitation.expired", Code(InvitationRules.Answer(invitation, Amina, Now.AddDays(7))));
    }

    [Fact]
    public void A_recovery_needs_evidence_and_another_person_than_the_officer()
    {
        const string Evidence = "The chair wrote on letterhead that the founder moved away and Amina now speaks for them.";
        Assert.Empty(RecoveryRules.Start(9, Amina, null, Evidence));
        Assert.Equal(["recovery.evidence-short", "recovery.nobody"], RecoveryRules.Start(9, null, null, "trust me").Select(refusal => refusal.Code));
        Assert.Equal(["recovery.own-hands"], RecoveryRules.Start(1, Amina, null, Evidence).Select(refusal => refusal.Code));
        Assert.Equal(["recovery.owner-already"], RecoveryRules.Start(9, Amina, MemberRole.Owner, Evidence).Select(refusal => refusal.Code));
    }

    [Fact]
    public void A_recovery_waits_and_an_objection_needs_other_eyes()
    {
        var waiting = new OwnershipRecovery { State = RecoveryState.Waiting, StartedBy = 9, NewOwnerId = 1, EffectiveAt = Now.AddDays(7) };
        var halted = new OwnershipRecovery { State = RecoveryState.Halted, StartedBy = 9, NewOwnerId = 1, EffectiveAt = Now.AddDays(7) };
        Assert.Equal("recovery.not-yet", Code(RecoveryRules.Finish(waiting, Now.AddDays(7).AddTicks(-1))));
        Assert.Null(Code(RecoveryRules.Finish(waiting, Now.AddDays(7))));
        Assert.Equal("state.not-from-here", Code(RecoveryRules.Finish(halted, Now.AddDays(8))));
        Assert.Equal("recovery.same-officer", Code(RecoveryRules.GoOn(halted, 9, "fine")));
        Assert.Null(Code(RecoveryRules.GoOn(halted, 8, "fine")));
    }

    private static string? Code(Outcome outcome) => outcome.Refusals.FirstOrDefault()?.Code;
}
