using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings;

/// <summary>A session as an e-mail says it.</summary>
/// <param name="When">Weekday, date, time and zone.</param>
/// <param name="Where">Venue and address, or that it is online.</param>
/// <param name="Access">What is to be known of getting in; may be empty.</param>
/// <param name="JoinLink">Where one joins online; null unless the reader has a place.</param>
public sealed record SessionLine(string When, string Where, string Access, string? JoinLink)
{
    /// <summary>For previews.</summary>
    internal static readonly IReadOnlyList<SessionLine> Samples =
    [
        new("Friday 4 December 2026, 10:00 to 12:30 (GMT)", "Harbour Library, 3 Quay Street", "Step-free entrance. Hearing loop.", null),
        new("Friday 11 December 2026, 10:00 to 12:30 (GMT)", "Online", "", "https://meet.example/riverton"),
    ];
}

/// <summary>Somebody of a party, as an e-mail to who asked says it.</summary>
public sealed record PartyLine(string Name, bool Confirmed, bool Waiting, bool Requested)
{
    /// <summary>Whether a place is held until it is paid.</summary>
    public bool ToPay { get; init; }
}

/// <summary>A message that names a ticket, and whose HTML version shows its QR code.</summary>
public interface ITicketMessage
{
    /// <summary>The ticket's code.</summary>
    string TicketCode { get; }
}

/// <summary>Where a booking stands now; to the person it is for.</summary>
public sealed record BookingMade(
    string Title, string Reference, bool Confirmed, bool Waiting, bool Requested, bool ToPay, int Ahead, string BookedBy, IReadOnlyList<SessionLine> Sessions, string TicketCode, string Path) : Message, ITicketMessage
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static BookingMade Sample => new("Listening across difference", "BK-2026-0012", true, false, false, false, 0, "Olivia Bennett", SessionLine.Samples, "7QK2M9XA4D1P", "/bookings/SECRET");
}

/// <summary>What came of asking for several, or for somebody else; to who asked.</summary>
public sealed record PartyAnswered(string Title, IReadOnlyList<PartyLine> People, bool Together, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PartyAnswered Sample => new("Listening across difference", [new("Amina Yusuf", true, false, false), new("Tom Reed", false, true, false)], false, "/bookings/party/SECRET");
}

/// <summary>Places came free for people on the waiting list; to who asked for them.</summary>
public sealed record PlaceOffered(string Title, IReadOnlyList<string> People, DateTimeOffset Until, IReadOnlyList<SessionLine> Sessions, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PlaceOffered Sample => new("Listening across difference", ["Tom Reed"], new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero), SessionLine.Samples, "/bookings/party/SECRET");
}

/// <summary>A booking ended; to the person it was for.</summary>
public sealed record BookingEnded(string Title, string Reference, string Reason, string? Words, string? When, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview; <c>Reason</c> is a name of <see cref="BookingEnd"/>.</summary>
    public static BookingEnded Sample => new("Listening across difference", "BK-2026-0012", nameof(BookingEnd.NotApproved), "This run is for faith leaders; the next is for everybody.", "Friday 4 December 2026, 10:00 (GMT)", "/training/listening-across-difference");
}

/// <summary>Times or places changed; to everybody who has a place, waits or asked.</summary>
public sealed record OccasionChanged(string Title, string Change, IReadOnlyList<SessionLine> Sessions, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview; <c>Change</c> is <c>added</c>, <c>moved</c> or <c>dropped</c>.</summary>
    public static OccasionChanged Sample => new("Listening across difference", "moved", SessionLine.Samples, "/bookings/SECRET");
}

/// <summary>Brings a booking to mind, a week and a day before.</summary>
public sealed record BookingReminder(string Title, bool Tomorrow, IReadOnlyList<SessionLine> Sessions, string TicketCode, string Path) : Message, ITicketMessage
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static BookingReminder Sample => new("Listening across difference", false, SessionLine.Samples, "7QK2M9XA4D1P", "/bookings/SECRET");
}

/// <summary>Another date opened; to those who wanted to hear of it.</summary>
public sealed record NextOpened(string Title, string When, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static NextOpened Sample => new("Listening across difference", "Friday 4 December 2026, 10:00 (GMT)", "/training/listening-across-difference");
}
