using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Organisations;

/// <summary>What organisations need of a person: answers to invitations and requests, a look at recoveries, a second Owner.</summary>
public sealed class OrganisationTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (await PersonRepository.Find(work, actor.Person) is not { } person)
        {
            return [];
        }

        var lines = new List<TaskLine>();
        lines.AddRange(await Recoveries(work, person.Id));
        if (person.EmailConfirmed)
        {
            var invitations = await InvitationRepository.WaitingFor(work, EmailAddresses.Normalize(person.Email), work.Now);
            lines.AddRange(invitations.Select(i => new TaskLine("Answer the invitation to {0}", [i.OrganisationName], OrganisationRoutes.MyInvitation(i.Id), i.ExpiresAt, i.OrganisationName)));
        }

        var requests = await JoinRepository.ForOwner(work, person.Id);
        lines.AddRange(requests.Select(r => new TaskLine("Answer {0}, who asks to join", [r.PersonName], OrganisationRoutes.Members(r.OrganisationSlug), null, r.OrganisationName)));
        var loosenings = await SigningRepository.LooseningsFor(work, person.Id);
        lines.AddRange(loosenings.Select(o => new TaskLine("Agree or not that one Owner is enough to sign", [], OrganisationRoutes.Signing(o.Slug), null, o.Name)));
        if (actor.Is(Roles.ProgrammeOfficer, Roles.FocalPoint))
        {
            lines.AddRange(await ForOfficers(work, person.Id));
        }

        var alone = await OrganisationRepository.AloneAsOwner(work, person.Id);
        lines.AddRange(alone.Select(o => new TaskLine("Ask somebody to be a second Owner, so that there is always a way in", [], OrganisationRoutes.Members(o.Slug), null, o.Name)));
        return lines;
    }

    private static async Task<IEnumerable<TaskLine>> Recoveries(UnitOfWork work, long person)
    {
        var recoveries = await RecoveryRepository.ForMember(work, person);
        return recoveries.Select(v => new TaskLine("Object if {0} should not become Owner", [v.NewOwnerName], OrganisationRoutes.Recovery(v.OrganisationSlug), v.EffectiveAt, v.OrganisationName));
    }

    private static async Task<IEnumerable<TaskLine>> ForOfficers(UnitOfWork work, long officer)
    {
        var halted = await RecoveryRepository.HaltedFor(work, officer);
        var knocking = await JoinRepository.WithoutOwner(work);
        return halted.Select(v => new TaskLine("Look at the objection to a new Owner of {0}", [v.OrganisationName], OrganisationRoutes.Manage(v.OrganisationSlug), null, "Grants team"))
            .Concat(knocking.Select(r => new TaskLine("{0} asks to join {1}, which has no Owner", [r.PersonName, r.OrganisationName], OrganisationRoutes.Manage(r.OrganisationSlug), null, "Grants team")));
    }
}
