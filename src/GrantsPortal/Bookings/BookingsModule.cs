using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Bookings.Door;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Bookings.Materials;
using GrantsPortal.Bookings.Minimum;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Bookings;

/// <summary>What the module offers to the container.</summary>
public static class BookingsModule
{
    /// <summary>Registers the module's use cases, jobs and invariants.</summary>
    public static IServiceCollection AddBookings(this IServiceCollection services) => services
        .AddNeeds()
        .AddSingleton<OccasionDesk>()
        .AddSingleton<BookingDesk>()
        .AddSingleton<OfferDesk>()
        .AddSingleton<RequestDesk>()
        .AddSingleton<ChangeDesk>()
        .AddSingleton<FeeDesk>()
        .AddSingleton<CheckoutDesk>()
        .AddSingleton<RefundDesk>()
        .AddSingleton<DisputeDesk>()
        .AddSingleton<FeeDocuments>()
        .AddSingleton<ISubscriber<ChargePaid>>(s => s.GetRequiredService<FeeDocuments>())
        .AddSingleton<ISubscriber<RefundDecided>>(s => s.GetRequiredService<FeeDocuments>())
        .AddSingleton<IStripeFollower, FeeFollower>()
        .AddSingleton<ITaskSource, FeeTasks>()
        .AddSingleton<IPersonalRecords, FeeRecords>()
        .AddSingleton<ICheckup, FeeCheckup>()
        .AddSingleton<IJob, FeeJob>()
        .AddSingleton<IJob, PlacesJob>()
        .AddSingleton<IJob, BookingReminderJob>()
        .AddSingleton<IInvariant, SeatsEqualBookings>()
        .AddSingleton<IInvariant, FeesAgreeWithBookings>()
        .AddSingleton<IInvariant, FeeMoneyAddsUp>()
        .AddSingleton<IInvariant, CodesCountTheirUses>()
        .AddSingleton<CheckInDesk>()
        .AddSingleton<CalendarFeeds>()
        .AddSingleton<CalendarDesk>()
        .AddSingleton<IEnclosures, InvitationEnclosures>()
        .AddSingleton<IPartnerEncounters, PartnerOccasions>()
        .AddSingleton<IPartnerStory, PartnerOccasionStory>()
        .AddSingleton<IPartnerDocuments, PartnerFees>()
        .AddSingleton<MinimumDesk>()
        .AddSingleton<IJob, MinimumJob>()
        .AddSingleton<ITaskSource, MinimumTasks>()
        .AddSingleton<MaterialDesk>()
        .AddSingleton<IJob, MaterialJob>()
        .AddSingleton<FeedbackDesk>()
        .AddSingleton<IJob, FeedbackJob>()
        .AddSingleton<IPersonalRecords, FeedbackRecords>()
        .AddSingleton<BookingErasure>()
        .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<BookingErasure>())
        .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<BookingErasure>());
}
