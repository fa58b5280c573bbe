using GrantsPortal.Events.Invitations;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Events;

/// <summary>What the module holds about a person, and how it lets it go.</summary>
public sealed class EventErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "eventInvitations";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work)
    {
        var (invitations, none) = (await InvitationRepository.OfPerson(work, person), await InvitationRepository.WantsNone(work, person));
        return invitations.Count > 0 || none ? new { wantsNone = none, invitations } : null;
    }

    /// <summary>Forgets the invitations of somebody who erased their account.</summary>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        await InvitationRepository.Forget(work, happened.PersonId);
        await InvitationRepository.WantAgain(work, happened.PersonId);
    }
}
