using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;
using GrantsPortal.Training.Certificates;
using GrantsPortal.Web.Partnerships;

namespace GrantsPortal.Web.Training;

/// <summary>Certificates on a partner's page.</summary>
public sealed class CertificatesPartnerPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Certificates;

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        await CertificateRepository.OfOrganisation(work, sight.Organisation.Id) is { Count: > 0 } certificates
            ? new PartnerPart("certificates", "Certificates", "/Training/_PartnerCertificates.cshtml", certificates)
            : null;
}
