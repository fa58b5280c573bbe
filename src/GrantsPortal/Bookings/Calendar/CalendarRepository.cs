using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>What calendars were told, and the addresses they follow.</summary>
public static class CalendarRepository
{
    /// <summary>Bookings by their ids.</summary>
    public static Task<IReadOnlyList<Booking>> Bookings(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<Booking>(
            """
            SELECT b.Id, b.Reference, b.OccasionId, b.PartyId, b.PersonId, b.Name, b.Email, b.NormalizedEmail, b.Language, b.State, b.HeldUntil, b.Secret,
                b.TicketCode, b.CreatedAt, b.ConfirmedAt, b.EndedAt, b.EndReason, b.Version
            FROM Booking b
            WHERE b.Id IN @ids
            """,
            new { ids });

    /// <summary>What the people of bookings were told, for these and for earlier bookings of the same address at the same occasion.</summary>
    public static Task<IReadOnlyList<SentInvitation>> Sent(UnitOfWork work, IReadOnlyCollection<long> bookings) =>
        work.List<SentInvitation>(
            """
            SELECT n.Id AS ForBookingId, i.BookingId, i.SessionId, i.Sequence, i.SessionVersion, i.Cancelled
            FROM Booking n
            JOIN Booking b ON b.OccasionId = n.OccasionId AND b.NormalizedEmail = n.NormalizedEmail
            JOIN BookingInvitation i ON i.BookingId = b.Id
            WHERE n.Id IN @bookings
            """,
            new { bookings });

    /// <summary>Notes what a calendar is told.</summary>
    public static async Task Put(UnitOfWork work, long booking, InvitationNews news)
    {
        var args = new { booking, session = news.Session.Id, sequence = news.Sequence, version = news.Session.Version, cancelled = news.Method == CalendarMethod.Cancel, now = work.Now };
        if (await work.Execute(
            "UPDATE BookingInvitation SET Sequence = @sequence, SessionVersion = @version, Cancelled = @cancelled, SentAt = @now WHERE BookingId = @booking AND SessionId = @session",
            args) == 0)
        {
            await work.Execute(
                "INSERT INTO BookingInvitation (BookingId, SessionId, Sequence, SessionVersion, Cancelled, SentAt) VALUES (@booking, @session, @sequence, @version, @cancelled, @now)",
                args);
        }
    }

    /// <summary>The secret in the address that a person's calendar follows; or null.</summary>
    public static Task<string?> Secret(UnitOfWork work, long person) =>
        work.Scalar<string>("SELECT Secret FROM CalendarFeed WHERE PersonId = @person", new { person });

    /// <summary>The person whose calendar a secret is of; null when there is none, or the account is closed.</summary>
    public static Task<long?> Person(UnitOfWork work, string secret) =>
        work.Scalar<long?>("SELECT f.PersonId FROM CalendarFeed f JOIN Person p ON p.Id = f.PersonId WHERE f.Secret = @secret AND p.DisabledAt IS NULL", new { secret });

    /// <summary>Gives a person a new address; the old one is of no use any more.</summary>
    public static async Task Renew(UnitOfWork work, long person, string secret)
    {
        var args = new { person, secret, now = work.Now };
        if (await work.Execute("UPDATE CalendarFeed SET Secret = @secret, CreatedAt = @now WHERE PersonId = @person", args) == 0)
        {
            await work.Execute("INSERT INTO CalendarFeed (PersonId, Secret, CreatedAt) VALUES (@person, @secret, @now)", args);
        }
    }

    /// <summary>Takes a person's address away.</summary>
    public static Task<int> Forget(UnitOfWork work, long person) => work.Execute("DELETE FROM CalendarFeed WHERE PersonId = @person", new { person });

    /// <summary>The bookings that a person has a place with, of occasions that ended after an instant; at most 300.</summary>
    public static Task<IReadOnlyList<Booking>> Places(UnitOfWork work, long person, DateTimeOffset since) =>
        work.List<Booking>(
            $"""
            SELECT b.Id, b.Reference, b.OccasionId, b.PartyId, b.PersonId, b.Name, b.Email, b.NormalizedEmail, b.Language, b.State, b.HeldUntil, b.Secret,
                b.TicketCode, b.CreatedAt, b.ConfirmedAt, b.EndedAt, b.EndReason, b.Version
            FROM Booking b
            JOIN Occasion o ON o.Id = b.OccasionId
            WHERE b.PersonId = @person AND b.State IN ('Confirmed', 'Attended', 'NoShow') AND o.EndsAt > @since
            ORDER BY o.StartsAt, b.Id
            {Dialect.Page}
            """,
            new { person, since, take = 300 });

    /// <summary>What a person's calendar was told of sessions that did not end before an instant, to which the feed keeps in its numbers; at most 2,000.</summary>
    public static Task<IReadOnlyList<SentInvitation>> Told(UnitOfWork work, long person, DateTimeOffset since) =>
        work.List<SentInvitation>(
            $"""
            SELECT b.Id AS ForBookingId, i.BookingId, i.SessionId, i.Sequence, i.SessionVersion, i.Cancelled
            FROM Booking b
            JOIN BookingInvitation i ON i.BookingId = b.Id
            JOIN OccasionSession s ON s.Id = i.SessionId
            WHERE b.PersonId = @person AND s.EndsAt > @since
            ORDER BY i.BookingId, i.SessionId
            {Dialect.Page}
            """,
            new { person, since, take = 2_000 });

    /// <summary>Published occasions that ended after an instant, in the order of their start; at most 500.</summary>
    public static Task<IReadOnlyList<long>> Published(UnitOfWork work, DateTimeOffset since) =>
        work.List<long>($"SELECT o.Id FROM Occasion o WHERE o.State = 'Published' AND o.EndsAt > @since ORDER BY o.StartsAt, o.Id {Dialect.Page}", new { since, take = 500 });
}
