using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Money asked back came, all of it or a part; to the organisation's Owners and Editors.</summary>
/// <param name="Reference">Of the repayment.</param>
/// <param name="Organisation">Who paid.</param>
/// <param name="Title">What the award is for.</param>
/// <param name="Came">What came.</param>
/// <param name="On">Day it was booked.</param>
/// <param name="Left">What is missing; null when nothing is.</param>
/// <param name="TooMuch">What was too much and will be given back; null when nothing was.</param>
/// <param name="Path">Where to see it.</param>
public sealed record RepaymentReceived(string Reference, string Organisation, string Title, Money Came, DateOnly On, Money? Left, Money? TooMuch, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static RepaymentReceived Sample => new(
        "RP-2026-0003", "Harbour Women's Circle", "Evenings by the water", new Money(200m, "GBP"), new DateOnly(2026, 9, 12), new Money(212.5m, "GBP"), null, "/my/awards/AW-2026-0007/repayments");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
