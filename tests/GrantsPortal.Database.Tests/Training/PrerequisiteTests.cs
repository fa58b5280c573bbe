using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Training;

public sealed class PrerequisiteTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Whoever_has_not_attended_the_course_before_is_refused_and_whoever_has_is_not()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var booker = await _city.Person("Amina Yusuf");
        var first = await _city.Course(officer, "Listening");
        var second = await _city.Course(officer, "Mediating", first);
        var early = await _city.Run(officer, first, 5, inDays: 2);
        var late = await _city.Run(officer, second, 5, inDays: 40);
        var booked = await _city.Book(booker, early, 2);
        var (came, missed) = (booked.Bookings[0], booked.Bookings[1]);
        var desk = _city.Portal.Get<BookingDesk>();
        BookingAsk For(Booking booking) => new() { Guests = [new Guest(booking.Name, booking.Email)] };
        Assert.Equal("course.prerequisite", (await desk.Book(City.Acting(booker), late.Id, For(came)))!.Value.Refusals[0].Code);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, early.Id)))[0];
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(City.Acting(officer, Roles.FocalPoint), early.Id, session.Id, new Dictionary<long, bool> { [came.Id] = true, [missed.Id] = false }));
        var refused = (await desk.Book(City.Acting(booker), late.Id, For(missed)))!.Value.Refusals[0];
        Assert.Equal(("course.prerequisite", "Guests[0].Email"), (refused.Code, refused.Field));
        Assert.Equal(0, (await _city.Occasion(late.Id)).SeatsTaken);
        var placed = (await desk.Book(City.Acting(booker), late.Id, For(came)))!.Value.Value;
        Assert.Equal(BookingState.Confirmed, placed.Bookings[0].State);
        Assert.Equal("course.prerequisite", (await _city.Portal.Get<ChangeDesk>().Give(City.Acting(booker), placed.Bookings[0].Reference, new Guest(missed.Name, missed.Email)))!.Value.Refusals[0].Code);
    }
}
