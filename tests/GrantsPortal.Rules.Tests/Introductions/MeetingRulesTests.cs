using CsCheck;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Meeting;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Introductions.Tables;
using Xunit;

namespace GrantsPortal.Rules.Tests.Introductions;

public sealed class MeetingRulesTests
{
    private static readonly Gen<(MeetingGuest[] Guests, HashSet<GuestPair> Known)> Any =
        from terms in Gen.Select(Gen.Enum<EntrySide>(), Gen.Enum<EntryKind>(), Gen.Int[0, 3]).Array[0, 4].Array[0, 14]
        from known in Gen.Select(Gen.Long[1, 14], Gen.Long[1, 14]).Array[0, 12]
        select (
            terms.Select((held, index) => new MeetingGuest(
                index + 1, $"Guest {index + 1}", null, new MatchPartner(index + 1, $"Guest {index + 1}", null, [.. held.Select(term => new MatchTerm(term.Item1, term.Item2, $"word {term.Item3}", $"Word {term.Item3}"))]))).ToArray(),
            known.Where(pair => pair.Item1 != pair.Item2).Select(pair => GuestPair.Of(pair.Item1, pair.Item2)).ToHashSet());

    [Fact]
    public void Whom_I_am_to_meet_is_to_meet_me_for_the_same_reasons_and_nobody_meets_more_than_five() => Any.Sample(any =>
    {
        var proposals = MeetingRules.Propose(any.Guests, any.Known);
        Assert.Equal(any.Guests.Select(guest => guest.BookingId), proposals.Keys.Order());
        foreach (var (me, meets) in proposals)
        {
            Assert.True(meets.Count <= MeetingRules.Most);
            Assert.Equal(meets.Count, meets.Select(meet => meet.Guest.BookingId).Distinct().Count());
            foreach (var meet in meets)
            {
                Assert.NotEqual(me, meet.Guest.BookingId);
                Assert.DoesNotContain(GuestPair.Of(me, meet.Guest.BookingId), any.Known);
                var back = Assert.Single(proposals[meet.Guest.BookingId], other => other.Guest.BookingId == me);
                Assert.Equal(meet.Reasons.Sum(reason => reason.Points), back.Reasons.Sum(reason => reason.Points));
            }
        }
    });

    [Fact]
    public void Nobody_is_left_over_while_somebody_they_fit_has_room() => Any.Sample(any =>
    {
        var proposals = MeetingRules.Propose(any.Guests, any.Known);
        foreach (var guest in any.Guests.Where(guest => proposals[guest.BookingId].Count == 0))
        {
            Assert.DoesNotContain(any.Guests, other => other != guest && !any.Known.Contains(GuestPair.Of(guest.BookingId, other.BookingId))
                && proposals[other.BookingId].Count < MeetingRules.Most && MatchRules.Judge(guest.Partner, other.Partner, Acquaintance.None) is not null);
        }
    });
}
