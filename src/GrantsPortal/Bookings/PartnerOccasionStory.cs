using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Where people of partners came, on their timelines.</summary>
public sealed class PartnerOccasionStory : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerOccasionStoryRepository.Happened(work, organisation, work.Now is var now && before < now ? before.Value : now, take)).Select(one => new StoryLine(
            one.At, (one.Kind, one.AmountMinor) switch { ("Missed", _) => "They had a place at “{0}” and did not come", (_, 1) => "One of them came to “{0}”", _ => "{1} of them came to “{0}”" },
            [one.What, one.AmountMinor ?? 0], OccasionRoutes.Show(one.Id), PartnerField.Occasions))];
}

/// <summary>Occasions by the organisations that came or stayed away.</summary>
public static class PartnerOccasionStoryRepository
{
    /// <summary>Occasions before an instant at which attendance was noted, with how many of an organisation were there, the latest first.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset before, int take) =>
        work.List<Happening>(
            $"""
            SELECT o.StartsAt AS At, CASE WHEN x.Came = 0 THEN 'Missed' ELSE 'Came' END AS Kind, o.Title AS What, '' AS Other, '' AS Reference, o.Id, x.Came AS AmountMinor, NULL AS Currency
            FROM (
                SELECT p.OccasionId, SUM(CASE WHEN b.State = 'Attended' THEN 1 ELSE 0 END) AS Came
                FROM BookingParty p
                JOIN Booking b ON b.PartyId = p.Id AND b.State IN ('Attended', 'NoShow')
                WHERE p.OrganisationId = @organisation
                GROUP BY p.OccasionId) x
            JOIN Occasion o ON o.Id = x.OccasionId
            WHERE o.StartsAt < @before
            ORDER BY o.StartsAt DESC, o.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
