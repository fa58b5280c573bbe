using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>The people of a partner who can be ticked as having been there: its contacts.</summary>
public static class PartnerPeople
{
    /// <summary>All of them.</summary>
    public static async Task<IReadOnlyList<EngagementPerson>> Of(UnitOfWork work, long organisation) =>
        [.. (await ContactRepository.Of(work, organisation)).Select(contact => new EngagementPerson(contact.Id, contact.Name))];
}
