using GrantsPortal.Events.Groups;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Events;

/// <summary>A small group as typed.</summary>
public sealed class GroupForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>When it starts.</summary>
    public LocalInstantInput? StartsAt { get; set; }

    /// <summary>When it ends.</summary>
    public LocalInstantInput? EndsAt { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What it is about.</summary>
    public string? About { get; set; }

    /// <summary>Where it meets.</summary>
    public string? Room { get; set; }

    /// <summary>How many seats.</summary>
    public int? Seats { get; set; }

    /// <summary>A group as it stands; a new one begins with the time and seats of the one before.</summary>
    public static GroupForm Of(SmallGroup group, TimeZoneInfo zone, bool time = false) => new()
    {
        Version = time ? 0 : group.Version,
        StartsAt = LocalInstantInput.From(group.StartsAt, zone),
        EndsAt = LocalInstantInput.From(group.EndsAt, zone),
        Title = time ? null : group.Title,
        About = time ? null : group.About,
        Room = time ? null : group.Room,
        Seats = group.Seats,
    };

    /// <summary>What the use case takes.</summary>
    public SmallGroup Read(long id, TimeZoneInfo zone) => new()
    {
        Id = id,
        StartsAt = StartsAt?.In(zone) ?? default,
        EndsAt = EndsAt?.In(zone) ?? default,
        Title = Title ?? "",
        About = About ?? "",
        Room = Room ?? "",
        Seats = Seats ?? 0,
    };
}
