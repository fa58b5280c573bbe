using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>What is kept of e-mails from somebody's address; takes somebody who erased their account out of what came from their address, and out of the addresses that failed.</summary>
public sealed class MailboxErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "filedEmails";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) =>
        await PersonRepository.Find(work, person) is { } known && await InboundRepository.WrittenBy(work, known.Email.Trim().ToLowerInvariant()) is { Count: > 0 } mails
            ? mails.Select(mail => new { mail.TakenAt, mail.Subject, mail.WriterName, mail.WriterAddress, mail.OrganisationName, mail.State })
            : null;

    /// <inheritdoc/>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        var address = happened.Email.Trim().ToLowerInvariant();
        await InboundRepository.Forget(work, address);
        await BounceRepository.Clear(work, address);
    }
}
