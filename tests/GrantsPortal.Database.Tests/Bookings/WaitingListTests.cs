using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

public sealed class WaitingListTests : IDisposable
{
    private readonly City _city = new();
    private BookingDesk Desk => _city.Portal.Get<BookingDesk>();
    private OfferDesk Offers => _city.Portal.Get<OfferDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_cancelled_place_is_offered_down_the_list_and_an_offer_that_lapses_passes_on_and_never_comes_back()
    {
        var (booker, occasion) = await Full(1);
        var first = await _city.Book(booker, occasion);
        var second = await _city.Book(booker, occasion);
        var placed = (await _city.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        City.Must(await Desk.Cancel(Actor.Public, placed.Secret));

        var offered = (await _city.Party(first))[0];
        Assert.True(offered.IsOffered);
        Assert.Equal(_city.Now.AddHours(48), offered.HeldUntil);
        Assert.Equal(1, (await _city.Occasion(occasion.Id)).SeatsTaken);
        Assert.Contains("is free for you", (await _city.MailTo(booker.Email)).Last(mail => mail.Template == "PlaceOffered").Subject, StringComparison.Ordinal);

        _city.Portal.Clock.Advance(TimeSpan.FromHours(48));
        await RunPlaces();
        Assert.True((await _city.Party(first))[0].IsOffered);

        _city.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("booking.offer-lapsed", (await Offers.Take(Actor.Public, first.Party.Secret))!.Value.Refusals[0].Code);
        await RunPlaces();
        var lapsed = (await _city.Party(first))[0];
        Assert.Equal((BookingState.Cancelled, BookingEnd.OfferLapsed), (lapsed.State, lapsed.EndReason));
        Assert.True((await _city.Party(second))[0].IsOffered);

        City.Must(await Offers.Decline(Actor.Public, second.Party.Secret));
        Assert.Equal(0, (await _city.Occasion(occasion.Id)).SeatsTaken);
        await RunPlaces();
        Assert.Equal(2, (await _city.MailTo(booker.Email)).Count(mail => mail.Template == "PlaceOffered"));
        Assert.Empty(await Broken());

        // Who asks again is a newcomer.
        var again = (await Desk.Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [new Guest(lapsed.Name, lapsed.Email)] }))!.Value.Value;
        Assert.Equal(BookingState.Confirmed, again.Bookings[0].State);
    }

    [Fact]
    public async Task A_group_that_comes_together_waits_until_all_have_a_seat_and_answers_once()
    {
        var (booker, occasion) = await Full(4);
        var group = await _city.Book(booker, occasion, 3, together: true);
        var single = await _city.Book(booker, occasion);
        var placed = await _city.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed]));
        City.Must(await Desk.Cancel(Actor.Public, placed[0].Secret));
        Assert.True((await _city.Party(single))[0].IsOffered);
        City.Must(await Desk.Cancel(Actor.Public, placed[1].Secret));
        City.Must(await Desk.Cancel(Actor.Public, placed[2].Secret));
        Assert.DoesNotContain(await _city.Party(group), booking => booking.IsOffered);

        City.Must(await Desk.Cancel(Actor.Public, placed[3].Secret));
        Assert.All(await _city.Party(group), booking => Assert.True(booking.IsOffered));
        City.Must(await Offers.Take(Actor.Public, group.Party.Secret));
        Assert.All(await _city.Party(group), booking => Assert.Equal(BookingState.Confirmed, booking.State));
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task One_person_is_on_a_list_once_and_the_refusal_books_nobody()
    {
        var (booker, occasion) = await Full(1);
        var waiting = await _city.Book(booker, occasion);
        var asked = await Desk.Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [_city.Guest(), new Guest("Somebody", waiting.Bookings[0].Email.ToUpperInvariant())] });
        Assert.Equal(("booking.on-list-already", "Guests[1].Email"), (asked!.Value.Refusals[0].Code, asked.Value.Refusals[0].Field));
        Assert.Equal(2, (await _city.Read(work => BookingRepository.OfOccasion(work, occasion.Id))).Count);
        Assert.Equal(2, (await _city.Occasion(occasion.Id)).LastPlace);
    }

    [Fact]
    public async Task Places_kept_for_priority_groups_go_to_the_list_when_their_date_is_past()
    {
        var booker = await _city.Person("Amina Yusuf");
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), 3,
            plan => plan with { PriorityPlaces = 2, PriorityUntil = _city.Now.AddDays(5), PriorityKinds = [OrganisationKind.CommunityGroup] });
        Assert.Equal(BookingState.Confirmed, (await _city.Book(booker, occasion)).Bookings[0].State);
        var waits = await _city.Book(booker, occasion);
        Assert.Equal(BookingState.Waitlisted, waits.Bookings[0].State);
        var group = await _city.Organisation("Harbour Circle", booker);
        Assert.Equal(BookingState.Confirmed, (await _city.Book(booker, occasion, organisation: group.Id)).Bookings[0].State);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(5));
        await RunPlaces();
        Assert.True((await _city.Party(waits))[0].IsOffered);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task A_place_is_given_to_a_colleague_or_moved_to_another_date_and_the_seat_goes_with_it()
    {
        var (booker, occasion) = await Full(1);
        var officer = await _city.Person("Theo Marsh", Roles.ProgrammeOfficer);
        var other = await _city.Occasion(officer, 1, inDays: 40);
        var waits = await _city.Book(booker, occasion);
        var placed = (await _city.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        var change = _city.Portal.Get<ChangeDesk>();

        Assert.Null(await change.Give(City.Acting(officer), placed.Reference, _city.Guest()));
        Assert.Equal("booking.on-list-already", (await change.Give(City.Acting(booker), placed.Reference, new Guest("X", waits.Bookings[0].Email)))!.Value.Refusals[0].Code);
        var colleague = _city.Guest();
        var given = (await change.Give(City.Acting(booker), placed.Reference, colleague))!.Value.Value;
        Assert.Equal((BookingState.Confirmed, colleague.Email), (given.State, given.Email));
        Assert.False((await _city.Party(waits))[0].IsOffered);
        Assert.Equal("BookingEnded", (await _city.MailTo(placed.Email))[^1].Template);
        Assert.Equal("BookingMade", (await _city.MailTo(colleague.Email))[^1].Template);

        var moved = (await change.MoveTo(City.Acting(booker), given.Reference, other.Id))!.Value.Value;
        Assert.Equal((BookingState.Confirmed, other.Id), (moved.State, moved.OccasionId));
        Assert.True((await _city.Party(waits))[0].IsOffered);
        City.Must(await Offers.Take(Actor.Public, waits.Party.Secret));
        Assert.Equal("booking.move-full", (await change.MoveTo(City.Acting(booker), waits.Bookings[0].Reference, other.Id))!.Value.Refusals[0].Code);
        Assert.Equal((1, 1), ((await _city.Occasion(occasion.Id)).SeatsTaken, (await _city.Occasion(other.Id)).SeatsTaken));
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task A_place_at_another_subject_is_not_a_move_and_a_stranger_cannot_cancel()
    {
        var (booker, occasion) = await Full(1);
        var elsewhere = await _city.Occasion(await _city.Person("Theo Marsh", Roles.ProgrammeOfficer), 5, subject: 2);
        var placed = (await _city.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        Assert.Null(await _city.Portal.Get<ChangeDesk>().MoveTo(City.Acting(booker), placed.Reference, elsewhere.Id));
        Assert.Null(await Desk.CancelOwn(City.Acting(await _city.Person("Stranger")), placed.Reference));
        Assert.Null(await Desk.Cancel(Actor.Public, placed.Secret + "x"));
        Assert.Equal(BookingState.Confirmed, (await _city.Read(work => BookingRepository.FindBySecret(work, placed.Secret)))!.State);
        City.Must(await Desk.CancelOwn(City.Acting(booker), placed.Reference));
        Assert.Equal("state.not-from-here", (await Desk.CancelOwn(City.Acting(booker), placed.Reference))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task Requests_are_answered_by_staff_and_those_approved_beyond_the_seats_wait_in_the_order_of_asking()
    {
        var booker = await _city.Person("Amina Yusuf");
        var officer = await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        var occasion = await _city.Occasion(officer, 1, plan => plan with { ByApproval = true });
        var first = await _city.Book(booker, occasion);
        var second = await _city.Book(booker, occasion);
        var third = await _city.Book(booker, occasion);
        Assert.Equal(BookingState.Requested, first.Bookings[0].State);
        var desk = _city.Portal.Get<RequestDesk>();
        var staff = City.Acting(officer, Roles.ProgrammeOfficer);
        Assert.Equal("booking.not-staff", (await desk.Approve(City.Acting(booker), occasion.Id, second.Party.Id))!.Value.Refusals[0].Code);
        City.Must(await desk.Approve(staff, occasion.Id, third.Party.Id));
        City.Must(await desk.Approve(staff, occasion.Id, second.Party.Id));
        City.Must(await desk.Approve(staff, occasion.Id, first.Party.Id));
        Assert.Equal(["booking.no-request"], (await desk.Refuse(staff, occasion.Id, first.Party.Id, "x"))!.Value.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(BookingState.Confirmed, (await _city.Party(third))[0].State);
        City.Must(await Desk.Cancel(Actor.Public, third.Bookings[0].Secret));
        Assert.True((await _city.Party(first))[0].IsOffered);
        Assert.False((await _city.Party(second))[0].IsOffered);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task A_change_is_told_to_everybody_and_counted_for_calendars_and_calling_off_ends_every_booking()
    {
        var (booker, occasion) = await Full(1);
        var officer = City.Acting(await _city.Person("Theo Marsh", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        var waits = await _city.Book(booker, occasion);
        var desk = _city.Portal.Get<OccasionDesk>();
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        City.Must(await desk.PutSession(officer, occasion.Id, session.Id, session.Version, _city.Session(31)));
        Assert.Equal("occasion.changed-meanwhile", (await desk.PutSession(officer, occasion.Id, session.Id, session.Version, _city.Session(32)))!.Value.Refusals[0].Code);
        var after = (await _city.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        Assert.Equal((session.Uid, session.Sequence + 1, _city.Now.AddDays(31)), (after.Uid, after.Sequence, after.StartsAt));
        Assert.Equal(_city.Now.AddDays(31), (await _city.Occasion(occasion.Id)).StartsAt);

        var placed = (await _city.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        var told = (await _city.MailTo(placed.Email))[^1];
        Assert.Equal("OccasionChanged", told.Template);
        Assert.Contains("https://meet.example/room", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("https://meet.example/room", (await _city.MailTo(waits.Bookings[0].Email))[^1].TextBody, StringComparison.Ordinal);

        Assert.Equal("occasion.reason-missing", (await desk.CallOff(officer, occasion.Id, " "))!.Value.Refusals[0].Code);
        City.Must(await desk.CallOff(officer, occasion.Id, "The trainer is ill."));
        Assert.Equal(0, (await _city.Occasion(occasion.Id)).SeatsTaken);
        Assert.Contains("The trainer is ill.", (await _city.MailTo(waits.Bookings[0].Email))[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal("booking.called-off", (await Desk.Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [_city.Guest()] }))!.Value.Refusals[0].Code);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Interest_is_kept_once_and_answered_when_the_next_date_opens()
    {
        var person = await _city.Person("Amina Yusuf");
        Assert.True(await Desk.Want(City.Acting(person), OccasionKind.Run, 1));
        Assert.False(await Desk.Want(City.Acting(person), OccasionKind.Run, 1));
        await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), 3, plan => plan with { OpensAt = _city.Now.AddDays(2) });
        await RunPlaces();
        Assert.DoesNotContain(await _city.MailTo(person.Email), mail => mail.Template == "NextOpened");
        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        await RunPlaces();
        await RunPlaces();
        Assert.Single(await _city.MailTo(person.Email), mail => mail.Template == "NextOpened");
        Assert.False(await _city.Read(work => BookingRepository.IsInterested(work, OccasionKind.Run, 1, person.Id)));
    }

    [Fact]
    public async Task Reminders_go_out_a_week_and_a_day_before_once_each()
    {
        var booker = await _city.Person("Amina Yusuf");
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), 2);
        var booked = await _city.Book(booker, occasion);
        async Task<int> Reminded(string address) => (await _city.MailTo(address)).Count(mail => mail.Template == "BookingReminder");
        foreach (var (days, mails) in new[] { (22.9, 0), (0.2, 1), (0.1, 1), (5.9, 2), (0.1, 2) })
        {
            _city.Portal.Clock.Advance(TimeSpan.FromDays(days));
            await Job("bookings.reminders").Run(default);
            Assert.Equal(mails, await Reminded(booked.Bookings[0].Email));
        }

        var late = await _city.Book(booker, occasion);
        await Job("bookings.reminders").Run(default);
        Assert.Equal(0, await Reminded(late.Bookings[0].Email));
    }

    [Fact]
    public async Task Attendance_and_no_shows_are_noted_and_can_be_put_right()
    {
        var booker = await _city.Person("Amina Yusuf");
        var officer = City.Acting(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        var occasion = await _city.Occasion(await _city.Person("Theo Marsh", Roles.ProgrammeOfficer), 3);
        var booked = await _city.Book(booker, occasion, 2);
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        var desk = _city.Portal.Get<RequestDesk>();
        var (came, missed) = (booked.Bookings[0].Id, booked.Bookings[1].Id);
        var marks = new Dictionary<long, bool> { [came] = true, [missed] = false };
        Assert.Equal("booking.not-begun", (await desk.NoteAttendance(officer, occasion.Id, session.Id, marks))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(30));
        City.Must(await desk.NoteAttendance(officer, occasion.Id, session.Id, marks));
        Assert.Equal([BookingState.Attended, BookingState.NoShow], (await _city.Party(booked)).Select(booking => booking.State));
        City.Must(await desk.NoteAttendance(officer, occasion.Id, session.Id, new Dictionary<long, bool> { [missed] = true }));
        Assert.Equal([BookingState.Attended, BookingState.Attended], (await _city.Party(booked)).Select(booking => booking.State));
        Assert.Empty(await Broken());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_people_do_in_whatever_order_seats_agree_and_nobody_is_offered_again_unasked(int seed)
    {
        var random = new Random(seed);
        var booker = await _city.Person("Amina Yusuf");
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), 6, plan => plan with { OfferHours = 5 });
        List<Booked> asked = [await _city.Book(booker, occasion, 5)];
        for (var step = 0; step < 80; step++)
        {
            await Act(random, booker, occasion, asked);
            Assert.Empty(await Broken());
        }

        // Each was offered a place at most once, since nobody asked twice.
        var offers = (await _city.MailTo(booker.Email)).Where(mail => mail.Template == "PlaceOffered").ToList();
        Assert.NotEmpty(offers);
        Assert.All(asked.SelectMany(one => one.Bookings), booking => Assert.InRange(offers.Count(mail => mail.TextBody.Contains($"* {booking.Name}\n", StringComparison.Ordinal)), 0, 1));
    }

    private async Task Act(Random random, Person booker, Occasion occasion, List<Booked> asked)
    {
        var some = asked.Count > 0 ? asked[random.Next(asked.Count)] : null;
        switch (random.Next(7))
        {
            case 0 or 1 or 2:
                asked.Add(await _city.Book(booker, occasion, random.Next(1, 4), together: random.Next(2) == 0));
                break;
            case 3 when some is not null && random.Next(3) > 0:
                // Those who asked first hold the seats: only their going frees one.
                var early = asked[random.Next(Math.Min(asked.Count, 3))];
                await Desk.Cancel(Actor.Public, early.Bookings[random.Next(early.Bookings.Count)].Secret);
                break;
            case 4 when some is not null:
                await Offers.Take(Actor.Public, some.Party.Secret);
                break;
            case 5 when some is not null:
                await Offers.Decline(Actor.Public, some.Party.Secret);
                break;
            default:
                _city.Portal.Clock.Advance(TimeSpan.FromHours(random.Next(1, 7)));
                await RunPlaces();
                break;
        }
    }

    private async Task<(Person Booker, Occasion Occasion)> Full(int seats)
    {
        var booker = await _city.Person("Amina Yusuf");
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), seats);
        await _city.Book(booker, occasion, seats);
        return (booker, occasion);
    }

    private IJob Job(string name) => _city.Portal.Services.GetServices<IJob>().Single(job => job.Name == name);

    private Task RunPlaces() => Job("bookings.places").Run(default);

    private async Task<IReadOnlyList<string>> Broken() =>
        await _city.Read(_city.Portal.Services.GetServices<IInvariant>().OfType<SeatsEqualBookings>().Single().Check);
}
