using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>Calendars that programs follow, and files of them.</summary>
public sealed class CalendarFeeds(IOptions<PortalOptions> portal, IEnumerable<IPublicSubjects> subjects, MimeMaker mime, PortalTexts texts)
{
    /// <summary>How long a feed keeps what is over.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>What everybody may know of: dates of courses and events, and when open calls close. In a language (BCP 47).</summary>
    public async Task<byte[]> Public(UnitOfWork work, string language)
    {
        var occasions = await Seen(work);
        var sessions = occasions.Count == 0 ? [] : await OccasionRepository.Sessions(work, [.. occasions.Keys]);
        var words = texts.In(language);
        List<CalendarEntry> entries =
        [
            .. sessions.Select(session => SessionEntries.Of(occasions[session.OccasionId], session, Link(occasions[session.OccasionId].Path), Stamp(occasions[session.OccasionId]))),
            .. (await CallRepository.Open(work, work.Now, language, take: 200)).Where(call => call.ClosesAt is not null).Select(call => new CalendarEntry
            {
                Uid = FormattableString.Invariant($"call-{call.Id}@grantsportal"),
                Stamp = call.PublishedAt ?? call.ClosesAt!.Value,
                Starts = call.ClosesAt!.Value,
                TimeZone = portal.Value.TimeZone,
                Summary = words["Closes: {0}", call.Title],
                Description = Link(CallRoutes.Show(call.Slug)).ToString(),
                Link = Link(CallRoutes.Show(call.Slug)),
            }),
        ];
        return CalendarFile.Write([.. entries.Select(Organised)], CalendarMethod.Publish, words["{0}: training, events and closing dates", portal.Value.City]);
    }

    /// <summary>The calendar of the person that a secret is of; null when there is none.</summary>
    public async Task<byte[]?> Own(UnitOfWork work, string secret)
    {
        if (await CalendarRepository.Person(work, secret) is not { } person)
        {
            return null;
        }

        var since = work.Now - Kept;
        var bookings = await CalendarRepository.Places(work, person, since);
        long[] ids = [.. bookings.Select(booking => booking.OccasionId).Distinct()];
        var occasions = ids.Length == 0 ? [] : (await OccasionRepository.Find(work, ids)).ToDictionary(occasion => occasion.Id);
        var sessions = (ids.Length == 0 ? [] : await OccasionRepository.Sessions(work, ids)).ToLookup(session => session.OccasionId);
        var told = (await CalendarRepository.Told(work, person, since)).ToLookup(one => one.SessionId);
        var words = texts.In(bookings.Count > 0 ? bookings[0].Language : portal.Value.SourceLanguage);
        return CalendarFile.Write(
            [.. bookings.SelectMany(booking => sessions[booking.OccasionId].Select(session => Organised(Entry(booking, occasions[booking.OccasionId], session, words) with
            {
                Sequence = told[session.Id].Select(one => one.Sequence).Append(session.Sequence).Max(),
            })))],
            CalendarMethod.Publish,
            words["My bookings in {0}", portal.Value.City]);
    }

    /// <summary>The sessions of one booking, in one file.</summary>
    public byte[] Of(Booking booking, Occasion occasion, IReadOnlyList<OccasionSession> sessions) => CalendarFile.Write(
        [.. sessions.Where(session => session.CancelledAt is null).Select(session => Organised(Entry(booking, occasion, session, texts.In(booking.Language))))],
        CalendarMethod.Publish);

    private CalendarEntry Entry(Booking booking, Occasion occasion, OccasionSession session, TextsIn words) =>
        SessionEntries.For(booking, occasion, session, Link(BookingRoutes.One(booking.Secret)), words, booking.ConfirmedAt ?? booking.CreatedAt);

    private async Task<Dictionary<long, Occasion>> Seen(UnitOfWork work)
    {
        var ids = await CalendarRepository.Published(work, work.Now - Kept);
        var published = ids.Count == 0 ? [] : await OccasionRepository.Find(work, [.. ids]);
        Dictionary<long, Occasion> seen = [];
        foreach (var kind in published.GroupBy(occasion => occasion.Kind))
        {
            if (subjects.FirstOrDefault(one => one.Kind == kind.Key) is { } known)
            {
                var among = await known.Among(work, [.. kind.Select(occasion => occasion.SubjectId).Distinct()]);
                foreach (var occasion in kind.Where(occasion => among.Contains(occasion.SubjectId)))
                {
                    seen.Add(occasion.Id, occasion);
                }
            }
        }

        return seen;
    }

    /// <summary>What is published has an organiser (RFC 5546 §3.2.1).</summary>
    private CalendarEntry Organised(CalendarEntry entry) =>
        mime.HasSender && mime.Sender(portal.Value.SourceLanguage) is var sender ? entry with { Organiser = new CalendarPerson(sender.Name ?? portal.Value.City, sender.Address) } : entry;

    // A stamp of the record, not of the reading: what did not change reads the same, and is not sent again.
    private static DateTimeOffset Stamp(Occasion occasion) => occasion.PublishedAt ?? occasion.StartsAt ?? default;

    private Uri Link(string path) => new(portal.Value.PublicUrl.TrimEnd('/') + path);
}
