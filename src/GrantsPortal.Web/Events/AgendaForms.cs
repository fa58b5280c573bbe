using GrantsPortal.Events.Agenda;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Events;

/// <summary>A line of an agenda as typed.</summary>
public sealed class AgendaForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>When it starts.</summary>
    public LocalInstantInput? StartsAt { get; set; }

    /// <summary>When it ends.</summary>
    public LocalInstantInput? EndsAt { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What happens.</summary>
    public string? Description { get; set; }

    /// <summary>The track it is in.</summary>
    public string? Track { get; set; }

    /// <summary>The room.</summary>
    public string? Room { get; set; }

    /// <summary>Where one joins online.</summary>
    public string? JoinLink { get; set; }

    /// <summary>Who speaks.</summary>
    public List<long> Speakers { get; set; } = [];

    /// <summary>A line as it stands.</summary>
    public static AgendaForm Of(AgendaLine line, TimeZoneInfo zone) => new()
    {
        Version = line.Item.Version,
        StartsAt = LocalInstantInput.From(line.Item.StartsAt, zone),
        EndsAt = LocalInstantInput.From(line.Item.EndsAt, zone),
        Title = line.Item.Title,
        Description = line.Item.Description,
        Track = line.Item.Track,
        Room = line.Item.Room,
        JoinLink = line.Item.JoinLink,
        Speakers = [.. line.Speakers.Select(speaker => speaker.Id)],
    };

    /// <summary>What the use case takes.</summary>
    public AgendaItem Read(long id, TimeZoneInfo zone) => new()
    {
        Id = id,
        StartsAt = StartsAt?.In(zone) ?? default,
        EndsAt = EndsAt?.In(zone) ?? default,
        Title = Title ?? "",
        Description = Description ?? "",
        Track = Track ?? "",
        Room = Room ?? "",
        JoinLink = JoinLink,
    };
}

/// <summary>A speaker as typed.</summary>
public sealed class SpeakerForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>What they do.</summary>
    public string? Work { get; set; }

    /// <summary>The organisation they speak for.</summary>
    public string? Organisation { get; set; }

    /// <summary>A short text about them.</summary>
    public string? About { get; set; }

    /// <summary>The day they agreed to be named.</summary>
    public DateOnly? ConsentOn { get; set; }

    /// <summary>A speaker as they stand.</summary>
    public static SpeakerForm Of(Speaker speaker) =>
        new() { Version = speaker.Version, Name = speaker.Name, Work = speaker.Work, Organisation = speaker.Organisation, About = speaker.About, ConsentOn = speaker.ConsentOn };

    /// <summary>What the use case takes.</summary>
    public Speaker Read(long id) => new() { Id = id, Name = Name ?? "", Work = Work ?? "", Organisation = Organisation ?? "", About = About ?? "", ConsentOn = ConsentOn };
}
