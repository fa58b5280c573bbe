using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Money is no longer asked back; to the organisation's Owners and Editors.</summary>
/// <param name="Reference">Of the repayment.</param>
/// <param name="Organisation">Who was asked.</param>
/// <param name="Title">What the award is for.</param>
/// <param name="Left">What is no longer asked.</param>
/// <param name="Mistaken">Whether it should not have been asked.</param>
/// <param name="Path">Where to see it.</param>
public sealed record RepaymentEnded(string Reference, string Organisation, string Title, Money Left, bool Mistaken, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static RepaymentEnded Sample => new("RP-2026-0003", "Harbour Women's Circle", "Evenings by the water", new Money(212.5m, "GBP"), true, "/my/awards/AW-2026-0007/repayments");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
