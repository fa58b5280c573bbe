using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Stripe;

/// <summary>An organisation's account at Stripe can be paid; to its Owners.</summary>
/// <param name="Organisation">Whose account; empty where the message has to be discreet.</param>
/// <param name="Path">Where to choose it.</param>
public sealed record StripeReady(string Organisation, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static StripeReady Sample => new("Harbour Women's Circle", "/my/organisation/harbour-womens-circle/stripe");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
