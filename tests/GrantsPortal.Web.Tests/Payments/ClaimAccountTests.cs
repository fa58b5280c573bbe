using System.Net;
using AngleSharp.Html.Dom;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Payments;

public sealed class ClaimAccountTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_panel_member_enters_the_account_for_claims_after_the_password_and_sees_it_masked()
    {
        var rosa = await _city.Person("Rosa Reviewer", Roles.Reviewer);
        await _city.InPool((await _city.OpenCall()).Id, rosa);
        using var visitor = await _city.SignedIn(rosa);
        Assert.Contains(ClaimRoutes.Bank, (await visitor.Open(ClaimRoutes.Mine)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains("How is the account written?", Words(await visitor.Open(ClaimRoutes.EditBank)), StringComparison.Ordinal);

        var form = await visitor.Open($"{ClaimRoutes.EditBank}?scheme=Uk");
        Assert.Equal("Rosa Reviewer", ((IHtmlInputElement)form.QuerySelector("#Holder")!).Value);
        var wrong = await visitor.Press(form, "Enter the account", ("SortCode", "60"), ("AccountNumber", "31926819"), ("Password", City.Password));
        Assert.NotNull(wrong.QuerySelector("#SortCode-error"));
        Assert.Equal("31926819", ((IHtmlInputElement)wrong.QuerySelector("#AccountNumber")!).Value);
        var guessed = await visitor.Press(form, "Enter the account", ("SortCode", "60-16-13"), ("AccountNumber", "31926819"), ("Password", "not it"));
        Assert.NotNull(guessed.QuerySelector("#Password-error"));
        Assert.Empty(await AccountsOf(rosa.Id));

        var done = await visitor.Press(form, "Enter the account", ("SortCode", "60-16-13"), ("AccountNumber", "31926819"), ("Password", City.Password));
        Assert.Contains("GB •••• 6819", Words(done), StringComparison.Ordinal);
        Assert.DoesNotContain("31926819", done.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(PayeeState.Waiting, Assert.Single(await AccountsOf(rosa.Id)).State);
        Assert.Contains("Your account GB •••• 6819 is being checked", Words(await visitor.Open(ClaimRoutes.Mine)), StringComparison.Ordinal);
        var mail = Assert.Single(await _city.MailTo(rosa.Email), mail => mail.Template == nameof(BankDetailsChanged));
        Assert.Contains(ClaimRoutes.Bank, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("31926819", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_nothing_to_claim_finds_no_page_and_each_sees_only_their_own_account()
    {
        var (rosa, paul) = (await _city.Person("Rosa Reviewer", Roles.Reviewer), await _city.Person("Paul Panel", Roles.Reviewer));
        var call = await _city.OpenCall();
        await _city.InPool(call.Id, rosa);
        await _city.InPool(call.Id, paul);
        Assert.True((await _city.Portal.Get<PayeeDesk>().EnterMine(City.As(rosa), City.BritishAccount)).Done);
        using var other = await _city.SignedIn(paul);
        Assert.DoesNotContain("6819", Words(await other.Open(ClaimRoutes.Bank)), StringComparison.Ordinal);

        using var stranger = await _city.SignedIn(await _city.Person("Sam Stranger"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ClaimRoutes.Bank)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{ClaimRoutes.EditBank}?scheme=Uk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _city.Visitor().Get(ClaimRoutes.Bank)).StatusCode);
    }

    private Task<IReadOnlyList<PayeeAccount>> AccountsOf(long person) => _city.Read(work => PayeeRepository.OfPerson(work, person));

    private static string Words(IHtmlDocument page) => Visitor.Text(page.QuerySelector("main"));
}
