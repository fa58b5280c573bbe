using GrantsPortal.Partnerships;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Where Finance reads of booking fees.</summary>
public static class FeeRoutes
{
    /// <summary>What came in and went back, and what waits for Finance.</summary>
    public const string Money = "/manage/payments/fees";

    /// <summary>The documents of the same choice as CSV.</summary>
    public const string Csv = "/manage/payments/fees.csv";

    /// <summary>An invoice or credit note.</summary>
    public static string Document(string number) => $"{Money}/{number}.pdf";

    /// <summary>An invoice or credit note made out to a partner, for those who read its record.</summary>
    public static string OfPartner(long organisation, string number) => $"{PartnershipRoutes.Show(organisation)}/fees/{number}.pdf";

    /// <summary>Asks Stripe once more for a refund that failed; POST.</summary>
    public static string Again(long refund) => FormattableString.Invariant($"{Money}/refunds/{refund}/again");

    /// <summary>Where Finance notes that a refund was given back another way.</summary>
    public static string Settle(long refund) => FormattableString.Invariant($"{Money}/refunds/{refund}/settle");

    /// <summary>Where Finance notes what was done about a dispute that was lost.</summary>
    public static string Dispute(long dispute) => FormattableString.Invariant($"{Money}/disputes/{dispute}");
}
