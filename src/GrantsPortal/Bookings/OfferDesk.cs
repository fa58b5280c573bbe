using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Answers offers, and lets those that nobody answers pass on.</summary>
public sealed class OfferDesk(PortalDatabase database)
{
    /// <summary>
    /// Takes the places offered to a party, by the secret in the link of who asked. Null when there is no such party;
    /// refused like <see cref="BookingRules.MayAnswer"/>, with what stands against it at a called-off occasion, or with
    /// <c>booking.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome?> Take(Actor actor, string secret) => Answer(actor, secret, async (work, occasion, party, offered) =>
    {
        var booker = await PersonRepository.Find(work, party.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        var fee = await FeeRepository.OfParty(work, party.Id);
        var (act, pays) = fee is { IsDue: true } ? (BookingStates.TakeToPay, true) : (BookingStates.Take, false);
        var sessions = await OccasionRepository.Sessions(work, occasion.Id);
        List<Booking> all = [];
        foreach (var booking in offered)
        {
            if (await Seating.Move(work, occasion, booking, act, heldUntil: pays ? FeeRules.HoldUntil(work.Now, booking.HeldUntil) : null) is not { } taken)
            {
                return new Refusal("booking.changed-meanwhile");
            }

            all.Add(taken);
            if (!pays || taken.PersonId != booker.Id)
            {
                BookingLetters.Made(work, occasion, sessions, taken, booker, 0);
            }
        }

        await FeeMoves.Ask(work, occasion, party, fee, all, booker);
        return Outcome.Ok;
    });

    /// <summary>Refuses the places offered to a party: they pass on, and are not offered to these people again unless they ask.</summary>
    public Task<Outcome?> Decline(Actor actor, string secret) => Answer(actor, secret, async (work, occasion, party, offered) =>
    {
        foreach (var booking in offered)
        {
            if (await Seating.End(work, occasion, party, booking, BookingStates.Decline, BookingEnd.OfferRefused) is null)
            {
                return new Refusal("booking.changed-meanwhile");
            }
        }

        return Outcome.Ok;
    });

    /// <summary>Lets holds pass on whose time is over, and offers what is free; says how many holds ended.</summary>
    public async Task<int> Sweep(long id)
    {
        await using var work = await database.Write(Actor.System);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return 0;
        }

        var ended = 0;
        foreach (var booking in await BookingRepository.Lapsed(work, id, work.Now))
        {
            var party = await BookingRepository.FindParty(work, booking.PartyId) ?? throw new InvalidOperationException("A booking without its party.");
            var reason = booking.State == BookingState.AwaitingPayment ? BookingEnd.NotPaid : BookingEnd.OfferLapsed;
            ended += await Seating.End(work, occasion, party, booking, BookingStates.Lapse, reason) is null ? 0 : 1;
        }

        await Seating.PassOn(work, id);
        await work.Commit();
        return ended;
    }

    private async Task<Outcome?> Answer(Actor actor, string secret, Func<UnitOfWork, Occasion, BookingParty, IReadOnlyList<Booking>, Task<Outcome>> answer)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindPartyBySecret(work, secret) is not { } party || await OccasionRepository.Lock(work, party.OccasionId) is not { } occasion)
        {
            return null;
        }

        var offered = (await BookingRepository.OfParty(work, party.Id)).Where(booking => booking.IsOffered).ToList();
        if (BookingRules.MayAnswer(offered, work.Now) is { } refused)
        {
            return refused;
        }

        var answered = await answer(work, occasion, party, offered);
        if (answered.Done)
        {
            await Seating.PassOn(work, occasion.Id);
            await work.Commit();
        }

        return answered;
    }
}
