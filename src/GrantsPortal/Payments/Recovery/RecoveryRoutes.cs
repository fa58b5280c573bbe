namespace GrantsPortal.Payments.Recovery;

/// <summary>Addresses of what has to do with money asked back.</summary>
public static class RecoveryRoutes
{
    /// <summary>The staff's list.</summary>
    public const string Desk = "/manage/payments/recoveries";

    /// <summary>Where money of an award is asked back.</summary>
    public const string Ask = "/manage/payments/recoveries/ask";

    /// <summary>The same, of one award.</summary>
    public static string AskOf(string award) => $"{Ask}?award={award}";

    /// <summary>One repayment's whole story.</summary>
    public static string Show(string reference) => $"{Desk}/{reference}";

    /// <summary>Where Finance notes what came to the bank.</summary>
    public static string Note(string reference) => $"{Show(reference)}/note";

    /// <summary>Where Finance cancels what should not have been asked.</summary>
    public static string Cancel(string reference) => $"{Show(reference)}/cancel";

    /// <summary>Where an approver gives the rest up.</summary>
    public static string WriteOff(string reference) => $"{Show(reference)}/write-off";

    /// <summary>Where Finance notes that what was too much was given back.</summary>
    public static string GaveBack(string reference) => $"{Show(reference)}/gave-back";

    /// <summary>What an organisation is asked to pay back of an award, for members.</summary>
    public static string Mine(string award) => $"/my/awards/{award}/repayments";

    /// <summary>Where a member goes on to Stripe to pay.</summary>
    public static string Pay(string award, string reference) => $"{Mine(award)}/{reference}/pay";
}
