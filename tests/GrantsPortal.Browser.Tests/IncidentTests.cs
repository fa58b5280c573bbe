using GrantsPortal.Platform;
using GrantsPortal.Response;
using GrantsPortal.Response.CallDown;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>An exercise followed on two screens: the officer's desk, and the telephone of a partner who is asked.</summary>
public sealed class IncidentTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_answer_given_by_one_tap_appears_on_the_officers_page_by_itself_and_what_is_being_typed_there_stays()
    {
        _city.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var walk = new Walk(chromium, _city.Portal.Serve(), "incident");
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var partners = await _city.CrisisPartners(2);
        var acting = City.Acting(farah, Roles.FocalPoint);
        var incident = await _city.Incident(acting);
        await _city.CallDown(acting, incident, partners);

        var desk = await walk.SignedIn(farah.Email);
        await walk.Look(desk, ResponseRoutes.Show(incident.Reference), "This is an exercise. Nothing here has happened.");
        var counts = desk.Locator(".incident-counts dd");
        await Assertions.Expect(counts).ToHaveTextAsync(["2", "0", "2", "0"]);
        await Walk.Fill(desk, "Words", "Buses leave at");

        var phone = await walk.Open(phone: true);
        await walk.Look(phone, await _city.LinkTo("first0@crisis.example", nameof(IncidentAlerted)), "Fire on Quay Street");
        await Walk.Press(phone, "We need help");
        await walk.Sees(phone, "You said: We need help");

        await Assertions.Expect(counts).ToHaveTextAsync(["2", "1", "1", "1"]);
        await Assertions.Expect(desk.Locator("[data-live-say]")).ToHaveTextAsync("2 asked, 1 answered, 1 silent, 1 needing help");
        Assert.Equal("Buses leave at", await desk.Locator("[name=Words]").InputValueAsync());
        await walk.Inspect(desk);
        foreach (var tab in new[] { "call-down", "call-down/paper", "needs", "situation", "log", "report" })
        {
            await walk.Look(desk, ResponseRoutes.At(incident.Reference, tab), "EXERCISE");
        }

        walk.EveryPageIsFit();
    }
}
