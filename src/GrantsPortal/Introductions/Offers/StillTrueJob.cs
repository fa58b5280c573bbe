using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions.Offers;

/// <summary>Asks partners, before offers and wishes run out, whether they still hold.</summary>
public sealed class StillTrueJob(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "introductions.still-true";

    /// <inheritdoc/>
    public string Does => "Asks partners whether what they offer and seek still holds, two weeks before it runs out.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<RunningOut> soon;
        DateOnly today;
        await using (var work = await database.Read(cancel))
        {
            today = Today(work);
            soon = await PartnerRepository.RunningOut(work, today, today.AddDays(14));
        }

        foreach (var partner in soon.Where(one => OfferRules.IsToAsk(one.FirstDay, Day(one.AskedAt), today)))
        {
            cancel.ThrowIfCancellationRequested();
            await Ask(partner.OrganisationId, partner.FirstDay);
        }
    }

    private async Task Ask(long id, DateOnly first)
    {
        await using var work = await database.Write(Actor.System);
        var profile = await PartnerRepository.Lock(work, id);
        if (!OfferRules.IsToAsk(first, Day(profile.AskedAt), Today(work)))
        {
            return;
        }

        var organisation = (await OrganisationRepository.Find(work, id))!;
        var entries = (await PartnerRepository.Entries(work, id)).Where(entry => entry.Until >= Today(work)).ToLookup(entry => entry.Side, entry => entry.Words);
        await PartnerRepository.MarkAsked(work, id);
        await PartnerMail.ToEditors(
            work, organisation, new OffersStillTrue(organisation.Name, [.. entries[EntrySide.Offer]], [.. entries[EntrySide.Seek]], first, IntroductionRoutes.Offers(organisation.Slug)));
        await work.Commit();
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private DateOnly? Day(DateTimeOffset? instant) => instant is { } known ? Instants.DayOf(known, portal.Value.Zone) : null;
}
