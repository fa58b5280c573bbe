using GrantsPortal.Networks;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Offers;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Readiness;

/// <summary>How ready the city is.</summary>
/// <param name="Districts">By district.</param>
/// <param name="Themes">By theme, and within it by district.</param>
/// <param name="Partners">How many partners offer something and can be called.</param>
/// <param name="Unreachable">How many offer something and nobody of them can be called.</param>
/// <param name="Risks">How many risks are open.</param>
public sealed record ReadinessSight(IReadOnlyList<PlaceReadiness> Districts, IReadOnlyList<ThemeReadiness> Themes, int Partners, int Unreachable, int Risks);

/// <summary>Reads what readiness is counted from.</summary>
public sealed class ReadinessReader(CityDistricts districts, IOptions<PortalOptions> portal)
{
    private const int Batch = 500;

    /// <summary>How ready the districts and themes are now; further districts are those that the map has beside the city's own.</summary>
    public async Task<ReadinessSight> Read(UnitOfWork work, IEnumerable<string> further)
    {
        var offers = (await CrisisRepository.All(work)).ToLookup(offer => offer.OrganisationId, offer => offer.Capability);
        var partners = (await NetworkPartners.All(work)).Where(partner => offers.Contains(partner.Id)).ToList();
        var callable = new HashSet<long>();
        foreach (var some in partners.Select(partner => partner.Id).Chunk(Batch))
        {
            callable.UnionWith((await ContactRepository.ForCallDown(work, some)).Select(group => group.Key));
        }

        var open = await RiskRepository.All(work, RiskState.Open);
        var talks = await RiskRepository.Talks(work, [.. open.Select(risk => risk.Id)]);
        List<ReadyPartner> ready = [.. partners.Select(partner => new ReadyPartner(partner.Id, partner.Districts, partner.Themes, [.. offers[partner.Id]], callable.Contains(partner.Id)))];
        List<RiskNeed> needs = [.. open.OrderByDescending(risk => risk.Weight).Select(risk => new RiskNeed(risk.Title, risk.DistrictList, risk.ThemeList, risk.Needed, talks[risk.Id].Count()))];
        List<string> names = [.. (await districts.All(work)).Union(further).Order(StringComparer.CurrentCulture)];
        return new ReadinessSight(
            ReadinessRules.Districts(names, ready, needs), ReadinessRules.Themes(portal.Value.ThemesInUse.Select(theme => theme.Code), names, ready, needs),
            callable.Count, partners.Count - callable.Count, open.Count);
    }
}
