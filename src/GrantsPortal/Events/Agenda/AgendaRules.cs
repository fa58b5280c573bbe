using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Events.Agenda;

/// <summary>What holds of agendas and speakers.</summary>
public static class AgendaRules
{
    /// <summary>Most lines of an agenda.</summary>
    public const int MostItems = 200;

    /// <summary>Most tracks beside one another.</summary>
    public const int MostTracks = 6;

    /// <summary>Most characters of a title, a name or a room.</summary>
    public const int Characters = 200;

    /// <summary>
    /// What is wrong with a line: <c>event.not-staff</c>, <c>agenda.too-many</c> (most); at its field <c>agenda.title-missing</c>,
    /// <c>agenda.start-missing</c>, <c>agenda.end-missing</c>, <c>agenda.ends-before</c>, <c>agenda.outside</c>,
    /// <c>agenda.tracks-many</c> (most), <c>session.link-wrong</c>.
    /// </summary>
    /// <param name="actor">Who writes it.</param>
    /// <param name="item">The line; default instants where none was typed.</param>
    /// <param name="others">The other lines.</param>
    /// <param name="sessions">The sessions that take place; a line lies within one.</param>
    public static IReadOnlyList<Refusal> Check(Actor actor, AgendaItem item, IReadOnlyCollection<AgendaItem> others, IReadOnlyCollection<OccasionSession> sessions)
    {
        if (!BookingRules.IsStaff(actor))
        {
            return [new Refusal("event.not-staff")];
        }

        List<Refusal> wrong = [];
        void Holds(bool holds, string code, string field, params object?[] args)
        {
            if (!holds)
            {
                wrong.Add(new Refusal(code, args).At(field));
            }
        }

        if (others.Count >= MostItems)
        {
            wrong.Add(new Refusal("agenda.too-many", MostItems));
        }

        Holds(!string.IsNullOrWhiteSpace(item.Title), "agenda.title-missing", "Title");
        Holds(item.StartsAt != default, "agenda.start-missing", "StartsAt");
        Holds(item.EndsAt != default, "agenda.end-missing", "EndsAt");
        if (item.StartsAt != default && item.EndsAt != default)
        {
            Holds(item.EndsAt > item.StartsAt, "agenda.ends-before", "EndsAt");
            Holds(!IsOutside(item, sessions), "agenda.outside", "StartsAt");
        }

        var tracks = others.Select(other => other.Track).Append(item.Track).Where(track => track.Length > 0).Distinct(StringComparer.Ordinal).Count();
        Holds(item.Track.Length == 0 || tracks <= MostTracks, "agenda.tracks-many", "Track", MostTracks);
        Holds(item.JoinLink is null || (Uri.TryCreate(item.JoinLink, UriKind.Absolute, out var link) && link.Scheme == "https"), "session.link-wrong", "JoinLink");
        return wrong;
    }

    /// <summary>Whether a line lies in none of the sessions, such as after one was moved.</summary>
    public static bool IsOutside(AgendaItem item, IReadOnlyCollection<OccasionSession> sessions) =>
        !sessions.Any(session => session.CancelledAt is null && item.StartsAt >= session.StartsAt && item.EndsAt <= session.EndsAt);

    /// <summary>What is wrong with a speaker: <c>event.not-staff</c>; at its field <c>speaker.name-missing</c>, <c>speaker.consent-ahead</c>.</summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, Speaker speaker, DateOnly today) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("event.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(speaker.Name) ? [new Refusal("speaker.name-missing").At("Name")] : Array.Empty<Refusal>(),
            .. speaker.ConsentOn > today ? [new Refusal("speaker.consent-ahead").At("ConsentOn")] : Array.Empty<Refusal>(),
        ];

    /// <summary>Those who may be named on public pages: who agreed.</summary>
    public static IReadOnlyList<Speaker> Public(IEnumerable<Speaker> speakers) => [.. speakers.Where(speaker => speaker.ConsentOn is not null)];

    /// <summary>
    /// An agenda as a table: a row for each time at which something starts, a column for each track in the order in which they
    /// first come up.
    /// </summary>
    public static Timetable Table(IReadOnlyList<AgendaLine> lines, TimeZoneInfo zone)
    {
        var ordered = lines.OrderBy(line => line.Item.StartsAt).ThenBy(line => line.Item.Id).ToList();
        var tracks = ordered.Select(line => line.Item.Track).Where(track => track.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var days =
            from line in ordered
            group line by Instants.DayOf(line.Item.StartsAt, zone) into day
            select new TimetableDay(day.Key,
            [
                .. from line in day
                   group line by line.Item.StartsAt into row
                   select new TimetableRow(
                       row.Key,
                       [.. row.Where(line => line.Item.Track.Length == 0)],
                       [.. tracks.Select(track => (IReadOnlyList<AgendaLine>)[.. row.Where(line => line.Item.Track == track)])]),
            ]);
        return new Timetable(tracks, [.. days]);
    }
}
