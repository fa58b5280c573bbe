using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Guests;
using GrantsPortal.Events.Invitations;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Events;

/// <summary>What the module offers to the container.</summary>
public static class EventsModule
{
    /// <summary>Registers the module's use cases, conditions, jobs and invariants.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventDesk>()
        .AddSingleton<EventCopies>()
        .AddSingleton<AgendaDesk>()
        .AddSingleton<InvitationDesk>()
        .AddSingleton<IPublicSubjects, PublicEvents>()
        .AddSingleton<EventPublication>()
        .AddSingleton<IOccasionCondition>(s => s.GetRequiredService<EventPublication>())
        .AddSingleton<ISubscriber<OccasionPublished>>(s => s.GetRequiredService<EventPublication>())
        .AddSingleton<GroupDesk>()
        .AddSingleton<ISubscriber<BookingMoved>>(s => s.GetRequiredService<GroupDesk>())
        .AddSingleton<IInvariant, GroupsEqualChoices>()
        .AddSingleton<GuestDesk>()
        .AddSingleton<ISubscriber<BookingMoved>>(s => s.GetRequiredService<GuestDesk>())
        .AddSingleton<ISubscriber<BookingForgotten>>(s => s.GetRequiredService<GuestDesk>())
        .AddSingleton<IJob, GuestsJob>()
        .AddSingleton<EventErasure>()
        .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<EventErasure>())
        .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<EventErasure>());
}
