using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Money of an award is asked back; to the organisation's Owners and Editors.</summary>
/// <param name="Reference">Of the repayment; what the payer names.</param>
/// <param name="Organisation">Who is asked.</param>
/// <param name="Title">What the award is for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why, as staff wrote it.</param>
/// <param name="DueOn">Until when it is hoped for.</param>
/// <param name="Path">Where to see how to pay.</param>
public sealed record RepaymentAsked(string Reference, string Organisation, string Title, Money Amount, string Reason, DateOnly DueOn, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static RepaymentAsked Sample => new(
        "RP-2026-0003", "Harbour Women's Circle", "Evenings by the water", new Money(412.5m, "GBP"), "You reported that the hall cost less than planned.", new DateOnly(2026, 9, 30), "/my/awards/AW-2026-0007/repayments");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
