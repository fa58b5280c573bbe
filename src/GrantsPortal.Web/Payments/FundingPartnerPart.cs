using GrantsPortal.Partnerships.Access;
using GrantsPortal.Payments;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships;

namespace GrantsPortal.Web.Payments;

/// <summary>What a partner was granted, and what was paid of it, on its page.</summary>
public sealed class FundingPartnerPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Funding;

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        await PartnerPaymentRepository.Funding(work, sight.Organisation.Id) is { Count: > 0 } funding ? new PartnerPart("funding", "Funding", "/Payments/_OfPartner.cshtml", new FundingPartnerView(funding)) : null;
}

/// <summary>A partner's awards and their money.</summary>
public sealed record FundingPartnerView(IReadOnlyList<PartnerFunding> Awards)
{
    /// <summary>By currency: granted, paid, and back, of awards that were taken.</summary>
    public IReadOnlyList<(Money Granted, Money Paid, Money Back)> Sums =>
    [
        .. Awards.Where(award => award.State is not (GrantsPortal.Awards.AwardState.Offered or GrantsPortal.Awards.AwardState.Refused or GrantsPortal.Awards.AwardState.Lapsed)).GroupBy(award => award.Currency)
            .Select(group => (Money.FromMinor(group.Sum(award => award.AmountMinor), group.Key), Money.FromMinor(group.Sum(award => award.PaidMinor), group.Key), Money.FromMinor(group.Sum(award => award.ReturnedMinor), group.Key))),
    ];
}
