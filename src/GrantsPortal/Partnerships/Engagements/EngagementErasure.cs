using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What engagements hold about somebody who was there, and how they let it go.</summary>
public sealed class EngagementErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "engagements";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work)
    {
        var contacts = await PersonRepository.Find(work, person) is { } known ? (await ContactRepository.Standing(work, person, known.Email)).Select(contact => contact.Id).ToList() : [];
        var there = contacts.Count == 0 ? [] : await EngagementRepository.With(work, contacts);
        return there.Count > 0 ? there.Select(engagement => new { engagement.Kind, engagement.HappenedAt, with = engagement.OfficerName }) : null;
    }

    /// <summary>Takes the name out of what it stands in.</summary>
    public async Task On(PersonErased happened, UnitOfWork work) =>
        await Forget(work, [.. (await ContactRepository.OfPerson(work, happened.PersonId)).Select(contact => contact.Id)]);

    /// <summary>Takes the names of contacts out of every engagement, and of what these said before they were corrected.</summary>
    public static async Task Forget(UnitOfWork work, IReadOnlyCollection<long> contacts)
    {
        if (contacts.Count > 0)
        {
            await EngagementRepository.ForgetPast(work, contacts);
            await EngagementRepository.ForgetContacts(work, contacts);
        }
    }
}
