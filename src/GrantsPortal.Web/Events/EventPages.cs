using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Invitations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Web.Bookings;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Events;

/// <summary>What the module's pages need.</summary>
public static class EventPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddEventPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, EventSentences>()
        .AddSingleton<IOccasionHome, EventHome>()
        .AddSingleton(new OccasionTab("groups", "Small groups", 25) { Of = occasion => occasion.Kind == OccasionKind.Event })
        .AddSingleton<IBookingPart, AgendaPart>()
        .AddSingleton<IBookingPart, GroupsPart>()
        .AddSingleton<IBookingPart, GuestsPart>();
}

/// <summary>The public list as narrowed.</summary>
/// <param name="Coming">Events to come, with their occasions.</param>
/// <param name="Past">Events that took place.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Portal">The city, with its themes and languages.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record EventsPage(IReadOnlyList<DatedEvent> Coming, IReadOnlyList<DatedEvent> Past, EventFilter Filter, IReadOnlyList<string> Districts, PortalOptions Portal, DateTimeOffset Now);

/// <summary>An event for everybody.</summary>
/// <param name="Event">The event.</param>
/// <param name="Occasion">Its occasion.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Agenda">Its agenda.</param>
/// <param name="Speakers">The speakers who agreed to be named.</param>
/// <param name="Groups">Its small groups.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Portal">The city, with its themes.</param>
/// <param name="SignedIn">Whether the reader is.</param>
/// <param name="Interested">Whether the reader waits to hear of it.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record EventPage(
    Event Event, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, Timetable Agenda, IReadOnlyList<Speaker> Speakers, IReadOnlyList<SmallGroup> Groups, int Waiting, PortalOptions Portal, bool SignedIn, bool Interested,
    DateTimeOffset Now)
{
    /// <summary>What a place costs; null where it is free.</summary>
    public OccasionFee? Fee { get; init; }
}

/// <summary>An agenda as a page shows it.</summary>
/// <param name="Table">The agenda.</param>
/// <param name="Zone">The zone its times are said in.</param>
/// <param name="Place">Whether the reader has a place and sees where to join.</param>
public sealed record AgendaView(Timetable Table, TimeZoneInfo Zone, bool Place = false);

/// <summary>The desk's list.</summary>
public sealed record EventsDeskPage(IReadOnlyList<DatedEvent> Events, bool Archived, DateTimeOffset Now);

/// <summary>An event on the desk.</summary>
public sealed record EventDeskPage(
    Event Event, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, IReadOnlyList<AgendaLine> Agenda, IReadOnlyList<Speaker> Speakers, IReadOnlyList<SmallGroup> Groups, int Invited, PortalOptions Portal, DateTimeOffset Now);

/// <summary>An event's texts on the desk.</summary>
public sealed record EventTextsPage(Event? Event, EventForm Form, IReadOnlyList<string> Languages);

/// <summary>An event's plan on the desk.</summary>
public sealed record EventPlanPage(Event Event, EventPlanForm Form, IReadOnlyList<string> Districts, PortalOptions Portal);

/// <summary>Where an event is made anew.</summary>
public sealed record CopyPage(Event Event, Occasion Occasion, CopyForm Form);

/// <summary>A line of an agenda on the desk.</summary>
public sealed record AgendaItemPage(Event Event, long Id, AgendaForm Form, IReadOnlyList<Speaker> Speakers, IReadOnlyList<string> Tracks, IReadOnlyList<OccasionSession> Sessions);

/// <summary>A speaker on the desk.</summary>
public sealed record SpeakerPage(Event Event, long Id, SpeakerForm Form);

/// <summary>The small groups of an occasion on the desk.</summary>
public sealed record GroupsPage(OccasionFrame Frame, Event Event, IReadOnlyList<SmallGroup> Groups, ILookup<long, GroupMember> Members, int Placed);

/// <summary>A small group on the desk.</summary>
public sealed record GroupPage(OccasionFrame Frame, long Id, GroupForm Form, int Taken);

/// <summary>Who was invited, and whom a segment would invite.</summary>
public sealed record InvitePage(
    Event Event, Occasion Occasion, SegmentForm Form, SegmentList? List, string? Against, IReadOnlyList<InvitationRow> Invited, IReadOnlyList<string> Districts, IReadOnlyList<AudienceChoice> Calls, PortalOptions Portal, DateTimeOffset Now);

/// <summary>An invitation as its link shows it.</summary>
public sealed record InvitationPage(Invitation Invitation, Event Event, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, bool Booked, bool WantsNone, bool MayAnswer, DateTimeOffset Now);

/// <summary>Where the occasions of events belong on the desk.</summary>
public sealed class EventHome(IOptions<PortalOptions> portal) : IOccasionHome
{
    /// <inheritdoc/>
    public OccasionKind Kind => OccasionKind.Event;

    /// <inheritdoc/>
    public async Task<OccasionHome?> Of(UnitOfWork work, Occasion occasion) =>
        await EventRepository.OfOccasion(work, occasion.Id, portal.Value.SourceLanguage) is { } gathering
            ? new OccasionHome(gathering.Title, EventRoutes.DeskEvent(gathering.Slug), EventRoutes.Part(gathering.Slug, "plan"))
            : null;
}

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class EventWords
{
    /// <summary>A kind of meeting.</summary>
    public static string Of(EventKind kind) => kind switch
    {
        EventKind.Networking => "Networking event",
        EventKind.Forum => "Forum",
        EventKind.Dialogue => "Dialogue",
        _ => "Round table",
    };

    /// <summary>The name of a theme; its code where the city uses it no more.</summary>
    public static string Theme(PortalOptions portal, string code) => portal.ThemesInUse.FirstOrDefault(theme => theme.Code == code)?.Name ?? code;

    /// <summary>A time of the day, such as <c>18:00</c>.</summary>
    public static string Time(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>From when to when on one day.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone) => $"{Time(from, zone)} – {Time(to, zone)}";
}
