using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Families;

/// <summary>A partner that said before anything happened that it can do what a family may need.</summary>
/// <param name="OrganisationId">The partner.</param>
/// <param name="Capabilities">What it said.</param>
/// <param name="Words">In its words; empty where it used none.</param>
public sealed record Beforehand(long OrganisationId, IReadOnlyList<CrisisCapability> Capabilities, string Words);

/// <summary>Where to look when the register has no offer that fits: among what partners said beforehand. It is not an offer to a family before the partner is asked.</summary>
public static class BeforehandRules
{
    /// <summary>Most partners named for one ask.</summary>
    public const int MostNamed = 6;

    /// <summary>What could serve a kind, the nearest first; legal help is nothing that partners are asked for beforehand.</summary>
    public static IReadOnlyList<CrisisCapability> For(SupportKind kind) => kind switch
    {
        SupportKind.Bereavement => [CrisisCapability.FamilySupport, CrisisCapability.Chaplaincy],
        SupportKind.Trauma => [CrisisCapability.Counselling, CrisisCapability.FamilySupport],
        SupportKind.Practical => [CrisisCapability.FamilySupport, CrisisCapability.Volunteers, CrisisCapability.Space],
        _ => [],
    };

    /// <summary>Partners that could be asked for an ask: not the one that asks, nor one of <paramref name="offering"/>, which has an offer of the kind in the register; the nearest capability first.</summary>
    public static IReadOnlyList<Beforehand> Of(FamilySupport ask, IEnumerable<CrisisOffer> said, IReadOnlySet<long> offering)
    {
        var wanted = For(ask.Kind);
        return
        [
            .. said.Where(offer => wanted.Contains(offer.Capability) && offer.OrganisationId != ask.OrganisationId && !offering.Contains(offer.OrganisationId))
                .GroupBy(offer => offer.OrganisationId)
                .Select(group => (Nearest: group.Min(offer => Place(wanted, offer)), Named: new Beforehand(group.Key, [.. group.OrderBy(offer => Place(wanted, offer)).Select(offer => offer.Capability)], string.Join(" ", group.OrderBy(offer => Place(wanted, offer)).Select(offer => offer.Words).Where(words => words.Length > 0)))))
                .OrderBy(one => one.Nearest).ThenByDescending(one => one.Named.Capabilities.Count).ThenBy(one => one.Named.OrganisationId)
                .Take(MostNamed).Select(one => one.Named),
        ];
    }

    private static int Place(IReadOnlyList<CrisisCapability> wanted, CrisisOffer offer) => wanted.TakeWhile(one => one != offer.Capability).Count();
}
