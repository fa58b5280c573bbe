namespace GrantsPortal.Bookings.Calendar;

/// <summary>The last that somebody's calendar was told of a session.</summary>
public sealed class SentInvitation
{
    /// <summary>The booking that is asked about.</summary>
    public long ForBookingId { get; init; }

    /// <summary>The booking it was told for: the same, or an earlier one of the same address.</summary>
    public long BookingId { get; init; }

    /// <summary>The session.</summary>
    public long SessionId { get; init; }

    /// <summary>The number it was told under.</summary>
    public int Sequence { get; init; }

    /// <summary>The version of the session that was told.</summary>
    public int SessionVersion { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool Cancelled { get; init; }
}

/// <summary>What somebody's calendar has to be told of a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="Method">To put it in, or to take it out.</param>
/// <param name="Sequence">The number to say it under.</param>
public sealed record InvitationNews(OccasionSession Session, CalendarMethod Method, int Sequence);

/// <summary>
/// What calendars are told, and under which number. An identifier is a session's, the same for all and for ever, so that a
/// person who cancels and books again finds the old entry come back. A calendar program believes only what is said under a
/// number at least as high as the last (RFC 5546 §2.1.5), so each news to a person has a higher one than the news before,
/// and never a lower one than the session's own.
/// </summary>
public static class InvitationRules
{
    /// <summary>
    /// What the calendar behind a booking does not know yet: sessions to come that are new or changed for somebody with a
    /// place, and those to be taken out because the place or the session is gone. Sessions that are over are left alone.
    /// </summary>
    /// <param name="booking">The booking as it is now.</param>
    /// <param name="sessions">Every session of its occasion, in their order.</param>
    /// <param name="sent">What this person was told, for this booking and earlier ones.</param>
    /// <param name="now">The instant, in UTC.</param>
    public static IReadOnlyList<InvitationNews> News(Booking booking, IReadOnlyList<OccasionSession> sessions, IReadOnlyCollection<SentInvitation> sent, DateTimeOffset now)
    {
        List<InvitationNews> news = [];
        foreach (var session in sessions.Where(session => session.EndsAt > now))
        {
            var told = sent.Where(one => one.SessionId == session.Id).ToList();
            var standing = told.FirstOrDefault(one => one.BookingId == booking.Id && !one.Cancelled);
            var next = Math.Max(session.Sequence, told.Count == 0 ? 0 : told.Max(one => one.Sequence) + 1);
            var comes = booking.HasPlace && session.CancelledAt is null;
            if (comes && standing?.SessionVersion != session.Version)
            {
                news.Add(new InvitationNews(session, CalendarMethod.Request, next));
            }
            else if (!comes && standing is not null)
            {
                news.Add(new InvitationNews(session, CalendarMethod.Cancel, next));
            }
        }

        return news;
    }
}
