using System.Globalization;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Payments;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>Which documents are asked for.</summary>
public sealed class FeeQuery
{
    /// <summary>A month, such as 2026-07.</summary>
    public string? Month { get; set; }

    /// <summary>Invoices or credit notes.</summary>
    public FeeDocumentKind? Kind { get; set; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; set; }

    /// <summary>The choice; a month that is none means all.</summary>
    public FeeFilter Filter => new(
        DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day.Year * 100) + day.Month : null,
        Kind,
        string.IsNullOrWhiteSpace(Currency) ? null : Currency.Trim().ToUpperInvariant());

    /// <summary>The values of a link to a page of it.</summary>
    public object Route(long? before) => new { month = Month, kind = Kind, currency = Currency, before };
}

/// <summary>Booking fees as Finance reads them.</summary>
/// <param name="Query">What is asked for.</param>
/// <param name="Lines">Documents, the newest first.</param>
/// <param name="Months">Sums by month and currency.</param>
/// <param name="Waiting">What is still to be given back.</param>
/// <param name="Failed">Refunds that Stripe could not make.</param>
/// <param name="Disputes">Disputes that wait for Finance.</param>
/// <param name="Next">Address of the next page.</param>
/// <param name="First">Address of the first page.</param>
public sealed record FeeMoneyView(
    FeeQuery Query,
    IReadOnlyList<FeeLine> Lines,
    IReadOnlyList<FeeMonth> Months,
    IReadOnlyList<RefundsWaiting> Waiting,
    IReadOnlyList<FailedRefund> Failed,
    IReadOnlyList<DisputeLine> Disputes,
    string? Next,
    string? First);

/// <summary>What Finance writes down.</summary>
public sealed class FeeNote
{
    /// <summary>What was done.</summary>
    public string? Note { get; set; }
}

/// <summary>The page on which Finance writes something down.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Title">What it was paid for.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Path">Where it is posted.</param>
public sealed record FeeNoteView(string Heading, string Title, string Label, string Path)
{
    /// <summary>What was typed.</summary>
    public FeeNote Form { get; init; } = new();
}

/// <summary>What is said of fees on Finance's desk.</summary>
public static class FeeMoneyWords
{
    /// <summary>What a document is.</summary>
    public static string Of(FeeDocumentKind kind) => kind == FeeDocumentKind.Invoice ? "Invoice" : "Credit note";

    /// <summary>Why money is given back.</summary>
    public static string Of(RefundReason reason) => reason switch
    {
        RefundReason.GivenUp => "The place was given up",
        RefundReason.ByCity => "The city ended the booking or called it off",
        RefundReason.NoSeat => "It was paid when no seat was left",
        RefundReason.PaidTwice => "It was paid twice",
        RefundReason.OtherAmount => "Another amount came than was asked for",
        _ => "Given back at Stripe by hand",
    };

    /// <summary>Where a dispute stands.</summary>
    public static string Of(DisputeState state) => state switch
    {
        DisputeState.Open => "The bank has not decided",
        DisputeState.Won => "The city keeps the money",
        _ => "The bank took the money back",
    };
}

/// <summary>The pages of booking fees.</summary>
public static class FeeMoneyPages
{
    /// <summary>Registers what they need.</summary>
    public static IServiceCollection AddFeeMoneyPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, FeeSentences>()
        .AddSingleton<IPartyPart, PartyFeePart>()
        .AddSingleton<IBookingPart, BookingFeePart>()
        .AddSingleton<IBookingPart, BookingRefundPart>()
        .AddSingleton<IBookingNotes, FeeNotes>()
        .AddSingleton(new OccasionTab("fees", "Fees", 30))
        .AddSingleton(new PaymentTab("fees", "Booking fees", FeeRoutes.Money));
}
