using GrantsPortal.Organisations.Members;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>Invites people to organisations by e-mail. Acts answer null when what they are about is not the actor's to see.</summary>
public sealed class InvitationDesk(PortalDatabase database, IOptions<OrganisationOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Invites an address, or sends its waiting invitation again with a new link. It never says whether the address has
    /// an account. Refused with <c>member.owners-only</c> and the codes of <see cref="InvitationRules.Invite"/>.
    /// </summary>
    public async Task<Outcome?> Invite(Actor actor, long organisation, string email, MemberRole role)
    {
        var address = email.Trim();
        await using var work = await database.Write(actor);
        if (await Allowed(work, organisation) is not var (me, allowed))
        {
            return null;
        }

        if (allowed.Refused)
        {
            return allowed;
        }

        var normalized = EmailAddresses.Normalize(address);
        var members = await MemberRepository.Of(work, organisation);
        var waiting = await InvitationRepository.Waiting(work, organisation);
        var same = waiting.FirstOrDefault(invitation => invitation.NormalizedEmail == normalized);
        var ruled = InvitationRules.Invite(address, members.Any(member => EmailAddresses.Normalize(member.Email) == normalized), same, waiting.Count, options.Value.MostInvitations, work.Now);
        return ruled.Refused ? ruled : await Send(work, me, address, role, same);
    }

    /// <summary>Sends an unanswered invitation again with a new link and a new end.</summary>
    public async Task<Outcome?> SendAgain(Actor actor, long organisation, long id)
    {
        await using var work = await database.Write(actor);
        if (await Allowed(work, organisation) is not var (me, allowed) || await InvitationRepository.Find(work, organisation, id) is not { } invitation)
        {
            return null;
        }

        var ruled = allowed.Refused ? allowed : InvitationRules.SendAgain(invitation, work.Now);
        return ruled.Refused ? ruled : await Send(work, me, invitation.Email, invitation.Role, invitation);
    }

    /// <summary>Takes an unanswered invitation back; its link stops working.</summary>
    public async Task<Outcome?> Revoke(Actor actor, long organisation, long id)
    {
        await using var work = await database.Write(actor);
        if (await Allowed(work, organisation) is not var (_, allowed) || await InvitationRepository.Find(work, organisation, id) is not { } invitation)
        {
            return null;
        }

        if (allowed.Refused)
        {
            return allowed;
        }

        if (!await InvitationRepository.Revoke(work, invitation.Id))
        {
            return InvitationRules.Answered(invitation);
        }

        work.Audit("invitation.revoked", "Organisation", organisation, new { invitation = id });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Accepts: the person becomes a member. Refused with the codes of <see cref="InvitationRules.Answer"/>.</summary>
    public async Task<Outcome?> Accept(Actor actor, string? token, long? id)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, token, id) is not var (invitation, person))
        {
            return null;
        }

        var ruled = InvitationRules.Answer(invitation, person, work.Now);
        if (ruled.Refused)
        {
            return ruled;
        }

        await OrganisationRepository.Lock(work, invitation.OrganisationId);
        if (!await InvitationRepository.Accept(work, invitation))
        {
            return new Refusal("invitation.used");
        }

        work.Audit("invitation.accepted", "Organisation", invitation.OrganisationId, new { invitation = invitation.Id });
        await Joining.Add(work, invitation.OrganisationId, person.Id, invitation.Role);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Declines; nobody has to.</summary>
    public async Task<Outcome?> Decline(Actor actor, string? token, long? id)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, token, id) is not var (invitation, person))
        {
            return null;
        }

        var ruled = InvitationRules.Answer(invitation, person, work.Now);
        if (ruled.Refused)
        {
            return ruled;
        }

        await InvitationRepository.Revoke(work, invitation.Id);
        work.Audit("invitation.declined", "Organisation", invitation.OrganisationId, new { invitation = invitation.Id });
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<(Membership Me, Outcome Allowed)?> Allowed(UnitOfWork work, long organisation) =>
        await OrganisationRepository.MembershipOf(work, organisation, work.Actor.Person) is { } me ? (me, MemberRules.Manage(me.Role)) : null;

    private static async Task<(Invitation Invitation, Person Person)?> Found(UnitOfWork work, string? token, long? id)
    {
        var person = await PersonRepository.Find(work, work.Actor.Person);
        var invitation = person is null ? null
            : token is not null ? await InvitationRepository.FindByToken(work, InvitationToken.Hash(token))
            : id is { } known ? await InvitationRepository.FindTo(work, known, EmailAddresses.Normalize(person.Email))
            : null;
        return person is null || invitation is null ? null : (invitation, person);
    }

    private async Task<Outcome> Send(UnitOfWork work, Membership me, string email, MemberRole role, Invitation? waiting)
    {
        var token = InvitationToken.Make();
        var expires = work.Now.AddDays(options.Value.InvitationDays);
        var id = waiting?.Id ?? work.NewId();
        var kept = waiting is null
            ? await InvitationRepository.Insert(work, id, me.OrganisationId, email, role, InvitationToken.Hash(token), expires)
            : await InvitationRepository.Renew(work, waiting, role, InvitationToken.Hash(token), expires);
        if (!kept)
        {
            return new Refusal("invitation.just-sent").At("Email");
        }

        var inviter = await PersonRepository.Find(work, work.Actor.Person);
        work.Audit(waiting is null ? "invitation.sent" : "invitation.sent-again", "Organisation", me.OrganisationId, new { invitation = id, role });
        work.Mail(
            new Recipient(null, email, email, portal.Value.SourceLanguage),
            new MembershipInvitation(me.OrganisationName, role.ToString(), inviter?.Name ?? "", OrganisationRoutes.Invitation(token), expires),
            "Organisation", me.OrganisationId);
        await work.Commit();
        return Outcome.Ok;
    }
}

/// <summary>Lets somebody in, however they came: the membership, the audit entry, the e-mails.</summary>
internal static class Joining
{
    /// <summary>Adds the person, or lifts them to the role offered when it is a higher one.</summary>
    public static async Task Add(UnitOfWork work, long organisation, long person, MemberRole role)
    {
        var before = await MemberRepository.Find(work, organisation, person);
        if (before is not null && before.Role <= role)
        {
            return;
        }

        if (before is null)
        {
            await OrganisationRepository.AddMember(work, organisation, person, role);
        }
        else
        {
            await MemberRepository.SetRole(work, organisation, person, role);
        }

        if (before is null)
        {
            await work.Publish(new MemberJoined(organisation, person));
        }

        await JoinRepository.Met(work, organisation, person);
        if (role == MemberRole.Owner)
        {
            await OrganisationRepository.MarkOwnerless(work, organisation, null);
        }

        var member = await MemberRepository.Find(work, organisation, person) ?? throw new InvalidOperationException("The member was just added.");
        var membership = await OrganisationRepository.MembershipOf(work, organisation, person) ?? throw new InvalidOperationException("The member was just added.");
        work.Audit(before is null ? "member.added" : "member.role-changed", "Organisation", organisation, new { person, from = before?.Role, to = role });
        await MemberNews.Tell(work, membership, member, before is null ? MemberChange.Joined : MemberChange.Role, role);
    }
}
