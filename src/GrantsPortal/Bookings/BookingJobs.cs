using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Bookings;

/// <summary>Lets holds pass on whose time is over, offers seats that came free by the clock, and tells of dates that open.</summary>
public sealed class PlacesJob(PortalDatabase database, OfferDesk offers, CheckoutDesk checkouts) : IJob
{
    /// <inheritdoc/>
    public string Name => "bookings.places";

    /// <inheritdoc/>
    public string Does => "Passes places on down waiting lists, and tells those who wanted to hear of another date.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        // Who has paid without our hearing of it keeps their seat.
        await checkouts.LookAtAll(cancel);
        IReadOnlyList<long> sweep;
        IReadOnlyList<Occasion> announce;
        await using (var work = await database.Read(cancel))
        {
            sweep = await OccasionRepository.ToSweep(work, work.Now);
            announce = await OccasionRepository.ToAnnounce(work, work.Now);
        }

        foreach (var id in sweep)
        {
            cancel.ThrowIfCancellationRequested();
            await offers.Sweep(id);
        }

        foreach (var occasion in announce)
        {
            cancel.ThrowIfCancellationRequested();
            await Announce(occasion);
        }
    }

    private async Task Announce(Occasion occasion)
    {
        await using var work = await database.Write(Actor.System);
        if (!await OccasionRepository.MarkAnnounced(work, occasion.Id))
        {
            return;
        }

        var people = await BookingRepository.InterestedPeople(work, occasion.Kind, occasion.SubjectId);
        foreach (var batch in people.Chunk(200))
        {
            foreach (var person in (await PersonRepository.Find(work, batch)).Where(person => person.DisabledAt is null))
            {
                BookingLetters.Opened(work, occasion, person);
            }

            await BookingRepository.AnswerInterest(work, occasion.Kind, occasion.SubjectId, occasion.Id, batch);
        }

        work.Audit("occasion.announced", nameof(Occasion), occasion.Id, new { people = people.Count });
        await work.Commit();
    }
}

/// <summary>Brings bookings to mind, a week and a day before.</summary>
public sealed class BookingReminderJob(PortalDatabase database) : IJob
{
    /// <inheritdoc/>
    public string Name => "bookings.reminders";

    /// <inheritdoc/>
    public string Does => "Reminds people of what they booked, seven days and one day before.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<ToRemind> due;
        await using (var work = await database.Read(cancel))
        {
            due = await BookingRepository.ToRemind(work, work.Now);
        }

        foreach (var occasion in due.GroupBy(one => one.OccasionId))
        {
            cancel.ThrowIfCancellationRequested();
            await Remind(occasion.Key, [.. occasion]);
        }
    }

    private async Task Remind(long id, IReadOnlyList<ToRemind> due)
    {
        await using var work = await database.Write(Actor.System);
        var occasion = await OccasionRepository.Find(work, id) ?? throw new InvalidOperationException("A booking without its occasion.");
        var sessions = await OccasionRepository.Sessions(work, id);
        var bookings = (await BookingRepository.In(work, id, [BookingState.Confirmed])).ToDictionary(booking => booking.Id);
        foreach (var one in due)
        {
            // Who booked after a reminder's time needs none; noting it keeps them out of the next look.
            var day = work.Now >= one.StartsAt - ReminderRules.Before(Reminder.Day);
            var reminder = ReminderRules.Due(one.StartsAt, one.ConfirmedAt ?? one.StartsAt, work.Now, one.WeekRemindedAt is not null, one.DayRemindedAt is not null);
            if (await BookingRepository.MarkReminded(work, one.Id, day) && reminder is { } which && bookings.TryGetValue(one.Id, out var booking))
            {
                BookingLetters.Remind(work, occasion, sessions, booking, which);
            }
        }

        await work.Commit();
    }
}
