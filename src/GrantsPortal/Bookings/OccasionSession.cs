namespace GrantsPortal.Bookings;

/// <summary>How one takes part in a session.</summary>
public enum SessionMode
{
    /// <summary>At a venue.</summary>
    InPerson,

    /// <summary>By a joining link.</summary>
    Online,

    /// <summary>Either.</summary>
    Both,
}

/// <summary>What a venue has for those who need it.</summary>
public enum VenueFact
{
    /// <summary>No step on the way in.</summary>
    StepFree,

    /// <summary>A lift to the room, or the room is on the ground floor.</summary>
    LiftOrGroundFloor,

    /// <summary>A toilet for wheelchair users.</summary>
    AccessibleToilet,

    /// <summary>A hearing loop.</summary>
    HearingLoop,

    /// <summary>Parking for badge holders.</summary>
    BadgeParking,

    /// <summary>A stop of public transport without steps nearby.</summary>
    StepFreeStop,

    /// <summary>A quiet room.</summary>
    QuietRoom,

    /// <summary>A room to pray in.</summary>
    PrayerRoom,

    /// <summary>A place to change a baby.</summary>
    BabyChanging,
}

/// <summary>One meeting of an occasion.</summary>
public sealed record OccasionSession
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>IANA zone its times are said in.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>How one takes part.</summary>
    public SessionMode Mode { get; init; }

    /// <summary>What it is about; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Name of the venue; empty online.</summary>
    public string VenueName { get; init; } = "";

    /// <summary>Address of the venue.</summary>
    public string VenueAddress { get; init; } = "";

    /// <summary>What the venue has, as names with commas between.</summary>
    public string VenueFacts { get; init; } = "";

    /// <summary>What else is to be known of getting in.</summary>
    public string VenueNote { get; init; } = "";

    /// <summary>Where one joins online; shown to those with a place alone.</summary>
    public string? JoinLink { get; init; }

    /// <summary>Its identifier in calendars (RFC 5545 UID); never changes.</summary>
    public string Uid { get; init; } = "";

    /// <summary>How often it was changed since it was published (RFC 5545 SEQUENCE).</summary>
    public int Sequence { get; init; }

    /// <summary>When it was called off, in UTC.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>The zone its times are said in.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>What the venue has.</summary>
    public IReadOnlyList<VenueFact> Facts =>
        [.. VenueFacts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => Enum.IsDefined(typeof(VenueFact), name)).Select(Enum.Parse<VenueFact>)];
}
