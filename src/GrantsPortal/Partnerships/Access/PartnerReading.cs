using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Access;

/// <summary>What somebody may read of one partner: what they are to it, and the table as administrators left it.</summary>
/// <param name="OrganisationId">The partner.</param>
/// <param name="Eyes">What the reader is to it.</param>
/// <param name="Changed">Fields whose readers were changed.</param>
public sealed record PartnerReading(long OrganisationId, PartnerEyes Eyes, IReadOnlyDictionary<PartnerField, PartnerEyes> Changed)
{
    /// <summary>Whether the reader may see a field; of a restricted one, on asking for it.</summary>
    public bool May(PartnerField field) => PartnerAccess.May(field, Eyes, Changed);

    /// <summary>What an actor may read of a partner on a day.</summary>
    public static async Task<PartnerReading> Of(UnitOfWork work, Actor actor, long organisation, DateOnly today) => (await Of(work, actor, [organisation], today))[organisation];

    /// <summary>What an actor may read of some partners on a day, at most 1,000, in five queries however many they are.</summary>
    public static async Task<IReadOnlyDictionary<long, PartnerReading>> Of(UnitOfWork work, Actor actor, IReadOnlyCollection<long> organisations, DateOnly today)
    {
        var changed = await AccessRepository.Changed(work);
        var partners = organisations.Count == 0 || actor.PersonId is null ? [] : await PartnerRecords.Find(work, organisations);
        var covers = partners.Count == 0 ? [] : await PartnerRecords.Covers(work, today);
        var members = actor.PersonId is { } person ? await OrganisationRepository.MembershipsOf(work, person) : [];
        return organisations.Distinct().ToDictionary(id => id, id => new PartnerReading(id, EyesOf(actor, partners.FirstOrDefault(one => one.OrganisationId == id), covers, members, id, today), changed));
    }

    private static PartnerEyes EyesOf(Actor actor, Partner? partner, IReadOnlyList<PartnerCover> covers, IReadOnlyList<Membership> members, long organisation, DateOnly today)
    {
        var own = partner is not null && actor.PersonId is { } person && CoverRules.Sees(partner, person, covers, today);
        return PartnerEyes.Public
            | (actor.Is(Roles.FocalPoint) || (own && actor.Is(Roles.ProgrammeOfficer)) ? own ? PartnerEyes.FocalPoint : PartnerEyes.OtherFocalPoint : 0)
            | (actor.Is(Roles.ProgrammeOfficer) ? PartnerEyes.ProgrammeOfficer : 0)
            | (actor.Is(Roles.Administrator) ? PartnerEyes.Administrator : 0)
            | (actor.Is(Roles.Auditor) ? PartnerEyes.Auditor : 0)
            | (actor.Is(Roles.Finance) ? PartnerEyes.Finance : 0)
            | (actor.Is(Roles.Approver) ? PartnerEyes.Approver : 0)
            | (actor.Is(Roles.Reviewer) ? PartnerEyes.Reviewer : 0)
            | (members.FirstOrDefault(membership => membership.OrganisationId == organisation)?.Role switch
            {
                MemberRole.Owner => PartnerEyes.Owner,
                MemberRole.Editor => PartnerEyes.Editor,
                MemberRole.Viewer => PartnerEyes.Viewer,
                _ => members.Count > 0 ? PartnerEyes.OtherMember : 0,
            });
    }
}
