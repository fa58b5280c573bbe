using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Seats are held and to be paid; to who asked for them.</summary>
public sealed record FeeToPay(string Title, IReadOnlyList<string> People, Money Amount, DateTimeOffset Until, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static FeeToPay Sample => new("Listening across difference", ["Amina Yusuf", "Tom Reed"], new Money(120, "GBP"), new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero), "/bookings/party/SECRET");
}

/// <summary>The money is there and the places are confirmed; to who asked, with the invoice.</summary>
public sealed record FeePaid(string Title, IReadOnlyList<string> People, Money Amount, string Invoice, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static FeePaid Sample => new("Listening across difference", ["Amina Yusuf", "Tom Reed"], new Money(120, "GBP"), "INV-2026-0001", "/bookings/party/SECRET");
}

/// <summary>What comes back of a payment; to who paid. <c>Amount</c> is null when nothing does.</summary>
public sealed record FeeReturned(string Title, Money? Amount, Money Paid, string Reason, string? Credit, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview; <c>Reason</c> is a name of <see cref="RefundReason"/>.</summary>
    public static FeeReturned Sample => new("Listening across difference", new Money(60, "GBP"), new Money(60, "GBP"), nameof(RefundReason.NoSeat), null, "/bookings/party/SECRET");
}
