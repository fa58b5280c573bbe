using GrantsPortal.Platform;

namespace GrantsPortal.Bookings;

/// <summary>What an officer plans of an occasion.</summary>
public sealed record OccasionPlan
{
    /// <summary>IANA zone its times are said in.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>How many seats.</summary>
    public int Capacity { get; init; } = 20;

    /// <summary>How many people have to come for it to take place.</summary>
    public int Minimum { get; init; }

    /// <summary>How many days before the first session it is decided whether that many come.</summary>
    public int MinimumDays { get; init; } = 3;

    /// <summary>How many seats are kept for priority groups.</summary>
    public int PriorityPlaces { get; init; }

    /// <summary>Until when, in UTC.</summary>
    public DateTimeOffset? PriorityUntil { get; init; }

    /// <summary>Kinds of organisation that have priority.</summary>
    public IReadOnlyList<Organisations.OrganisationKind> PriorityKinds { get; init; } = [];

    /// <summary>Districts that have priority.</summary>
    public IReadOnlyList<string> PriorityDistricts { get; init; } = [];

    /// <summary>Whether staff answer each request.</summary>
    public bool ByApproval { get; init; }

    /// <summary>From when places can be asked for, in UTC.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Until when, in UTC.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Until when places can be given away or moved, in UTC.</summary>
    public DateTimeOffset? ChangeUntil { get; init; }

    /// <summary>For how many hours a place is offered to somebody who waits.</summary>
    public int OfferHours { get; init; } = 48;

    /// <summary>How many people one booking can name.</summary>
    public int MostTogether { get; init; } = 10;
}

/// <summary>What an officer plans of a session.</summary>
public sealed record SessionPlan
{
    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How one takes part.</summary>
    public SessionMode Mode { get; init; }

    /// <summary>What it is about; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Name of the venue.</summary>
    public string VenueName { get; init; } = "";

    /// <summary>Address of the venue.</summary>
    public string VenueAddress { get; init; } = "";

    /// <summary>What the venue has.</summary>
    public IReadOnlyList<VenueFact> VenueFacts { get; init; } = [];

    /// <summary>What else is to be known of getting in.</summary>
    public string VenueNote { get; init; } = "";

    /// <summary>Where one joins online; can come later.</summary>
    public string? JoinLink { get; init; }
}

/// <summary>What holds of a plan.</summary>
public static class OccasionRules
{
    /// <summary>Most seats.</summary>
    public const int MostSeats = 5_000;

    /// <summary>Most sessions.</summary>
    public const int MostSessions = 40;

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    /// <summary>
    /// What is wrong with a plan: <c>occasion.not-staff</c>; at its field <c>occasion.capacity-wrong</c> (most),
    /// <c>occasion.capacity-taken</c> (taken), <c>occasion.minimum-wrong</c>, <c>occasion.minimum-days-wrong</c> (most), <c>occasion.zone-unknown</c>,
    /// <c>occasion.priority-wrong</c>, <c>occasion.priority-until-missing</c>, <c>occasion.priority-who-missing</c>,
    /// <c>occasion.closes-before</c>, <c>occasion.offer-hours-wrong</c>, <c>occasion.together-wrong</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, OccasionPlan plan, int taken = 0)
    {
        List<Refusal> wrong = [];
        void Holds(bool holds, string code, string field, params object?[] args)
        {
            if (!holds)
            {
                wrong.Add(new Refusal(code, args).At(field));
            }
        }

        if (!BookingRules.IsStaff(actor))
        {
            return [new Refusal("occasion.not-staff")];
        }

        Holds(plan.Capacity is >= 1 and <= MostSeats, "occasion.capacity-wrong", "Capacity", MostSeats);
        Holds(plan.Capacity >= taken, "occasion.capacity-taken", "Capacity", taken);
        Holds(plan.Minimum >= 0 && plan.Minimum <= plan.Capacity, "occasion.minimum-wrong", "Minimum");
        Holds(plan.MinimumDays is >= 0 and <= Minimum.MinimumRules.MostDays, "occasion.minimum-days-wrong", "MinimumDays", Minimum.MinimumRules.MostDays);
        Holds(TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out _), "occasion.zone-unknown", "TimeZone");
        Holds(plan.PriorityPlaces >= 0 && plan.PriorityPlaces <= plan.Capacity, "occasion.priority-wrong", "PriorityPlaces");
        Holds(plan.PriorityPlaces == 0 || plan.PriorityUntil is not null, "occasion.priority-until-missing", "PriorityUntil");
        Holds(plan.PriorityPlaces == 0 || plan.PriorityKinds.Count + plan.PriorityDistricts.Count > 0, "occasion.priority-who-missing", "PriorityKinds");
        Holds(plan.OpensAt is null || plan.ClosesAt is null || plan.OpensAt < plan.ClosesAt, "occasion.closes-before", "ClosesAt");
        Holds(plan.OfferHours is >= 2 and <= 336, "occasion.offer-hours-wrong", "OfferHours");
        Holds(plan.MostTogether is >= 1 and <= 50, "occasion.together-wrong", "MostTogether");
        return wrong;
    }

    /// <summary>
    /// What is wrong with a session: <c>occasion.not-staff</c>, <c>session.too-many</c> (most); at its field
    /// <c>session.start-missing</c>, <c>session.start-past</c>, <c>session.end-missing</c>, <c>session.ends-before</c>,
    /// <c>session.too-long</c>, <c>session.venue-missing</c>, <c>session.link-wrong</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, SessionPlan plan, int others, DateTimeOffset now)
    {
        if (!BookingRules.IsStaff(actor))
        {
            return [new Refusal("occasion.not-staff")];
        }

        List<Refusal> wrong = [];
        if (others >= MostSessions)
        {
            wrong.Add(new Refusal("session.too-many", MostSessions));
        }

        if (plan.StartsAt is null)
        {
            wrong.Add(new Refusal("session.start-missing").At("StartsAt"));
        }
        else if (plan.StartsAt < now)
        {
            wrong.Add(new Refusal("session.start-past").At("StartsAt"));
        }

        if (plan.EndsAt is null)
        {
            wrong.Add(new Refusal("session.end-missing").At("EndsAt"));
        }
        else if (plan.EndsAt <= plan.StartsAt)
        {
            wrong.Add(new Refusal("session.ends-before").At("EndsAt"));
        }
        else if (plan.EndsAt - plan.StartsAt > LongestSession)
        {
            wrong.Add(new Refusal("session.too-long").At("EndsAt"));
        }

        if (plan.Mode != SessionMode.Online && string.IsNullOrWhiteSpace(plan.VenueName))
        {
            wrong.Add(new Refusal("session.venue-missing").At("VenueName"));
        }

        if (!string.IsNullOrWhiteSpace(plan.JoinLink) && !(Uri.TryCreate(plan.JoinLink.Trim(), UriKind.Absolute, out var link) && link.Scheme == "https"))
        {
            wrong.Add(new Refusal("session.link-wrong").At("JoinLink"));
        }

        return wrong;
    }

    /// <summary>What stands against publishing: <c>occasion.not-staff</c>, <c>occasion.not-draft</c>, <c>occasion.no-session</c>, <c>occasion.past</c>.</summary>
    public static IReadOnlyList<Refusal> MayPublish(Actor actor, Occasion occasion, DateTimeOffset now) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("occasion.not-staff")]
        : occasion.State != OccasionState.Draft ? [new Refusal("occasion.not-draft")]
        : occasion.StartsAt is not { } starts ? [new Refusal("occasion.no-session")]
        : starts <= now ? [new Refusal("occasion.past")]
        : [];

    /// <summary>What stands against calling it off: <c>occasion.not-staff</c>, <c>occasion.called-off</c>, <c>occasion.past</c>, <c>occasion.reason-missing</c> at <c>Reason</c>.</summary>
    public static IReadOnlyList<Refusal> MayCallOff(Actor actor, Occasion occasion, string? reason, DateTimeOffset now) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("occasion.not-staff")]
        : occasion.State == OccasionState.Cancelled ? [new Refusal("occasion.called-off")]
        : now >= occasion.StartsAt ? [new Refusal("occasion.past")]
        : string.IsNullOrWhiteSpace(reason) ? [new Refusal("occasion.reason-missing").At("Reason")]
        : [];
}
