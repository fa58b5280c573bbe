using System.Text.Json;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;

namespace GrantsPortal.Web.Bookings;

/// <summary>A date as search engines read it (schema.org <c>Event</c> and <c>CourseInstance</c>), as JSON-LD: data, which no browser runs.</summary>
public static class OccasionData
{
    /// <summary>What is public of a date, in JSON that can stand in a page: what means something in HTML is escaped.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <param name="sessions">Its sessions.</param>
    /// <param name="portal">Address of the portal.</param>
    /// <param name="city">The city's name.</param>
    /// <param name="now">The instant, in UTC.</param>
    public static string Json(Occasion occasion, IReadOnlyList<OccasionSession> sessions, string portal, string city, DateTimeOffset now, OccasionFee? fee = null)
    {
        var url = portal.TrimEnd('/') + occasion.Path;
        var coming = sessions.Where(session => session.CancelledAt is null).ToList();
        var written = Meeting(coming, url);
        written["@context"] = "https://schema.org";
        written["@type"] = occasion.Kind == OccasionKind.Run ? "CourseInstance" : "Event";
        written["name"] = occasion.Title;
        written["url"] = url;
        written["eventStatus"] = "https://schema.org/" + (occasion.State == OccasionState.Cancelled ? "EventCancelled" : "EventScheduled");
        written["organizer"] = new Dictionary<string, object> { ["@type"] = "GovernmentOrganization", ["name"] = city, ["url"] = portal };
        written["maximumAttendeeCapacity"] = occasion.Capacity;
        written["remainingAttendeeCapacity"] = occasion.Seats.FreeFor(false, now);
        written["isAccessibleForFree"] = fee is not { PriceMinor: > 0 };
        if (fee is { PriceMinor: > 0 })
        {
            var availability = occasion.Seats.FreeFor(false, now) > 0 ? "InStock" : "SoldOut";
            written["offers"] = new Dictionary<string, object> { ["@type"] = "Offer", ["price"] = fee.Price.Amount, ["priceCurrency"] = fee.Currency, ["url"] = url, ["availability"] = "https://schema.org/" + availability };
        }

        if (occasion.Kind == OccasionKind.Run)
        {
            written["courseMode"] = Modes(coming).Select(mode => mode == SessionMode.Online ? "online" : "onsite").Distinct().ToList();
        }

        if (coming.Count > 1)
        {
            written["subEvent"] = coming.Select(session =>
            {
                var part = Meeting([session], url);
                part["@type"] = "Event";
                part["name"] = session.Title.Length > 0 ? session.Title : occasion.Title;
                return part;
            }).ToList();
        }

        return JsonSerializer.Serialize(written);
    }

    private static Dictionary<string, object> Meeting(IReadOnlyList<OccasionSession> sessions, string url)
    {
        Dictionary<string, object> meeting = [];
        if (sessions.Count == 0)
        {
            return meeting;
        }

        var modes = Modes(sessions);
        meeting["startDate"] = Local(sessions[0].StartsAt, sessions[0].Zone);
        meeting["endDate"] = Local(sessions.Max(session => session.EndsAt), sessions[0].Zone);
        meeting["eventAttendanceMode"] = "https://schema.org/" + (modes.Count > 1 ? "Mixed" : modes.Single() == SessionMode.Online ? "Online" : "Offline") + "EventAttendanceMode";
        meeting["location"] = (List<object>)
        [
            .. sessions.Where(session => session.VenueName.Length > 0).DistinctBy(session => (session.VenueName, session.VenueAddress))
                .Select(session => new Dictionary<string, object> { ["@type"] = "Place", ["name"] = session.VenueName, ["address"] = session.VenueAddress.ReplaceLineEndings(", ") }),
            .. modes.Contains(SessionMode.Online) ? [new Dictionary<string, object> { ["@type"] = "VirtualLocation", ["url"] = url }] : Array.Empty<object>(),
        ];
        return meeting;
    }

    private static HashSet<SessionMode> Modes(IReadOnlyList<OccasionSession> sessions) =>
        [.. sessions.SelectMany(session => session.Mode == SessionMode.Both ? [SessionMode.InPerson, SessionMode.Online] : new[] { session.Mode })];

    private static string Local(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
