using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>Who at the city answers for an award.</summary>
public static class AwardOfficer
{
    /// <summary>The officer who runs its call; null when there is none any more.</summary>
    public static async Task<Person?> Of(UnitOfWork work, Award award) =>
        award.CallId is { } id && await CallRepository.Find(work, id) is { } call && await PersonRepository.Find(work, call.OwnerId) is { DisabledAt: null } officer ? officer : null;
}
