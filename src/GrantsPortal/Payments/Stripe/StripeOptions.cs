namespace GrantsPortal.Payments.Stripe;

/// <summary>Section <c>Stripe</c> of the configuration; without a secret key the portal pays by bank alone.</summary>
public sealed class StripeOptions
{
    /// <summary>Secret key of the city's platform account; it belongs into the environment, never into a file that is shared.</summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Secret with which Stripe signs what it announces; several with commas between them, since events of the city's own account
    /// and of connected accounts go to two endpoints, each with a secret of its own (docs.stripe.com/connect/webhooks).
    /// </summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Where Stripe's API is.</summary>
    public string ApiBase { get; set; } = "https://api.stripe.com";

    /// <summary>Country of connected accounts where an organisation's own is not known; ISO 3166-1 alpha-2.</summary>
    public string Country { get; set; } = "GB";

    /// <summary>How long an answer is waited for before it counts as lost.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How old a signature may be (docs.stripe.com/webhooks: five minutes by default).</summary>
    public int ToleranceSeconds { get; set; } = 300;

    /// <summary>
    /// How long after asking a transfer that Stripe does not know may still be on its way; later it counts as never made.
    /// Well above <see cref="TimeoutSeconds"/>.
    /// </summary>
    public int SettleSeconds { get; set; } = 600;

    /// <summary>Each of the secrets.</summary>
    public IReadOnlyList<string> WebhookSecrets => (WebhookSecret ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether Stripe is set up.</summary>
    public bool On => !string.IsNullOrWhiteSpace(SecretKey);
}
