using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>An organisation and a course with a fee, from asking for places to a certificate that a stranger verifies.</summary>
public sealed class EnrolmentTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestPortalClock _clock = new();
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private Walk _walk = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start(_clock);
        _city = City.With(_stripe);
        _clock.Follow = _city.Portal.Clock;
    }

    public async ValueTask DisposeAsync()
    {
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task Three_colleagues_are_enrolled_two_places_paid_the_third_promoted_from_the_waiting_list_all_check_in_by_QR_and_get_certificates()
    {
        // At the door, browser and portal have to agree on the time; everything before is half a day earlier.
        _city.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow.AddHours(-12));
        var portal = _city.Portal.ServeKnown();
        _walk = new Walk(chromium, portal, "enrolment");
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        await _city.Organisation("Harbour Women’s Circle", amina);
        var course = await _city.Course(officer, "First aid for hard conversations");
        City.Must(await _city.Portal.Get<CourseDesk>().Plan(City.Acting(officer, Roles.FocalPoint), course.Slug, 3, new CoursePlan { Languages = ["en"], CertificatePercent = 100 }));
        var run = await _city.Run(officer, course, 3, inDays: 0.52);
        City.Must(await _city.Portal.Get<FeeDesk>().Plan(City.Acting(officer, Roles.FocalPoint), run.Id, 0, City.Sixty));
        var stranger = await _city.Book(await _city.Person("Daniel Okafor"), run);
        _stripe.Complete(await _city.OpenPayment(_stripe, stranger));
        await _city.Portal.Get<CheckoutDesk>().Look(stranger.Party.Secret);

        var page = await _walk.SignedIn(amina.Email);
        var party = await EnrolThree(page, course, amina);
        await PayOnStripesPage(page);
        await _walk.Sees(page, "Paid. Your places are confirmed.");
        Assert.Equal([BookingState.Confirmed, BookingState.Confirmed, BookingState.Waitlisted], await States(party));

        await GiveUp(stranger.Bookings[0]);
        await Promote(page, party);
        Assert.Equal([BookingState.Confirmed, BookingState.Confirmed, BookingState.Confirmed], await States(party));

        await CheckIn(portal, officer, run, party);
        await Verify(officer, run, party);
        Assert.Empty(await _city.BrokenBookings());
        _walk.EveryPageIsFit();
    }

    /// <summary>From the catalogue to three names in one go; two have a place to pay, one waits.</summary>
    private async Task<BookingParty> EnrolThree(IPage page, Course course, Person amina)
    {
        await _walk.Look(page, TrainingRoutes.Course(course.Slug), "£60 a person, VAT 20 % included.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask for places" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Ask for places" })).First.ClickAsync();
        await Walk.Press(page, "Add another person");
        await Walk.Press(page, "Add another person");
        await Walk.Fill(page, "Guests[1].Name", "Leila Haddad");
        await Walk.Fill(page, "Guests[1].Email", "leila@harbour.example");
        await Walk.Fill(page, "Guests[2].Name", "Nadia Karim");
        await Walk.Fill(page, "Guests[2].Email", "nadia@harbour.example");
        await page.Locator("[name=OrganisationId]").SelectOptionAsync(new SelectOptionValue { Label = "Harbour Women’s Circle" });
        await Walk.Fill(page, "Code", "NO-SUCH-CODE");
        await Walk.Press(page, "Ask for places");
        await _walk.Sees(page, "There is no such code");
        Assert.Equal("Leila Haddad", await page.Locator("[name='Guests[1].Name']").InputValueAsync());
        await Walk.Fill(page, "Code", "");
        await Walk.Press(page, "Ask for places");
        await _walk.Sees(page, "To pay: £120");
        var secret = page.Url[(page.Url.LastIndexOf('/') + 1)..];
        var party = (await _city.Read(work => BookingRepository.FindPartyBySecret(work, secret)))!;
        Assert.Equal(amina.Id, party.BookedBy);
        return party;
    }

    private async Task PayOnStripesPage(IPage page)
    {
        var back = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay by card" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Pay");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay now" }).ClickAsync();
        await page.WaitForURLAsync(address => address.Contains(back, StringComparison.Ordinal));
    }

    /// <summary>Somebody else cancels by the link of their e-mail, without signing in.</summary>
    private async Task GiveUp(Booking booking)
    {
        var page = await _walk.Open(phone: true);
        await _walk.Look(page, BookingRoutes.One(booking.Secret), "Nothing comes back any more when you cancel");
        await Walk.Press(page, "Cancel this booking");
        await _walk.Sees(page, "Cancelled");
        await page.Context.CloseAsync();
    }

    /// <summary>The offer is taken and paid.</summary>
    private async Task Promote(IPage page, BookingParty party)
    {
        Assert.Contains(await _city.MailTo((await _city.Read(work => PersonRepository.Find(work, party.BookedBy)))!.Email), mail => mail.Template == "PlaceOffered");
        await _walk.Look(page, BookingRoutes.Party(party.Secret), "A place is held for Nadia Karim");
        await Walk.Press(page, "Take it");
        await _walk.Sees(page, "To pay: £60");
        await PayOnStripesPage(page);
        await _walk.Sees(page, "Paid. Your places are confirmed.");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Invoice and receipt") })).ToHaveCountAsync(2);
    }

    /// <summary>One by the camera, the others by the code under their QR code.</summary>
    private async Task CheckIn(Uri portal, Person officer, Occasion run, BookingParty party)
    {
        _city.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        _city.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var bookings = await Bookings(party);
        await using var phone = await TicketCamera.Before(portal, bookings[0].TicketCode);
        await Walk.SignIn(phone.Page, officer.Email);
        await _walk.Look(phone.Page, OccasionRoutes.At(run.Id, "check-in"), "0 of 3 here");
        await Walk.Press(phone.Page, "Use the camera");
        await Assertions.Expect(phone.Page.Locator("[data-answer]")).ToContainTextAsync(bookings[0].Name);
        await Walk.Press(phone.Page, "Stop the camera");
        foreach (var booking in bookings.Skip(1))
        {
            await phone.Page.Locator("[name=q]").FillAsync(booking.TicketCode);
            await Walk.Press(phone.Page, "Check in");
            await Assertions.Expect(phone.Page.Locator("[data-answer]")).ToContainTextAsync(booking.Name);
        }

        await Assertions.Expect(phone.Page.Locator("[data-count]")).ToHaveTextAsync("3 of 3 here");
        Assert.Equal([BookingState.Attended, BookingState.Attended, BookingState.Attended], await States(party));
    }

    /// <summary>After the last session an officer gives certificates; a colleague finds hers by her link, and somebody who never heard of it verifies it.</summary>
    private async Task Verify(Person officer, Occasion run, BookingParty party)
    {
        _city.Portal.Clock.Advance(TimeSpan.FromHours(5));
        var desk = await _walk.SignedIn(officer.Email);
        await _walk.Look(desk, OccasionRoutes.At(run.Id, "certificates"), "0 of 3 who were there have one");
        await Walk.Press(desk, "Give certificates now");
        await _walk.Sees(desk, "3 of 3 who were there have one");

        var guest = await _walk.Open(phone: true);
        var nadia = (await Bookings(party))[2];
        await _walk.Look(guest, BookingRoutes.One(nadia.Secret), "Your certificate");
        var certificate = Assert.Single(await _city.Read(work => CertificateRepository.OfBookings(work, [nadia.Id])));
        await guest.Locator("#certificate a").First.ClickAsync();
        await _walk.Sees(guest, "Nadia Karim");
        var anybody = await _walk.Open();
        await _walk.Look(anybody, TrainingRoutes.Certificate(certificate.Code), "Nadia Karim");
        await _walk.Look(anybody, TrainingRoutes.Certificate("0000-0000-0000"), "certificate");
    }

    private async Task<IReadOnlyList<Booking>> Bookings(BookingParty party) => [.. (await _city.Read(work => BookingRepository.OfParty(work, party.Id))).Where(booking => booking.State != BookingState.Cancelled).OrderBy(booking => booking.Id)];

    private async Task<IEnumerable<BookingState>> States(BookingParty party) => (await Bookings(party)).Select(booking => booking.State);
}
