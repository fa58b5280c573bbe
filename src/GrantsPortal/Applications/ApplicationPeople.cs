using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>Whose an application is, as people to write to.</summary>
public static class ApplicationPeople
{
    /// <summary>The members of its organisation, or whoever began it while it has none; nobody who is switched off.</summary>
    public static async Task<IReadOnlyList<Person>> Of(UnitOfWork work, Application application)
    {
        if (application.OrganisationId is { } organisation)
        {
            return await OrganisationRepository.People(work, organisation);
        }

        return await PersonRepository.Find(work, application.StartedBy) is { DisabledAt: null } person ? [person] : [];
    }
}
