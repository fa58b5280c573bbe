using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Bookings.Needs;

/// <summary>Who tells of their needs, who reads them, and until when they are kept.</summary>
public static class NeedRules
{
    /// <summary>Most words in each of the two texts.</summary>
    public const int Words = 100;

    /// <summary>
    /// What stands against writing needs: <c>needs.no-booking</c>, <c>needs.over</c>; at their fields <c>needs.food-long</c>
    /// (most), <c>needs.other-long</c> (most).
    /// </summary>
    public static IReadOnlyList<Refusal> MayWrite(Occasion occasion, Booking booking, BookingNeeds needs, DateTimeOffset now) =>
        booking.State == BookingState.Cancelled ? [new Refusal("needs.no-booking")]
        : !AreAskedAt(occasion, now) ? [new Refusal("needs.over")]
        :
        [
            .. WordCount.Of(needs.Food) > Words ? [new Refusal("needs.food-long", Words).At("Food")] : Array.Empty<Refusal>(),
            .. WordCount.Of(needs.Other) > Words ? [new Refusal("needs.other-long", Words).At("Other")] : Array.Empty<Refusal>(),
        ];

    /// <summary>Whether needs are asked for at an instant: until the occasion ends.</summary>
    public static bool AreAskedAt(Occasion occasion, DateTimeOffset now) => occasion.State == OccasionState.Published && occasion.EndsAt is { } ends && now < ends;

    /// <summary>When needs told for an occasion are deleted; null before it has a date.</summary>
    public static DateTimeOffset? DeletedAt(Occasion occasion, int days) => occasion.EndsAt?.AddDays(days);

    /// <summary>What stands against reading the list: <c>needs.not-running</c>. Those who run the occasion read it, and nobody else.</summary>
    public static Refusal? MayRead(Actor actor, IReadOnlyCollection<RunningOfficer> running) =>
        BookingRules.IsStaff(actor) && running.Any(officer => officer.Id == actor.PersonId && !officer.SwitchedOff) ? null : new Refusal("needs.not-running");

    /// <summary>
    /// What stands against letting somebody run it too: <c>needs.not-running</c>, <c>needs.not-officer</c> at <c>Officer</c>.
    /// Where nobody who runs it can sign in any more, an officer may take over.
    /// </summary>
    public static Refusal? MayAdd(Actor actor, IReadOnlyCollection<RunningOfficer> running, long added, IReadOnlyCollection<long> officers) =>
        MayRead(actor, running) is { } refused && !(BookingRules.IsStaff(actor) && added == actor.PersonId && running.All(officer => officer.SwitchedOff)) ? refused
        : !officers.Contains(added) ? new Refusal("needs.not-officer").At("Officer")
        : null;

    /// <summary>How many people need what.</summary>
    public static NeedCounts Count(IReadOnlyCollection<BookingNeeds> needs, int unreadable = 0) => new(
        needs.Count,
        needs.SelectMany(one => one.Diets.Distinct()).CountBy(diet => diet).OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value),
        needs.SelectMany(one => one.Access.Distinct()).CountBy(need => need).OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value),
        needs.Count(one => !string.IsNullOrWhiteSpace(one.Food)),
        needs.Count(one => !string.IsNullOrWhiteSpace(one.Other)),
        unreadable);
}
