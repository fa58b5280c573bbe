using System.Net;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Bookings;

/// <summary>Booking fees on Finance's desk.</summary>
public sealed class FeeMoneyPagesTests
{
    [Fact]
    public async Task Finance_puts_right_what_Stripe_could_not_give_back_and_an_auditor_reads_without_names_or_buttons()
    {
        TestPortalClock clock = new();
        await using var stripe = await StripeStandIn.Start(clock);
        using var city = City.With(stripe);
        clock.Follow = city.Portal.Clock;
        var (booker, officer) = (await city.Person("Amina Yusuf"), await city.Person("Olivia Bennett", Roles.ProgrammeOfficer));
        var booked = await city.Book(booker, await city.PaidOccasion(officer, 3), 2);
        stripe.Complete(await city.OpenPayment(stripe, booked));
        city.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await city.Job<FeeJob>().Run(default);
        foreach (var booking in booked.Bookings)
        {
            City.Must(await city.Portal.Get<BookingDesk>().Cancel(Actor.Public, booking.Secret));
        }

        await city.Job<FeeJob>().Run(default);
        stripe.Fail((string)stripe.Refunds[0]["id"]!);
        using var webhooks = city.Portal.CreateClient();
        using var told = await StripeStandIn.Deliver(webhooks, stripe.Latest("refund.failed"), city.Now);

        using var auditor = await city.SignedIn(await city.Person("Ava Auditor", Roles.Auditor));
        var read = await auditor.Open(FeeRoutes.Money);
        Assert.Contains("The card it was paid with is closed.", Visitor.Text(read.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", Visitor.Text(read.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Empty(read.QuerySelectorAll("main form[method=post]"));
        var failed = Assert.Single(await city.Read(ChargeRepository.FailedRefunds));
        using (var denied = await auditor.Client.GetAsync(FeeRoutes.Settle(failed.Id)))
        {
            Assert.NotEqual(HttpStatusCode.OK, denied.StatusCode);
        }

        var fay = await city.Person("Fay Finance", Roles.Finance);
        using var finance = await city.SignedIn(fay);
        Assert.Contains(await city.TasksOf<FeeTasks>(City.Acting(fay, Roles.Finance)), line => line.StartsWith("Give back £60 for “Listening across difference”", StringComparison.Ordinal));
        var page = await finance.Open(FeeRoutes.Money);
        Assert.Contains($"Paid by Amina Yusuf, {booker.Email}", Visitor.Text(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Equal(["£120", "£20", "£120", "£20", "£0", "£0"], page.QuerySelectorAll("#months + .desk-table tbody td").Select(Visitor.Text));
        var asked = await finance.Press(await finance.Open(FeeRoutes.Settle(failed.Id)), "Note it", ("Note", " "));
        Assert.Contains("Write down what was done", Visitor.Text(asked.QuerySelector("main")!), StringComparison.Ordinal);
        var settled = await finance.Press(asked, "Note it", ("Note", "Paid to their bank account on 17 June."));
        Assert.Contains("It is noted as given back.", Visitor.Text(settled.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Null(settled.QuerySelector("#failed"));

        var csv = await finance.Client.GetStringAsync(FeeRoutes.Csv + "?kind=CreditNote&month=2026-06");
        Assert.Equal(
            ["CN-2026-0002,Credit note,2026-06-16,INV-2026-0001,Listening across difference,GBP,50,10,60,Given back", "CN-2026-0001,Credit note,2026-06-16,INV-2026-0001,Listening across difference,GBP,50,10,60,Given back another way"],
            csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim()));
        Assert.Equal("", Visitor.Text((await finance.Open(FeeRoutes.Money + "?month=2026-05")).QuerySelector("#documents ~ .desk-table") ?? page.CreateElement("p")));
    }
}
