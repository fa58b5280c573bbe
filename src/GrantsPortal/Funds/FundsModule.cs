using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Export;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Funds;

/// <summary>What the module offers to the container.</summary>
public static class FundsModule
{
    /// <summary>Registers the module's use cases, upgrade and invariants.</summary>
    public static IServiceCollection AddFunds(this IServiceCollection services)
    {
        services.AddOptions<FundOptions>().BindConfiguration("Funds");
        return services
            .AddSingleton<ProgrammeDesk>()
            .AddSingleton<BudgetDesk>()
            .AddSingleton<OverdrawDesk>()
            .AddSingleton<SubjectBook>()
            .AddSingleton<LedgerExport>()
            .AddSingleton<IUpgrade, BudgetUpgrade>()
            .AddSingleton<IInvariant, PostingsAddUpToZero>()
            .AddSingleton<IInvariant, BalancesEqualTheirEntries>()
            .AddSingleton<IInvariant, FundsReconcile>()
            .AddSingleton<IInvariant, NothingIsOverdrawnWithoutAReason>()
            .AddSingleton<IInvariant, BudgetsArePosted>();
    }
}
