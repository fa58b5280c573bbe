using System.Net;
using System.Text;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Payments;

/// <summary>What a panel member claims, and who lets it be paid.</summary>
public sealed class ClaimJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_claim_goes_from_its_member_to_paid_through_other_hands()
    {
        var call = await _city.OpenCall();
        var fay = await _city.Person("Fay Finance", Roles.Finance, Roles.Reviewer);
        await _city.InPool(call.Id, fay);
        var own = await Claimed(fay);
        Assert.Contains("With the city", Words(own.Page), StringComparison.Ordinal);

        // Finance, and yet not on one's own claim, nor on its payment.
        using var mine = await _city.SignedIn(fay);
        Assert.Empty((await mine.Open(ClaimRoutes.Show(own.Reference))).QuerySelectorAll("main form[method=post]"));
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var page = await officer.Open(ClaimRoutes.Show(own.Reference));
        Assert.Equal(HttpStatusCode.OK, (await officer.Get(ClaimRoutes.Receipt(own.Reference))).StatusCode);
        Assert.Contains("Approved", Words((await officer.Press(page, "Approve claim")).Body), StringComparison.Ordinal);
        var payment = (await _city.Read(work => ClaimRepository.Find(work, own.Reference)))!.PaymentReference!;

        var femi = City.As(await _city.Person("Femi Finance", Roles.Finance), Roles.Finance);
        var ada = await _city.Staff("Ada Approver", Roles.Approver);
        await Confirmed(fay, femi, ada);
        var desk = _city.Portal.Get<PaymentDesk>();
        Assert.Equal("payment.to-you", Assert.Single((await desk.Prepare(City.As(fay, Roles.Finance), [payment])).Value).Refusals[0].Code);
        Assert.Null((await Found(payment)).PreparedAt);
        Assert.True(Assert.Single((await desk.Prepare(femi, [payment])).Value).Done);
        Assert.Equal("payment.to-you", Assert.Single((await desk.Approve(City.As(fay, Roles.Finance), [payment])).Value).Refusals[0].Code);
        Assert.Equal("payment.prepared-by-you", Assert.Single((await desk.Approve(femi, [payment])).Value).Refusals[0].Code);
        Assert.True(Assert.Single((await desk.Approve(ada, [payment])).Value).Done);
        await _city.Write(ada, async work =>
        {
            var moves = _city.Portal.Get<PaymentMoves>();
            Assert.True((await moves.Release(work, [await Found(payment)]))[0].Done);
            await moves.Sent(work, await Found(payment));
            return await moves.Paid(work, (await PaymentRepository.FindByReference(work, payment))!, _city.Today);
        });
        Assert.Contains("Paid", Words((await mine.Open(ClaimRoutes.Mine)).QuerySelector(".brief-list")), StringComparison.Ordinal);
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task What_was_typed_into_a_claim_stays_and_strangers_find_none()
    {
        var call = await _city.OpenCall();
        var rosa = await _city.Person("Rosa Reviewer", Roles.Reviewer);
        await _city.InPool(call.Id, rosa);
        using var member = await _city.SignedIn(rosa);
        Assert.Contains(ClaimRoutes.Mine, (await member.Open("/reviews")).QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")));
        var wrong = await member.Press(
            await member.Open(ClaimRoutes.New), "Send claim", ("Kind", "Expense"), ("ForWhat", "Childcare"), ("Amount", "46.205"),
            ("OnDay.Day", "1"), ("OnDay.Month", "13"), ("OnDay.Year", "2026"));
        Assert.Equal("46.205", wrong.QuerySelector("input[name=Amount]")?.GetAttribute("value"));
        Assert.Equal("13", wrong.QuerySelector("input[name='OnDay.Month']")?.GetAttribute("value"));
        Assert.Equal("Childcare", Words(wrong.QuerySelector("textarea[name=ForWhat]")));
        Assert.Empty(await _city.Read(work => ClaimRepository.Of(work, rosa.Id)));
        var missing = await member.Press(wrong, "Send claim", ("Amount", "46.20"), ("OnDay.Month", $"{_city.Today.Month}"), ("OnDay.Day", $"{_city.Today.Day}"), ("OnDay.Year", $"{_city.Today.Year}"));
        Assert.Contains("Add the receipt of the expense", Words(missing.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);

        var claim = await Claimed(rosa);
        using var stranger = await _city.SignedIn(await _city.Person("Sam Stranger"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ClaimRoutes.Mine)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ClaimRoutes.MyReceipt(claim.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get(ClaimRoutes.Show(claim.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.Get(ClaimRoutes.MyReceipt(claim.Reference))).StatusCode);
    }

    private async Task<(string Reference, AngleSharp.Dom.IElement? Page)> Claimed(Person person)
    {
        using var member = await _city.SignedIn(person);
        var page = await member.PressWithFile(
            await member.Open(ClaimRoutes.New), "Send claim", ("Receipt", "receipt.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n")), ("Kind", "Expense"), ("ForWhat", "Childcare"), ("Amount", "46.20"),
            ("OnDay.Day", $"{_city.Today.Day}"), ("OnDay.Month", $"{_city.Today.Month}"), ("OnDay.Year", $"{_city.Today.Year}"));
        return ((await _city.Read(work => ClaimRepository.Of(work, person.Id)))[0].Reference, page.QuerySelector("main"));
    }

    private async Task Confirmed(Person person, Actor checks, Actor confirms)
    {
        var desk = _city.Portal.Get<PayeeDesk>();
        Assert.True((await desk.EnterMine(City.As(person), City.BritishAccount with { Holder = person.Name })).Done);
        var account = (await _city.Read(work => PayeeRepository.OfPerson(work, person.Id)))[0];
        Assert.True((await desk.Check(checks, account.Id, account.Version, NameCheck.Match, null, null)).Done);
        Assert.True((await desk.Confirm(confirms, account.Id, account.Version + 1)).Done);
    }

    private async Task<Payment> Found(string reference) => (await _city.Read(work => PaymentRepository.FindByReference(work, reference)))!;

    private static string Words(AngleSharp.Dom.IElement? element) => Visitor.Text(element);
}
