using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Families;

/// <summary>
/// Sees to it that recovery is not forgotten: asks partners how it goes some days before a review, and reminds who acts today for an entry, everything in one e-mail in the morning,
/// as often as of a commitment. A review goes on whatever becomes of the incident; those of an exercise end with it.
/// </summary>
public sealed class FamilyReviewJob(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    private static readonly TimeOnly At = new(7, 0);

    /// <inheritdoc/>
    public string Name => "response.family-reviews";

    /// <inheritdoc/>
    public string Does => "Asks partners how it goes for families after 1, 4, 12 and 52 weeks, and reminds officers of these reviews, at 7:00 in the morning.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public DateTimeOffset FirstAfter(DateTimeOffset known) => NextAfter(known);

    /// <inheritdoc/>
    public DateTimeOffset NextAfter(DateTimeOffset started) => TimeOfDayRules.Next(started, At, portal.Value.Zone);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var due = await ReviewRepository.Due(work, today.AddDays(ReviewRules.DaysBefore));
        await AskPartners(work, [.. due.Where(review => review.AskedAt is null)]);
        await RemindOfficers(work, [.. due.Where(review => ReviewRules.IsToRemind(review.DueOn, review.RemindedOn, today))], today);
        await work.Commit();
    }

    private static async Task AskPartners(UnitOfWork work, IReadOnlyList<DueReview> reviews)
    {
        List<DueReview> asked = [];
        foreach (var entry in reviews.GroupBy(review => review.Reference))
        {
            var one = entry.First();
            if (await FamilyReviewDesk.Ask(work, one.OrganisationId, one.IsDrill, FamilyRoutes.MineShow(one.OrganisationSlug, one.Reference), null) > 0)
            {
                asked.AddRange(entry);
            }
        }

        foreach (var some in asked.Chunk(500))
        {
            await ReviewRepository.Asked(work, [.. some.Select(review => review.Id)]);
        }
    }

    private static async Task RemindOfficers(UnitOfWork work, IReadOnlyList<DueReview> reviews, DateOnly today)
    {
        if (reviews.Count == 0)
        {
            return;
        }

        var covers = await PartnerRecords.Covers(work, today);
        var focal = await PersonRepository.WithRole(work, Roles.FocalPoint);
        var lines = reviews.SelectMany(review => SupportRules.Acting(review.OrganisationId, review.FollowerId, review.DeputyId, covers, today) is { } acting
            ? [(Person: acting, Review: review)]
            : focal.Select(person => (Person: person.Id, Review: review))).ToList();
        var people = new Dictionary<long, Person>();
        foreach (var some in lines.Select(line => line.Person).Distinct().Chunk(500))
        {
            foreach (var person in (await PersonRepository.Find(work, some)).Where(person => person.DisabledAt is null))
            {
                people[person.Id] = person;
            }
        }

        foreach (var group in lines.Where(line => people.ContainsKey(line.Person)).GroupBy(line => (line.Person, line.Review.IsDrill)))
        {
            work.Mail(people[group.Key.Person].AsRecipient(), new FamilyReviewsDue(
                group.Key.IsDrill, [.. group.Select(line => new ReviewLine(line.Review.Reference, line.Review.Week, line.Review.DueOn, line.Review.DueOn < today))],
                group.Key.IsDrill ? ResponseRoutes.All : FamilyRoutes.All + "?mine=true"));
        }

        foreach (var some in reviews.Chunk(500))
        {
            await ReviewRepository.Reminded(work, [.. some.Select(review => review.Id)], today);
        }
    }
}
