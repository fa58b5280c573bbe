using GrantsPortal.Bookings;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>Forty seats, five hundred people, at once.</summary>
public sealed class SeatTests : IDisposable
{
    private const int Seats = 40;
    private const int People = 500;
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public Task Of_five_hundred_at_once_on_one_instance_forty_get_a_seat_and_the_rest_wait_in_order() => Rush([_city]);

    [Fact]
    public async Task Of_five_hundred_at_once_on_two_instances_forty_get_a_seat_and_the_rest_wait_in_order()
    {
        using var other = new City(("ConnectionStrings:GrantsPortal", _city.Portal.Database.ConnectionString));
        other.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotSame(_city.Portal.Database, other.Portal.Database);
        await Rush([_city, other]);
    }

    [Fact]
    public async Task Without_the_guard_they_would_oversell()
    {
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Seats);
        var free = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => Task.Run(() => _city.Read(async work => (await OccasionRepository.Find(work, occasion.Id))!.Seats.Free))));
        await Task.WhenAll(free.Where(seats => seats > 0).Select(_ => Task.Run(() => _city.Write(Actor.System, work =>
            work.Execute("UPDATE Occasion SET SeatsTaken = SeatsTaken + 1 WHERE Id = @id", new { id = occasion.Id })))));
        Assert.Equal(People, (await _city.Occasion(occasion.Id)).SeatsTaken);
        Assert.Contains("500 are taken", Assert.Single(await Broken()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guard_alone_lets_so_many_through_as_there_are_seats()
    {
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Seats);
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _city.Write(Actor.System, work => OccasionRepository.Take(work, occasion.Id, 1, false)))));
        Assert.Equal(Seats, taken.Count(one => one));
        Assert.Equal(Seats, (await _city.Occasion(occasion.Id)).SeatsTaken);
    }

    private async Task Rush(IReadOnlyList<City> instances)
    {
        var booker = await _city.Person("Amina Yusuf");
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Seats);
        var guests = Enumerable.Range(0, People).Select(_ => _city.Guest()).ToList();
        var answers = await Task.WhenAll(guests.Select((guest, index) => Task.Run(() =>
            instances[index % instances.Count].Portal.Get<BookingDesk>().Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [guest] }))));

        var given = answers.Select(answer => answer!.Value.Value).OrderBy(booked => booked.Party.Place).ToList();
        Assert.Equal(Enumerable.Range(1, People).Select(place => (long)place), given.Select(booked => booked.Party.Place));
        Assert.All(given.Take(Seats), booked => Assert.Equal(BookingState.Confirmed, booked.Bookings[0].State));
        Assert.All(given.Skip(Seats).Index(), waiting => Assert.Equal((BookingState.Waitlisted, waiting.Index), (waiting.Item.Bookings[0].State, waiting.Item.Ahead)));
        Assert.Equal(Seats, (await _city.Occasion(occasion.Id)).SeatsTaken);

        var stored = (await _city.Read(work => BookingRepository.OfOccasion(work, occasion.Id))).ToDictionary(row => row.Id);
        Assert.All(given, booked => Assert.Equal((booked.Bookings[0].State, booked.Party.Place), (stored[booked.Bookings[0].Id].State, stored[booked.Bookings[0].Id].Place)));
        await EverybodyWasToldTheTruth(given);
        Assert.Empty(await Broken());
    }

    private async Task EverybodyWasToldTheTruth(IReadOnlyList<Booked> given)
    {
        var mails = (await _city.Read(work => work.List<City.Mail>(
            "SELECT ToAddress, Template, Subject, TextBody, HtmlBody, State FROM OutboxMessage WHERE Template = 'BookingMade' ORDER BY Id"))).ToLookup(mail => mail.ToAddress);
        foreach (var booked in given)
        {
            var mail = Assert.Single(mails[booked.Bookings[0].Email]);
            Assert.StartsWith(booked.Bookings[0].State == BookingState.Confirmed ? "You have a place" : "You are on the waiting list", mail.Subject, StringComparison.Ordinal);
            if (booked.Bookings[0].State == BookingState.Waitlisted)
            {
                Assert.Contains(booked.Ahead switch { 0 => "Nobody waits before you", 1 => "One person waits before you", var many => $"{many} people wait before you" }, mail.TextBody, StringComparison.Ordinal);
            }
        }
    }

    private async Task<IReadOnlyList<string>> Broken()
    {
        var invariant = _city.Portal.Services.GetServices<IInvariant>().OfType<SeatsEqualBookings>().Single();
        return await _city.Read(invariant.Check);
    }
}
