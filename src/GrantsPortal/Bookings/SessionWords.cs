using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Bookings;

/// <summary>Sessions as people read them.</summary>
public static class SessionWords
{
    /// <summary>"Friday 4 December 2026, 10:00 – 12:30 (GMT)", in the session's own zone.</summary>
    public static string When(OccasionSession session, CultureInfo? culture = null)
    {
        var words = Instants.Long(session.StartsAt, session.Zone, culture);
        var (start, end) = (TimeZoneInfo.ConvertTime(session.StartsAt, session.Zone), TimeZoneInfo.ConvertTime(session.EndsAt, session.Zone));
        var zone = words.LastIndexOf(" (", StringComparison.Ordinal);
        var until = start.Date == end.Date ? end.ToString("HH:mm", CultureInfo.InvariantCulture) : Instants.Short(session.EndsAt, session.Zone, culture);
        return $"{words[..zone]} – {until}{words[zone..]}";
    }
}
