using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Takes somebody who erased their account out of what came from their address, and out of the addresses that failed.</summary>
public sealed class MailboxErasure : ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        var address = happened.Email.Trim().ToLowerInvariant();
        await InboundRepository.Forget(work, address);
        await BounceRepository.Clear(work, address);
    }
}
