using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Invitations;
using GrantsPortal.Organisations;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Events;

/// <summary>An event's texts as typed; kind and seats are asked with a new one alone.</summary>
public sealed class EventForm
{
    /// <summary>BCP 47 code of the language they are in.</summary>
    public string? Language { get; set; }

    /// <summary>The version they were opened at.</summary>
    public int Version { get; set; }

    /// <summary>What kind of meeting it is.</summary>
    public EventKind Kind { get; set; }

    /// <summary>How many seats.</summary>
    public int? Capacity { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Summary.</summary>
    public string? Summary { get; set; }

    /// <summary>What happens there.</summary>
    public string? Description { get; set; }

    /// <summary>For whom it is.</summary>
    public string? Audience { get; set; }

    /// <summary>What is done so that everybody can take part.</summary>
    public string? Access { get; set; }

    /// <summary>What the use case takes.</summary>
    public EventTexts Read() => new() { Language = Language ?? "en", Title = Title ?? "", Summary = Summary ?? "", Description = Description ?? "", Audience = Audience ?? "", Access = Access ?? "" };
}

/// <summary>An event's plan as typed.</summary>
public sealed class EventPlanForm : OccasionForm
{
    /// <summary>What kind of meeting it is.</summary>
    public EventKind Kind { get; set; }

    /// <summary>The languages it is held in.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Codes of its themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>The districts it is for.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Until when small groups can be chosen.</summary>
    public LocalInstantInput? GroupsUntil { get; set; }

    /// <summary>Until when those who agreed see who else is coming.</summary>
    public LocalInstantInput? GuestsUntil { get; set; }

    /// <summary>A plan as it stands.</summary>
    public static EventPlanForm Of(Event gathering, Occasion occasion, TimeZoneInfo zone)
    {
        var form = new EventPlanForm
        {
            Kind = gathering.Kind,
            Languages = [.. gathering.HeldIn],
            Themes = [.. gathering.ThemeCodes],
            Districts = [.. gathering.DistrictNames],
            GroupsUntil = LocalInstantInput.From(gathering.GroupsUntil, zone),
            GuestsUntil = LocalInstantInput.From(gathering.GuestsUntil, zone),
        };
        form.Fill(occasion, zone);
        return form;
    }

    /// <summary>What the use case takes besides seats and times of booking.</summary>
    public EventPlan Plan(TimeZoneInfo zone) => new()
    {
        Kind = Kind,
        Languages = [.. Languages.Where(code => code.Length > 0)],
        Themes = [.. Themes.Where(code => code.Length > 0)],
        Districts = [.. Districts.Where(name => name.Length > 0)],
        GroupsUntil = GroupsUntil?.In(zone),
        GuestsUntil = GuestsUntil?.In(zone),
    };
}

/// <summary>What an event is made anew with, as typed.</summary>
public sealed class CopyForm
{
    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>The day it starts.</summary>
    public DateOnly? Day { get; set; }
}

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

/// <summary>A segment as chosen; in the address while it is looked at.</summary>
public sealed class SegmentForm
{
    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Kinds of organisation.</summary>
    public List<OrganisationKind> Kinds { get; set; } = [];

    /// <summary>The call they were funded under.</summary>
    public long? Call { get; set; }

    /// <summary>Whether they were not seen for six months.</summary>
    public bool NotSeen { get; set; }

    /// <summary>Languages people are written to in.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Which of their members.</summary>
    public InvitedMembers Members { get; set; }

    /// <summary>Whether it was asked whom it meets.</summary>
    public bool Look { get; set; }

    /// <summary>Stands for the people shown.</summary>
    public string? Seal { get; set; }

    /// <summary>What the use case takes; empty values are no choice.</summary>
    public Segment Read() => new()
    {
        Districts = [.. Districts.Where(name => !string.IsNullOrWhiteSpace(name))],
        Themes = [.. Themes.Where(code => !string.IsNullOrWhiteSpace(code))],
        Kinds = Kinds,
        CallId = Call,
        NotSeen = NotSeen,
        Languages = [.. Languages.Where(code => !string.IsNullOrWhiteSpace(code))],
        Members = Members,
    };
}
