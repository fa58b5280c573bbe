using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Stripe asks an organisation for something more; to its Owners, in plain words.</summary>
/// <param name="Organisation">Whose account; empty where the message has to be discreet.</param>
/// <param name="Wanted">What is asked for, as sentences.</param>
/// <param name="Why">Why something is closed; null when nothing is.</param>
/// <param name="Deadline">Until when it is wanted, in UTC; null when Stripe names no day.</param>
/// <param name="Stopped">Whether payments have stopped until then.</param>
/// <param name="Path">Where to go on to Stripe.</param>
public sealed record StripeAsks(string Organisation, IReadOnlyList<string> Wanted, string? Why, DateTimeOffset? Deadline, bool Stopped, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static StripeAsks Sample => new(
        "Harbour Women's Circle",
        ["A copy of the identity document of the person who acts for you", "The bank account that Stripe should pay out to"],
        "Stripe waits for answers that are overdue. As soon as it has them, payments can go on.",
        new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero),
        true,
        "/my/organisation/harbour-womens-circle/stripe");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
