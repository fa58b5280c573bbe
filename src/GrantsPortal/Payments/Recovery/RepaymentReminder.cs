using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Money asked back has not come; to the organisation's Owners and Editors.</summary>
/// <param name="Reference">Of the repayment.</param>
/// <param name="Organisation">Who is asked.</param>
/// <param name="Title">What the award is for.</param>
/// <param name="Left">What is missing.</param>
/// <param name="DueOn">Until when it is, or was, hoped for.</param>
/// <param name="Past">Whether that day is past.</param>
/// <param name="Path">Where to see how to pay.</param>
public sealed record RepaymentReminder(string Reference, string Organisation, string Title, Money Left, DateOnly DueOn, bool Past, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static RepaymentReminder Sample => new(
        "RP-2026-0003", "Harbour Women's Circle", "Evenings by the water", new Money(412.5m, "GBP"), new DateOnly(2026, 9, 30), true, "/my/awards/AW-2026-0007/repayments");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
