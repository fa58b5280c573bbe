using System.Globalization;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>
/// A journey through pages. Every page that is looked at is held against WCAG 2.2 AA; what is wrong with one is noted, and
/// the journey goes on, so that one run names every page.
/// </summary>
/// <param name="chromium">The browser.</param>
/// <param name="portal">The portal's address.</param>
/// <param name="name">What its pictures are called.</param>
public sealed class Walk(Chromium chromium, Uri portal, string name)
{
    private readonly List<string> _wrong = [];
    private int _seen;

    /// <summary>A new window in which nobody is signed in.</summary>
    public Task<IPage> Open(bool phone = false) => chromium.Open(portal, phone);

    /// <summary>A new window in which somebody is signed in.</summary>
    public async Task<IPage> SignedIn(string email)
    {
        var page = await Open();
        await SignIn(page, email);
        return page;
    }

    /// <summary>Signs in anew on the real page.</summary>
    public static async Task SignIn(IPage page, string email, string password = City.Password)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Email address").FillAsync(email);
        await page.Locator("[name=Password]").FillAsync(password);
        await Press(page, "Sign in");
        await page.WaitForURLAsync(address => !address.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens a page, which says something, and inspects it.</summary>
    public async Task Look(IPage page, string path, string says)
    {
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        await Inspect(page);
    }

    /// <summary>Inspects the page that is shown, which says something.</summary>
    public async Task Sees(IPage page, string says)
    {
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync(says);
        await Inspect(page);
    }

    /// <summary>Inspects the page that is shown.</summary>
    public async Task Inspect(IPage page)
    {
        try
        {
            await Chromium.Inspect(page, string.Create(CultureInfo.InvariantCulture, $"{name}-{++_seen:00}"));
        }
        catch (Xunit.Sdk.TrueException found)
        {
            _wrong.Add(found.Message);
        }
    }

    /// <summary>Presses the first button of this name.</summary>
    public static async Task Press(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();
        await Parsed(page);
    }

    /// <summary>Waits until a page is parsed. Asks more than once: Playwright looks first and listens then, and misses a page that comes between.</summary>
    private static async Task Parsed(IPage page)
    {
        const float Step = 5_000;
        for (var left = Chromium.Patience; ; left -= Step)
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new PageWaitForLoadStateOptions { Timeout = Step });
                return;
            }
            catch (TimeoutException) when (left > Step)
            {
                // What came meanwhile is found by looking again.
            }
        }
    }

    /// <summary>Fills the first field of a name.</summary>
    public static Task Fill(IPage page, string field, string text) => page.Locator($"[name='{field}']").First.FillAsync(text);

    /// <summary>Fills the three parts of a date.</summary>
    public static async Task Fill(IPage page, string field, DateOnly day)
    {
        await Fill(page, $"{field}.Day", day.Day.ToString(CultureInfo.InvariantCulture));
        await Fill(page, $"{field}.Month", day.Month.ToString(CultureInfo.InvariantCulture));
        await Fill(page, $"{field}.Year", day.Year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Chooses a file that is made here.</summary>
    public static Task Attach(IPage page, string field, string file, string type, byte[] content) =>
        page.Locator($"[type=file][name='{field}']").SetInputFilesAsync(new FilePayload { Name = file, MimeType = type, Buffer = content });

    /// <summary>Nothing was wrong with any page.</summary>
    public void EveryPageIsFit() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
}
