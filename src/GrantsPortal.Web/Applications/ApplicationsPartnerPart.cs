using GrantsPortal.Applications;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships;

namespace GrantsPortal.Web.Applications;

/// <summary>What a partner applied for, on its page.</summary>
public sealed class ApplicationsPartnerPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Applications;

    /// <inheritdoc/>
    public int Order => 36;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        await PartnerApplicationRepository.Of(work, sight.Organisation.Id) is { Count: > 0 } applications ? new PartnerPart("applications", "Applications", "/Applications/_OfPartner.cshtml", applications) : null;
}
