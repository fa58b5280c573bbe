using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Payments.Claims;
using GrantsPortal.Web.Payments.Recovery;
using GrantsPortal.Web.Payments.Stripe;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments;

/// <summary>The pages of payments.</summary>
public static class PaymentPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPaymentPages(this IServiceCollection services)
    {
        foreach (var tab in PaymentTabs.Own)
        {
            services.AddSingleton(tab);
        }

        return services
            .AddSingleton<IAwardPart, AwardPaymentsPart>()
            .AddSingleton<IAwardPart, RepaymentsPart>()
            .AddSingleton<IPartnerPart, FundingPartnerPart>()
            .AddSingleton<IRefusalSentences, PaymentSentences>()
            .AddSingleton<IRefusalSentences, ClaimSentences>()
            .AddSingleton<IRefusalSentences, StripeSentences>()
            .AddSingleton<IRefusalSentences, RecoverySentences>();
    }
}
