using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships;

/// <summary>Whom of a partner the city writes to about the partnership.</summary>
public static class PartnerAddresses
{
    /// <summary>The contacts who may be reached by e-mail, each address once, in the first language they speak.</summary>
    public static async Task<IReadOnlyList<Recipient>> Of(UnitOfWork work, long organisation, string language) =>
        [.. (await ContactRepository.Of(work, organisation)).Where(contact => ContactRules.MayReach(contact, ContactWay.Email))
            .DistinctBy(contact => contact.Email!, StringComparer.OrdinalIgnoreCase)
            .Select(contact => new Recipient(contact.PersonId, contact.Email!, contact.Name, contact.Languages.Count > 0 ? contact.Languages[0] : language))];

    /// <summary>The Owners whose address is confirmed, for what can only be read behind sign-in; without those who are a contact that may not be reached by e-mail.</summary>
    public static async Task<IReadOnlyList<Recipient>> Owners(UnitOfWork work, long organisation) =>
        [.. (await Willing(work, organisation, await OrganisationRepository.People(work, organisation, MemberRole.Owner))).Select(person => person.AsRecipient())];

    /// <summary>
    /// Those of some members who may be written to about the partnership. Every module asks this before it writes to members of its own accord; not before letters about
    /// their applications and awards, their own bookings, answers to what they asked for, and the security of their accounts (decision 25).
    /// </summary>
    public static async Task<IReadOnlyList<Person>> Willing(UnitOfWork work, long organisation, IReadOnlyList<Person> members)
    {
        var contacts = members.Count == 0 ? [] : await ContactRepository.EverOf(work, organisation);
        return [.. members.Where(person => person.EmailConfirmed && ContactRules.MayWriteTo(contacts, person))];
    }

    /// <summary>Writes to the Owners; where the organisation reads its letters behind sign-in, a notice that says nothing of substance and leads to <paramref name="path"/>.</summary>
    public static async Task Write(UnitOfWork work, long organisation, Message message, string path)
    {
        if (await OrganisationRepository.Find(work, organisation) is not { } found)
        {
            return;
        }

        var written = found.LettersBy == LetterDelivery.SignIn ? new CommitmentNotice(path) : message;
        foreach (var recipient in await Owners(work, organisation))
        {
            work.Mail(recipient, written, nameof(Organisation), organisation);
        }
    }
}
