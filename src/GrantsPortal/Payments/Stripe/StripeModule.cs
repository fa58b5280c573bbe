using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What paying through Stripe offers to the container.</summary>
public static class StripeModule
{
    /// <summary>Registers gateway, use cases, jobs, invariants and checkup.</summary>
    public static IServiceCollection AddStripe(this IServiceCollection services)
    {
        services.AddOptions<StripeOptions>().BindConfiguration("Stripe");
        services.AddSingleton<StripeGateway>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<TransferDesk>();
        services.AddSingleton<PayoutDesk>();
        services.AddSingleton<EventDesk>();
        services.AddSingleton<StripePage>();
        services.AddSingleton<IJob, StripeLookUpJob>();
        services.AddSingleton<IJob, StripeFollowJob>();
        services.AddSingleton<IInvariant, TransfersAgreeWithPayments>();
        services.AddSingleton<ICheckup, StripeCheckup>();
        services.AddSingleton<ITaskSource, StripeTasks>();
        return services;
    }
}
