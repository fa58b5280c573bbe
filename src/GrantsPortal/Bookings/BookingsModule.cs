using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Bookings;

/// <summary>What the module offers to the container.</summary>
public static class BookingsModule
{
    /// <summary>Registers the module's use cases, jobs and invariants.</summary>
    public static IServiceCollection AddBookings(this IServiceCollection services) => services
        .AddSingleton<OccasionDesk>()
        .AddSingleton<BookingDesk>()
        .AddSingleton<OfferDesk>()
        .AddSingleton<RequestDesk>()
        .AddSingleton<ChangeDesk>()
        .AddSingleton<FeeDesk>()
        .AddSingleton<CheckoutDesk>()
        .AddSingleton<RefundDesk>()
        .AddSingleton<FeeDocuments>()
        .AddSingleton<ISubscriber<ChargePaid>>(s => s.GetRequiredService<FeeDocuments>())
        .AddSingleton<ISubscriber<RefundDecided>>(s => s.GetRequiredService<FeeDocuments>())
        .AddSingleton<IStripeFollower, FeeFollower>()
        .AddSingleton<IJob, FeeJob>()
        .AddSingleton<IJob, PlacesJob>()
        .AddSingleton<IJob, BookingReminderJob>()
        .AddSingleton<IInvariant, SeatsEqualBookings>()
        .AddSingleton<IInvariant, FeesAgreeWithBookings>()
        .AddSingleton<IInvariant, FeeMoneyAddsUp>()
        .AddSingleton<IInvariant, CodesCountTheirUses>()
        .AddSingleton<BookingErasure>()
        .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<BookingErasure>())
        .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<BookingErasure>());
}
