using GrantsPortal.Partnerships;

namespace GrantsPortal.Networks;

/// <summary>Where the pages of networks, gaps and the map are.</summary>
public static class NetworkRoutes
{
    /// <summary>Which partners work together.</summary>
    public const string Graph = PartnershipRoutes.All + "/network";

    /// <summary>Where a referral is noted.</summary>
    public const string NewReferral = Graph + "/referrals/new";

    /// <summary>The referrals noted.</summary>
    public const string Referrals = Graph + "/referrals";

    /// <summary>Whom the city does not reach.</summary>
    public const string Gaps = PartnershipRoutes.All + "/gaps";

    /// <summary>Where figures of the population are imported.</summary>
    public const string Figures = Gaps + "/figures";

    /// <summary>Partners by district, drawn.</summary>
    public const string Map = PartnershipRoutes.All + "/map";

    /// <summary>Where boundaries are imported.</summary>
    public const string Boundaries = Map + "/boundaries";

    /// <summary>Where a file's names are matched with the city's districts.</summary>
    public static string Matching(long draft) => FormattableString.Invariant($"{Boundaries}/{draft}");

    /// <summary>Where a referral noted wrongly is removed; POST.</summary>
    public static string RemoveReferral(long id) => FormattableString.Invariant($"{Referrals}/{id}/remove");
}
