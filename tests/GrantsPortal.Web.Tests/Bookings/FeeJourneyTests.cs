using System.Net;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using Xunit;

namespace GrantsPortal.Web.Tests.Bookings;

/// <summary>A price is set, places are asked for with a code, paid at Stripe and given up.</summary>
public sealed class FeeJourneyTests
{
    [Fact]
    public async Task An_officer_sets_a_price_and_who_asks_with_a_code_pays_gets_an_invoice_and_half_of_it_back()
    {
        TestPortalClock clock = new();
        await using var stripe = await StripeStandIn.Start(clock);
        using var city = City.With(stripe);
        clock.Follow = city.Portal.Clock;
        var (officer, amina) = (await city.Person("Farah Siddiqui", Roles.FocalPoint), await city.Person("Amina Yusuf"));
        var run = await city.Run(officer, await city.Course(officer, "Listening"), 3, inDays: 10);
        using var desk = await city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(OccasionRoutes.At(run.Id, "fees")), "Save", ("Price", "60"), ("TaxPercent", "20"), ("TaxName", ""));
        Assert.Contains("Enter what the tax is called", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("60", page.QuerySelector("input[name=Price]")!.GetAttribute("value"));
        page = await desk.Press(page, "Save", ("TaxName", "VAT"));
        Assert.Contains("£60 a person, VAT 20 % included.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await desk.Press(page, "Add the code", ("Code", "neighbours"), ("PercentOff", "50"), ("MostUses", "2"));
        Assert.Contains("NEIGHBOURS", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        using var member = await city.SignedIn(amina);
        Assert.Contains("£60 a person", Visitor.Text((await member.Open(TrainingRoutes.Course("listening"))).QuerySelector("main")), StringComparison.Ordinal);
        (string, string?)[] who = [("Guests[0].Name", "Amina Yusuf"), ("Guests[0].Email", amina.Email)];
        page = await member.Press(await member.Open(BookingRoutes.Ask(run.Id)), "Ask for places", [.. who, ("Code", "NEIGHBORS")]);
        Assert.Contains("There is no such code", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await member.Press(page, "Ask for places", [.. who, ("Code", "neighbours")]);
        Assert.Contains("held for half an hour", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains("To pay: £30", Visitor.Text(page.QuerySelector("#payment")), StringComparison.Ordinal);
        Assert.Contains("£30 a person instead of £60: you used the code NEIGHBOURS.", Visitor.Text(page.QuerySelector("#payment")), StringComparison.Ordinal);
        var onward = await member.Press(page, "Pay by card");
        var session = Assert.Single(stripe.Sessions);
        Assert.Equal((string?)session["url"], onward.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        page = await member.Open(new Uri((string)session["success_url"]!).PathAndQuery.Replace("paid=true", "paid=false", StringComparison.Ordinal));
        Assert.Contains("Nothing was paid. Your places are still held", Visitor.Text(page.QuerySelector("#payment")), StringComparison.Ordinal);
        page = await member.Open(new Uri((string)session["success_url"]!).PathAndQuery);
        Assert.Contains("Stripe has not told us yet that you paid.", Visitor.Text(page.QuerySelector("#payment")), StringComparison.Ordinal);

        stripe.Complete((string)session["id"]!);
        var booking = Assert.Single(await city.Read(work => BookingRepository.In(work, run.Id, [BookingState.AwaitingPayment])));
        page = await member.Open(new Uri((string)session["success_url"]!).PathAndQuery);
        Assert.Contains("Paid. Your places are confirmed.", Visitor.Text(page.QuerySelector("#payment")), StringComparison.Ordinal);
        Assert.Contains("Invoice and receipt INV-2026-0001", Visitor.Text(page.QuerySelector("#payment")), StringComparison.Ordinal);
        Assert.Contains("Invoice and payment", Visitor.Text((await member.Open(BookingRoutes.Mine)).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#payment form"));
        var path = page.QuerySelector("#payment a")!.GetAttribute("href")!;
        Assert.Equal((HttpStatusCode.OK, "attachment"), await member.Get(path) is var got ? (got.StatusCode, got.Content.Headers.ContentDisposition!.DispositionType) : default);
        using var other = city.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path.Replace("INV-2026-0001", "INV-2026-0002", StringComparison.Ordinal))).StatusCode);

        page = await member.Open(BookingRoutes.One(booking.Secret));
        Assert.Contains("£30 was paid for it. If you cancel now, £15 comes back to who paid.", Visitor.Text(page.QuerySelector("#refund")), StringComparison.Ordinal);
        await member.Press(page, "Cancel this booking");
        await city.Job<FeeJob>().Run(default);
        var party = await city.Read(work => BookingRepository.FindParty(work, booking.PartyId));
        Assert.Contains("£15: Given back. The place was given up.", Visitor.Text((await other.Open(BookingRoutes.Party(party!.Secret))).QuerySelector("#payment")), StringComparison.Ordinal);
        Assert.Contains("CN-2026-0001", Visitor.Text((await other.Open(BookingRoutes.Party(party.Secret))).QuerySelector("#payment")), StringComparison.Ordinal);
        Assert.Empty(await city.BrokenBookings());
    }
}
