using System.Text.Json;
using GrantsPortal.Awards;
using GrantsPortal.People;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>Whole ceremonies with an authenticator that the browser plays.</summary>
public sealed class PasskeyTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_passkey_is_added_after_the_password_signs_in_without_one_and_no_longer_once_it_is_removed()
    {
        var portal = _city.Portal.ServeKnown();
        var amina = await _city.Person("Amina Yusuf");
        var page = await chromium.Open(portal);
        await WithAuthenticator(page);

        await page.GotoAsync(AccountRoutes.SignIn);
        await page.GetByLabel("Email address").FillAsync(amina.Email);
        await page.Locator("[name=Password]").FillAsync(City.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith("/my", StringComparison.Ordinal));

        await Add(page, "a wrong password altogether");
        await Assertions.Expect(page.Locator("[data-passkey-error]")).ToContainTextAsync("This is not your password");
        await Add(page, City.Password);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The passkey is added");
        await Chromium.Inspect(page, "passkeys");
        Assert.Contains(await _city.MailTo(amina.Email), mail => mail.Template == "AccountChanged");

        await SignOut(page);
        await page.GotoAsync(AccountRoutes.SignInThen("/account/security"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith(AccountRoutes.Security, StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".portal-account summary")).ToContainTextAsync("Amina Yusuf");

        await page.GotoAsync(AccountRoutes.SecurityPart("passkeys"));
        await page.GetByText("Remove Office laptop").ClickAsync();
        await page.Locator("form[action$='/passkeys/remove'] [name=Current]").FillAsync(City.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The passkey is removed");
        await SignOut(page);
        await page.GotoAsync(AccountRoutes.SignIn);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("That did not work");
        await page.GotoAsync("/my");
        Assert.Contains(AccountRoutes.SignIn, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_with_a_passkey_signs_an_agreement_with_it_and_without_the_password()
    {
        var portal = _city.Portal.ServeKnown();
        var (award, applicant) = await _city.Offered();
        var page = await chromium.Open(portal);
        await WithAuthenticator(page);
        await Walk.SignIn(page, applicant.Owner.Email);
        await Add(page, City.Password);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The passkey is added");
        await SignOut(page);
        await page.GotoAsync(AccountRoutes.SignInThen(AwardRoutes.Accept(award.Reference)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith(AwardRoutes.Accept(award.Reference), StringComparison.Ordinal));
        await Chromium.Inspect(page, "agreement-passkey");
        await page.Locator("[type=checkbox][name=Agree]").CheckAsync();
        await page.Locator("[name=Name]").FillAsync("Amina Yusuf");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith(AwardRoutes.Mine(award.Reference), StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("You have accepted the award");
        Assert.Equal(AwardState.Accepted, (await _city.AwardOf(applicant)).State);
    }

    private static async Task Add(IPage page, string password)
    {
        await page.GotoAsync(AccountRoutes.SecurityPart("passkeys"));
        await page.GetByLabel("Name of the passkey").FillAsync("Office laptop");
        await page.Locator("form[data-ceremony=create] [name=Current]").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
    }

    private static async Task SignOut(IPage page)
    {
        await page.Locator(".portal-account summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You are signed out");
    }

    /// <summary>Gives the browser an authenticator with a screen lock that always opens.</summary>
    private static async Task WithAuthenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.SerializeToElement(new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true }),
        });
    }
}
