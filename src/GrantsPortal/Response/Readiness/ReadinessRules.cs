using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Readiness;

/// <summary>A partner as readiness counts it.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Districts">Where it works.</param>
/// <param name="Themes">Codes of what it works on.</param>
/// <param name="Offers">What it said beforehand that it can do.</param>
/// <param name="Callable">Whether somebody of it can be called in a crisis; without, its offers count for nothing.</param>
public sealed record ReadyPartner(long Id, IReadOnlyList<string> Districts, IReadOnlyList<string> Themes, IReadOnlyList<CrisisCapability> Offers, bool Callable);

/// <summary>An open risk as readiness takes it.</summary>
/// <param name="Title">What could happen.</param>
/// <param name="Districts">Where; none for the whole city.</param>
/// <param name="Themes">Codes of themes it concerns.</param>
/// <param name="Needed">What would be needed.</param>
/// <param name="Talks">How many lines say who would speak to whom.</param>
public sealed record RiskNeed(string Title, IReadOnlyList<string> Districts, IReadOnlyList<string> Themes, IReadOnlyList<CrisisCapability> Needed, int Talks);

/// <summary>How a district or theme stands.</summary>
public enum Standing
{
    /// <summary>No partner that could be called works there.</summary>
    Nobody,

    /// <summary>Something is missing.</summary>
    Gaps,

    /// <summary>No open risk says what is needed: that nothing is missing is not known.</summary>
    Unknown,

    /// <summary>What open risks need has a partner, and it is said who would speak to whom.</summary>
    Ready,
}

/// <summary>Why something stands as it does.</summary>
public enum ReadinessReasonKind
{
    /// <summary>No partner that could be called works there.</summary>
    NobodyThere,

    /// <summary>A capability that a risk needs has no partner.</summary>
    NoPartner,

    /// <summary>A capability that a risk needs has one partner alone.</summary>
    OnePartner,

    /// <summary>A risk does not say who would speak to whom.</summary>
    NoTalk,

    /// <summary>No open risk concerns it.</summary>
    NoRisk,

    /// <summary>Open risks concern it, and none says what would be needed.</summary>
    NothingNeeded,
}

/// <summary>A reason.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Capability">The capability, where it is about one.</param>
/// <param name="Risks">The risks it is about.</param>
public sealed record ReadinessReason(ReadinessReasonKind Kind, CrisisCapability? Capability, IReadOnlyList<string> Risks);

/// <summary>A district or theme, counted.</summary>
/// <param name="Place">Name of the district or code of the theme.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Reasons">Why, the gravest first.</param>
/// <param name="Partners">How many partners that can be called offer each capability there.</param>
/// <param name="Needed">What open risks there need.</param>
/// <param name="Risks">How many open risks concern it.</param>
public sealed record PlaceReadiness(
    string Place, Standing Standing, IReadOnlyList<ReadinessReason> Reasons, IReadOnlyDictionary<CrisisCapability, int> Partners, IReadOnlyList<CrisisCapability> Needed, int Risks)
{
    /// <summary>Capabilities that nobody offers there; those that a risk needs first.</summary>
    public IReadOnlyList<CrisisCapability> Holes => [.. Partners.Where(one => one.Value == 0).Select(one => one.Key).OrderBy(one => Needed.Contains(one) ? 0 : 1).ThenBy(one => one)];
}

/// <summary>A theme across the city.</summary>
/// <param name="City">In the whole city.</param>
/// <param name="Districts">In each district, from the partners that work on it there and the risks that concern both.</param>
public sealed record ThemeReadiness(PlaceReadiness City, IReadOnlyList<PlaceReadiness> Districts);

/// <summary>How ready districts and themes are, from what partners offer and what risks need.</summary>
public static class ReadinessRules
{
    /// <summary>The districts, in the order given. A risk that names no district concerns all of them.</summary>
    public static IReadOnlyList<PlaceReadiness> Districts(IEnumerable<string> districts, IReadOnlyList<ReadyPartner> partners, IReadOnlyList<RiskNeed> risks) =>
        [.. districts.Select(name => Of(name, [.. partners.Where(one => one.Districts.Contains(name))], [.. risks.Where(one => one.Districts.Count == 0 || one.Districts.Contains(name))]))];

    /// <summary>The themes, in the order given, each with the districts in the order given. A risk concerns the themes that it names.</summary>
    public static IReadOnlyList<ThemeReadiness> Themes(IEnumerable<string> themes, IReadOnlyList<string> districts, IReadOnlyList<ReadyPartner> partners, IReadOnlyList<RiskNeed> risks) =>
        [.. themes.Select(code => Theme(code, districts, [.. partners.Where(one => one.Themes.Contains(code))], [.. risks.Where(one => one.Themes.Contains(code))]))];

    private static ThemeReadiness Theme(string code, IReadOnlyList<string> districts, IReadOnlyList<ReadyPartner> partners, IReadOnlyList<RiskNeed> risks) =>
        new(Of(code, partners, risks), Districts(districts, partners, risks));

    /// <summary>
    /// One place. Nobody, when no partner there offers anything and can be called. Gaps, when something that an open risk needs has no
    /// partner, or a risk does not say who would speak to whom. Ready, when all that is needed has a partner. Unknown, when no open risk
    /// says what is needed.
    /// </summary>
    public static PlaceReadiness Of(string place, IReadOnlyList<ReadyPartner> partners, IReadOnlyList<RiskNeed> risks)
    {
        var able = partners.Where(partner => partner.Callable && partner.Offers.Count > 0).ToList();
        var counts = Enum.GetValues<CrisisCapability>().ToDictionary(capability => capability, capability => able.Count(partner => partner.Offers.Contains(capability)));
        var needed = risks.SelectMany(risk => risk.Needed).Distinct().Order().ToList();
        IReadOnlyList<string> Needing(CrisisCapability capability) => [.. risks.Where(risk => risk.Needed.Contains(capability)).Select(risk => risk.Title)];
        var missing = needed.Where(capability => counts[capability] == 0).ToList();
        var silent = risks.Where(risk => risk.Talks == 0).Select(risk => risk.Title).ToList();
        var standing = able.Count == 0 ? Standing.Nobody
            : missing.Count > 0 || silent.Count > 0 ? Standing.Gaps
            : needed.Count == 0 ? Standing.Unknown
            : Standing.Ready;
        return new PlaceReadiness(
            place, standing,
            [
                .. able.Count == 0 ? [new ReadinessReason(ReadinessReasonKind.NobodyThere, null, [])] : Array.Empty<ReadinessReason>(),
                .. missing.Select(capability => new ReadinessReason(ReadinessReasonKind.NoPartner, capability, Needing(capability))),
                .. silent.Count > 0 ? [new ReadinessReason(ReadinessReasonKind.NoTalk, null, silent)] : Array.Empty<ReadinessReason>(),
                .. needed.Where(capability => counts[capability] == 1).Select(capability => new ReadinessReason(ReadinessReasonKind.OnePartner, capability, Needing(capability))),
                .. risks.Count == 0 ? [new ReadinessReason(ReadinessReasonKind.NoRisk, null, [])]
                    : needed.Count == 0 ? [new ReadinessReason(ReadinessReasonKind.NothingNeeded, null, [])] : Array.Empty<ReadinessReason>(),
            ],
            counts, needed, risks.Count);
    }
}
