using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions.Meeting;

/// <summary>Who agreed to be told whom to meet.</summary>
public static class MeetingRepository
{
    private const string Columns = "w.BookingId, w.OccasionId, w.Interests, w.AgreedAt, w.MailedAt";

    /// <summary>The most who are looked at for one occasion.</summary>
    public const int MostGuests = 200;

    /// <summary>The wish of a booking; or null.</summary>
    public static Task<MeetingWish?> Find(UnitOfWork work, long booking) =>
        work.Find<MeetingWish>($"SELECT {Columns} FROM MeetingWish w WHERE w.BookingId = @booking", new { booking });

    /// <summary>Keeps that somebody agrees, and what they care about.</summary>
    public static async Task Put(UnitOfWork work, MeetingWish wish)
    {
        if (await work.Execute("UPDATE MeetingWish SET Interests = @Interests WHERE BookingId = @BookingId", new { wish.BookingId, wish.Interests }) == 0)
        {
            await work.Execute(
                "INSERT INTO MeetingWish (BookingId, OccasionId, Interests, AgreedAt) VALUES (@BookingId, @OccasionId, @Interests, @AgreedAt)", new { wish.BookingId, wish.OccasionId, wish.Interests, wish.AgreedAt });
        }
    }

    /// <summary>Forgets that somebody agreed.</summary>
    public static Task<int> Drop(UnitOfWork work, long booking) => work.Execute("DELETE FROM MeetingWish WHERE BookingId = @booking", new { booking });

    /// <summary>The wishes of those who have a place, in the order of agreeing; at most <see cref="MostGuests"/>.</summary>
    public static Task<IReadOnlyList<MeetingWish>> Of(UnitOfWork work, long occasion) =>
        work.List<MeetingWish>(
            $"""
            SELECT {Columns} FROM MeetingWish w JOIN Booking b ON b.Id = w.BookingId
            WHERE w.OccasionId = @occasion AND b.State IN ('Confirmed', 'Attended')
            ORDER BY w.AgreedAt, w.BookingId
            {Dialect.Page}
            """,
            new { occasion, take = MostGuests });

    /// <summary>Occasions that start between two instants and have somebody to be told; at most 50.</summary>
    public static Task<IReadOnlyList<long>> ToTell(UnitOfWork work, DateTimeOffset from, DateTimeOffset to) =>
        work.List<long>(
            $"""
            SELECT o.Id FROM Occasion o
            WHERE o.State = 'Published' AND o.StartsAt > @from AND o.StartsAt <= @to
                AND EXISTS (SELECT 1 FROM MeetingWish w JOIN Booking b ON b.Id = w.BookingId AND b.State = 'Confirmed' WHERE w.OccasionId = o.Id AND w.MailedAt IS NULL)
            ORDER BY o.StartsAt, o.Id
            {Dialect.Page}
            """,
            new { from, to, take = 50 });

    /// <summary>Notes that somebody was told; false when they had been.</summary>
    public static Task<bool> MarkMailed(UnitOfWork work, long booking) =>
        work.Guarded("UPDATE MeetingWish SET MailedAt = @now WHERE BookingId = @booking AND MailedAt IS NULL", new { booking, now = work.Now });

    /// <summary>Forgets the wishes of occasions that were over before an instant.</summary>
    public static Task<int> ForgetBefore(UnitOfWork work, DateTimeOffset instant) =>
        work.Execute("DELETE FROM MeetingWish WHERE OccasionId IN (SELECT o.Id FROM Occasion o WHERE o.EndsAt < @instant)", new { instant });

    /// <summary>Those who agreed, with what they offer and seek, and whom each is to meet; in a fixed number of queries.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<ToMeet>>> Proposals(UnitOfWork work, long occasion, DateOnly today)
    {
        var wishes = await Of(work, occasion);
        var sight = await TableRepository.Sight(work, occasion);
        var guests = sight.Guests.ToDictionary(guest => guest.Id);
        long[] organisations = [.. wishes.Select(wish => guests.GetValueOrDefault(wish.BookingId)?.OrganisationId).OfType<long>().Distinct()];
        var visible = (await PartnerRepository.Profiles(work, organisations)).Where(profile => profile.Visible).Select(profile => profile.OrganisationId).ToHashSet();
        var entries = (await PartnerRepository.Entries(work, organisations, today)).ToLookup(entry => entry.OrganisationId);
        return MeetingRules.Propose([.. wishes.Where(wish => guests.ContainsKey(wish.BookingId)).Select(wish => Guest(wish, guests[wish.BookingId], visible, entries))], sight.Ask.Known);
    }

    /// <summary>An organisation that is not shown to others is not named here either, nor is what it offers and seeks used.</summary>
    private static MeetingGuest Guest(MeetingWish wish, SeatedGuest guest, HashSet<long> visible, ILookup<long, PartnerEntry> entries)
    {
        var shown = guest.OrganisationId is { } id && visible.Contains(id);
        var held = MatchPartner.Of(guest.Id, guest.Name, shown ? guest.District : null, shown ? entries[guest.OrganisationId!.Value] : []);
        return new MeetingGuest(guest.Id, guest.Name, shown ? guest.Organisation : null, held with { Terms = [.. held.Terms, .. wish.Terms] });
    }
}
