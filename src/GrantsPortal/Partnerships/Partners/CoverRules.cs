using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>Who acts for whom.</summary>
public static class CoverRules
{
    /// <summary>
    /// Who acts for a partner on a day: the focal point; while they are away who covers for them, or else the deputy, or else they themselves;
    /// the deputy where there is no focal point. Null where there is neither. Cover does not pass on: who covers and is away is still asked.
    /// </summary>
    public static FocalPoint? Acting(long organisation, long? focalPoint, long? deputy, IReadOnlyList<PartnerCover> covers, DateOnly today)
    {
        if ((focalPoint ?? deputy) is not { } own)
        {
            return null;
        }

        var acting = covers.Where(cover => cover.PersonId == own && cover.Holds(today)).OrderByDescending(cover => cover.Id).FirstOrDefault()?.CoverId ?? own;
        return new FocalPoint(organisation, acting, deputy == acting ? null : deputy, focalPoint);
    }

    /// <summary>Whether somebody is a partner's focal point or deputy, or covers for one of them on a day; the focal point's sight does not rest while they are away.</summary>
    public static bool Sees(Partner partner, long person, IReadOnlyList<PartnerCover> covers, DateOnly today) =>
        partner.FocalPointId == person || partner.DeputyId == person
        || covers.Any(cover => cover.CoverId == person && cover.Holds(today) && (cover.PersonId == partner.FocalPointId || cover.PersonId == partner.DeputyId));

    /// <summary>
    /// Why a cover cannot be noted; empty when it can. Refused with <c>handover.not-yours</c>; at <c>CoverId</c> <c>handover.same</c> or <c>partner.officer-missing</c>;
    /// at <c>UntilOn</c> <c>cover.dates-unfit</c>; at <c>Note</c> <c>partner.words-long</c> (most).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, PartnerCover cover, IReadOnlyCollection<long> officers, DateOnly today) =>
        actor.PersonId != cover.PersonId && !actor.Is(Roles.ProgrammeOfficer, Roles.Administrator) ? [new Refusal("handover.not-yours")] :
        [
            .. cover.CoverId == cover.PersonId ? [new Refusal("handover.same").At("CoverId")]
                : !officers.Contains(cover.CoverId) ? [new Refusal("partner.officer-missing").At("CoverId")]
                : Array.Empty<Refusal>(),
            .. cover.UntilOn < cover.FromOn || cover.UntilOn < today ? [new Refusal("cover.dates-unfit").At("UntilOn")] : Array.Empty<Refusal>(),
            .. cover.Note?.Length > PartnerRules.Characters ? [new Refusal("partner.words-long", PartnerRules.Characters).At("Note")] : Array.Empty<Refusal>(),
        ];
}
