using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Door;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>The door of an occasion.</summary>
/// <param name="Frame">The occasion.</param>
/// <param name="Sessions">Its sessions that take place.</param>
/// <param name="Session">The one the door is for; null when none takes place.</param>
/// <param name="People">Everybody on the list.</param>
/// <param name="ToLookAt">Scans that a device answered otherwise than the portal would have.</param>
/// <param name="Answer">What the door just said.</param>
/// <param name="Query">The name that was looked for.</param>
/// <param name="Against">Why nobody can be let in now; null when people can.</param>
public sealed record DoorPage(
    OccasionFrame Frame, IReadOnlyList<OccasionSession> Sessions, OccasionSession? Session, IReadOnlyList<DoorEntry> People, IReadOnlyList<ScanRow> ToLookAt, DoorResult? Answer, string? Query, string? Against)
{
    /// <summary>A part of the door's address.</summary>
    public string At(string part) => OccasionRoutes.At(Frame.Occasion.Id, "check-in" + part);

    /// <summary>The zone its times are said in.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Frame.Occasion.TimeZone);
}

/// <summary>Badges for printing.</summary>
public sealed record BadgesPage(OccasionFrame Frame, IReadOnlyList<BookingRow> People);

/// <summary>What a device sends.</summary>
public sealed class ScansForm
{
    /// <summary>The session, as text: a browser's numbers are too short for ids.</summary>
    public string Session { get; set; } = "";

    /// <summary>The scans.</summary>
    public List<ScanForm> Scans { get; set; } = [];
}

/// <summary>A scan as a device sends it.</summary>
public sealed class ScanForm
{
    /// <summary>Made by the device.</summary>
    public string Id { get; set; } = "";

    /// <summary>The code read or typed.</summary>
    public string? Code { get; set; }

    /// <summary>The booking chosen by name.</summary>
    public string? Booking { get; set; }

    /// <summary>When, by the device's clock.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Whether the device had no line.</summary>
    public bool Offline { get; set; }

    /// <summary>Whether it said yes then.</summary>
    public bool LetIn { get; set; }

    /// <summary>What the use case takes.</summary>
    public DoorScan Read() => new(Id, Code, long.TryParse(Booking, System.Globalization.CultureInfo.InvariantCulture, out var booking) ? booking : null, At, Offline, LetIn);
}

/// <summary>What a device is told of a scan.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="Answer">What the door says; null when it was refused.</param>
/// <param name="Booking">The booking.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Organisation">The organisation they come from.</param>
/// <param name="InSince">When they came in.</param>
/// <param name="EndedAt">When the place was given up.</param>
/// <param name="Refused">Why nobody can be let in.</param>
public sealed record ScanAnswer(string Scan, string? Answer, string? Booking, string? Name, string? Organisation, DateTimeOffset? InSince, DateTimeOffset? EndedAt, string? Refused);

/// <summary>How the door says its answers.</summary>
public static class DoorWords
{
    /// <summary>Every answer with its word, its English sentence ({0} a time) and its colour.</summary>
    public static readonly IReadOnlyDictionary<DoorAnswer, (string Word, string Why, string Kind)> All = new Dictionary<DoorAnswer, (string, string, string)>
    {
        [DoorAnswer.In] = ("Yes", "Checked in at {0}", "yes"),
        [DoorAnswer.AlreadyIn] = ("Already here", "Checked in at {0} before. If this is somebody else, ask for their name.", "known"),
        [DoorAnswer.Cancelled] = ("No", "Cancelled on {0}: this place was given up. Speak to the person.", "no"),
        [DoorAnswer.Waiting] = ("No", "On the waiting list: there is no place for them yet.", "no"),
        [DoorAnswer.Requested] = ("No", "They asked to take part, and nobody answered yet.", "no"),
        [DoorAnswer.NotPaid] = ("No", "The place is held for them and not paid.", "no"),
        [DoorAnswer.NotHere] = ("No", "This is no ticket of this date. Look for the name.", "no"),
    };

    /// <summary>What stands in the list beside somebody who cannot come in.</summary>
    public static string Short(DoorAnswer answer) => answer switch
    {
        DoorAnswer.Cancelled => "Cancelled",
        DoorAnswer.Waiting => "Waiting list",
        DoorAnswer.Requested => "Not answered yet",
        DoorAnswer.NotPaid => "Not paid",
        _ => "",
    };
}
