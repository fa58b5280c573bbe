using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Matters;

/// <summary>A need and an offer that may fit.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="SharedLanguages">Languages that both name.</param>
/// <param name="SameDistrict">Whether both are in one district.</param>
public sealed record MatterFit(IncidentMatter Need, IncidentMatter Offer, IReadOnlyList<string> SharedLanguages, bool SameDistrict);

/// <summary>What a need or offer must say, and which fit.</summary>
public static class MatterRules
{
    /// <summary>Most offers proposed for one need.</summary>
    public const int MostProposed = 5;

    /// <summary>
    /// What fits what: the same thing, of two different partners, with a language in common where the need names any. For each open
    /// need at most five offers, those in the same district first, then those that share most languages, then those said in the
    /// incident before those said beforehand, then the oldest.
    /// </summary>
    public static IReadOnlyList<MatterFit> Proposals(IReadOnlyList<IncidentMatter> needs, IReadOnlyList<IncidentMatter> offers) =>
    [
        .. needs.Where(need => need is { Side: MatterSide.Need, State: MatterState.Open }).SelectMany(need => offers
            .Where(offer => offer.Side == MatterSide.Offer && offer.State != MatterState.Settled && offer.OrganisationId != need.OrganisationId && offer.Capability == need.Capability)
            .Select(offer => Fit(need, offer))
            .Where(fit => need.Languages.Length == 0 || fit.SharedLanguages.Count > 0)
            .OrderByDescending(fit => fit.SameDistrict).ThenByDescending(fit => fit.SharedLanguages.Count).ThenBy(fit => fit.Offer.Version == 0).ThenBy(fit => fit.Offer.Id)
            .Take(MostProposed)),
    ];

    /// <summary>
    /// What is wrong with a need or offer as written down: at <c>OrganisationId</c> <c>matter.partner-missing</c>, at <c>Capability</c>
    /// <c>matter.what-missing</c>, at <c>Words</c> <c>incident.text-long</c> (most), at <c>District</c> <c>incident.unknown</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(MatterPlan plan, IReadOnlyList<string> districts) =>
    [
        .. plan.OrganisationId == 0 ? [new Refusal("matter.partner-missing").At("OrganisationId")] : Array.Empty<Refusal>(),
        .. plan.Capability is null ? [new Refusal("matter.what-missing").At("Capability")] : Array.Empty<Refusal>(),
        .. IncidentRules.AgainstWords(plan.Words, needed: false, "Words") is { } wrong ? [wrong] : Array.Empty<Refusal>(),
        .. string.IsNullOrEmpty(plan.District) || districts.Contains(plan.District) ? Array.Empty<Refusal>() : [new Refusal("incident.unknown").At("District")],
    ];

    private static MatterFit Fit(IncidentMatter need, IncidentMatter offer) => new(
        need, offer, [.. CodeList.Of(need.Languages).Intersect(CodeList.Of(offer.Languages), StringComparer.OrdinalIgnoreCase)],
        need.District is { Length: > 0 } district && string.Equals(district, offer.District, StringComparison.OrdinalIgnoreCase));
}
