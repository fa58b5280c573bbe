using GrantsPortal.Payments.Bank;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>The pages of batches and statements.</summary>
public static class BankPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddBankPages(this IServiceCollection services) =>
        services.AddSingleton<IRefusalSentences, BankSentences>()
            .AddSingleton(new PaymentTab("batches", "Batches", BankRoutes.Batches))
            .AddSingleton(new PaymentTab("statements", "Statements", BankRoutes.Statements));
}
