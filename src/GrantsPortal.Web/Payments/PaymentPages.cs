using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Payments.Recovery;
using GrantsPortal.Web.Payments.Stripe;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments;

/// <summary>The pages of payments.</summary>
public static class PaymentPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPaymentPages(this IServiceCollection services) =>
        services.AddSingleton<IRefusalSentences, PaymentSentences>()
            .AddSingleton<IRefusalSentences, StripeSentences>()
            .AddSingleton<IRefusalSentences, RecoverySentences>()
            .AddSingleton<IAwardPart, RepaymentsPart>();
}
