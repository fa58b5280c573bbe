using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Following;

/// <summary>Tells followers of what is new, in the morning, and forgets those who never confirmed.</summary>
public sealed class AlertJob(PortalDatabase database, NewThings things, IOptions<PortalOptions> portal) : IJob
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public string Name => "following.alerts";

    /// <inheritdoc/>
    public string Does => "Writes to those who follow calls, courses and events of what is new, daily or weekly.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using (var work = await database.Write(Actor.System))
        {
            await FollowerRepository.RemoveUnconfirmed(work, work.Now - AlertRules.Patience);
            await work.Commit();
        }

        while (await Tell(cancel) == Batch)
        {
        }
    }

    // Each batch is one transaction, and whoever is in it is due again only on another day: a crash repeats nobody.
    private async Task<int> Tell(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var until = work.Now - AlertRules.Settling;
        var due = await FollowerRepository.Due(work, Batch);
        foreach (var readers in due.GroupBy(follower => follower.Language))
        {
            cancel.ThrowIfCancellationRequested();
            var items = await things.Between(work, readers.Min(follower => follower.LookedAt), until, readers.Key);
            foreach (var follower in readers)
            {
                if (await FollowerRepository.Update(work, follower with { LookedAt = until, DueAt = AlertRules.NextDue(follower.Rhythm, work.Now, portal.Value.Zone) }))
                {
                    Write(work, follower, [.. items.Where(item => item.Since >= follower.LookedAt && AlertRules.Wants(follower.Choice, item))]);
                }
            }
        }

        await work.Commit();
        return due.Count;
    }

    private static void Write(UnitOfWork work, Follower follower, IReadOnlyList<AlertItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        var culture = CultureInfo.GetCultureInfo(follower.Language);
        IReadOnlyList<NewsLine> Lines(AlertKind kind) =>
            [.. items.Where(item => item.Kind == kind).Select(item => new NewsLine(item.Title, Instants.Long(item.At, TimeZoneInfo.FindSystemTimeZoneById(item.TimeZone), culture), item.Path))];
        work.Mail(
            FollowDesk.To(follower),
            new FollowNews(Lines(AlertKind.Call), Lines(AlertKind.Course), Lines(AlertKind.Event), FollowRoutes.One(follower.Secret), FollowRoutes.LeaveAtOnce(follower.Secret)),
            nameof(Follower), follower.Id);
    }
}
