using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>What partnerships hold about a person as a contact, and how that is let go: contacts go at once, the audit trail keeps ids alone.</summary>
public sealed class ContactErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "partnershipContacts";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work)
    {
        if (await PersonRepository.Find(work, person) is not { } known || await ContactRepository.Standing(work, person, known.Email) is not { Count: > 0 } contacts)
        {
            return null;
        }

        var parts = new List<object>();
        foreach (var contact in contacts)
        {
            parts.Add(new
            {
                contact.OrganisationId,
                contact.Name,
                contact.Role,
                contact.Email,
                contact.Phone,
                contact.Languages,
                contact.NotByEmail,
                contact.NotByPhone,
                contact.NotByText,
                contact.DayAndNight,
                contact.CallOrder,
                contact.ConfirmedAt,
                Agreed = (await ContactRepository.Consents(work, contact.Id)).Select(consent => new { consent.Purpose, consent.Given, consent.Basis, consent.At }),
            });
        }

        return parts;
    }

    /// <inheritdoc/>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        if (await ContactRepository.Standing(work, happened.PersonId, happened.Email) is { Count: > 0 } contacts)
        {
            // Where they were there, their name goes before the contact does.
            await EngagementErasure.Forget(work, [.. contacts.Select(contact => contact.Id)]);
            await ContactRepository.Forget(work, [.. contacts.Select(contact => contact.Id)]);
            foreach (var contact in contacts)
            {
                work.Audit("contact.forgotten", nameof(PartnerContact), contact.Id, new { contact.OrganisationId, why = "erased" });
            }
        }
    }
}
