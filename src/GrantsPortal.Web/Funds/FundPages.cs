using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Funds;

/// <summary>What the module's pages need.</summary>
public static class FundPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddFundPages(this IServiceCollection services) => services
        .AddSingleton<BudgetYears>()
        .AddSingleton<IRefusalSentences, FundSentences>();
}
