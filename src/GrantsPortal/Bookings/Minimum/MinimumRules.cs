using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Minimum;

/// <summary>Whether an occasion takes place that needs a minimum of people.</summary>
public static class MinimumRules
{
    /// <summary>Most days before the first session at which it can be decided.</summary>
    public const int MostDays = 60;

    /// <summary>Most characters of a reason.</summary>
    public const int ReasonCharacters = 500;

    /// <summary>When it is decided: so many days before the first session, or when booking closes if that is earlier; null where there is no minimum or no session.</summary>
    public static DateTimeOffset? DecidedAt(Occasion occasion) =>
        occasion.Minimum == 0 || occasion.StartsAt is not { } starts ? null
        : occasion.ClosesAt is { } closes && closes < starts.AddDays(-occasion.MinimumDays) ? closes
        : starts.AddDays(-occasion.MinimumDays);

    /// <summary>Whether it is time to decide, and nobody has.</summary>
    public static bool IsDue(Occasion occasion, DateTimeOffset now) =>
        occasion.State == OccasionState.Published && occasion.TakesPlaceAt is null && now < occasion.StartsAt && now >= DecidedAt(occasion);

    /// <summary>Whether the officer is to be asked now: too few have a place, and they were not asked since the time to decide; moving that time asks again.</summary>
    public static bool IsToAsk(Occasion occasion, int places, DateTimeOffset now) =>
        IsDue(occasion, now) && places < occasion.Minimum && !(occasion.MinimumAskedAt >= DecidedAt(occasion));

    /// <summary>
    /// What stands against saying that it takes place: <c>minimum.not-staff</c>, <c>minimum.none</c>, <c>minimum.settled</c>, <c>minimum.past</c>;
    /// at <c>Reason</c> <c>minimum.reason-missing</c> where fewer have a place, <c>minimum.reason-long</c> (most).
    /// </summary>
    public static Refusal? MayConfirm(Actor actor, Occasion occasion, int places, string? reason, DateTimeOffset now) =>
        actor != Actor.System && !BookingRules.IsStaff(actor) ? new Refusal("minimum.not-staff")
        : occasion.State != OccasionState.Published || occasion.Minimum == 0 ? new Refusal("minimum.none")
        : occasion.TakesPlaceAt is not null ? new Refusal("minimum.settled")
        : !(now < occasion.StartsAt) ? new Refusal("minimum.past")
        : places < occasion.Minimum && string.IsNullOrWhiteSpace(reason) ? new Refusal("minimum.reason-missing").At("Reason")
        : reason?.Trim().Length > ReasonCharacters ? new Refusal("minimum.reason-long", ReasonCharacters).At("Reason")
        : null;
}
