using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>The pages anybody can read, wide and on a phone.</summary>
public sealed class PublicPagesTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Public_pages_are_accessible_and_fit_their_window(bool phone)
    {
        var page = await chromium.Open(_city.Portal.Serve(), phone);
        var call = await _city.OpenCall();
        foreach (var path in new[] { "/", "/calls", $"/calls/{call.Slug}", $"/calls/{call.Slug}/eligibility", "/awards", "/partners", "/accessibility", "/privacy", "/account/sign-in", "/account/register", "/nowhere" })
        {
            await page.GotoAsync(path);
            await Chromium.Inspect(page, $"public{path.Replace('/', '-')}{(phone ? "-phone" : "")}");
        }

        await page.Context.CloseAsync();
    }
}
