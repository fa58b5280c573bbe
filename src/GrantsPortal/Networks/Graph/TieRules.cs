namespace GrantsPortal.Networks.Graph;

/// <summary>Chooses what of a network is shown.</summary>
public static class TieRules
{
    /// <summary>
    /// The ties that a filter lets through, strongest first, then the latest. Both ends have to be among the partners given; theme and district
    /// have to be of one of the two at least.
    /// </summary>
    public static IReadOnlyList<Tie> Chosen(IEnumerable<Tie> ties, IReadOnlyDictionary<long, NetworkPartner> partners, TieFilter filter) =>
    [
        .. ties.Where(tie =>
                partners.TryGetValue(tie.LowId, out var low) && partners.TryGetValue(tie.HighId, out var high)
                && (filter.Kind is null || tie.Kind == filter.Kind)
                && (filter.Partner is null || tie.LowId == filter.Partner || tie.HighId == filter.Partner)
                && (filter.District is not { } district || low.Districts.Contains(district) || high.Districts.Contains(district))
                && (filter.Theme is not { } theme || low.Themes.Contains(theme) || high.Themes.Contains(theme)))
            .OrderByDescending(tie => tie.Count).ThenByDescending(tie => tie.LastAt).ThenBy(tie => tie.LowId).ThenBy(tie => tie.HighId).ThenBy(tie => tie.Kind),
    ];

    /// <summary>The partners at the ends of some ties, without repeating.</summary>
    public static IReadOnlyList<long> Ends(IEnumerable<Tie> ties) => [.. ties.SelectMany(tie => new[] { tie.LowId, tie.HighId }).Distinct().Order()];
}
