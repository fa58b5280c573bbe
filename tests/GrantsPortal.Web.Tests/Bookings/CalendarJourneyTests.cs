using System.Net;
using System.Text.Json;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using Xunit;

namespace GrantsPortal.Web.Tests.Bookings;

/// <summary>Calendars by their addresses, tickets, and the door on pages without a script.</summary>
public sealed class CalendarJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_member_makes_the_address_of_their_calendar_which_a_new_one_replaces_and_nobody_else_can_make()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 3);
        await _city.Portal.Get<BookingDesk>().Book(City.Acting(amina), run.Id, new BookingAsk { Guests = [new Guest("Amina Yusuf", amina.Email)] });
        using var member = await _city.SignedIn(amina);
        var page = await member.Press(await member.Open(BookingRoutes.Mine), "Make an address for my calendar");
        var first = await Secret();
        Assert.EndsWith(BookingRoutes.OwnCalendar(first!), page.QuerySelector("#calendar-address")!.GetAttribute("value"), StringComparison.Ordinal);

        using var program = _city.Visitor();
        var feed = await program.Get(BookingRoutes.OwnCalendar(first!));
        Assert.Equal((HttpStatusCode.OK, "text/calendar", true), (feed.StatusCode, feed.Content.Headers.ContentType!.MediaType, feed.Headers.CacheControl!.NoStore));
        Assert.Contains("Listening", await feed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var nothing = new StringContent("");
        Assert.NotEqual(HttpStatusCode.OK, (await program.Client.PostAsync(BookingRoutes.RenewCalendar, nothing, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(first, await Secret());

        await member.Press(page, "Make a new address; this one stops working");
        Assert.Equal(HttpStatusCode.NotFound, (await program.Get(BookingRoutes.OwnCalendar(first!))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.Get(BookingRoutes.OwnCalendar((await Secret())!))).StatusCode);

        Task<string?> Secret() => _city.Read(work => CalendarRepository.Secret(work, amina.Id));
    }

    [Fact]
    public async Task The_public_calendar_is_not_sent_again_while_nothing_changed_and_the_page_says_the_same_to_search_engines()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 3);
        using var visitor = _city.Visitor();
        var first = await visitor.Get(BookingRoutes.PublicCalendar);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(first.Headers.ETag, (await visitor.Get(BookingRoutes.PublicCalendar)).Headers.ETag);
        City.Must(await _city.Portal.Get<OccasionDesk>().PutSession(City.Acting(officer, Roles.FocalPoint), run.Id, null, 0, _city.Session(40)));
        Assert.NotEqual(first.Headers.ETag, (await visitor.Get(BookingRoutes.PublicCalendar)).Headers.ETag);
        var forum = await _city.Event(officer, "Neighbours in conversation");
        var (calendar, uid) = (await visitor.Client.GetStringAsync(BookingRoutes.PublicCalendar, TestContext.Current.CancellationToken), (await _city.Read(work => OccasionRepository.Sessions(work, forum.OccasionId)))[0].Uid);
        Assert.Contains("SUMMARY:Neighbours in conversation", calendar, StringComparison.Ordinal);
        Assert.Contains(uid, calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Listening", calendar, StringComparison.Ordinal);

        var page = await visitor.Open(TrainingRoutes.Course("listening"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(("CourseInstance", 3, 2), (data.RootElement.GetProperty("@type").GetString(), data.RootElement.GetProperty("remainingAttendeeCapacity").GetInt32(), data.RootElement.GetProperty("subEvent").GetArrayLength()));
        Assert.Equal((await _city.Occasion(run.Id)).StartsAt, data.RootElement.GetProperty("startDate").GetDateTimeOffset());
        Assert.DoesNotContain("meet.example", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_a_code_lets_in_a_name_leads_to_its_button_and_a_mistake_is_taken_back()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 3, inDays: 0.02);
        var booked = await _city.Book(amina, run, 2);
        var door = OccasionRoutes.At(run.Id, "check-in");
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(door), "Check in", ("q", booked.Bookings[0].TicketCode));
        Assert.Contains("Yes", Visitor.Text(page.QuerySelector("[data-answer]")), StringComparison.Ordinal);
        Assert.Contains("1 of 2 here", Visitor.Text(page.QuerySelector("[data-count]")), StringComparison.Ordinal);
        page = await desk.Press(page, "Check in", ("q", booked.Bookings[1].Name));
        Assert.Equal(booked.Bookings[1].Name, Visitor.Text(Assert.Single(page.QuerySelectorAll(".door-person strong"))));
        page = await desk.Press(await desk.Open(door), "Take back " + booked.Bookings[0].Name);
        Assert.Contains("0 of 2 here", Visitor.Text(page.QuerySelector("[data-count]")), StringComparison.Ordinal);
        Assert.Contains("camera=(self)", (await desk.Get(door)).Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("camera=()", (await desk.Get(OccasionRoutes.Show(run.Id))).Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);

        using var member = await _city.SignedIn(amina);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(door)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(door + "/badges")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get(OccasionRoutes.At(1, "check-in"))).StatusCode);

        using var holder = _city.Visitor();
        Assert.Equal("image/svg+xml", (await holder.Get(BookingRoutes.Ticket(booked.Bookings[1].Secret))).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await holder.Get(BookingRoutes.Ticket(new string('A', 32)))).StatusCode);
    }
}
