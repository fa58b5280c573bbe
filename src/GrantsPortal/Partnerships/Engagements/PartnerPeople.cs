using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>The people of a partner who can be ticked as having been there.</summary>
public static class PartnerPeople
{
    /// <summary>All of them.</summary>
    public static async Task<IReadOnlyList<EngagementPerson>> Of(UnitOfWork work, long organisation) =>
        [.. (await OrganisationRepository.People(work, organisation)).Select(person => new EngagementPerson(person.Id, person.Name))];
}
