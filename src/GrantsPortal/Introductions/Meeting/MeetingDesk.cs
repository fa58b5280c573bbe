using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Meeting;

/// <summary>Keeps who agrees to be told whom to meet, and to be named to them. Whoever holds a booking's link acts for it.</summary>
public sealed class MeetingDesk(PortalDatabase database, Vocabulary vocabulary)
{
    /// <summary>
    /// Agrees, with what the person cares about (as <see cref="MeetingWish.Kept"/>; what is not of the city's lists is left out). Refused like
    /// <see cref="MeetingRules.MayAgree"/>; null when there is no such booking.
    /// </summary>
    public async Task<Outcome?> Agree(Actor actor, string secret, IReadOnlyList<string> interests)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking || await OccasionRepository.Find(work, booking.OccasionId) is not { } occasion)
        {
            return null;
        }

        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in new[] { EntryKind.Theme, EntryKind.Group })
        {
            offered.UnionWith((await vocabulary.Of(work, kind)).Select(words => MeetingWish.Kept(kind, words)));
        }

        var chosen = interests.Where(offered.Contains).Distinct().ToList();
        if (MeetingRules.MayAgree(occasion, booking, chosen, work.Now) is { } against)
        {
            return against;
        }

        await MeetingRepository.Put(work, new MeetingWish { BookingId = booking.Id, OccasionId = booking.OccasionId, Interests = CodeList.Kept(chosen), AgreedAt = work.Now });
        work.Audit("meeting.agreed", nameof(Booking), booking.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Takes it back, which holds at once; null when there is no such booking.</summary>
    public async Task<Outcome?> TakeBack(Actor actor, string secret)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking)
        {
            return null;
        }

        if (await MeetingRepository.Drop(work, booking.Id) > 0)
        {
            work.Audit("meeting.taken-back", nameof(Booking), booking.Id);
            await work.Commit();
        }

        return Outcome.Ok;
    }
}
