using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Door;

/// <summary>What the door says to somebody.</summary>
public enum DoorAnswer
{
    /// <summary>Come in.</summary>
    In,

    /// <summary>Somebody with this ticket came in before.</summary>
    AlreadyIn,

    /// <summary>The place was given up.</summary>
    Cancelled,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>The request was not answered.</summary>
    Requested,

    /// <summary>Held until it is paid, and it is not.</summary>
    NotPaid,

    /// <summary>No ticket of this occasion.</summary>
    NotHere,
}

/// <summary>A ticket held up to the door, or a name chosen there.</summary>
/// <param name="ScanId">Made by the device, the same however often it is sent.</param>
/// <param name="Code">The ticket's code as read or typed.</param>
/// <param name="Booking">The booking chosen by name instead.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="Offline">Whether the device had no line and answered from its own list.</param>
/// <param name="LetIn">Whether it said yes then.</param>
public sealed record DoorScan(string ScanId, string? Code, long? Booking, DateTimeOffset At, bool Offline = false, bool LetIn = false);

/// <summary>What came of it.</summary>
public sealed record DoorResult
{
    /// <summary>The scan.</summary>
    public required string ScanId { get; init; }

    /// <summary>What the door says.</summary>
    public required DoorAnswer Answer { get; init; }

    /// <summary>The booking; null for a ticket of another occasion.</summary>
    public long? BookingId { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation they come from.</summary>
    public string? Organisation { get; init; }

    /// <summary>When it was scanned, in UTC.</summary>
    public required DateTimeOffset ScannedAt { get; init; }

    /// <summary>When they came in, in UTC; null unless they did.</summary>
    public DateTimeOffset? InSince { get; init; }

    /// <summary>When the place was given up, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the device answered by itself.</summary>
    public bool Offline { get; init; }

    /// <summary>Whether it said yes then.</summary>
    public bool LetIn { get; init; }
}

/// <summary>What the door says, and when.</summary>
public static class DoorRules
{
    /// <summary>What the door says to whoever holds a booking.</summary>
    /// <param name="booking">The booking as it is now; null when the ticket is of no booking here.</param>
    /// <param name="here">Whether they came in before.</param>
    public static DoorAnswer Answer(Booking? booking, bool here) => booking?.State switch
    {
        null => DoorAnswer.NotHere,
        BookingState.Cancelled => DoorAnswer.Cancelled,
        BookingState.Waitlisted => DoorAnswer.Waiting,
        BookingState.Requested => DoorAnswer.Requested,
        BookingState.AwaitingPayment => DoorAnswer.NotPaid,
        _ => here ? DoorAnswer.AlreadyIn : DoorAnswer.In,
    };

    /// <summary>What is wrong with a scan: <c>door.scan-unknown</c> when a device named it in no form of ours, <c>door.nothing-given</c> without code and booking.</summary>
    public static Refusal? Check(DoorScan scan) =>
        scan.ScanId.Length is < 8 or > 40 || !scan.ScanId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? new Refusal("door.scan-unknown")
        : scan.Booking is null && BookingCodes.Read(scan.Code).Length == 0 ? new Refusal("door.nothing-given").At("Q")
        : null;

    /// <summary>When a scan was made: as the device says, but not later than now and not earlier than the door may open, since clocks of devices go wrong.</summary>
    public static DateTimeOffset When(DateTimeOffset said, OccasionSession session, DateTimeOffset now)
    {
        var opens = session.StartsAt - Opens;
        return said > now ? now : said < opens && opens < now ? opens : said;
    }

    /// <summary>The session that a door is for by itself: the one that is on or begins next, else the last; null when none takes place.</summary>
    public static OccasionSession? Session(IReadOnlyList<OccasionSession> sessions, DateTimeOffset now) =>
        sessions.FirstOrDefault(session => session.CancelledAt is null && session.EndsAt > now) ?? sessions.LastOrDefault(session => session.CancelledAt is null);

    /// <summary>How long before a session people are let in, as <see cref="BookingRules.MayNote"/> has it.</summary>
    public static readonly TimeSpan Opens = TimeSpan.FromHours(1);

    /// <summary>Until when a device may keep the list of those who come.</summary>
    public static DateTimeOffset KeepUntil(Occasion occasion) => (occasion.EndsAt ?? default).AddHours(12);
}
