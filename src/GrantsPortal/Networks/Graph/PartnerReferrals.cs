using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Networks.Graph;

/// <summary>Whom partners sent to one another, on both their timelines; of a referral only its day is known.</summary>
public sealed class PartnerReferrals(IOptions<PortalOptions> portal) : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await TieRepository.Of(work, organisation, before is { } edge ? Last(edge) : null, take)).Select(referral => new StoryLine(
            Noon(referral.HappenedOn), referral.FromId == organisation ? "They sent somebody to {0}" : "{0} sent somebody to them", [referral.FromId == organisation ? referral.ToName : referral.FromName],
            NetworkRoutes.Referrals, PartnerField.Introductions)
        { On = referral.HappenedOn })];

    /// <summary>The last day whose noon is before an instant.</summary>
    private DateOnly Last(DateTimeOffset before) => Instants.DayOf(before, portal.Value.Zone) is var day && Noon(day) < before ? day : day.AddDays(-1);

    private DateTimeOffset Noon(DateOnly day) => Instants.FromLocal(day.ToDateTime(new TimeOnly(12, 0)), portal.Value.Zone);
}
