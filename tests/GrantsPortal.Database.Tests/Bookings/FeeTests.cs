using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>A city with places that cost something, and Stripe on the loopback address.</summary>
public abstract class FeeTests : IAsyncLifetime
{
    protected StripeStandIn Stripe { get; private set; } = null!;

    protected City World { get; private set; } = null!;

    protected Person Booker { get; private set; } = null!;

    protected Person Organiser { get; private set; } = null!;

    protected BookingDesk Desk => World.Portal.Get<BookingDesk>();

    protected Actor Officer => City.Acting(Organiser, Roles.ProgrammeOfficer);

    private HttpClient Client { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        TestPortalClock clock = new();
        Stripe = await StripeStandIn.Start(clock);
        World = City.With(Stripe);
        clock.Follow = World.Portal.Clock;
        Client = World.Portal.CreateClient();
        Booker = await World.Person("Amina Yusuf");
        Organiser = await World.Person("Olivia Bennett", Roles.ProgrammeOfficer);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        World.Dispose();
        await Stripe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<Booked> Paid(Occasion occasion, int people)
    {
        var booked = await World.Book(Booker, occasion, people);
        Stripe.Complete(await World.OpenPayment(Stripe, booked));
        await Deliver(Stripe.Latest("checkout.session.completed"));
        Assert.All(await World.Party(booked), booking => Assert.Equal(BookingState.Confirmed, booking.State));
        return booked;
    }

    protected async Task Deliver(StripeEventSent sent)
    {
        using var answer = await StripeStandIn.Deliver(Client, sent, World.Now);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    protected async Task<IReadOnlyList<FeeDocument>> Documents(Booked booked)
    {
        var charges = await World.Charges(booked);
        return await World.Read(work => ChargeRepository.Documents(work, [.. charges.Select(charge => charge.Id)]));
    }

    protected Task RunPlaces() => World.Job<PlacesJob>().Run(default);

    protected Task RunFees() => World.Job<FeeJob>().Run(default);

    protected async Task NothingIsBroken() => Assert.Empty(await World.BrokenBookings());
}
