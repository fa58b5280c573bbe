using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>The way to Stripe's pages and back under the content security policy, which lets a form lead nowhere else, redirects included.</summary>
public sealed class StripeWayTests(Chromium chromium) : IAsyncLifetime
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_Owner_goes_to_Stripe_with_a_button_answers_there_and_comes_back(bool goesOnByItself)
    {
        var portal = _city.Portal.ServeKnown();
        var owner = await _city.Person("Olu Owner");
        var organisation = await _city.Organisation("Harbour Circle", owner);
        var page = await SignedIn(portal, owner);
        var policy = (await page.GotoAsync(StripeRoutes.Mine(organisation.Slug)))!.Headers["content-security-policy"];
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        var blocked = Blocked(page);
        await page.GetByLabel("Your password").FillAsync(City.Password);
        await Go(page, "Go on to Stripe", goesOnByItself);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Set up payouts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer everything" }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith(StripeRoutes.Mine(organisation.Slug), StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You can be paid through it");
        Assert.Empty(blocked);
        await Chromium.Inspect(page, "stripe ready");
    }

    [Fact]
    public async Task An_Owner_pays_back_on_Stripes_page_and_comes_back()
    {
        var portal = _city.Portal.ServeKnown();
        var world = await _city.PaidBy(_stripe);
        await _city.Portal.Get<TransferDesk>().Release(world.Releaser, [(await _city.ApprovedPayment(world, 50_000)).Id]);
        _stripe.Arrives(_stripe.PayOut(world.Account));
        await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);
        var repayment = await _city.AskedBack(world.Paid, 10_000);
        var page = await SignedIn(portal, world.Owner);
        await page.GotoAsync(RecoveryRoutes.Mine(world.Award.Reference));
        await Chromium.Inspect(page, "paying back");
        var blocked = Blocked(page);
        await Go(page, "Go on to pay £100", byItself: true);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Pay");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay now" }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith("?paid=true", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You need not pay again");
        await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("£100 is paid back. Thank you.");
        Assert.Equal(RepaymentState.Paid, (await _city.Again(repayment.Reference)).State);
        Assert.Empty(blocked);
    }

    /// <summary>Presses the button; the page between goes on by itself, or by its link where a browser does not follow the header.</summary>
    private static async Task Go(IPage page, string button, bool byItself)
    {
        if (!byItself)
        {
            await page.RouteAsync("**", async route =>
            {
                if (route.Request.Method != "POST")
                {
                    await route.ContinueAsync();
                    return;
                }

                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(header => header.Key != "refresh").ToDictionary() });
            });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        if (!byItself)
        {
            await page.UnrouteAllAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        }
    }

    /// <summary>What the browser says that the policy kept from happening.</summary>
    private static List<string> Blocked(IPage page)
    {
        var blocked = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                blocked.Add(message.Text);
            }
        };
        return blocked;
    }

    private async Task<IPage> SignedIn(Uri portal, Person person)
    {
        var page = await chromium.Open(portal);
        await page.GotoAsync(AccountRoutes.SignIn);
        await page.GetByLabel("Email address").FillAsync(person.Email);
        await page.Locator("[name=Password]").FillAsync(City.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith("/my", StringComparison.Ordinal));
        return page;
    }
}
