using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Payments;

/// <summary>What the module offers to the container.</summary>
public static class PaymentsModule
{
    /// <summary>Registers the module's use cases, blockers, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSingleton<AccountSeal>();
        services.AddSingleton<PaymentBlocks>();
        services.AddSingleton<PaymentMoves>();
        services.AddSingleton<ScheduleDesk>();
        services.AddSingleton<IPaymentBlocker, AwardBlocker>();
        services.AddSingleton<IPaymentBlocker, PayeeBlocker>();
        services.AddStripe();
        services.AddBank();
        services.AddRecovery();
        return services;
    }
}
