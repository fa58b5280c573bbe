using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Agreements;

/// <summary>What somebody's signature does to an offer.</summary>
/// <param name="Others">The signatures of the organisation that count beside it.</param>
/// <param name="Last">Whether it is the last one needed, so that the award is accepted with it.</param>
public sealed record SigningStep(IReadOnlyList<AwardSignature> Others, bool Last);

/// <summary>
/// Who signs an agreement. For the organisation: as many Owners as its rule asked for when the award was offered, who
/// all are Owners when the last of them signs. For the city: an approver who had no hand in recommending it.
/// </summary>
public static class SignatureRules
{
    /// <summary>
    /// What one more signature does. Refused as <see cref="AwardRules.MayAnswer"/> says, or with <c>award.signed-already</c>.
    /// </summary>
    /// <param name="award">The award.</param>
    /// <param name="role">What the person may do in the organisation; null when nothing.</param>
    /// <param name="person">Who signs.</param>
    /// <param name="given">Every signature under the award.</param>
    /// <param name="received">When the signature reached the server.</param>
    public static Outcome<SigningStep> Sign(Award award, MemberRole? role, long person, IReadOnlyList<AwardSignature> given, DateTimeOffset received)
    {
        if (AwardRules.MayAnswer(award, role, received) is { } refusal)
        {
            return refusal;
        }

        var counting = Counting(given);
        return counting.Any(signature => signature.PersonId == person)
            ? new Refusal("award.signed-already")
            : new SigningStep(counting, SigningRules.IsEnough(award.SigningRule, counting.Count + 1));
    }

    /// <summary>The organisation's signatures that count while the offer stands.</summary>
    public static IReadOnlyList<AwardSignature> Counting(IReadOnlyList<AwardSignature> given) =>
        [.. given.Where(signature => signature is { Side: SignatureSide.Organisation, SetAsideAt: null, OwnerNow: true })];

    /// <summary>
    /// Whether somebody may sign for the city. Refused with <c>countersign.not-approver</c>, <c>countersign.not-accepted</c>,
    /// <c>countersign.signed</c>, <c>countersign.own-recommendation</c>, <c>countersign.own-organisation</c>.
    /// </summary>
    /// <param name="actor">Who wants to sign.</param>
    /// <param name="award">The award.</param>
    /// <param name="recommended">Who recommended or proposed it.</param>
    /// <param name="member">Whether they belong to the organisation.</param>
    /// <param name="signed">Whether the city has signed.</param>
    public static Refusal? MayCounterSign(Actor actor, Award award, IReadOnlySet<long> recommended, bool member, bool signed) => award.State switch
    {
        _ when !actor.Is(Roles.Approver) => new Refusal("countersign.not-approver"),
        _ when signed => new Refusal("countersign.signed"),
        AwardState.Offered or AwardState.Refused or AwardState.Lapsed => new Refusal("countersign.not-accepted"),
        _ when award.AgreementHash is null => new Refusal("countersign.not-accepted"),
        _ when recommended.Contains(actor.Person) => new Refusal("countersign.own-recommendation"),
        _ when member => new Refusal("countersign.own-organisation"),
        _ => null,
    };
}
