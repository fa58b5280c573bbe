using GrantsPortal.Bookings;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>A session as typed.</summary>
public sealed class SessionForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>When it starts.</summary>
    public LocalInstantInput? StartsAt { get; set; }

    /// <summary>When it ends.</summary>
    public LocalInstantInput? EndsAt { get; set; }

    /// <summary>How one takes part.</summary>
    public SessionMode Mode { get; set; }

    /// <summary>What it is about.</summary>
    public string? Title { get; set; }

    /// <summary>Name of the venue.</summary>
    public string? VenueName { get; set; }

    /// <summary>Address of the venue.</summary>
    public string? VenueAddress { get; set; }

    /// <summary>What the venue has.</summary>
    public List<VenueFact> VenueFacts { get; set; } = [];

    /// <summary>What else is to be known of getting in.</summary>
    public string? VenueNote { get; set; }

    /// <summary>Where one joins online.</summary>
    public string? JoinLink { get; set; }

    /// <summary>A session as it stands; a new one begins with the place of the one before.</summary>
    public static SessionForm Of(OccasionSession session, TimeZoneInfo zone, bool place = false) => new()
    {
        Version = session.Version,
        StartsAt = place ? null : LocalInstantInput.From(session.StartsAt, zone),
        EndsAt = place ? null : LocalInstantInput.From(session.EndsAt, zone),
        Mode = session.Mode,
        Title = place ? null : session.Title,
        VenueName = session.VenueName,
        VenueAddress = session.VenueAddress,
        VenueFacts = [.. session.Facts],
        VenueNote = session.VenueNote,
        JoinLink = session.JoinLink,
    };

    /// <summary>What the use case takes.</summary>
    public SessionPlan Read(TimeZoneInfo zone) => new()
    {
        StartsAt = StartsAt?.In(zone),
        EndsAt = EndsAt?.In(zone),
        Mode = Mode,
        Title = Title ?? "",
        VenueName = VenueName ?? "",
        VenueAddress = VenueAddress ?? "",
        VenueFacts = VenueFacts,
        VenueNote = VenueNote ?? "",
        JoinLink = JoinLink,
    };
}
