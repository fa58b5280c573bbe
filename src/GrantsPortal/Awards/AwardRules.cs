using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards;

/// <summary>Who may answer an offer, and how much of an award is published.</summary>
public static class AwardRules
{
    /// <summary>Most characters of a typed name.</summary>
    public const int NameLimit = 200;

    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 200;

    /// <summary>
    /// Whether a member may accept or refuse an offer. Refused with <c>award.owner-only</c>, <c>award.not-offered</c>,
    /// <c>award.answered</c>, <c>award.lapsed</c> or <c>award.offer-ended</c> (instant).
    /// </summary>
    /// <param name="award">The award.</param>
    /// <param name="role">What the person may do in the organisation; null when nothing.</param>
    /// <param name="received">When the answer reached the server.</param>
    public static Refusal? MayAnswer(Award award, MemberRole? role, DateTimeOffset received) => award.State switch
    {
        _ when role != MemberRole.Owner => new Refusal("award.owner-only"),
        AwardState.Lapsed => new Refusal("award.lapsed"),
        not AwardState.Offered => new Refusal("award.answered"),
        _ when award.OfferedAt is null || award.OfferExpiresAt is null => new Refusal("award.not-offered"),
        _ when received > award.OfferExpiresAt => new Refusal("award.offer-ended", award.OfferExpiresAt),
        _ => null,
    };

    /// <summary>Refuses a typed name: <c>award.name-missing</c>, <c>award.name-long</c> (limit).</summary>
    public static Refusal? CheckName(string? name) => SigningRules.TypedName(name, NameLimit, "award.name-missing", "award.name-long");

    /// <summary>Refuses a reason: <c>award.reason-missing</c>, <c>award.reason-long</c> (limit).</summary>
    public static Refusal? CheckReason(string? reason) => reason switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("award.reason-missing").At("Reason"),
        _ when WordCount.Of(reason) > ReasonWords => new Refusal("award.reason-long", ReasonWords).At("Reason"),
        _ => null,
    };

    /// <summary>
    /// Whether a member may ask that less be published. Refused with <c>award.not-offered</c>, <c>award.viewer</c>,
    /// <c>award.publication-not-less</c>.
    /// </summary>
    public static Refusal? MayAsk(Award award, MemberRole? role, Publication wanted) => role switch
    {
        null or MemberRole.Viewer => new Refusal("award.viewer"),
        _ when award.OfferedAt is null => new Refusal("award.not-offered"),
        _ when wanted <= award.InForce => new Refusal("award.publication-not-less").At("Publication"),
        _ => null,
    };
}
