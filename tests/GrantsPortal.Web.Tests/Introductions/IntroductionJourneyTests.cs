using System.Net;
using GrantsPortal.Bookings;
using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Introductions;

public sealed class IntroductionJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_offer_and_wish_to_asking_both_saying_yes_the_contacts_and_what_came_of_it()
    {
        var (amina, hodan) = (await _city.Person("Amina Yusuf"), await _city.Person("Hodan Abdi"));
        var (circle, families) = (await _city.Organisation("Harbour Women’s Circle", amina), await _city.Organisation("Harbour Somali Families", hodan));
        using var mine = await _city.SignedIn(amina);
        using var theirs = await _city.SignedIn(hodan);

        var page = await mine.Open(IntroductionRoutes.Entries(circle.Slug, EntrySide.Seek, EntryKind.Language));
        page = await mine.Press(page, "Save", ("Chosen", "Somali"), ("Note", "Ring me: 01632 960 123"));
        Assert.Contains("Leave out addresses and telephone numbers", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("01632 960 123", page.QuerySelector("textarea[name=Note]")!.TextContent, StringComparison.Ordinal);
        page = await mine.Press(page, "Save", ("Note", "Thursday mornings"));
        Assert.Contains("Somali", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("A focal-point officer looks at this first", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        await theirs.Press(await theirs.Open(IntroductionRoutes.Entries(families.Slug, EntrySide.Offer, EntryKind.Language)), "Save", ("Own", "somali\nAmharic"));
        await theirs.Press(await theirs.Open(IntroductionRoutes.Offers(families.Slug)), "Agree: partners who fit may be told of us");

        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var desk = await _city.SignedIn(officer);
        Assert.Contains("Let Harbour Women’s Circle take part in introductions", Visitor.Text((await desk.Open("/my")).QuerySelector("main")), StringComparison.Ordinal);
        foreach (var slug in new[] { circle.Slug, families.Slug })
        {
            await desk.Press(await desk.Open(IntroductionRoutes.Partner(slug)), "Let them take part");
        }

        page = await mine.Open(IntroductionRoutes.Mine);
        Assert.Contains("You look for people who speak Somali; they offer it", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain(hodan.Email, page.Body!.InnerHtml, StringComparison.Ordinal);
        page = await mine.Press(await mine.Open(IntroductionRoutes.Ask(circle.Slug, families.Slug)), "Ask them", ("Words", "Hello"));
        Assert.Contains("Say in a sentence or two", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await mine.Press(page, "Ask them", ("Words", "Our language table needs somebody on Thursdays."), ("Phone", "01632 960 123"));
        Assert.Contains("We wait for the other side", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain(hodan.Email, page.Body!.InnerHtml, StringComparison.Ordinal);

        var link = await _city.LinkTo(hodan.Email, nameof(IntroductionAsked));
        Assert.Equal(HttpStatusCode.Redirect, (await _city.Visitor().Get(link)).StatusCode);
        page = await theirs.Open(link);
        var shown = Visitor.Text(page.QuerySelector("main"));
        Assert.Contains("Our language table needs somebody on Thursdays.", shown, StringComparison.Ordinal);
        await NothingPassedOn(amina.Email, "01632 960 123", page.Body!.InnerHtml);
        await theirs.Open(IntroductionRoutes.Mine);
        Assert.Equal(IntroductionState.AgreedByOne, (await Introduction()).State);
        page = await theirs.Press(page, "Agree");
        Assert.Contains(amina.Email, Visitor.Text(page.QuerySelector("#contact")), StringComparison.Ordinal);
        Assert.Contains("01632 960 123", Visitor.Text(page.QuerySelector("#contact")), StringComparison.Ordinal);
        page = await mine.Open(await _city.LinkTo(amina.Email, nameof(IntroductionMade)));
        Assert.Contains(hodan.Email, Visitor.Text(page.QuerySelector("#contact")), StringComparison.Ordinal);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(60));
        await _city.RunJob("introductions.clock");
        using var later = await _city.SignedIn(amina);
        Assert.Contains("Say what came of the introduction to Harbour Somali Families", Visitor.Text((await later.Open("/my")).QuerySelector("main")), StringComparison.Ordinal);
        page = await later.Press(await later.Open(await _city.LinkTo(amina.Email, nameof(IntroductionOutcomeAsked))), "Save", ("Outcome", "Useful"), ("OutcomeWords", "They come every week."));
        Assert.Contains("Thank you", Visitor.Text(page.Body), StringComparison.Ordinal);
        using var again = await _city.SignedIn(officer);
        Assert.Contains("They come every week.", Visitor.Text((await again.Open(IntroductionRoutes.Manage((await Introduction()).Reference))).QuerySelector("main")), StringComparison.Ordinal);

        async Task<IntroductionRow> Introduction() => Assert.Single(await _city.Read(work => IntroductionRepository.Of(work, circle.Id)));

        async Task NothingPassedOn(string address, string phone, string html)
        {
            var mails = await _city.MailTo(hodan.Email);
            Assert.All((string[])[address, phone], secret =>
            {
                Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
                Assert.All(mails, mail => Assert.DoesNotContain(secret, mail.TextBody + mail.HtmlBody, StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public async Task A_hidden_partner_is_read_nowhere_by_the_other_side_and_a_stranger_finds_no_introduction()
    {
        var circle = await _city.Partner("Circle", true, (EntrySide.Seek, EntryKind.Language, "Somali"));
        var refuge = await _city.Partner("Refuge", false, (EntrySide.Offer, EntryKind.Language, "Somali"));
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Open(IntroductionRoutes.New);
        page = await desk.Press(page, "Put together", ("First", "Circle"), ("Second", "Nobody of this name"), ("Words", "You could help one another."));
        Assert.Contains("There is no organisation of this name", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Put together", ("Second", "Refuge"));
        Assert.Contains("Refuge is not shown to others", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        await desk.Press(page, "Ask Refuge");
        var reference = Assert.Single(await _city.Read(work => IntroductionRepository.Of(work, circle.Organisation.Id))).Reference;

        using var member = await _city.SignedIn(circle.Owner);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get(IntroductionRoutes.My(reference))).StatusCode);
        Assert.DoesNotContain("Refuge", (await member.Open(IntroductionRoutes.Mine)).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get(IntroductionRoutes.Ask(circle.Organisation.Slug, refuge.Organisation.Slug))).StatusCode);
        using var asked = await _city.SignedIn(refuge.Owner);
        page = await asked.Open(IntroductionRoutes.My(reference));
        Assert.Contains("They do not know that it is you", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        await asked.Press(page, "Agree");
        Assert.Contains("Refuge", Visitor.Text((await member.Open(IntroductionRoutes.My(reference))).QuerySelector("main")), StringComparison.Ordinal);
        using var stranger = await _city.SignedIn(await _city.Person("Somebody Else"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(IntroductionRoutes.My(reference))).StatusCode);
    }

    [Fact]
    public async Task A_guest_agrees_by_link_to_be_told_whom_to_meet_and_reads_their_table_once_it_is_shown()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 10);
        var (one, other) = ((await _city.Book(await _city.Person("Amina Yusuf"), run)).Bookings[0], (await _city.Book(await _city.Person("Daniel Okafor"), run)).Bookings[0]);
        using var phone = _city.Visitor();
        foreach (var booking in new[] { one, other })
        {
            var page = await phone.Press(await phone.Open(BookingRoutes.One(booking.Secret)), "I agree: name me to those who fit", ("interests", "Theme:Hate crime"));
            Assert.Contains("Agreed.", Visitor.Text(page.Body), StringComparison.Ordinal);
        }

        var meeting = Visitor.Text((await phone.Open(BookingRoutes.One(one.Secret))).QuerySelector("main"));
        Assert.Contains(other.Name, meeting, StringComparison.Ordinal);
        Assert.Contains("You both look for partners on Hate crime", meeting, StringComparison.Ordinal);
        await phone.Press(await phone.Open(BookingRoutes.One(other.Secret)), "Take it back: name me to nobody");
        Assert.DoesNotContain(other.Name, Visitor.Text((await phone.Open(BookingRoutes.One(one.Secret))).QuerySelector("main")), StringComparison.Ordinal);

        using var desk = await _city.SignedIn(officer);
        var tables = OccasionRoutes.At(run.Id, "tables");
        var laid = await desk.Press(await desk.Open(tables), "Lay the tables", ("Tables", "0"));
        Assert.Contains("Enter a number from 1 to 60", Visitor.Text(laid.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        laid = await desk.Press(laid, "Lay the tables", ("Tables", "1"), ("Seats", "4"));
        laid = await desk.Press(laid, "Seat everybody");
        Assert.Contains("Table 1", Visitor.Text(laid.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("Table 1", Visitor.Text((await phone.Open(BookingRoutes.One(one.Secret))).QuerySelector("main")), StringComparison.Ordinal);
        await desk.Press(laid, "Show guests their tables");
        Assert.Contains("Table 1", Visitor.Text((await phone.Open(BookingRoutes.One(one.Secret))).QuerySelector("main")), StringComparison.Ordinal);
    }
}
