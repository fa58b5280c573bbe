namespace GrantsPortal.Web.Payments.Stripe;

/// <summary>What is the matter with a transfer that a person has to look at, as English sentences for the localiser.</summary>
public static class StripeAttention
{
    /// <summary>The sentence of a code.</summary>
    public static string Of(string? code) => code switch
    {
        "stripe.several" => "Stripe holds more than one transfer for this payment. Take the extra one back in Stripe’s dashboard, then look the payment up.",
        "stripe.different" => "Stripe holds a transfer with this payment’s key but another amount, currency or account. Compare the two in Stripe’s dashboard.",
        "stripe.back-refused" => "The organisation’s bank refused the payout, and Stripe would not give the money back to the city. It lies in the organisation’s account at Stripe: either its people correct the bank account and it is paid out after all, or you take it back.",
        "stripe.back-in-part" => "A part of the transfer was taken back in Stripe’s dashboard. Take back the rest, or send the part again, so that the payment is whole.",
        "stripe.paid-after-failed" => "The payment is noted as failed, but Stripe paid it out. Ask the organisation for it, or correct the payment by hand.",
        _ => "Stripe and the portal do not agree.",
    };
}
