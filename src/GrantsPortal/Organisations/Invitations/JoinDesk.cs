using GrantsPortal.Organisations.Members;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>Asks an organisation's Owners to let somebody in, without telling who they are.</summary>
public sealed class JoinDesk(PortalDatabase database)
{
    /// <summary>The most words of a reason.</summary>
    public const int ReasonWords = 100;

    /// <summary>The most requests of one person that may wait at once.</summary>
    public const int Most = 5;

    /// <summary>
    /// Asks. Refused with <c>join.reason-missing</c>, <c>join.reason-long</c>, <c>join.member-already</c>,
    /// <c>join.asked-already</c>, <c>join.too-many</c> or <c>invitation.unconfirmed</c>; null when there is no such organisation.
    /// </summary>
    public async Task<Outcome<Organisation>?> Ask(Actor actor, long id, string? reason)
    {
        var text = (reason ?? "").Trim();
        await using var work = await database.Write(actor);
        var organisation = await OrganisationRepository.Find(work, id);
        var person = await PersonRepository.Find(work, actor.Person);
        if (organisation is null || person is null)
        {
            return null;
        }

        if (text.Length == 0 || WordCount.Of(text) > ReasonWords)
        {
            return (text.Length == 0 ? new Refusal("join.reason-missing") : new Refusal("join.reason-long", ReasonWords, WordCount.Of(text))).At("Reason");
        }

        if (!person.EmailConfirmed)
        {
            return new Refusal("invitation.unconfirmed", person.Email);
        }

        if (await OrganisationRepository.MembershipOf(work, id, person.Id) is not null)
        {
            return new Refusal("join.member-already", organisation.Name);
        }

        if (await JoinRepository.CountOf(work, person.Id) >= Most)
        {
            return new Refusal("join.too-many", Most);
        }

        var request = work.NewId();
        if (!await JoinRepository.Insert(work, request, id, text))
        {
            return new Refusal("join.asked-already", organisation.Name);
        }

        foreach (var owner in await OrganisationRepository.People(work, id, MemberRole.Owner))
        {
            work.Mail(owner.AsRecipient(), new JoinRequested(organisation.Name, person.Name, OrganisationRoutes.Members(organisation.Slug)), "Organisation", id);
        }

        work.Audit("join.asked", "Organisation", id, new { request });
        await work.Commit();
        return organisation;
    }

    /// <summary>Lets the person in with a role, or not (null). Refused with <c>member.owners-only</c>; null when it is not the actor's to answer.</summary>
    public async Task<Outcome?> Answer(Actor actor, long organisation, long id, MemberRole? role)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not { } me
            || await JoinRepository.Find(work, organisation, id) is not { } request)
        {
            return null;
        }

        if (MemberRules.Manage(me.Role) is { Refused: true } refused)
        {
            return refused;
        }

        if (!await JoinRepository.Answer(work, id, role is null ? JoinAnswer.Declined : JoinAnswer.Accepted))
        {
            return new Refusal("join.answered-already", request.PersonName);
        }

        work.Audit(role is null ? "join.declined" : "join.accepted", "Organisation", organisation, new { request = id });
        if (role is { } offered)
        {
            await Joining.Add(work, organisation, request.PersonId, offered);
        }
        else if (await PersonRepository.Find(work, request.PersonId) is { } person)
        {
            work.Mail(person.AsRecipient(), new JoinDeclined(request.OrganisationName), "Organisation", organisation);
        }

        await work.Commit();
        return Outcome.Ok;
    }
}
