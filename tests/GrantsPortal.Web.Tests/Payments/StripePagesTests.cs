using System.Net;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Payments;

/// <summary>What people see of Stripe and of money asked back.</summary>
public sealed class StripePagesTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private City _city = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _city = City.With(_stripe);
    }

    public async ValueTask DisposeAsync()
    {
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task An_Owner_sets_Stripe_up_and_reads_in_plain_words_what_it_still_asks()
    {
        var owner = await _city.Person("Olu Owner");
        var organisation = await _city.Organisation("Harbour Circle", owner);
        using var visitor = await _city.SignedIn(owner);
        var page = await visitor.Open(StripeRoutes.Mine(organisation.Slug));
        Assert.Contains("What Stripe will ask", Words(page), StringComparison.Ordinal);
        page = await visitor.Press(page, "Go on to Stripe", ("Password", "wrong"));
        Assert.Contains("This is not your password", Words(page), StringComparison.Ordinal);
        Assert.Empty(_stripe.Accounts);

        Assert.StartsWith($"{_stripe.Address}setup/", Onward(await visitor.Press(page, "Go on to Stripe", ("Password", City.Password))), StringComparison.Ordinal);
        var account = Assert.Single(_stripe.Accounts);

        page = await visitor.Open(StripeRoutes.Mine(organisation.Slug));
        Assert.Contains("The bank account that Stripe should pay out to", Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("external_account", page.Source.Text, StringComparison.Ordinal);
        _stripe.Ask(account, ["nobody.knows.this"], disabledReason: "some.new.reason");
        page = await visitor.Open(StripeRoutes.Mine(organisation.Slug));
        Assert.Contains(StripeWords.SomethingElse, Words(page), StringComparison.Ordinal);
        _stripe.Onboard(account);
        Assert.Contains("You can be paid through it", Words(await visitor.Open(StripeRoutes.Mine(organisation.Slug))), StringComparison.Ordinal);
        await visitor.Send(page, "Go on to Stripe", ("Password", City.Password));
        Assert.Single(_stripe.Accounts);
    }

    [Fact]
    public async Task Only_Owners_set_Stripe_up_and_strangers_find_nothing()
    {
        var (owner, viewer, stranger) = (await _city.Person("Olu Owner"), await _city.Person("Vi Viewer"), await _city.Person("Sam Stranger"));
        var organisation = await _city.Organisation("Harbour Circle", owner);
        await _city.Member(organisation, viewer, MemberRole.Viewer);
        using var visitor = await _city.SignedIn(viewer);
        var page = await visitor.Open(StripeRoutes.Mine(organisation.Slug));
        Assert.Null(page.QuerySelector("input[type=password]"));
        var outcome = await _city.Portal.Get<AccountDesk>().SetUp(City.As(viewer), organisation.Slug);
        Assert.Equal("stripe.owner-only", outcome.Refusals[0].Code);
        Assert.Empty(_stripe.Accounts);
        using var other = await _city.SignedIn(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(StripeRoutes.Mine(organisation.Slug))).StatusCode);
    }

    [Fact]
    public async Task Finance_sees_the_balance_and_what_is_missing_and_a_second_person_releases()
    {
        var world = await _city.PaidBy(_stripe);
        var payment = await _city.ApprovedPayment(world);
        _stripe.TopUp(-470_000);
        using var preparer = await _city.SignedIn(await Person(world.Preparer));
        var page = await preparer.Open(StripeRoutes.Desk);
        Assert.Contains("£300", Words(page), StringComparison.Ordinal);
        Assert.Contains("£100", Words(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[name=id]"));

        using var releaser = await _city.SignedIn(await Person(world.Releaser));
        var chosen = await releaser.Press(await releaser.Open(StripeRoutes.Desk), "Look at the chosen ones");
        var refused = await releaser.Press(chosen, "Release 1 payment");
        Assert.Contains("£100 short", Words(refused), StringComparison.Ordinal);
        Assert.Equal(PaymentState.Approved, (await _city.Again(payment)).State);
        _stripe.TopUp(10_000);
        var done = await releaser.Press(refused, "Release 1 payment");
        Assert.Contains("Payments that Stripe has taken: 1", Words(done), StringComparison.Ordinal);
        Assert.Equal(PaymentState.Sent, (await _city.Again(payment)).State);
        Assert.Contains(payment.Reference, Words(await releaser.Open(StripeRoutes.Desk)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_shows_as_being_looked_up_and_a_button_looks()
    {
        var world = await _city.PaidBy(_stripe);
        var payment = await _city.ApprovedPayment(world);
        using var releaser = await _city.SignedIn(await Person(world.Releaser));
        _stripe.Next("POST /v1/transfers", StripeFault.CutAfter);
        var page = await releaser.Press(await releaser.Open($"{StripeRoutes.Release}?id={payment.Id}"), "Release 1 payment");
        Assert.Contains("nothing is sent twice", Words(page), StringComparison.Ordinal);
        page = await releaser.Press(page, "Look it up now");
        Assert.Contains($"{payment.Reference}: Stripe has it, once.", Words(page), StringComparison.Ordinal);
        Assert.Equal(PaymentState.Sent, (await _city.Again(payment)).State);
    }

    [Fact]
    public async Task Money_is_asked_back_paid_in_part_by_bank_and_for_the_rest_through_Stripe()
    {
        _city.Portal.Settings["Bank:Holder"] = "City of Riverton";
        _city.Portal.Settings["Bank:Iban"] = "GB33BUKB20201555555555";
        var world = await _city.PaidBy(_stripe);
        await _city.Portal.Get<TransferDesk>().Release(world.Releaser, [(await _city.ApprovedPayment(world, 50_000)).Id]);
        _stripe.Arrives(_stripe.PayOut(world.Account));
        await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);

        using var finance = await _city.SignedIn(await Person(world.Preparer));
        var page = await finance.Open(RecoveryRoutes.AskOf(world.Award.Reference));
        page = await finance.Press(page, "Ask it back", ("Amount", "501"), ("Reason", ""));
        Assert.Contains("At most £500 can be asked back", Words(page), StringComparison.Ordinal);
        Assert.Contains("Write why", Words(page), StringComparison.Ordinal);
        page = await finance.Press(page, "Ask it back", ("Amount", "120"), ("Reason", "The hall cost less than planned."));
        Assert.Contains("RP-2026-0001", Words(page), StringComparison.Ordinal);
        await finance.Press(page, "Count it", ("Amount", "20"), ("On.Day", "15"), ("On.Month", "6"), ("On.Year", "2026"), ("BankReference", "X-1"));

        using var owner = await _city.SignedIn(world.Owner);
        var mine = await owner.Open(RecoveryRoutes.Mine(world.Award.Reference));
        Assert.Contains("Please pay back £100", Words(mine), StringComparison.Ordinal);
        Assert.Contains("GB33 BUKB 2020 1555 5555 55", Words(mine), StringComparison.Ordinal);
        Assert.Contains("RP-2026-0001", Words(mine), StringComparison.Ordinal);
        Assert.StartsWith($"{_stripe.Address}pay/", Onward(await owner.Press(mine, "Go on to pay £100")), StringComparison.Ordinal);
        _stripe.Pay((string)_stripe.Links[0]["id"]!);
        await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);
        Assert.Contains("£120 is paid back. Thank you.", Words(await owner.Open(RecoveryRoutes.Mine(world.Award.Reference))), StringComparison.Ordinal);

        using var stranger = await _city.SignedIn(await _city.Person("Sam Stranger"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(RecoveryRoutes.Mine(world.Award.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get(RecoveryRoutes.Desk)).StatusCode);
    }

    private async Task<Person> Person(Actor actor) => (await _city.Read(work => PersonRepository.Find(work, actor.Person)))!;

    private static string Onward(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main a.govuk-button")!.GetAttribute("href")!;

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => Visitor.Text(page.QuerySelector("main"));
}

/// <summary>A portal that has no key of Stripe's.</summary>
public sealed class WithoutStripeTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Pages_say_that_Stripe_is_not_set_up_and_announcements_are_not_believed()
    {
        var owner = await _city.Person("Olu Owner");
        var organisation = await _city.Organisation("Harbour Circle", owner);
        using var visitor = await _city.SignedIn(owner);
        var page = await visitor.Open(StripeRoutes.Mine(organisation.Slug));
        Assert.Contains("We do not pay through Stripe at present", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        using var finance = await _city.SignedIn(await _city.Person("Fay Finance", Roles.Finance));
        Assert.Contains("Stripe is not set up", Visitor.Text((await finance.Open(StripeRoutes.Desk)).QuerySelector("main")), StringComparison.Ordinal);
        using var client = _city.Portal.CreateClient();
        using var answer = await StripeStandIn.Deliver(client, "{}", StripeStandIn.Signature("{}", _city.Now));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
