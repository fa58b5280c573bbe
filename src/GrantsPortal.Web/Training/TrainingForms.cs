using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Training;

/// <summary>A course's texts as typed.</summary>
public sealed class CourseForm
{
    /// <summary>BCP 47 code of the language they are in.</summary>
    public string? Language { get; set; }

    /// <summary>The version they were opened at.</summary>
    public int Version { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Summary.</summary>
    public string? Summary { get; set; }

    /// <summary>What one learns.</summary>
    public string? Aims { get; set; }

    /// <summary>For whom it is.</summary>
    public string? Audience { get; set; }

    /// <summary>What is done so that everybody can take part.</summary>
    public string? Access { get; set; }

    /// <summary>What the use case takes.</summary>
    public CourseTexts Read() => new() { Language = Language ?? "en", Title = Title ?? "", Summary = Summary ?? "", Aims = Aims ?? "", Audience = Audience ?? "", Access = Access ?? "" };
}

/// <summary>A course's plan as typed.</summary>
public sealed class CoursePlanForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>How much it takes for granted.</summary>
    public CourseLevel Level { get; set; }

    /// <summary>The languages it is held in.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>The courses to be completed before.</summary>
    public List<long> Required { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public CoursePlan Read() => new() { Level = Level, Languages = Languages, Required = Required };
}

/// <summary>A run's plan as typed.</summary>
public sealed class RunForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>BCP 47 code of the language it is held in.</summary>
    public string? Language { get; set; }

    /// <summary>Who teaches, one a line.</summary>
    public string? Trainers { get; set; }

    /// <summary>How many seats.</summary>
    public int? Capacity { get; set; }

    /// <summary>How many people have to come.</summary>
    public int? Minimum { get; set; }

    /// <summary>How many seats are kept for priority groups.</summary>
    public int? PriorityPlaces { get; set; }

    /// <summary>Until when.</summary>
    public LocalInstantInput? PriorityUntil { get; set; }

    /// <summary>Kinds of organisation that have priority.</summary>
    public List<OrganisationKind> PriorityKinds { get; set; } = [];

    /// <summary>Districts that have priority, one a line.</summary>
    public string? PriorityDistricts { get; set; }

    /// <summary>Whether staff answer each request.</summary>
    public bool ByApproval { get; set; }

    /// <summary>From when places can be asked for.</summary>
    public LocalInstantInput? OpensAt { get; set; }

    /// <summary>Until when.</summary>
    public LocalInstantInput? ClosesAt { get; set; }

    /// <summary>Until when places can be given away or moved.</summary>
    public LocalInstantInput? ChangeUntil { get; set; }

    /// <summary>For how many hours a place is offered.</summary>
    public int? OfferHours { get; set; }

    /// <summary>How many people one booking can name.</summary>
    public int? MostTogether { get; set; }

    /// <summary>A run as it stands.</summary>
    public static RunForm Of(Occasion occasion, CourseRun run, TimeZoneInfo zone) => new()
    {
        Version = occasion.Version,
        Language = run.Language,
        Trainers = run.Trainers,
        Capacity = occasion.Capacity,
        Minimum = occasion.Minimum,
        PriorityPlaces = occasion.PriorityPlaces,
        PriorityUntil = LocalInstantInput.From(occasion.PriorityUntil, zone),
        PriorityKinds = [.. occasion.Kinds],
        PriorityDistricts = occasion.PriorityDistricts,
        ByApproval = occasion.ByApproval,
        OpensAt = LocalInstantInput.From(occasion.OpensAt, zone),
        ClosesAt = LocalInstantInput.From(occasion.ClosesAt, zone),
        ChangeUntil = LocalInstantInput.From(occasion.ChangeUntil, zone),
        OfferHours = occasion.OfferHours,
        MostTogether = occasion.MostTogether,
    };

    /// <summary>What a run says.</summary>
    public CourseRun Run() => new() { Language = Language ?? "", Trainers = (Trainers ?? "").ReplaceLineEndings("\n").Trim() };

    /// <summary>What the use case takes, times on the clock of a zone.</summary>
    public OccasionPlan Read(TimeZoneInfo zone) => new()
    {
        TimeZone = zone.Id,
        Capacity = Capacity ?? 0,
        Minimum = Minimum ?? 0,
        PriorityPlaces = PriorityPlaces ?? 0,
        PriorityUntil = PriorityUntil?.In(zone),
        PriorityKinds = PriorityKinds,
        PriorityDistricts = [.. (PriorityDistricts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        ByApproval = ByApproval,
        OpensAt = OpensAt?.In(zone),
        ClosesAt = ClosesAt?.In(zone),
        ChangeUntil = ChangeUntil?.In(zone),
        OfferHours = OfferHours ?? 48,
        MostTogether = MostTogether ?? 10,
    };
}

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
