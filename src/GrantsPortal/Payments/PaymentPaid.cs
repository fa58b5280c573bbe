using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments;

/// <summary>A payment arrived; to the organisation's Owners and Editors, or to the person who was paid.</summary>
/// <param name="Reference">Of the payment; stands on the bank statement.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Title">What the award is for; null for a claim.</param>
/// <param name="Instalment">What the instalment is called; null for a claim.</param>
/// <param name="Amount">How much.</param>
/// <param name="On">The day it was booked.</param>
/// <param name="Path">Where to see it.</param>
public sealed record PaymentPaid(string Reference, string Payee, string? Title, string? Instalment, Money Amount, DateOnly On, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static PaymentPaid Sample => new("PY-2026-0012", "Harbour Women's Circle", "Evenings by the water", "First instalment", new Money(6_000, "GBP"), new DateOnly(2026, 7, 1), "/my/awards/AW-2026-0007");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
