using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings.Materials;

/// <summary>Tells people of materials shared with them: everything new in one e-mail, at most one a day for each occasion.</summary>
public sealed class MaterialJob(PortalDatabase database) : IJob
{
    /// <summary>What is shared waits so long, so that several files go in one e-mail.</summary>
    public static readonly TimeSpan Gathers = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Looks = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public string Name => "bookings.materials";

    /// <inheritdoc/>
    public string Does => "Tells people of materials shared with them, at most once a day for each occasion.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<ToTell> due;
        await using (var work = await database.Read(cancel))
        {
            due = await MaterialRepository.ToTell(work, work.Now - Looks, work.Now - Gathers, work.Now.AddDays(-1));
        }

        foreach (var occasion in due.GroupBy(one => one.OccasionId))
        {
            cancel.ThrowIfCancellationRequested();
            await Tell(occasion.Key, [.. occasion]);
        }
    }

    private async Task Tell(long id, IReadOnlyList<ToTell> due)
    {
        await using var work = await database.Write(Actor.System);
        var occasion = await OccasionRepository.Find(work, id) ?? throw new InvalidOperationException("A booking without its occasion.");
        var bookings = (await BookingRepository.In(work, id, [BookingState.Confirmed, BookingState.Attended, BookingState.NoShow])).ToDictionary(booking => booking.Id);
        var materials = (await MaterialRepository.OfOccasion(work, id)).ToDictionary(material => material.Id);
        foreach (var person in due.GroupBy(one => one.BookingId))
        {
            var titles = new List<string>();
            foreach (var one in person)
            {
                if (materials.TryGetValue(one.MaterialId, out var material) && bookings.TryGetValue(person.Key, out var holder)
                    && MaterialRules.IsFor(material.Moment, holder.State) && await MaterialRepository.MarkTold(work, person.Key, one.MaterialId))
                {
                    titles.Add(material.Title);
                }
            }

            if (titles.Count > 0 && bookings[person.Key] is var booking)
            {
                work.Mail(
                    new Recipient(booking.PersonId, booking.Email, booking.Name, booking.Language),
                    new MaterialsShared(occasion.Title, titles, BookingRoutes.One(booking.Secret) + "#materials"), nameof(Booking), booking.Id);
            }
        }

        await work.Commit();
    }
}
