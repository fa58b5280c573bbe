using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Database.Tests.Bookings.Walk;

/// <summary>The control: takes an announcement at its word, and does not look whether the money is there.</summary>
internal sealed class Gullible : IStripeFollower
{
    private readonly FeeFollower _fees = new();

    /// <summary>Whether it listens.</summary>
    public bool Listens { get; set; }

    /// <inheritdoc/>
    public Task<bool> Session(UnitOfWork work, SeenSession session) => Listens ? _fees.Session(work, session with { Paid = true }) : Task.FromResult(false);

    /// <inheritdoc/>
    public Task<bool> Refund(UnitOfWork work, SeenRefund refund) => Task.FromResult(false);

    /// <inheritdoc/>
    public Task<bool> Dispute(UnitOfWork work, SeenDispute dispute) => Task.FromResult(false);
}

/// <summary>A city that charges for places through Stripe; walks take occasions of their own.</summary>
internal sealed class SeatCity : IAsyncDisposable
{
    private SeatCity(StripeStandIn stripe, City city) => (Stripe, City) = (stripe, city);

    public City City { get; }

    public StripeStandIn Stripe { get; }

    public Gullible Gullible { get; } = new();

    public HttpClient Webhooks { get; private set; } = null!;

    public Person Booker { get; private set; } = null!;

    public Person Officer { get; private set; } = null!;

    public Actor Staff => City.Acting(Officer, Roles.ProgrammeOfficer);

    public Actor Finance { get; private set; } = null!;

    public static async Task<SeatCity> Found()
    {
        TestPortalClock clock = new();
        var stripe = await StripeStandIn.Start(clock);
        var world = new SeatCity(stripe, City.With(stripe));
        clock.Follow = world.City.Portal.Clock;
        world.City.Portal.Additions.Add(services => services.AddSingleton<IStripeFollower>(world.Gullible));
        world.Booker = await world.City.Person("Amina Yusuf");
        world.Officer = await world.City.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        world.Finance = City.Acting(await world.City.Person("Fay Finance", Roles.Finance), Roles.Finance);
        world.Webhooks = world.City.Portal.CreateClient();
        return world;
    }

    /// <summary>A date with so many seats of 60.00 each, and a code for half of it, good for three people.</summary>
    public async Task<Occasion> NewDate(int seats)
    {
        var occasion = await City.PaidOccasion(Officer, seats, inDays: 20);
        City.Must(await City.Portal.Get<FeeDesk>().AddCode(Staff, occasion.Id, new CodePlan("HALF", 50, 3, null)));
        return occasion;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Webhooks?.Dispose();
        City.Dispose();
        await Stripe.DisposeAsync();
    }
}
