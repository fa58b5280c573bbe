using GrantsPortal.Organisations.Invitations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Members;

/// <summary>
/// Looks after an organisation's members. Every act answers null when the actor is no member of the organisation, or
/// the member asked for is none.
/// </summary>
public sealed class MemberDesk(PortalDatabase database)
{
    /// <summary>
    /// Gives a member another role. Refused with <c>member.owners-only</c>, <c>member.same-role</c>, <c>member.last-owner</c>, or
    /// with <c>member.changed-meanwhile</c> (name, present role) when it is no longer the one that was seen.
    /// </summary>
    public async Task<Outcome?> ChangeRole(Actor actor, long organisation, long person, MemberRole role, MemberRole? seen = null)
    {
        await using var work = await database.Write(actor);
        if (await Pair(work, organisation, person) is not var (me, member))
        {
            return null;
        }

        if (me.IsOwner && seen is not null && seen != member.Role)
        {
            return new Refusal("member.changed-meanwhile", member.Name, member.Role);
        }

        var allowed = MemberRules.ChangeRole(me.Role, member.Role, role, await MemberRepository.OtherOwners(work, organisation, person));
        if (allowed.Refused)
        {
            return allowed;
        }

        if (!await MemberRepository.SetRole(work, organisation, person, role))
        {
            return new Refusal("member.last-owner");
        }

        if (role != MemberRole.Owner)
        {
            await InvitationRepository.RevokeBy(work, organisation, person);
        }

        work.Audit("member.role-changed", "Organisation", organisation, new { person, from = member.Role, to = role });
        await MemberNews.Tell(work, me, member, MemberChange.Role, role);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes another member. Refused with <c>member.owners-only</c> or <c>member.last-owner</c>.</summary>
    public Task<Outcome?> Remove(Actor actor, long organisation, long person) =>
        TakeOut(actor, organisation, person, (me, member, others) => MemberRules.Remove(me.Role, member.Role, others), MemberChange.Removed);

    /// <summary>Leaves the organisation. Refused with <c>member.last-owner</c>.</summary>
    public Task<Outcome?> Leave(Actor actor, long organisation) =>
        TakeOut(actor, organisation, actor.Person, (_, member, others) => MemberRules.Leave(member.Role, others), MemberChange.Left);

    private async Task<Outcome?> TakeOut(Actor actor, long organisation, long person, Func<Membership, Member, int, Outcome> rule, MemberChange change)
    {
        await using var work = await database.Write(actor);
        if (await Pair(work, organisation, person) is not var (me, member))
        {
            return null;
        }

        var allowed = rule(me, member, await MemberRepository.OtherOwners(work, organisation, person));
        if (allowed.Refused)
        {
            return allowed;
        }

        if (!await MemberRepository.Remove(work, organisation, person))
        {
            return new Refusal("member.last-owner");
        }

        // Somebody who is gone must not come back by an invitation they wrote to another address of theirs.
        await InvitationRepository.RevokeBy(work, organisation, person);
        work.Audit(change == MemberChange.Left ? "member.left" : "member.removed", "Organisation", organisation, new { person, role = member.Role });
        await MemberNews.Tell(work, me, member, change, member.Role);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The actor and the member, the organisation being locked so that two Owners cannot leave past each other.</summary>
    private static async Task<(Membership Me, Member Member)?> Pair(UnitOfWork work, long organisation, long person)
    {
        await OrganisationRepository.Lock(work, organisation);
        var me = await OrganisationRepository.MembershipOf(work, organisation, work.Actor.Person);
        var member = me is null ? null : await MemberRepository.Find(work, organisation, person);
        return me is null || member is null ? null : (me, member);
    }
}

/// <summary>Writes to those whom a change of members concerns: the member, and the Owners.</summary>
internal static class MemberNews
{
    public static async Task Tell(UnitOfWork work, Membership me, Member member, MemberChange change, MemberRole role)
    {
        var path = OrganisationRoutes.Show(me.OrganisationSlug);
        var by = work.Actor.PersonId is { } actor && actor != member.PersonId && await PersonRepository.Find(work, actor) is { } person ? person.Name : "";
        if (member.DisabledAt is null)
        {
            work.Mail(
                new(member.PersonId, member.Email, member.Name, member.Language),
                new MembershipChanged(me.OrganisationName, change.ToString(), role.ToString(), by, path),
                "Organisation", me.OrganisationId);
        }

        foreach (var owner in await OrganisationRepository.People(work, me.OrganisationId, MemberRole.Owner))
        {
            if (owner.Id != member.PersonId && owner.Id != work.Actor.PersonId)
            {
                work.Mail(
                    owner.AsRecipient(),
                    new MembersChanged(me.OrganisationName, member.Name, change.ToString(), role.ToString(), by, OrganisationRoutes.Members(me.OrganisationSlug)),
                    "Organisation", me.OrganisationId);
            }
        }
    }
}
