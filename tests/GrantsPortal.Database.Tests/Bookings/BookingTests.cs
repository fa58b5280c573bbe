using GrantsPortal.Bookings;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>A city with places that cost nothing.</summary>
public abstract class BookingTests : IDisposable
{
    protected City World { get; } = new();

    protected BookingDesk Desk => World.Portal.Get<BookingDesk>();

    protected OfferDesk Offers => World.Portal.Get<OfferDesk>();

    public void Dispose()
    {
        World.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<(Person Booker, Occasion Occasion)> Full(int seats)
    {
        var booker = await World.Person("Amina Yusuf");
        var occasion = await World.Occasion(await World.Person("Olivia Bennett", Roles.ProgrammeOfficer), seats);
        await World.Book(booker, occasion, seats);
        return (booker, occasion);
    }

    protected IJob Job(string name) => World.Portal.Services.GetServices<IJob>().Single(job => job.Name == name);

    protected Task RunPlaces() => Job("bookings.places").Run(default);

    protected async Task<IReadOnlyList<string>> Broken() =>
        await World.Read(World.Portal.Services.GetServices<IInvariant>().OfType<SeatsEqualBookings>().Single().Check);
}
