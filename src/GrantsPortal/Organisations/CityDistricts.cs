using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Organisations;

/// <summary>The districts to choose from.</summary>
public sealed class CityDistricts(IOptions<PortalOptions> portal)
{
    /// <summary>Those the city has set; where it has set none, those that organisations have named.</summary>
    public async Task<IReadOnlyList<string>> All(UnitOfWork work) =>
        portal.Value.Districts.Length > 0 ? portal.Value.Districts : await OrganisationRepository.Districts(work);
}
