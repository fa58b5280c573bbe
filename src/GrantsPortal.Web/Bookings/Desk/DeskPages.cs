using GrantsPortal.Bookings;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>An occasion on the desk, with everybody who booked.</summary>
public sealed record OccasionPage(OccasionFrame Frame, IReadOnlyList<OccasionSession> Sessions, IReadOnlyList<BookingRow> Bookings, IReadOnlyList<BookingRow> Ended)
{
    /// <summary>How many are in a state.</summary>
    public int In(BookingState state) => Bookings.Count(booking => booking.State == state);
}

/// <summary>Where it is noted who came to a session, and its sign-in sheet.</summary>
public sealed record AttendancePage(OccasionFrame Frame, OccasionSession Session, IReadOnlyList<BookingRow> Bookings, IReadOnlyDictionary<long, bool> Noted);

/// <summary>A session on the desk.</summary>
public sealed record SessionPage(OccasionFrame Frame, OccasionSession? Session, SessionForm Form);
