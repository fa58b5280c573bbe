namespace GrantsPortal.Payments.Stripe;

/// <summary>Addresses of what has to do with Stripe.</summary>
public static class StripeRoutes
{
    /// <summary>Where Stripe announces what happened (product contract §5).</summary>
    public const string Webhook = "/webhooks/stripe";

    /// <summary>Finance's page: what waits to be released through Stripe, and what is on its way.</summary>
    public const string Desk = "/manage/payments/stripe";

    /// <summary>Where the chosen payments are released.</summary>
    public const string Release = "/manage/payments/stripe/release";

    /// <summary>Where a transfer whose answer is missing is looked up.</summary>
    public static string LookUp(string payment) => $"{Desk}/{payment}/look-up";

    /// <summary>Where a transfer is taken back once more.</summary>
    public static string TakeBack(string payment) => $"{Desk}/{payment}/take-back";

    /// <summary>An organisation's account at Stripe, for members.</summary>
    public static string Mine(string organisation) => $"/my/organisation/{organisation}/stripe";

    /// <summary>Where an Owner goes on to Stripe's questions.</summary>
    public static string SetUp(string organisation) => $"{Mine(organisation)}/set-up";

    /// <summary>Where an Owner chooses to be paid through Stripe.</summary>
    public static string Choose(string organisation) => $"{Mine(organisation)}/choose";
}
