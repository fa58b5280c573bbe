using GrantsPortal.Bookings;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>A door on a phone: by code, by camera, by name; and while the line is down.</summary>
public sealed class CheckInTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task People_come_in_by_code_by_camera_and_by_name_and_while_the_line_is_down_and_who_cancelled_meanwhile_is_named()
    {
        // Browser and portal have to agree on the day.
        _city.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var address = _city.Portal.Serve();
        var walk = new Walk(chromium, address, "door");
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var occasion = await _city.Run(officer, await _city.Course(officer, "Listening across difference"), 5, inDays: 0.02);
        var booked = (await _city.Book(await _city.Person("Amina Yusuf"), occasion, 6)).Bookings;
        var door = OccasionRoutes.At(occasion.Id, "check-in");
        await using (var phone = await TicketCamera.Before(address, booked[1].TicketCode))
        {
            var page = phone.Page;
            await Walk.SignIn(page, officer.Email);
            await walk.Look(page, door, "0 of 5 here");
            await Says(page, booked[0].TicketCode, "Yes");
            await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("1 of 5 here");
            Assert.Equal(BookingState.Attended, await State(booked[0]));
            await Says(page, $"{booked[0].TicketCode[..4]} {booked[0].TicketCode[4..8].ToLowerInvariant()}-{booked[0].TicketCode[8..]}", "Already here");
            await Says(page, booked[5].TicketCode, "On the waiting list");
            await walk.Inspect(page);

            await Walk.Press(page, "Use the camera");
            await Assertions.Expect(page.Locator("[data-answer]")).ToContainTextAsync(booked[1].Name);
            await Assertions.Expect(page.Locator("[data-answer]")).ToContainTextAsync("Yes");
            await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("2 of 5 here");
            await walk.Inspect(page);
            await Walk.Press(page, "Stop the camera");

            await page.WaitForFunctionAsync("async () => (await caches.match(location.pathname)) !== undefined && (await navigator.serviceWorker.ready) !== null");
            await page.Context.SetOfflineAsync(true);
            City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.System, booked[3].Secret));
            await Says(page, booked[2].TicketCode, "Yes");
            await Assertions.Expect(page.Locator("[data-line]")).ToContainTextAsync("No line");
            await Says(page, booked[3].TicketCode, "Yes");
            await Says(page, booked[2].TicketCode, "Already here");
            await Says(page, "7QK2M9XA4D1P", "This is no ticket of this date");
            Assert.Equal(BookingState.Confirmed, await State(booked[2]));
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("4 of 5 here");
            await Assertions.Expect(page.Locator("[data-line]")).ToContainTextAsync("4 wait to be sent");
            await walk.Inspect(page);

            await page.Context.SetOfflineAsync(false);
            await Assertions.Expect(page.Locator("[data-look]")).ToContainTextAsync($"{booked[3].Name}: checked in offline at");
            await Assertions.Expect(page.Locator("[data-look]")).ToContainTextAsync("but the booking was cancelled on");
            await Assertions.Expect(page.Locator("[data-look] li")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator("[data-line]")).ToContainTextAsync("Everything is sent");
            await walk.Inspect(page);
            Assert.Equal((BookingState.Attended, BookingState.Cancelled), (await State(booked[2]), await State(booked[3])));

            await page.Locator("[name=q]").FillAsync(booked[4].Name.ToUpperInvariant());
            await page.Locator("[data-people] button").First.ClickAsync();
            await Assertions.Expect(page.Locator("[data-answer]")).ToContainTextAsync(booked[4].Name);
            Assert.Equal(BookingState.Attended, await State(booked[4]));
            await walk.Look(page, door + "/badges", booked[4].Name);

            await Walk.SignIn(page, officer.Email);
            await page.GotoAsync("/my");
            await page.Locator(".portal-account summary").ClickAsync();
            await Walk.Press(page, "Sign out");
            await page.WaitForURLAsync("**/account/sign-in");
            Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await indexedDB.databases()).length + (await caches.keys()).length"));
        }

        walk.EveryPageIsFit();
    }

    private static async Task Says(IPage page, string code, string answer)
    {
        await page.EvaluateAsync("() => document.querySelector('[data-answer]').replaceChildren()");
        await page.Locator("[name=q]").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check in", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-answer]")).ToContainTextAsync(answer);
    }

    private async Task<BookingState> State(Booking booking) => (await _city.Read(work => BookingRepository.Find(work, booking.OccasionId, booking.Id)))!.State;
}
