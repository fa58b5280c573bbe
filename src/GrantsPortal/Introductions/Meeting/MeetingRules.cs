using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.Platform;

namespace GrantsPortal.Introductions.Meeting;

/// <summary>Whom those who come to an occasion should meet. Whoever is to meet somebody is also whom that one is to meet.</summary>
public static class MeetingRules
{
    /// <summary>The most people that one is told to meet.</summary>
    public const int Most = 5;

    /// <summary>The most interests.</summary>
    public const int MostInterests = 8;

    /// <summary>
    /// The people each is to meet, best first. Only guests who agreed are given; those who know one another are left out. First
    /// everybody is given the best of those who have nobody yet, then the best of the rest, so that nobody is left over for
    /// the sake of those whom many would like to meet.
    /// </summary>
    public static IReadOnlyDictionary<long, IReadOnlyList<ToMeet>> Propose(IReadOnlyList<MeetingGuest> guests, IReadOnlySet<GuestPair> known)
    {
        var pairs = Fitting(guests, known);
        var (found, taken) = (guests.ToDictionary(guest => guest.BookingId, _ => new List<(int Score, ToMeet Meet)>()), new HashSet<GuestPair>());
        foreach (var first in new[] { true, false })
        {
            foreach (var (one, other, proposal) in pairs)
            {
                var (here, there) = (found[one.BookingId], found[other.BookingId]);
                if (here.Count < Most && there.Count < Most && (!first || here.Count == 0 || there.Count == 0) && taken.Add(GuestPair.Of(one.BookingId, other.BookingId)))
                {
                    here.Add((proposal.Score.Total, new ToMeet(other, proposal.Reasons)));
                    there.Add((proposal.Score.Total, new ToMeet(one, [.. proposal.Reasons.Select(reason => reason.Mirrored())])));
                }
            }
        }

        return found.ToDictionary(
            guest => guest.Key,
            IReadOnlyList<ToMeet> (guest) => [.. guest.Value.OrderByDescending(meet => meet.Score).ThenBy(meet => meet.Meet.Guest.BookingId).Select(meet => meet.Meet)]);
    }

    /// <summary>
    /// Why somebody cannot ask to be told whom to meet. Refused with <c>meeting.no-place</c>, <c>meeting.over</c> or
    /// <c>meeting.too-many</c> (the most interests).
    /// </summary>
    public static Refusal? MayAgree(Occasion occasion, Booking booking, IReadOnlyCollection<string> interests, DateTimeOffset now) =>
        booking.State != BookingState.Confirmed ? new Refusal("meeting.no-place")
        : occasion.State != OccasionState.Published || now >= occasion.EndsAt ? new Refusal("meeting.over")
        : interests.Count > MostInterests ? new Refusal("meeting.too-many", MostInterests)
        : null;

    private static List<(MeetingGuest One, MeetingGuest Other, Proposal Proposal)> Fitting(IReadOnlyList<MeetingGuest> guests, IReadOnlySet<GuestPair> known)
    {
        var ordered = guests.OrderBy(guest => guest.BookingId).ToList();
        var fitting = new List<(MeetingGuest One, MeetingGuest Other, Proposal Proposal)>();
        foreach (var (index, one) in ordered.Index())
        {
            foreach (var other in ordered.Skip(index + 1).Where(other => !known.Contains(GuestPair.Of(one.BookingId, other.BookingId))))
            {
                if (MatchRules.Judge(one.Partner, other.Partner, Acquaintance.None) is { } proposal)
                {
                    fitting.Add((one, other, proposal));
                }
            }
        }

        return [.. fitting.OrderByDescending(pair => pair.Proposal.Score.Total).ThenBy(pair => pair.One.BookingId).ThenBy(pair => pair.Other.BookingId)];
    }
}
