using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Families;

/// <summary>
/// What somebody may read of the register on a day. What is asked for: as the access table says of its partner (<see cref="PartnerField.SupportAsked"/>), and what they follow
/// themselves; what nobody follows, every officer of incidents, since an ask that nobody reads helps nobody. What is offered: as <see cref="PartnerField.CrisisOffers"/>.
/// </summary>
/// <param name="Asks">Partners whose asks they read.</param>
/// <param name="Offers">Partners whose offers they read.</param>
/// <param name="People">They themselves and those for whom they cover today.</param>
/// <param name="Unclaimed">Whether they read what nobody follows.</param>
/// <param name="Covers">The covers that hold.</param>
/// <param name="Today">The day of the city's calendar.</param>
public sealed record FamilySight(IReadOnlyCollection<long> Asks, IReadOnlyCollection<long> Offers, IReadOnlyCollection<long> People, bool Unclaimed, IReadOnlyList<PartnerCover> Covers, DateOnly Today)
{
    /// <summary>What an actor may read of some partners, at most 900.</summary>
    public static async Task<FamilySight> Of(UnitOfWork work, Actor actor, IReadOnlyCollection<long> organisations, DateOnly today)
    {
        var readings = await PartnerReading.Of(work, actor, organisations, today);
        var covers = await PartnerRecords.Covers(work, today);
        IReadOnlyCollection<long> people = actor.PersonId is { } person && SupportRules.MayAct(actor)
            ? [person, .. covers.Where(cover => cover.CoverId == person && cover.Holds(today)).Select(cover => cover.PersonId).Distinct()]
            : [];
        return new FamilySight(
            [.. readings.Values.Where(reading => reading.May(PartnerField.SupportAsked)).Select(reading => reading.OrganisationId)],
            [.. readings.Values.Where(reading => reading.May(PartnerField.CrisisOffers)).Select(reading => reading.OrganisationId)],
            people, SupportRules.MayAct(actor), covers, today);
    }

    /// <summary>What an actor may read of every partner in the register.</summary>
    public static async Task<FamilySight> OfAll(UnitOfWork work, Actor actor, DateOnly today) => await Of(work, actor, await FamilyRepository.Organisations(work), today);

    /// <summary>Whether they may read an entry.</summary>
    public bool May(FamilySupport support) =>
        support.Side == SupportSide.Offered ? Offers.Contains(support.OrganisationId)
        : Asks.Contains(support.OrganisationId) || Follows(support) || (Unclaimed && support.FollowerId is null && support.DeputyId is null);

    /// <summary>Whether they follow it: as who follows it, as deputy, or covering for one of them.</summary>
    public bool Follows(FamilySupport support) => (support.FollowerId is { } follower && People.Contains(follower)) || (support.DeputyId is { } deputy && People.Contains(deputy));
}
