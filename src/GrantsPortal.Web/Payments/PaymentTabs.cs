using GrantsPortal.DueDiligence;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Stripe;

namespace GrantsPortal.Web.Payments;

/// <summary>One desk of Finance.</summary>
/// <param name="Key">Its name, by which a page says that it is there.</param>
/// <param name="Label">English label, said through the localiser.</param>
/// <param name="Path">Where it leads.</param>
public sealed record PaymentTab(string Key, string Label, string Path);

/// <summary>The desks of Finance beside one another; a part of the module adds its line with <c>AddSingleton(new PaymentTab(…))</c>.</summary>
public static class PaymentTabs
{
    /// <summary>The tabs of this part.</summary>
    public static readonly IReadOnlyList<PaymentTab> Own =
    [
        new("payments", "Payments", PaymentRoutes.Desk),
        new("stripe", "Stripe", StripeRoutes.Desk),
        new("payees", "Bank details", PaymentRoutes.Payees),
        new("holds", "Stopped payments", PaymentRoutes.Holds),
        new("recoveries", "Money asked back", RecoveryRoutes.Desk),
        new("claims", "Claims", ClaimRoutes.Desk),
        new("screening", "Screening", DueDiligenceRoutes.Screening),
    ];
}
