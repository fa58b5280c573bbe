namespace GrantsPortal.Bookings;

/// <summary>Where bookings' pages are.</summary>
public static class BookingRoutes
{
    /// <summary>The person's own bookings, and those they made for others.</summary>
    public const string Mine = "/my/bookings";

    /// <summary>Begins the pages that a link in an e-mail leads to.</summary>
    public const string Links = "/bookings";

    /// <summary>One booking, by the secret in its link: shows, and holds the button that cancels.</summary>
    public static string One(string secret) => $"{Links}/{secret}";

    /// <summary>Cancels a booking by its secret; POST.</summary>
    public static string Cancel(string secret) => $"{Links}/{secret}/cancel";

    /// <summary>Where whoever holds a booking's secret rates themself (<c>before</c>) or gives feedback (<c>after</c>).</summary>
    public static string Feedback(string secret, string moment) => $"{Links}/{secret}/feedback/{moment}";

    /// <summary>A file for whoever holds a booking's secret.</summary>
    public static string Material(string secret, long id) => FormattableString.Invariant($"{Links}/{secret}/materials/{id}");

    /// <summary>Everybody asked for together, by the secret in the link of who asked.</summary>
    public static string Party(string secret) => $"{Links}/party/{secret}";

    /// <summary>Takes the places offered; POST.</summary>
    public static string Take(string secret) => $"{Links}/party/{secret}/take";

    /// <summary>Refuses the places offered; POST.</summary>
    public static string Decline(string secret) => $"{Links}/party/{secret}/decline";

    /// <summary>A booking's sessions as a calendar file.</summary>
    public static string File(string secret) => $"{Links}/{secret}/calendar.ics";

    /// <summary>The QR code of a booking's ticket, as a picture.</summary>
    public static string Ticket(string secret) => $"{Links}/{secret}/ticket.svg";

    /// <summary>The public calendar: courses, events, closing dates.</summary>
    public const string PublicCalendar = "/calendar.ics";

    /// <summary>A person's calendar, which programs follow by its secret address.</summary>
    public static string OwnCalendar(string secret) => $"/calendar/{secret}.ics";

    /// <summary>Makes the address of one's own calendar, or a new one; POST.</summary>
    public const string RenewCalendar = $"{Mine}/calendar";

    /// <summary>Gives a place to a colleague.</summary>
    public static string Give(string reference) => $"{Mine}/{reference}/give";

    /// <summary>Moves a place to another date.</summary>
    public static string Move(string reference) => $"{Mine}/{reference}/move";

    /// <summary>The page where places at an occasion are asked for.</summary>
    public static string Ask(long occasion) => FormattableString.Invariant($"{Mine}/new/{occasion}");

    /// <summary>Keeps or forgets the wish to hear of the next occasion; POST.</summary>
    public const string Interest = $"{Mine}/interest";
}
