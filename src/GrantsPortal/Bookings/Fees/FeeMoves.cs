using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What fees do within the transactions that move bookings: the price said, charges opened, lines that follow their bookings.</summary>
internal static class FeeMoves
{
    /// <summary>
    /// The price for so many people who ask now; null where there is no fee. Refused like <see cref="FeeRules.MayUse"/>, and a
    /// code is not good where there is no fee.
    /// </summary>
    public static async Task<Outcome<PartyFee?>> Quote(UnitOfWork work, long occasion, Organisation? organisation, string? typed, int people)
    {
        var (fee, wanted) = (await FeeRepository.Find(work, occasion), FeeRules.ReadCode(typed));
        var code = wanted is null ? null : await FeeRepository.Code(work, occasion, wanted);
        if (wanted is not null && FeeRules.MayUse(code, people, work.Now) is { } refused)
        {
            return refused;
        }

        if (fee is not { PriceMinor: > 0 })
        {
            return Outcome<PartyFee?>.Of(null);
        }

        var award = fee is { PartnerByAward: true, PartnerPercent: > 0 } && organisation is not null && await FeeRepository.HasAward(work, organisation.Id);
        var price = FeeRules.PriceOf(fee, new Payer(organisation, award, code));
        return new PartyFee
        {
            ListMinor = fee.PriceMinor,
            PriceMinor = price.PriceMinor,
            Currency = fee.Currency,
            TaxName = fee.TaxName,
            TaxBasisPoints = fee.TaxBasisPoints,
            Reason = price.Reason,
            PercentOff = price.PercentOff,
            CodeId = price.Reason == PriceReason.Code ? code?.Id : null,
            FullRefundDays = fee.FullRefundDays,
            LaterRefundPercent = fee.LaterRefundPercent,
            LaterRefundDays = fee.LaterRefundDays,
        };
    }

    /// <summary>Keeps what was said to a party, and uses its code for so many people; refused with <c>fee.code-used-up</c> when others were quicker.</summary>
    public static async Task<Refusal?> Keep(UnitOfWork work, PartyFee fee, int people)
    {
        if (fee.CodeId is { } code && !await FeeRepository.Use(work, code, people))
        {
            return new Refusal("fee.code-used-up", 0).At("Code");
        }

        await FeeRepository.Insert(work, fee);
        return null;
    }

    /// <summary>Asks a party to pay for seats that are held for it, and writes to who asked. Nothing when no seat is to be paid.</summary>
    public static async Task Ask(UnitOfWork work, Occasion occasion, BookingParty party, PartyFee? fee, IEnumerable<Booking> bookings, Person booker)
    {
        var held = bookings.Where(booking => booking.State == BookingState.AwaitingPayment).ToList();
        if (fee is not { IsDue: true } || held.Count == 0)
        {
            return;
        }

        var charge = new BookingCharge
        {
            Id = work.NewId(),
            PartyId = party.Id,
            OccasionId = occasion.Id,
            State = ChargeState.Open,
            AmountMinor = fee.PriceMinor * held.Count,
            Currency = fee.Currency,
            CreatedAt = work.Now,
        };
        await ChargeRepository.Insert(work, charge);
        var taxed = FeeRules.Taxed(fee.PriceMinor, fee.TaxBasisPoints);
        foreach (var booking in held)
        {
            await ChargeRepository.Insert(work, new ChargeLine { Id = work.NewId(), ChargeId = charge.Id, BookingId = booking.Id, State = LineState.Owed, AmountMinor = taxed.AmountMinor, NetMinor = taxed.NetMinor, TaxMinor = taxed.TaxMinor });
        }

        work.Audit("booking.charged", nameof(BookingCharge), charge.Id, new { occasion = occasion.Id, party = party.Id, charge.AmountMinor, charge.Currency, fee.Reason, places = held.Count });
        work.Mail(
            booker.AsRecipient(),
            new FeeToPay(occasion.Title, [.. held.Select(booking => booking.Name)], charge.Amount, held.Min(booking => booking.HeldUntil)!.Value, BookingRoutes.Party(party.Secret)),
            nameof(BookingParty), party.Id);
    }

    /// <summary>
    /// What follows when a booking ended: an unpaid line is dropped, a paid one is given back by the policy, a code's use is
    /// given back. Nothing when the place went to a colleague or to another date: <see cref="Carry"/> does what is to be done.
    /// </summary>
    public static async Task Ended(UnitOfWork work, Occasion occasion, Booking ended)
    {
        if (ended.EndReason is BookingEnd.GivenAway or BookingEnd.Moved || await FeeRepository.OfParty(work, ended.PartyId) is not { } fee)
        {
            return;
        }

        if (fee.CodeId is { } code)
        {
            await FeeRepository.GiveBack(work, code, 1);
        }

        if (await ChargeRepository.LivingLine(work, ended.Id) is not { } line)
        {
            return;
        }

        if (line.State == LineState.Owed)
        {
            await Drop(work, line);
        }
        else
        {
            await GiveBack(work, occasion, ended, fee, line);
        }
    }

    /// <summary>Lets what was paid, and the price that was said, stand for the booking that a place became; the code's use goes with it.</summary>
    public static async Task Carry(UnitOfWork work, Booking from, Booking to)
    {
        if (await ChargeRepository.LivingLine(work, from.Id) is { } line)
        {
            await ChargeRepository.Carry(work, line.Id, to.Id);
        }

        if (from.PartyId != to.PartyId && await FeeRepository.OfParty(work, from.PartyId) is { } fee)
        {
            await FeeRepository.Insert(work, fee with { PartyId = to.PartyId });
        }
    }

    private static async Task Drop(UnitOfWork work, ChargeLine line)
    {
        await ChargeRepository.Move(work, line, LineState.Dropped, null);
        var charge = await ChargeRepository.Find(work, line.ChargeId) ?? throw new InvalidOperationException("A line without its charge.");
        var left = (await ChargeRepository.Lines(work, [charge.Id])).Where(one => one.State == LineState.Owed).Sum(one => one.AmountMinor);
        var to = left > 0 ? ChargeState.Open : ChargeStates.Table.Move(charge.State, ChargeStates.End).Value;
        await ChargeRepository.Move(work, charge, to, left);
        await ChargeRepository.CloseAll(work, charge.Id);
        work.Audit("booking.charge-lowered", nameof(BookingCharge), charge.Id, new { charge.AmountMinor, left });
    }

    private static async Task GiveBack(UnitOfWork work, Occasion occasion, Booking ended, PartyFee fee, ChargeLine line)
    {
        await ChargeRepository.Move(work, line, LineState.Returned, line.CheckoutId);
        var reason = ended.EndReason is BookingEnd.CalledOff or BookingEnd.ByStaff ? RefundReason.ByCity : RefundReason.GivenUp;
        var amount = FeeRules.Refund(fee.Policy, line.AmountMinor, occasion.StartsAt, work.Now, ended.EndReason ?? BookingEnd.Withdrawn);
        await Refunds.Decide(work, occasion, line.CheckoutId!.Value, line, amount, reason);
    }
}
