using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>Asks people to rate themselves a week before, and for feedback when it is over; reminds them once.</summary>
public sealed class FeedbackJob(PortalDatabase database) : IJob
{
    /// <summary>How long before the first session people are asked to rate themselves.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(7);

    /// <summary>How long after asking people are reminded.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromDays(4);

    private static readonly TimeSpan Looks = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Name => "bookings.feedback";

    /// <inheritdoc/>
    public string Does => "Asks people to rate themselves a week before, and for feedback when it is over; reminds them once.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<ToAsk> before, after, remind;
        await using (var work = await database.Read(cancel))
        {
            before = await FeedbackRepository.ToAskBefore(work, work.Now, work.Now + Before);
            after = await FeedbackRepository.ToAskAfter(work, work.Now - Looks, work.Now);
            remind = await FeedbackRepository.ToRemind(work, work.Now - RemindAfter, work.Now - Looks, work.Now);
        }

        await Each(before, cancel, (work, occasion, people) => Ask(work, occasion, people, FeedbackMoment.Before));
        await Each(after, cancel, (work, occasion, people) => Ask(work, occasion, people, FeedbackMoment.After));
        await Each(remind, cancel, Remind);
    }

    private async Task Each(IReadOnlyList<ToAsk> people, CancellationToken cancel, Func<UnitOfWork, Occasion, IReadOnlyList<ToAsk>, Task> act)
    {
        foreach (var group in people.GroupBy(one => one.OccasionId))
        {
            cancel.ThrowIfCancellationRequested();
            await using var work = await database.Write(Actor.System);
            var occasion = await OccasionRepository.Find(work, group.Key) ?? throw new InvalidOperationException("A booking without its occasion.");
            await act(work, occasion, [.. group]);
            await work.Commit();
        }
    }

    private static async Task Ask(UnitOfWork work, Occasion occasion, IReadOnlyList<ToAsk> people, FeedbackMoment moment)
    {
        await FeedbackDesk.Ensure(work, occasion);
        var bookings = await Bookings(work, occasion);
        foreach (var one in people)
        {
            if (bookings.TryGetValue(one.BookingId, out var booking) && await FeedbackRepository.InsertSheet(work, occasion.Id, booking.Id, moment))
            {
                Write(work, occasion, booking, moment, false);
            }
        }
    }

    private static async Task Remind(UnitOfWork work, Occasion occasion, IReadOnlyList<ToAsk> people)
    {
        var bookings = await Bookings(work, occasion);
        foreach (var one in people)
        {
            if (bookings.TryGetValue(one.BookingId, out var booking) && await FeedbackRepository.MarkReminded(work, booking.Id, one.Moment))
            {
                Write(work, occasion, booking, one.Moment, true);
            }
        }
    }

    private static async Task<Dictionary<long, Booking>> Bookings(UnitOfWork work, Occasion occasion) =>
        (await BookingRepository.In(work, occasion.Id, [BookingState.Confirmed, BookingState.Attended])).ToDictionary(booking => booking.Id);

    private static void Write(UnitOfWork work, Occasion occasion, Booking booking, FeedbackMoment moment, bool again) =>
        work.Mail(
            new Recipient(booking.PersonId, booking.Email, booking.Name, booking.Language),
            new FeedbackAsked(occasion.Title, moment == FeedbackMoment.Before, again, BookingRoutes.Feedback(booking.Secret, moment == FeedbackMoment.Before ? "before" : "after")),
            nameof(Booking), booking.Id);
}
