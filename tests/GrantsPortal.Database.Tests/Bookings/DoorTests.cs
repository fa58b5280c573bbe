using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Door;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>What the door says, and what it keeps.</summary>
public sealed class DoorTests : IDisposable
{
    private readonly City _city = new();
    private Actor _officer = null!;
    private Occasion _occasion = null!;
    private long _session;
    private IReadOnlyList<Booking> _booked = [];

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task The_same_scan_sent_again_and_at_once_is_one_and_another_scan_of_the_ticket_says_that_they_are_here()
    {
        await Open(2);
        var scan = Scan(_booked[0]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Held(scan))));
        Assert.All(answers, one => Assert.Equal((DoorAnswer.In, _booked[0].Id), (one.Answer, one.BookingId)));
        Assert.Equal(1, await Count());
        Assert.Equal(BookingState.Attended, await State(_booked[0]));

        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await Held(Scan(_booked[0]));
        Assert.Equal((DoorAnswer.AlreadyIn, answers[0].ScannedAt), (second.Answer, second.InSince));
        Assert.Equal(2, await Count());
        Assert.Single(await _city.Read(work => BookingRepository.Attendance(work, _occasion.Id)));
    }

    [Fact]
    public async Task Who_has_no_place_is_told_why_and_nothing_is_noted()
    {
        await Open(3, capacity: 1);
        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.System, _booked[2].Secret));
        Assert.Equal(DoorAnswer.Waiting, (await Held(Scan(_booked[1]))).Answer);
        Assert.Equal(DoorAnswer.Cancelled, (await Held(Scan(_booked[2]) with { Offline = true })).Answer);
        Assert.Empty(await _city.Read(work => DoorRepository.ToLookAt(work, _session)));
        var cancelled = await Held(Scan(_booked[2]) with { Offline = true, LetIn = true });
        Assert.Equal((DoorAnswer.Cancelled, _city.Now), (cancelled.Answer, cancelled.EndedAt));
        Assert.Equal(DoorAnswer.NotHere, (await Held(Scan(_booked[0]) with { Code = "7QK2M9XA4D1P" })).Answer);
        Assert.Empty(await _city.Read(work => BookingRepository.Attendance(work, _occasion.Id)));
        Assert.Equal(_booked[2].Name, Assert.Single(await _city.Read(work => DoorRepository.ToLookAt(work, _session))).Name);
    }

    [Fact]
    public async Task A_ticket_given_up_lets_in_whoever_booked_again_and_the_devices_list_knows_both_tickets_and_no_address()
    {
        await Open(1);
        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.System, _booked[0].Secret));
        var booker = await _city.Person("Tom Reed");
        var again = (await _city.Portal.Get<BookingDesk>().Book(City.Acting(booker), _occasion.Id, new BookingAsk { Guests = [new Guest(_booked[0].Name, _booked[0].Email)] }))!.Value.Value.Bookings[0];
        var entry = Assert.Single(DoorList.Of(_occasion.Id, await _city.Read(work => DoorRepository.List(work, _occasion.Id, _session))));
        Assert.Equal((DoorAnswer.In, 2), (entry.Answer, entry.Hashes.Count));
        Assert.Contains(DoorList.Hash(_occasion.Id, _booked[0].TicketCode), entry.Hashes);
        Assert.DoesNotContain("@", System.Text.Json.JsonSerializer.Serialize(entry), StringComparison.Ordinal);
        Assert.Equal((DoorAnswer.In, again.Id), ((await Held(Scan(_booked[0]))).Answer, (await Held(Scan(again))).BookingId));
    }

    [Fact]
    public async Task Who_was_let_in_by_mistake_is_taken_back_and_can_come_in_again()
    {
        await Open(1);
        await Held(Scan(_booked[0]));
        City.Must(await _city.Portal.Get<CheckInDesk>().Undo(_officer, _occasion.Id, _session, _booked[0].Id));
        Assert.Equal("door.not-in", (await _city.Portal.Get<CheckInDesk>().Undo(_officer, _occasion.Id, _session, _booked[0].Id))!.Value.Refusals[0].Code);
        Assert.False(Assert.Single(await _city.Read(work => BookingRepository.Attendance(work, _occasion.Id))).Present);
        Assert.Equal(DoorAnswer.In, (await Held(Scan(_booked[0]))).Answer);
        Assert.Equal(BookingState.Attended, await State(_booked[0]));
    }

    [Fact]
    public async Task Nobody_comes_in_before_the_door_opens_or_by_whoever_is_not_of_the_staff()
    {
        await Open(1, inDays: 1);
        Assert.Equal("booking.not-begun", Code(await _city.Portal.Get<CheckInDesk>().Scan(_officer, _occasion.Id, _session, Scan(_booked[0]))));
        _city.Portal.Clock.Advance(TimeSpan.FromHours(23.5));
        Assert.Equal("booking.not-staff", Code(await _city.Portal.Get<CheckInDesk>().Scan(City.Acting(await _city.Person("Tom Reed")), _occasion.Id, _session, Scan(_booked[0]))));
        Assert.Null(await _city.Portal.Get<CheckInDesk>().Scan(_officer, _occasion.Id, _session + 1, Scan(_booked[0])));
        Assert.Equal(0, await Count());
        Assert.Equal(DoorAnswer.In, (await Held(Scan(_booked[0]))).Answer);
    }

    private async Task Open(int people, int capacity = 5, double inDays = 0.02)
    {
        var officer = await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        _officer = City.Acting(officer, Roles.ProgrammeOfficer);
        _occasion = await _city.Occasion(officer, capacity, inDays: inDays);
        _session = (await _city.Read(work => OccasionRepository.Sessions(work, _occasion.Id)))[0].Id;
        _booked = (await _city.Book(await _city.Person("Amina Yusuf"), _occasion, people)).Bookings;
    }

    private DoorScan Scan(Booking booking) => new(Guid.NewGuid().ToString("N"), booking.TicketCode.ToLowerInvariant(), null, _city.Now);

    private async Task<DoorResult> Held(DoorScan scan) => (await _city.Portal.Get<CheckInDesk>().Scan(_officer, _occasion.Id, _session, scan))!.Value.Value;

    private static string Code(Outcome<DoorResult>? outcome) => outcome!.Value.Refusals[0].Code;

    private async Task<BookingState> State(Booking booking) => (await _city.Read(work => BookingRepository.Find(work, booking.OccasionId, booking.Id)))!.State;

    private Task<long> Count() => _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM CheckIn WHERE OccasionId = @occasion", new { occasion = _occasion.Id }));
}
