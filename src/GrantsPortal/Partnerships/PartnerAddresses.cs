using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships;

/// <summary>Whom of a partner the city writes to.</summary>
public static class PartnerAddresses
{
    /// <summary>The contacts who may be reached by e-mail, each address once, in the first language they speak.</summary>
    public static async Task<IReadOnlyList<Recipient>> Of(UnitOfWork work, long organisation, string language) =>
        [.. (await ContactRepository.Of(work, organisation)).Where(contact => ContactRules.MayReach(contact, ContactWay.Email))
            .DistinctBy(contact => contact.Email!, StringComparer.OrdinalIgnoreCase)
            .Select(contact => new Recipient(contact.PersonId, contact.Email!, contact.Name, contact.Languages.Count > 0 ? contact.Languages[0] : language))];
}
