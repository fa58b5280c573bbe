using GrantsPortal.Awards;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
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
        services.AddSingleton<IPaymentBlocker, AwardTermsBlocker>();
        services.AddSingleton<IPaymentBlocker, PayeeBlocker>();
        services.AddSingleton<IPaymentBlocker, ScreeningBlocker>();
        services.AddSingleton<ISubscriber<AwardVaried>>(s => s.GetRequiredService<ScheduleDesk>());
        services.AddSingleton<ISubscriber<AwardTerminated>>(s => s.GetRequiredService<ScheduleDesk>());
        services.AddSingleton<MilestoneDesk>();
        services.AddSingleton<DeskReader>();
        services.AddSingleton<PaymentDesk>();
        services.AddSingleton<PayeeDesk>();
        services.AddSingleton<HoldDesk>();
        services.AddSingleton<ISubscriber<OwnershipRecoveryStarted>>(s => s.GetRequiredService<HoldDesk>());
        services.AddSingleton<IJob, DuePaymentsJob>();
        services.AddSingleton<ITaskSource, PaymentTasks>();
        services.AddSingleton<IInvariant, NoInstalmentIsPaidTwice>();
        services.AddSingleton<IInvariant, NoInstalmentIsLost>();
        services.AddSingleton<IInvariant, SchedulesAddUp>();
        services.AddSingleton<IInvariant, LedgerEqualsPayments>();
        services.AddSingleton<IInvariant, FourEyesSawEveryPayment>();
        services.AddSingleton<IInvariant, SealedAccountsCanBeOpened>();
        services.AddStripe();
        services.AddBank();
        services.AddRecovery();
        services.AddClaims();
        services.AddSingleton<IPartnerStory, PartnerPayments>();
        return services;
    }
}
