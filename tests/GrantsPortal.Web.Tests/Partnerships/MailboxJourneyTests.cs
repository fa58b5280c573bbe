using System.Net;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

/// <summary>An officer's way with e-mail that is filed by forwarding.</summary>
public sealed class MailboxJourneyTests : IDisposable
{
    private readonly City _city = new(("Inbound:Address", City.MailboxAddress));

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_address_is_made_on_the_partners_page_what_is_forwarded_to_it_is_filed_or_refused_with_a_reason_and_an_ended_address_files_nothing()
    {
        var (farah, noor) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Noor Haddad", Roles.FocalPoint));
        var circle = await _city.Organisation("Harbour Circle", await _city.Person("Olga Owner"));
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(City.Acting(farah, Roles.FocalPoint), circle.Id, 1, new PartnerPlan { FocalPointId = farah.Id }));
        using var desk = await _city.SignedIn(farah);
        var page = await desk.Open(PartnershipRoutes.Show(circle.Id));
        Assert.Null(page.QuerySelector("#forwarding-address"));
        page = await desk.Press(page, "Make my address");
        Assert.Contains("Your address is made", Visitor.Text(page.Body), StringComparison.Ordinal);
        var address = page.QuerySelector("#forwarding-address")!.GetAttribute("value")!;

        Assert.Equal(InboundState.Filed, await _city.Comes(_city.Letter(address, "May we use the hall on Fridays?", subject: "The hall")));
        Assert.Equal(InboundState.Refused, await _city.Comes(_city.Letter(address, "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----", subject: "A secret").Replace("Content-Type: text/plain; charset=utf-8", "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x", StringComparison.Ordinal)));
        page = await desk.Open(MailboxRoutes.All);
        Assert.Contains("The hall", Visitor.Text(page.QuerySelector("table")), StringComparison.Ordinal);
        Assert.Contains("It is encrypted", Visitor.Text(page.QuerySelector("table")), StringComparison.Ordinal);
        Assert.DoesNotContain("The hall", Visitor.Text((await desk.Open(MailboxRoutes.All + "?show=Refused")).QuerySelector("table")), StringComparison.Ordinal);
        page = await desk.Open(page.QuerySelectorAll("table a").Single(link => link.TextContent == "A secret").GetAttribute("href")!);
        Assert.Contains("It is encrypted", Visitor.Text(page.QuerySelector(".govuk-inset-text")), StringComparison.Ordinal);
        Assert.Contains("May we use the hall on Fridays?", Visitor.Text((await desk.Open(PartnershipRoutes.Show(circle.Id))).QuerySelector("#story")), StringComparison.Ordinal);

        // Another officer sees what was filed to the partner, and nothing of what was refused to somebody else.
        using var other = await _city.SignedIn(noor);
        var mails = await _city.Read(work => InboundRepository.Page(work, new InboundFilter(null, farah.Id, null), null, 5));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(MailboxRoutes.Show(mails.Single(mail => mail.State == InboundState.Refused).Id))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.Get(MailboxRoutes.Show(mails.Single(mail => mail.State == InboundState.Filed).Id))).StatusCode);
        Assert.DoesNotContain(address, (await other.Open(PartnershipRoutes.Show(circle.Id))).DocumentElement.OuterHtml, StringComparison.Ordinal);

        page = await desk.Press(await desk.Open(PartnershipRoutes.Show(circle.Id)), "End it");
        Assert.Contains("Your address is ended", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.NotEqual(InboundState.Filed, await _city.Comes(_city.Letter(address, "And on Mondays?", subject: "Mondays")));
        Assert.DoesNotContain("And on Mondays?", Visitor.Text((await desk.Open(PartnershipRoutes.Show(circle.Id))).QuerySelector("#story")), StringComparison.Ordinal);
    }
}
