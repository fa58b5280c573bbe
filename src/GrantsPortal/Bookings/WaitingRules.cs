namespace GrantsPortal.Bookings;

/// <summary>People of one party who wait, and to whom no seat is offered yet.</summary>
/// <param name="PartyId">The party.</param>
/// <param name="Place">Place in the order of asking.</param>
/// <param name="Together">Whether they come together or not at all.</param>
/// <param name="Priority">Whether they belong to a priority group.</param>
/// <param name="Waiting">How many they are.</param>
public sealed record WaitingParty(long PartyId, long Place, bool Together, bool Priority, int Waiting);

/// <summary>Seats to be offered to a party.</summary>
public sealed record SeatOffer(long PartyId, int Seats, bool Priority);

/// <summary>What a party gets when it asks.</summary>
/// <param name="Confirmed">How many get a place at once, the first named first.</param>
/// <param name="Waitlisted">How many wait.</param>
/// <param name="Requested">How many wait for the answer of staff.</param>
public sealed record Admission(int Confirmed, int Waitlisted, int Requested);

/// <summary>Who gets the seats there are: in the order of asking, and never more than there are.</summary>
public static class WaitingRules
{
    /// <summary>The shortest time worth offering a place for.</summary>
    public static readonly TimeSpan ShortestOffer = TimeSpan.FromHours(1);

    /// <summary>
    /// What a party gets that asks now. Whoever waits and could have a seat was offered one before, so that nobody is
    /// overtaken by this. A party that comes together gets all of its places or waits with all of them.
    /// </summary>
    public static Admission Admit(Seats seats, int people, bool together, bool priority, bool byApproval, DateTimeOffset now)
    {
        var free = seats.FreeFor(priority, now);
        var confirmed = byApproval ? 0 : together ? (free >= people ? people : 0) : Math.Min(free, people);
        return new Admission(confirmed, byApproval ? 0 : people - confirmed, byApproval ? people : 0);
    }

    /// <summary>
    /// The offers to make: down the list in the order of asking. A party that comes together is passed over while fewer
    /// seats are free than it needs, and keeps its place on the list; any other is offered as many as there are.
    /// </summary>
    public static IReadOnlyList<SeatOffer> PassOn(Seats seats, IEnumerable<WaitingParty> list, DateTimeOffset now)
    {
        List<SeatOffer> offers = [];
        foreach (var party in list.Where(party => party.Waiting > 0).OrderBy(party => party.Place))
        {
            var free = seats.FreeFor(party.Priority, now);
            var offered = party.Together ? (free >= party.Waiting ? party.Waiting : 0) : Math.Min(free, party.Waiting);
            if (offered > 0)
            {
                offers.Add(new SeatOffer(party.PartyId, offered, party.Priority));
                seats = seats.Take(offered, party.Priority);
            }
        }

        return offers;
    }

    /// <summary>Until when a place offered now is held: for the hours set, but not beyond the start; null when that is too short to answer.</summary>
    public static DateTimeOffset? OfferUntil(Occasion occasion, DateTimeOffset now)
    {
        if (occasion.State != OccasionState.Published || occasion.StartsAt is not { } starts)
        {
            return null;
        }

        var until = now.AddHours(occasion.OfferHours) is var asked && asked < starts ? asked : starts;
        return until - now >= ShortestOffer ? until : null;
    }
}
