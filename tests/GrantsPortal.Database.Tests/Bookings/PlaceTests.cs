using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>What becomes of a place: asked for, given away, moved, changed, called off, reminded of, come to.</summary>
public sealed class PlaceTests : BookingTests
{
    [Fact]
    public async Task A_place_is_given_to_a_colleague_or_moved_to_another_date_and_the_seat_goes_with_it()
    {
        var (booker, occasion) = await Full(1);
        var officer = await World.Person("Theo Marsh", Roles.ProgrammeOfficer);
        var other = await World.Occasion(officer, 1, inDays: 40);
        var waits = await World.Book(booker, occasion);
        var placed = (await World.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        var change = World.Portal.Get<ChangeDesk>();

        Assert.Null(await change.Give(City.Acting(officer), placed.Reference, World.Guest()));
        Assert.Equal("booking.on-list-already", (await change.Give(City.Acting(booker), placed.Reference, new Guest("X", waits.Bookings[0].Email)))!.Value.Refusals[0].Code);
        var colleague = World.Guest();
        var given = (await change.Give(City.Acting(booker), placed.Reference, colleague))!.Value.Value;
        Assert.Equal((BookingState.Confirmed, colleague.Email), (given.State, given.Email));
        Assert.False((await World.Party(waits))[0].IsOffered);
        Assert.Equal("BookingEnded", (await World.MailTo(placed.Email))[^1].Template);
        Assert.Equal("BookingMade", (await World.MailTo(colleague.Email))[^1].Template);

        var moved = (await change.MoveTo(City.Acting(booker), given.Reference, other.Id))!.Value.Value;
        Assert.Equal((BookingState.Confirmed, other.Id), (moved.State, moved.OccasionId));
        Assert.True((await World.Party(waits))[0].IsOffered);
        City.Must(await Offers.Take(Actor.Public, waits.Party.Secret));
        Assert.Equal("booking.move-full", (await change.MoveTo(City.Acting(booker), waits.Bookings[0].Reference, other.Id))!.Value.Refusals[0].Code);
        Assert.Equal((1, 1), ((await World.Occasion(occasion.Id)).SeatsTaken, (await World.Occasion(other.Id)).SeatsTaken));
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task A_place_at_another_subject_is_not_a_move_and_a_stranger_cannot_cancel()
    {
        var (booker, occasion) = await Full(1);
        var elsewhere = await World.Occasion(await World.Person("Theo Marsh", Roles.ProgrammeOfficer), 5, subject: 2);
        var placed = (await World.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        Assert.Null(await World.Portal.Get<ChangeDesk>().MoveTo(City.Acting(booker), placed.Reference, elsewhere.Id));
        Assert.Null(await Desk.CancelOwn(City.Acting(await World.Person("Stranger")), placed.Reference));
        Assert.Null(await Desk.Cancel(Actor.Public, placed.Secret + "x"));
        Assert.Equal(BookingState.Confirmed, (await World.Read(work => BookingRepository.FindBySecret(work, placed.Secret)))!.State);
        City.Must(await Desk.CancelOwn(City.Acting(booker), placed.Reference));
        Assert.Equal("state.not-from-here", (await Desk.CancelOwn(City.Acting(booker), placed.Reference))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task Requests_are_answered_by_staff_and_those_approved_beyond_the_seats_wait_in_the_order_of_asking()
    {
        var booker = await World.Person("Amina Yusuf");
        var officer = await World.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        var occasion = await World.Occasion(officer, 1, plan => plan with { ByApproval = true });
        var first = await World.Book(booker, occasion);
        var second = await World.Book(booker, occasion);
        var third = await World.Book(booker, occasion);
        Assert.Equal(BookingState.Requested, first.Bookings[0].State);
        var desk = World.Portal.Get<RequestDesk>();
        var staff = City.Acting(officer, Roles.ProgrammeOfficer);
        Assert.Equal("booking.not-staff", (await desk.Approve(City.Acting(booker), occasion.Id, second.Party.Id))!.Value.Refusals[0].Code);
        City.Must(await desk.Approve(staff, occasion.Id, third.Party.Id));
        City.Must(await desk.Approve(staff, occasion.Id, second.Party.Id));
        City.Must(await desk.Approve(staff, occasion.Id, first.Party.Id));
        Assert.Equal(["booking.no-request"], (await desk.Refuse(staff, occasion.Id, first.Party.Id, "x"))!.Value.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(BookingState.Confirmed, (await World.Party(third))[0].State);
        City.Must(await Desk.Cancel(Actor.Public, third.Bookings[0].Secret));
        Assert.True((await World.Party(first))[0].IsOffered);
        Assert.False((await World.Party(second))[0].IsOffered);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task A_change_is_told_to_everybody_and_counted_for_calendars_and_calling_off_ends_every_booking()
    {
        var (booker, occasion) = await Full(1);
        var officer = City.Acting(await World.Person("Theo Marsh", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        var waits = await World.Book(booker, occasion);
        var desk = World.Portal.Get<OccasionDesk>();
        var session = (await World.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        City.Must(await desk.PutSession(officer, occasion.Id, session.Id, session.Version, World.Session(31)));
        Assert.Equal("occasion.changed-meanwhile", (await desk.PutSession(officer, occasion.Id, session.Id, session.Version, World.Session(32)))!.Value.Refusals[0].Code);
        var after = (await World.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        Assert.Equal((session.Uid, session.Sequence + 1, World.Now.AddDays(31)), (after.Uid, after.Sequence, after.StartsAt));
        Assert.Equal(World.Now.AddDays(31), (await World.Occasion(occasion.Id)).StartsAt);

        var placed = (await World.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        var told = (await World.MailTo(placed.Email))[^1];
        Assert.Equal("OccasionChanged", told.Template);
        Assert.Contains("https://meet.example/room", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("https://meet.example/room", (await World.MailTo(waits.Bookings[0].Email))[^1].TextBody, StringComparison.Ordinal);

        Assert.Equal("occasion.reason-missing", (await desk.CallOff(officer, occasion.Id, " "))!.Value.Refusals[0].Code);
        City.Must(await desk.CallOff(officer, occasion.Id, "The trainer is ill."));
        Assert.Equal(0, (await World.Occasion(occasion.Id)).SeatsTaken);
        Assert.Contains("The trainer is ill.", (await World.MailTo(waits.Bookings[0].Email))[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal("booking.called-off", (await Desk.Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [World.Guest()] }))!.Value.Refusals[0].Code);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Attendance_and_no_shows_are_noted_and_can_be_put_right()
    {
        var booker = await World.Person("Amina Yusuf");
        var officer = City.Acting(await World.Person("Olivia Bennett", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        var occasion = await World.Occasion(await World.Person("Theo Marsh", Roles.ProgrammeOfficer), 3);
        var booked = await World.Book(booker, occasion, 2);
        var session = (await World.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        var desk = World.Portal.Get<RequestDesk>();
        var (came, missed) = (booked.Bookings[0].Id, booked.Bookings[1].Id);
        var marks = new Dictionary<long, bool> { [came] = true, [missed] = false };
        Assert.Equal("booking.not-begun", (await desk.NoteAttendance(officer, occasion.Id, session.Id, marks))!.Value.Refusals[0].Code);
        World.Portal.Clock.Advance(TimeSpan.FromDays(30));
        City.Must(await desk.NoteAttendance(officer, occasion.Id, session.Id, marks));
        Assert.Equal([BookingState.Attended, BookingState.NoShow], (await World.Party(booked)).Select(booking => booking.State));
        City.Must(await desk.NoteAttendance(officer, occasion.Id, session.Id, new Dictionary<long, bool> { [missed] = true }));
        Assert.Equal([BookingState.Attended, BookingState.Attended], (await World.Party(booked)).Select(booking => booking.State));
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Reminders_go_out_a_week_and_a_day_before_once_each()
    {
        var booker = await World.Person("Amina Yusuf");
        var occasion = await World.Occasion(await World.Person("Olivia Bennett", Roles.ProgrammeOfficer), 2);
        var booked = await World.Book(booker, occasion);
        async Task<int> Reminded(string address) => (await World.MailTo(address)).Count(mail => mail.Template == "BookingReminder");
        foreach (var (days, mails) in new[] { (22.9, 0), (0.2, 1), (0.1, 1), (5.9, 2), (0.1, 2) })
        {
            World.Portal.Clock.Advance(TimeSpan.FromDays(days));
            await Job("bookings.reminders").Run(default);
            Assert.Equal(mails, await Reminded(booked.Bookings[0].Email));
        }

        var late = await World.Book(booker, occasion);
        await Job("bookings.reminders").Run(default);
        Assert.Equal(0, await Reminded(late.Bookings[0].Email));
    }
}
