using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Events.Groups;

/// <summary>What holds of small groups.</summary>
public static class GroupRules
{
    /// <summary>Most groups of an event.</summary>
    public const int MostGroups = 100;

    /// <summary>Most seats of a group.</summary>
    public const int MostSeats = 500;

    /// <summary>
    /// What is wrong with a group: <c>event.not-staff</c>, <c>group.too-many</c> (most); at its field <c>group.title-missing</c>,
    /// <c>group.start-missing</c>, <c>group.end-missing</c>, <c>group.ends-before</c>, <c>group.overlaps</c>,
    /// <c>group.moved-with-people</c>, <c>group.seats-wrong</c> (most), <c>group.seats-taken</c> (taken).
    /// </summary>
    /// <param name="actor">Who writes it.</param>
    /// <param name="group">The group; default instants where none was typed.</param>
    /// <param name="before">The group as it was; null when it is new.</param>
    /// <param name="others">The other groups of the event.</param>
    public static IReadOnlyList<Refusal> Check(Actor actor, SmallGroup group, SmallGroup? before, IReadOnlyCollection<SmallGroup> others)
    {
        if (!BookingRules.IsStaff(actor))
        {
            return [new Refusal("event.not-staff")];
        }

        List<Refusal> wrong = [];
        void Holds(bool holds, string code, string field, params object?[] args)
        {
            if (!holds)
            {
                wrong.Add(new Refusal(code, args).At(field));
            }
        }

        if (others.Count >= MostGroups)
        {
            wrong.Add(new Refusal("group.too-many", MostGroups));
        }

        Holds(!string.IsNullOrWhiteSpace(group.Title), "group.title-missing", "Title");
        Holds(group.StartsAt != default, "group.start-missing", "StartsAt");
        Holds(group.EndsAt != default, "group.end-missing", "EndsAt");
        if (group.StartsAt != default && group.EndsAt != default)
        {
            Holds(group.EndsAt > group.StartsAt, "group.ends-before", "EndsAt");

            // Groups share a time or lie apart: so "one at each time" keeps everybody from having to be in two rooms.
            Holds(others.All(other => IsSameTime(group, other) || group.EndsAt <= other.StartsAt || group.StartsAt >= other.EndsAt), "group.overlaps", "StartsAt");
            Holds(before is null || before.Taken == 0 || IsSameTime(group, before), "group.moved-with-people", "StartsAt");
        }

        Holds(group.Seats is >= 1 and <= MostSeats, "group.seats-wrong", "Seats", MostSeats);
        Holds(before is null || group.Seats >= before.Taken, "group.seats-taken", "Seats", before?.Taken);
        return wrong;
    }

    /// <summary>What stands against choosing a group, or leaving one: <c>group.no-place</c>, <c>group.called-off</c>, <c>group.closed</c> (since when).</summary>
    public static Refusal? MayChoose(Occasion occasion, Event gathering, Booking booking, DateTimeOffset now) =>
        booking.State != BookingState.Confirmed ? new Refusal("group.no-place")
        : occasion.State != OccasionState.Published ? new Refusal("group.called-off")
        : ClosesAt(occasion, gathering) is { } closes && now >= closes ? new Refusal("group.closed", closes)
        : null;

    /// <summary>Until when groups can be chosen: as the officer set it, and at the latest when the event starts.</summary>
    public static DateTimeOffset? ClosesAt(Occasion occasion, Event gathering) =>
        gathering.GroupsUntil < occasion.StartsAt ? gathering.GroupsUntil : occasion.StartsAt;

    /// <summary>Whether two groups are at one time.</summary>
    public static bool IsSameTime(SmallGroup group, SmallGroup other) => group.StartsAt == other.StartsAt && group.EndsAt == other.EndsAt;
}
