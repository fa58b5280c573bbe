using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Groups;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Events;

/// <summary>Eight seats in a small group, sixty people, at once.</summary>
public sealed class GroupRaceTests : IDisposable
{
    private const int Seats = 8;
    private const int People = 60;
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Of_sixty_at_once_eight_get_a_seat_in_a_group_and_the_others_are_told()
    {
        var (group, bookings, _) = await Evening();
        using var other = new City(("ConnectionStrings:GrantsPortal", _city.Portal.Database.ConnectionString));
        City[] instances = [_city, other];
        var answers = await Task.WhenAll(bookings.Select((booking, index) => Task.Run(() => instances[index % 2].Portal.Get<GroupDesk>().Choose(Actor.Public, booking.Secret, group.Id))));
        Assert.Equal(Seats, answers.Count(answer => answer!.Value.Done));
        Assert.All(answers.Where(answer => answer!.Value.Refused), answer => Assert.Equal("group.full", answer!.Value.Refusals[0].Code));
        Assert.Equal(Seats, (await Now(group)).Taken);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Without_the_guard_they_would_oversell()
    {
        var (group, _, _) = await Evening();
        var free = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => Task.Run(async () => (await Now(group)).Free)));
        await Task.WhenAll(free.Where(seats => seats > 0).Select(_ => Task.Run(() => _city.Write(Actor.System, work =>
            work.Execute("UPDATE SmallGroup SET Taken = Taken + 1 WHERE Id = @id", new { id = group.Id })))));
        Assert.Equal(People, (await Now(group)).Taken);
        Assert.Single(await Broken());
    }

    [Fact]
    public async Task One_group_at_each_time_is_changed_for_another_and_freed_when_the_place_is_given_up()
    {
        var (group, bookings, gathering) = await Evening();
        var officer = await _city.Person("Olivia Bennett", Roles.FocalPoint);
        var (beside, later) = (await _city.Group(officer, gathering, "Beside", 1), await _city.Group(officer, gathering, "Later", 5, minutes: 70));
        var desk = _city.Portal.Get<GroupDesk>();
        City.Must(await desk.Choose(Actor.Public, bookings[0].Secret, group.Id));
        City.Must(await desk.Choose(Actor.Public, bookings[0].Secret, later.Id));
        City.Must(await desk.Choose(Actor.Public, bookings[0].Secret, beside.Id));
        Assert.Equal((0, 1, 1), ((await Now(group)).Taken, (await Now(beside)).Taken, (await Now(later)).Taken));

        City.Must(await desk.Choose(Actor.Public, bookings[1].Secret, group.Id));
        Assert.Equal("group.full", (await desk.Choose(Actor.Public, bookings[1].Secret, beside.Id))!.Value.Refusals[0].Code);
        Assert.Equal(1, (await Now(group)).Taken);

        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.Public, bookings[0].Secret));
        Assert.Equal((0, 0), ((await Now(beside)).Taken, (await Now(later)).Taken));
        Assert.Equal("group.no-place", (await desk.Choose(Actor.Public, bookings[0].Secret, later.Id))!.Value.Refusals[0].Code);
        City.Must(await desk.Choose(Actor.Public, bookings[1].Secret, beside.Id));
        City.Must(await desk.Leave(Actor.Public, bookings[1].Secret, beside.Id));
        Assert.Equal(0, (await Now(beside)).Taken);
        Assert.Empty(await Broken());
    }

    private async Task<(SmallGroup Group, IReadOnlyList<Booking> Bookings, Event Event)> Evening()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var gathering = await _city.Event(officer, "Neighbours at one table", People);
        List<Booking> bookings = [];
        var booker = await _city.Person("Amina Yusuf");
        for (var party = 0; party < People / 10; party++)
        {
            bookings.AddRange(await _city.Placed(booker, gathering, 10));
        }

        return (await _city.Group(officer, gathering, "Women who lead", Seats), bookings, gathering);
    }

    private async Task<SmallGroup> Now(SmallGroup group) => (await _city.Read(work => work.Find<SmallGroup>("SELECT Id, SlotId, Title, About, Room, Seats, Taken, Version FROM SmallGroup WHERE Id = @Id", new { group.Id })))!;

    private async Task<IReadOnlyList<string>> Broken()
    {
        var invariant = _city.Portal.Services.GetServices<IInvariant>().OfType<GroupsEqualChoices>().Single();
        return await _city.Read(invariant.Check);
    }
}
