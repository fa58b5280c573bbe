using GrantsPortal.Applications.Submitting;
using GrantsPortal.Awards;
using GrantsPortal.Payments;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Response.RapidFund;

/// <summary>What rapid-response funds offer to the container.</summary>
public static class RapidFundModule
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddRapidFund(this IServiceCollection services) => services
        .AddSingleton<RapidTemplateDesk>()
        .AddSingleton<RapidFundDesk>()
        .AddSingleton<RapidDecisionDesk>()
        .AddSingleton<RapidAwardDesk>()
        .AddSingleton<RapidFollower>()
        .AddSingleton<ISubscriber<ApplicationSubmitted>>(s => s.GetRequiredService<RapidFollower>())
        .AddSingleton<ISubscriber<AwardAgreed>>(s => s.GetRequiredService<RapidFollower>())
        .AddSingleton<ISubscriber<PaymentMoved>>(s => s.GetRequiredService<RapidFollower>())
        .AddSingleton<IJob, RapidClockJob>()
        .AddSingleton<ITaskSource, RapidTasks>()
        .AddSingleton<IInvariant, RapidFundsAreWhole>();
}
