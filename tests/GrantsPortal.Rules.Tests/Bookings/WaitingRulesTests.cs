using CsCheck;
using GrantsPortal.Bookings;
using Xunit;

namespace GrantsPortal.Rules.Tests.Bookings;

public sealed class WaitingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddDays(3);

    /// <summary>Any seats and any list.</summary>
    private static readonly Gen<(Seats Seats, WaitingParty[] List)> Any =
        from capacity in Gen.Int[0, 30]
        from taken in Gen.Int[0, 30]
        from kept in Gen.Int[0, 10]
        from keptTaken in Gen.Int[0, 10]
        from until in Gen.Bool
        from parties in Gen.Select(Gen.Int[1, 6], Gen.Bool, Gen.Bool).Array[0, 15]
        let held = Math.Min(taken, capacity)
        select (new Seats(capacity, held, Math.Min(kept, capacity), Math.Min(keptTaken, held), until ? Later : Now),
            parties.Select((party, index) => new WaitingParty(100 + index, index + 1, party.Item2 && party.Item1 > 1, party.Item3, party.Item1)).ToArray());

    [Theory]
    [InlineData(5, true, 5, 0)]
    [InlineData(4, true, 0, 5)]
    [InlineData(4, false, 4, 1)]
    [InlineData(0, false, 0, 5)]
    public void Five_people_get_what_is_free_unless_they_come_together(int free, bool together, int confirmed, int waitlisted) =>
        Assert.Equal(new Admission(confirmed, waitlisted, 0), WaitingRules.Admit(new Seats(10, 10 - free), 5, together, false, false, Now));

    [Fact]
    public void Where_staff_answer_requests_nobody_gets_a_place_by_asking() =>
        Assert.Equal(new Admission(0, 0, 2), WaitingRules.Admit(new Seats(10, 0), 2, false, false, byApproval: true, Now));

    [Fact]
    public void Places_kept_for_priority_groups_are_theirs_alone_until_the_date()
    {
        var seats = new Seats(10, 6, 5, 2, Later);
        Assert.Equal((3, 1, 4), (seats.KeptAt(Now), seats.FreeFor(false, Now), seats.FreeFor(true, Now)));
        Assert.Equal((0, 4), (seats.KeptAt(Later), seats.FreeFor(false, Later)));
    }

    [Fact]
    public void A_group_that_comes_together_is_passed_over_while_too_few_seats_are_free_and_asked_first_when_they_are()
    {
        WaitingParty[] list = [new(1, 1, true, false, 3), new(2, 2, false, false, 1), new(3, 3, false, false, 2)];
        Assert.Equal([new SeatOffer(2, 1, false), new SeatOffer(3, 1, false)], WaitingRules.PassOn(new Seats(10, 8), list, Now));
        Assert.Equal([new SeatOffer(1, 3, false)], WaitingRules.PassOn(new Seats(10, 7), list, Now));
    }

    [Fact]
    public void An_offer_ends_with_the_hours_set_or_with_the_start_and_is_not_made_when_nobody_could_answer()
    {
        var occasion = new Occasion { State = OccasionState.Published, OfferHours = 48, StartsAt = Now.AddDays(10) };
        Assert.Equal(Now.AddHours(48), WaitingRules.OfferUntil(occasion, Now));
        Assert.Equal(Now.AddHours(20), WaitingRules.OfferUntil(occasion with { StartsAt = Now.AddHours(20) }, Now));
        Assert.Null(WaitingRules.OfferUntil(occasion with { StartsAt = Now.AddMinutes(59) }, Now));
        Assert.Null(WaitingRules.OfferUntil(occasion with { State = OccasionState.Cancelled }, Now));
    }

    [Fact]
    public void Offers_never_come_to_more_than_is_free_nor_touch_what_is_kept() => Any.Sample(any =>
    {
        var offers = WaitingRules.PassOn(any.Seats, any.List, Now);
        return offers.Sum(offer => offer.Seats) <= any.Seats.Free
            && offers.Where(offer => !offer.Priority).Sum(offer => offer.Seats) <= any.Seats.FreeFor(false, Now)
            && offers.All(offer => offer.Seats > 0 && offer.Seats <= Of(any.List, offer).Waiting && (!Of(any.List, offer).Together || offer.Seats == Of(any.List, offer).Waiting));
    });

    [Fact]
    public void Nobody_is_offered_a_seat_that_somebody_before_them_could_have_had() => Any.Sample(any =>
    {
        var seats = any.Seats;
        var offers = WaitingRules.PassOn(any.Seats, any.List.Reverse(), Now).ToDictionary(offer => offer.PartyId);
        foreach (var party in any.List)
        {
            var offered = offers.TryGetValue(party.PartyId, out var offer) ? offer.Seats : 0;
            var free = seats.FreeFor(party.Priority, Now);
            if (offered < party.Waiting && (party.Together ? free >= party.Waiting : free > offered))
            {
                return false;
            }

            seats = seats.Take(offered, party.Priority);
        }

        return true;
    });

    [Fact]
    public void Once_the_offers_are_made_nobody_who_waits_could_have_one_more() => Any.Sample(any =>
    {
        var offers = WaitingRules.PassOn(any.Seats, any.List, Now);
        var seats = offers.Aggregate(any.Seats, (left, offer) => left.Take(offer.Seats, offer.Priority));
        var waiting = any.List.Select(party => party with { Waiting = party.Waiting - offers.Where(offer => offer.PartyId == party.PartyId).Sum(offer => offer.Seats) });
        return WaitingRules.PassOn(seats, waiting, Now).Count == 0;
    });

    [Fact]
    public void Who_asks_never_gets_more_than_is_free_for_them() =>
        Gen.Select(Any, Gen.Int[1, 12], Gen.Bool, Gen.Bool).Sample((any, people, together, priority) =>
        {
            var admission = WaitingRules.Admit(any.Seats, people, together, priority, false, Now);
            return admission.Confirmed <= any.Seats.FreeFor(priority, Now) && admission.Confirmed + admission.Waitlisted == people && (!together || admission.Confirmed is 0 || admission.Waitlisted is 0);
        });

    private static WaitingParty Of(IEnumerable<WaitingParty> list, SeatOffer offer) => list.Single(party => party.PartyId == offer.PartyId);
}
