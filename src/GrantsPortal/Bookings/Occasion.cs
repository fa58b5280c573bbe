using GrantsPortal.Organisations;

namespace GrantsPortal.Bookings;

/// <summary>What an occasion is of.</summary>
public enum OccasionKind
{
    /// <summary>A run of a training course; the subject is the course.</summary>
    Run,

    /// <summary>A networking event; the subject is the event.</summary>
    Event,
}

/// <summary>What acts have made of an occasion; whether it is open for booking or over follows from the clock.</summary>
public enum OccasionState
{
    /// <summary>Being planned; seen by staff alone.</summary>
    Draft,

    /// <summary>On the public pages.</summary>
    Published,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>Where booking stands at an instant.</summary>
public enum BookingPhase
{
    /// <summary>Not on the public pages.</summary>
    Hidden,

    /// <summary>Opens later.</summary>
    NotYet,

    /// <summary>Places can be asked for.</summary>
    Open,

    /// <summary>No more places can be asked for.</summary>
    Closed,

    /// <summary>Its last session is over.</summary>
    Over,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>Something that has seats: a run of a course, or an event. What else is to be said of it lies with its module.</summary>
public sealed record Occasion
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What it is of.</summary>
    public OccasionKind Kind { get; init; }

    /// <summary>The course or event.</summary>
    public long SubjectId { get; init; }

    /// <summary>What it is called in e-mails and lists, in the city's first language.</summary>
    public string Title { get; init; } = "";

    /// <summary>Path of its public page.</summary>
    public string Path { get; init; } = "";

    /// <summary>What acts have made of it.</summary>
    public OccasionState State { get; init; }

    /// <summary>Why it was called off, for those who had booked.</summary>
    public string? CancelReason { get; init; }

    /// <summary>IANA zone its times are said in.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>Start of the first session, in UTC; null before there is one.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End of the last session, in UTC.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many seats there are.</summary>
    public int Capacity { get; init; }

    /// <summary>How many people have to come for it to take place.</summary>
    public int Minimum { get; init; }

    /// <summary>How many days before the first session it is decided whether that many come; earlier where booking closes earlier.</summary>
    public int MinimumDays { get; init; } = 3;

    /// <summary>When the officer was asked what to do since too few had a place, in UTC.</summary>
    public DateTimeOffset? MinimumAskedAt { get; init; }

    /// <summary>When it was settled that it takes place, in UTC; only where there is a minimum.</summary>
    public DateTimeOffset? TakesPlaceAt { get; init; }

    /// <summary>Why it takes place with fewer, where it does.</summary>
    public string? TakesPlaceReason { get; init; }

    /// <summary>How many seats are kept for priority groups.</summary>
    public int PriorityPlaces { get; init; }

    /// <summary>Until when they are kept, in UTC.</summary>
    public DateTimeOffset? PriorityUntil { get; init; }

    /// <summary>The kinds of organisation that have priority, as names with commas between.</summary>
    public string PriorityKinds { get; init; } = "";

    /// <summary>The districts that have priority, one a line.</summary>
    public string PriorityDistricts { get; init; } = "";

    /// <summary>Whether each request is answered by staff.</summary>
    public bool ByApproval { get; init; }

    /// <summary>From when places can be asked for, in UTC; null from its publication on.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Until when, in UTC; null until the first session starts.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Until when a place can be given away or moved, in UTC; null until the first session starts.</summary>
    public DateTimeOffset? ChangeUntil { get; init; }

    /// <summary>For how many hours a place is offered to somebody who waits.</summary>
    public int OfferHours { get; init; } = 48;

    /// <summary>How many people one booking can name.</summary>
    public int MostTogether { get; init; } = 10;

    /// <summary>The one count of seats: those held by a booking or by an offer.</summary>
    public int SeatsTaken { get; init; }

    /// <summary>How many of them are held by priority groups.</summary>
    public int PriorityTaken { get; init; }

    /// <summary>The last place given in the order of asking.</summary>
    public long LastPlace { get; init; }

    /// <summary>When those who wanted to hear of it were told, in UTC.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>When it was published, in UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The officer who runs it.</summary>
    public long OwnerId { get; init; }

    /// <summary>Counts edits; seats do not count here.</summary>
    public int Version { get; init; }

    /// <summary>Its seats.</summary>
    public Seats Seats => new(Capacity, SeatsTaken, PriorityPlaces, PriorityTaken, PriorityUntil);

    /// <summary>The kinds of organisation that have priority.</summary>
    public IReadOnlyList<OrganisationKind> Kinds =>
        [.. PriorityKinds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => Enum.IsDefined(typeof(OrganisationKind), name)).Select(Enum.Parse<OrganisationKind>)];

    /// <summary>The districts that have priority.</summary>
    public IReadOnlyList<string> Districts => PriorityDistricts.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Where booking stands at an instant; the one place where it is worked out.</summary>
    public BookingPhase PhaseAt(DateTimeOffset now) => State switch
    {
        OccasionState.Draft => BookingPhase.Hidden,
        OccasionState.Cancelled => BookingPhase.Cancelled,
        _ when EndsAt is { } ends && now >= ends => BookingPhase.Over,
        _ when StartsAt is null || now >= StartsAt || now > ClosesAt => BookingPhase.Closed,
        _ when now < OpensAt => BookingPhase.NotYet,
        _ => BookingPhase.Open,
    };

    /// <summary>Whether a place at it can still be given away or moved.</summary>
    public bool CanChangeAt(DateTimeOffset now) => State == OccasionState.Published && now < (ChangeUntil ?? StartsAt);
}

/// <summary>The seats of an occasion.</summary>
/// <param name="Capacity">How many there are.</param>
/// <param name="Taken">How many are held.</param>
/// <param name="PriorityPlaces">How many are kept for priority groups.</param>
/// <param name="PriorityTaken">How many of those held are held by priority groups.</param>
/// <param name="PriorityUntil">Until when they are kept.</param>
public sealed record Seats(int Capacity, int Taken, int PriorityPlaces = 0, int PriorityTaken = 0, DateTimeOffset? PriorityUntil = null)
{
    /// <summary>How many nobody holds.</summary>
    public int Free => Math.Max(0, Capacity - Taken);

    /// <summary>How many of the free ones are kept for priority groups at an instant.</summary>
    public int KeptAt(DateTimeOffset now) => now < PriorityUntil ? Math.Clamp(PriorityPlaces - PriorityTaken, 0, Free) : 0;

    /// <summary>How many somebody could have at an instant.</summary>
    public int FreeFor(bool priority, DateTimeOffset now) => priority ? Free : Free - KeptAt(now);

    /// <summary>The seats after so many more are held.</summary>
    public Seats Take(int seats, bool priority) => this with { Taken = Taken + seats, PriorityTaken = PriorityTaken + (priority ? seats : 0) };
}
