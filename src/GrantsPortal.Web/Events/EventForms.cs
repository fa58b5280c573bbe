using GrantsPortal.Bookings;
using GrantsPortal.Events;
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
