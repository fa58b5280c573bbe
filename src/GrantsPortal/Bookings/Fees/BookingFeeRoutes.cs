namespace GrantsPortal.Bookings.Fees;

/// <summary>Where whoever asked for places pays for them.</summary>
public static class BookingFeeRoutes
{
    /// <summary>Goes on to the payment page of a charge; POST.</summary>
    public static string Pay(string secret, long charge) => FormattableString.Invariant($"{BookingRoutes.Party(secret)}/pay/{charge}");

    /// <summary>An invoice or credit note of the party.</summary>
    public static string Document(string secret, string number) => $"{BookingRoutes.Party(secret)}/documents/{number}.pdf";
}
