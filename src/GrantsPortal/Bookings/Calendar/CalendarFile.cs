using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>Writes calendar files (RFC 5545), invitations among them (RFC 5546).</summary>
public static class CalendarFile
{
    /// <summary>The type of a calendar file.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>
    /// The file in UTF-8. Times stand on the clock of each entry's own zone, whose rules go with them, so that they hold
    /// across a change to or from daylight-saving time on any device.
    /// </summary>
    /// <param name="entries">What it holds.</param>
    /// <param name="method">What it is for.</param>
    /// <param name="name">What a calendar that follows it is called; null for a file that nobody follows.</param>
    public static byte[] Write(IReadOnlyList<CalendarEntry> entries, CalendarMethod method, string? name = null)
    {
        var file = new Ical.Net.Calendar { Method = method.ToString().ToUpperInvariant(), ProductId = "-//GrantsPortal//Calendar//EN" };
        if (name is not null)
        {
            file.AddProperty("X-WR-CALNAME", name);
            file.AddProperty("NAME", name);
            var refresh = new CalendarProperty("REFRESH-INTERVAL", "PT6H");
            refresh.AddParameter("VALUE", "DURATION");
            file.AddProperty(refresh);
            file.AddProperty("X-PUBLISHED-TTL", "PT6H");
        }

        foreach (var zone in entries.GroupBy(entry => entry.TimeZone).Where(zone => !IsUniversal(zone.Key)))
        {
            file.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, zone.Min(entry => entry.Starts).UtcDateTime.AddYears(-1), includeHistoricalData: false));
        }

        foreach (var entry in entries)
        {
            file.Events.Add(Event(entry));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(file)!);
    }

    private static CalendarEvent Event(CalendarEntry entry)
    {
        var written = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            DtStamp = Universal(entry.Stamp),
            Start = Local(entry.Starts, entry.TimeZone),
            End = entry.Ends is { } ends ? Local(ends, entry.TimeZone) : null,
            Summary = entry.Summary,
            Status = entry.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = entry.Ends is null || entry.Cancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
        };
        if (entry.Location.Length > 0)
        {
            written.Location = entry.Location;
        }

        if (entry.Description.Length > 0)
        {
            written.Description = entry.Description;
        }

        if (entry.Link is { } link)
        {
            written.Url = link;
        }

        if (entry.Organiser is { } organiser)
        {
            written.Organizer = new Organizer("mailto:" + organiser.Address) { CommonName = organiser.Name };
        }

        if (entry.Guest is { } guest)
        {
            // They asked for the place themselves: no answer is wanted, and the calendar need not ask.
            written.Attendees.Add(new Attendee("mailto:" + guest.Address)
            {
                CommonName = guest.Name,
                Rsvp = false,
                ParticipationStatus = EventParticipationStatus.Accepted,
                Role = ParticipationRole.RequiredParticipant,
                Type = "INDIVIDUAL",
            });
        }

        return written;
    }

    /// <summary>The instant on the clock of a zone; in UTC where that clock shows the same time twice and the second is meant, which no local time can say.</summary>
    private static CalDateTime Local(DateTimeOffset instant, string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var there = TimeZoneInfo.ConvertTime(instant, zone);
        return IsUniversal(id) || (zone.IsAmbiguousTime(there.DateTime) && there.Offset != zone.GetAmbiguousTimeOffsets(there.DateTime).Max())
            ? Universal(instant)
            : new CalDateTime(there.DateTime, id);
    }

    private static CalDateTime Universal(DateTimeOffset instant) => new(instant.UtcDateTime, "UTC");

    private static bool IsUniversal(string zone) => zone is "UTC" or "Etc/UTC" or "Etc/GMT" or "GMT" or "Etc/UCT" or "Zulu";
}
