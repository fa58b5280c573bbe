using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Marks addresses that take no e-mail, and takes the mark away again.</summary>
public static class UndeliverableMoves
{
    /// <summary>
    /// Marks an address: the contacts who have it, of whom their focal points are told, and the member with an account, of whom the focal
    /// points of those partners are told that have no such contact. Each is told once.
    /// </summary>
    public static async Task Mark(UnitOfWork work, string address, string status, string words, DateOnly today)
    {
        var contacts = (await ContactRepository.ByEmail(work, address)).Select(contact => contact.OrganisationId).ToHashSet();
        await ContactMoves.MarkUndeliverable(work, address, words, today);
        if (!await BounceRepository.TryMark(work, address, status, words) || await PersonRepository.FindByEmail(work, address) is not { } person)
        {
            return;
        }

        work.Audit("email.undeliverable", nameof(Person), person.Id, new { status });
        var partners = (await BounceRepository.OrganisationsOf(work, person.Id)).Where(organisation => !contacts.Contains(organisation)).ToList();
        var acting = await PartnerRecords.FocalPoints(work, partners, today);
        var officers = (await PersonRepository.Find(work, [.. acting.Values.Select(one => one.ActingId).Distinct()])).ToDictionary(officer => officer.Id);
        var names = (await OrganisationRepository.Find(work, partners)).ToDictionary(organisation => organisation.Id, organisation => organisation.Name);
        foreach (var partner in partners.Where(acting.ContainsKey))
        {
            if (officers.TryGetValue(acting[partner].ActingId, out var officer))
            {
                work.Mail(officer.AsRecipient(), new EmailUndeliverable(SafeName.Of(person.Name), SafeName.Of(names[partner]), SafeName.Of(words), PartnershipRoutes.Show(partner)), nameof(Person), person.Id);
            }
        }
    }

    /// <summary>Takes the mark away: somebody proved that e-mails reach the address.</summary>
    public static Task Works(UnitOfWork work, string address) => ContactMoves.Works(work, address);
}

/// <summary>Takes the mark off an address whose owner just used a link that was sent there.</summary>
public sealed class ProvedAddressesWork : ISubscriber<AddressProved>
{
    /// <inheritdoc/>
    public Task On(AddressProved happened, UnitOfWork work) => UndeliverableMoves.Works(work, happened.Email);
}
