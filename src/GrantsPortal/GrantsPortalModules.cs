using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Bookings;
using GrantsPortal.Calls;
using GrantsPortal.DueDiligence;
using GrantsPortal.Events;
using GrantsPortal.Following;
using GrantsPortal.Funds;
using GrantsPortal.Introductions;
using GrantsPortal.Monitoring;
using GrantsPortal.Networks;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Payments;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Publishing;
using GrantsPortal.Resources;
using GrantsPortal.Response;
using GrantsPortal.Reviews;
using GrantsPortal.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal;

/// <summary>The whole house, in the order the modules stand on one another.</summary>
public static class GrantsPortalModules
{
    /// <summary>Registers the platform and every module.</summary>
    public static IServiceCollection AddGrantsPortal(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddPlatform(configuration)
            .AddPeople()
            .AddOrganisations()
            .AddPartnerships()
            .AddFunds()
            .AddCalls()
            .AddApplications()
            .AddReviews()
            .AddAwards()
            .AddDueDiligence()
            .AddPayments()
            .AddMonitoring()
            .AddBookings()
            .AddTraining()
            .AddEvents()
            .AddIntroductions()
            .AddResources()
            .AddFollowing()
            .AddNetworks()
            .AddResponse()
            .AddPublishing();
}
