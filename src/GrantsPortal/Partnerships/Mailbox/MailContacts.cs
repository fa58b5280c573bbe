using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Whose address an e-mail bears. An address can be written by anybody: it never makes a person, and what it matches an officer confirms.</summary>
internal static class MailContacts
{
    /// <summary>The partner's contact with an address; null when there is none.</summary>
    public static async Task<MatchedContact?> Find(UnitOfWork work, long organisation, string address) =>
        MimeMaker.IsAddress(address) && (await ContactRepository.ByEmail(work, address)).FirstOrDefault(contact => contact.OrganisationId == organisation) is { } contact ? new MatchedContact(contact.Id, contact.Name) : null;
}

/// <summary>A partner's contact that an e-mail seems to be from.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Name">Their name.</param>
internal sealed record MatchedContact(long Id, string Name);
