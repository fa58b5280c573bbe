using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Families;

/// <summary>Reviews for who acts today and entries that nobody follows, for officers; what waits for an answer, for Owners and Editors.</summary>
public sealed class FamilyTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        return [.. SupportRules.MayAct(actor) ? await Officers(work, actor, person, today) : [], .. await Members(work, person, today)];
    }

    private async Task<IReadOnlyList<TaskLine>> Officers(UnitOfWork work, Actor actor, long person, DateOnly today)
    {
        var hat = actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer";
        var until = today.AddDays(ReviewRules.DaysBefore);
        var covers = await PartnerRecords.Covers(work, today);
        IReadOnlyCollection<long> people = [person, .. covers.Where(cover => cover.CoverId == person && cover.Holds(today)).Select(cover => cover.PersonId).Distinct()];
        var reviews = (await ReviewRepository.DueOf(work, people, until)).Where(review => SupportRules.Acting(review.OrganisationId, review.FollowerId, review.DeputyId, covers, today) == person);
        var nobodys = await FamilyRepository.Unfollowed(work, 20);
        return
        [
            .. reviews.Concat(await ReviewRepository.DueOfNobody(work, until)).Select(review => new TaskLine(
                (review.IsDrill, review.Week) switch
                {
                    (true, 1) => "EXERCISE: how does it go for families? {0}, a week on",
                    (true, _) => "EXERCISE: how does it go for families? {0}, {1} weeks on",
                    (_, 1) => "How does it go for families? {0}, a week on",
                    _ => "How does it go for families? {0}, {1} weeks on",
                },
                [review.Reference, review.Week], FamilyRoutes.Review(review.Reference, review.Week), EndOf(review.DueOn), hat)),
            .. nobodys.Select(support => new TaskLine(
                support.IsDrill ? "EXERCISE: support for families that nobody follows: {0}" : "Support for families that nobody follows: {0}", [support.Reference], FamilyRoutes.Show(support.Reference), null, hat)),
        ];
    }

    private async Task<IReadOnlyList<TaskLine>> Members(UnitOfWork work, long person, DateOnly today)
    {
        var mine = (await OrganisationRepository.MembershipsOf(work, person)).Where(membership => membership.MayEdit).ToDictionary(membership => membership.OrganisationId);
        return mine.Count == 0 ? [] :
        [
            .. (await FamilyMatchRepository.WaitingFor(work, [.. mine.Keys])).Select(match => new TaskLine(
                match.IsDrill ? "EXERCISE: could you take this on for a family?" : "Could you take this on for a family?", [],
                FamilyRoutes.MineShow(mine[match.OfferOrganisationId].OrganisationSlug, match.OfferReference), null, mine[match.OfferOrganisationId].OrganisationName)),
            .. (await ReviewRepository.AskedOf(work, [.. mine.Keys], today.AddDays(ReviewRules.DaysBefore))).Select(review => new TaskLine(
                review.IsDrill ? "EXERCISE: say how it goes: {0}" : "Say how it goes: {0}", [review.Reference], FamilyRoutes.MineShow(review.OrganisationSlug, review.Reference), EndOf(review.DueOn), review.OrganisationName)),
        ];
    }

    private DateTimeOffset EndOf(DateOnly day) => Instants.FromLocal(day.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone);
}
