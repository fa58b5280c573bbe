using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Offers;

/// <summary>Reminds of offers that end soon and lets those lapse that nobody answered.</summary>
public sealed class OfferJob(PortalDatabase database, OfferDesk desk, IOptions<AwardOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "awards.offers";

    /// <inheritdoc/>
    public string Does => "Reminds organisations of offers that end soon, and lets those lapse that nobody answered.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        var now = database.Clock.GetUtcNow();
        IReadOnlyList<Award> ended;
        IReadOnlyList<Award> ending;
        await using (var work = await database.Read(cancel))
        {
            ended = await AwardRepository.OffersEndedBefore(work, now - OfferDesk.Grace);
            ending = await AwardRepository.OffersToRemindOf(work, now, now.AddDays(options.Value.ReminderDays));
        }

        foreach (var award in ended)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Lapse(award);
        }

        foreach (var award in ending)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Remind(award);
        }
    }
}
