using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Funds;

/// <summary>What the module offers to the container.</summary>
public static class FundsModule
{
    /// <summary>Registers the module's use cases and invariants.</summary>
    public static IServiceCollection AddFunds(this IServiceCollection services) => services
        .AddSingleton<ProgrammeDesk>()
        .AddSingleton<IInvariant, PostingsAddUpToZero>()
        .AddSingleton<IInvariant, BalancesEqualTheirEntries>()
        .AddSingleton<IInvariant, FundsReconcile>()
        .AddSingleton<IInvariant, NothingIsOverdrawnWithoutAReason>();
}
