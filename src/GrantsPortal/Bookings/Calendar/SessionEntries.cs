using GrantsPortal.Platform.Text;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>Sessions as calendars show them.</summary>
public static class SessionEntries
{
    /// <summary>A session as anybody may see it: no joining link, nobody invited.</summary>
    public static CalendarEntry Of(Occasion occasion, OccasionSession session, Uri link, DateTimeOffset stamp) => new()
    {
        Uid = session.Uid,
        Sequence = session.Sequence,
        Stamp = stamp,
        Starts = session.StartsAt,
        Ends = session.EndsAt,
        TimeZone = session.TimeZone,
        Summary = session.Title.Length > 0 ? $"{occasion.Title}: {session.Title}" : occasion.Title,
        Location = string.Join(", ", new[] { session.VenueName, session.VenueAddress.ReplaceLineEndings(", ") }.Where(part => part.Length > 0)),
        Description = string.Join("\n", new[] { session.VenueNote, link.ToString() }.Where(part => part.Length > 0)),
        Link = link,
        Cancelled = session.CancelledAt is not null || occasion.State == OccasionState.Cancelled,
    };

    /// <summary>The same for somebody with a booking: where to join if they have a place, and the link to their booking.</summary>
    public static CalendarEntry For(Booking booking, Occasion occasion, OccasionSession session, Uri link, TextsIn texts, DateTimeOffset stamp)
    {
        var join = booking.HasPlace ? session.JoinLink : null;
        return Of(occasion, session, link, stamp) with
        {
            Location = string.Join("; ", new[] { Of(occasion, session, link, stamp).Location, join ?? (session.Mode == SessionMode.Online ? texts["Online"] : "") }.Where(part => part.Length > 0)),
            Description = string.Join("\n", new[]
            {
                texts["Your booking: {0}", booking.Reference],
                session.VenueNote,
                join is null ? "" : texts["Join here: {0}", join],
                booking.HasPlace ? texts["Ticket, changes, and cancelling with one button: {0}", link] : "",
            }.Where(part => part.Length > 0)),
        };
    }
}
