using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

namespace GrantsPortal.Web.Organisations.My;

/// <summary>The person's organisations, on the page /my.</summary>
public sealed class MyOrganisations : IMySection
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<MySection?> Read(Actor actor, UnitOfWork work)
    {
        var memberships = await OrganisationRepository.MembershipsOf(work, actor.Person);
        return memberships.Count == 0 ? null
            : new MySection("Your organisations", "/Organisations/My/_MyOrganisations.cshtml", memberships, memberships.Count > 1 ? OrganisationRoutes.Mine : null);
    }
}
