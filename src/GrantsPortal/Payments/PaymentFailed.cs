using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments;

/// <summary>A payment did not arrive, or came back; to the organisation's Owners and Editors, or to the person who was to be paid.</summary>
/// <param name="Reference">Of the payment.</param>
/// <param name="Payee">Who was to be paid.</param>
/// <param name="Title">What the award is for; null for a claim.</param>
/// <param name="Instalment">What the instalment is called; null for a claim.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">What the bank or Stripe said, in words; null when nothing.</param>
/// <param name="Path">Where to see it.</param>
public sealed record PaymentFailed(string Reference, string Payee, string? Title, string? Instalment, Money Amount, string? Reason, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static PaymentFailed Sample => new("PY-2026-0012", "Harbour Women's Circle", "Evenings by the water", "First instalment", new Money(6_000, "GBP"), "The account is closed.", "/my/awards/AW-2026-0007");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
