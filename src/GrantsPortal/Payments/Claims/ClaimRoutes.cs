namespace GrantsPortal.Payments.Claims;

/// <summary>Addresses of claims.</summary>
public static class ClaimRoutes
{
    /// <summary>A panel member's own claims.</summary>
    public const string Mine = "/reviews/claims";

    /// <summary>Where one is made.</summary>
    public const string New = Mine + "/new";

    /// <summary>Where a panel member says to which account claims are paid.</summary>
    public const string Bank = Mine + "/bank";

    /// <summary>Where that account is entered or changed.</summary>
    public const string EditBank = Bank + "/edit";

    /// <summary>Claims on finance's desk.</summary>
    public const string Desk = "/manage/payments/claims";

    /// <summary>Where one's own is taken back.</summary>
    public static string Withdraw(string reference) => $"{Mine}/{reference}/withdraw";

    /// <summary>One's own receipt.</summary>
    public static string MyReceipt(string reference) => $"{Mine}/{reference}/receipt";

    /// <summary>One claim, for staff.</summary>
    public static string Show(string reference) => $"{Desk}/{reference}";

    /// <summary>Its receipt, for staff.</summary>
    public static string Receipt(string reference) => $"{Show(reference)}/receipt";
}
