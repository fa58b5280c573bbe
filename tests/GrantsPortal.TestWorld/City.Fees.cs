using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>A fee of 60.00 with 20 % VAT in it: free for partners by an award, half for small groups below 25,000.</summary>
    public static FeePlan Sixty => new()
    {
        Price = new Money(60, "GBP"),
        TaxName = "VAT",
        TaxPercent = 20,
        PartnerPercent = 100,
        PartnerByAward = true,
        SmallPercent = 50,
        SmallBelow = new Money(25_000, "GBP"),
        Policy = new RefundPolicy(14, 50, 3),
    };

    /// <summary>A published occasion with a fee.</summary>
    public async Task<Occasion> PaidOccasion(Person officer, int seats, FeePlan? fee = null, Func<OccasionPlan, OccasionPlan>? plan = null, double inDays = 30)
    {
        var occasion = await Occasion(officer, seats, plan, inDays);
        Must(await Portal.Get<FeeDesk>().Plan(Acting(officer, Roles.ProgrammeOfficer), occasion.Id, 0, fee ?? Sixty));
        return occasion;
    }

    /// <summary>Asks for places for so many people with a code; throws when refused.</summary>
    public async Task<Booked> BookWith(Person booker, Occasion occasion, string? code, int people = 1, long? organisation = null) =>
        (await Portal.Get<BookingDesk>().Book(Acting(booker), occasion.Id, new BookingAsk { Guests = [.. Enumerable.Range(0, people).Select(_ => Guest())], Code = code, OrganisationId = organisation }))!.Value.Value;

    /// <summary>The charges of a party as they are now.</summary>
    public Task<IReadOnlyList<BookingCharge>> Charges(Booked booked) => Read(work => ChargeRepository.OfParty(work, booked.Party.Id));

    /// <summary>Goes on to Stripe with what a party owes; gives the session.</summary>
    public async Task<string> OpenPayment(StripeStandIn stripe, Booked booked)
    {
        var charge = (await Charges(booked)).Last(one => one.State == ChargeState.Open);
        var address = (await Portal.Get<CheckoutDesk>().Open(Actor.Public, booked.Party.Secret, charge.Id))!.Value.Value;
        return (string)stripe.Sessions.Last(session => (string?)session["url"] == address)["id"]!;
    }

    /// <summary>Everything given back to a party.</summary>
    public async Task<IReadOnlyList<FeeRefund>> RefundsOf(Booked booked)
    {
        var charges = await Charges(booked);
        return await Read(async work => await ChargeRepository.Refunds(work, [.. (await ChargeRepository.Checkouts(work, [.. charges.Select(charge => charge.Id)])).Select(page => page.Id)]));
    }

    /// <summary>What contradicts itself among bookings and fees.</summary>
    public async Task<IReadOnlyList<string>> BrokenBookings()
    {
        List<string> broken = [];
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant is SeatsEqualBookings or FeesAgreeWithBookings or FeeMoneyAddsUp or CodesCountTheirUses))
        {
            broken.AddRange(await Read(invariant.Check));
        }

        return broken;
    }
}
