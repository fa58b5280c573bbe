using System.Globalization;

namespace GrantsPortal.Payments;

/// <summary>Addresses of the module's pages.</summary>
public static class PaymentRoutes
{
    /// <summary>Finance's desk.</summary>
    public const string Desk = "/manage/payments";

    /// <summary>Payee accounts that wait, and payees whose payments are frozen.</summary>
    public const string Payees = "/manage/payments/payees";

    /// <summary>Payees whose payments are frozen.</summary>
    public const string Holds = "/manage/payments/holds";

    /// <summary>Where the chosen payments are named and counted before they are prepared.</summary>
    public const string Prepare = "/manage/payments/prepare";

    /// <summary>Where the chosen payments are named and counted before they are approved.</summary>
    public const string Approve = "/manage/payments/approve";

    /// <summary>One view of the desk, such as <c>prepared</c>.</summary>
    public static string In(string view) => $"{Desk}?view={view}";

    /// <summary>One payment's whole story.</summary>
    public static string Show(string reference) => $"{Desk}/{reference}";

    /// <summary>Where a payment is given up.</summary>
    public static string Cancel(string reference) => $"{Show(reference)}/cancel";

    /// <summary>Where a payment that was prepared is taken back.</summary>
    public static string TakeBack(string reference) => $"{Show(reference)}/take-back";

    /// <summary>Where a failed payment is tried again.</summary>
    public static string Retry(string reference) => $"{Show(reference)}/retry";

    /// <summary>One payee account.</summary>
    public static string Payee(long account) => string.Create(CultureInfo.InvariantCulture, $"{Payees}/{account}");

    /// <summary>Where what the payee-name check said is kept.</summary>
    public static string CheckPayee(long account) => $"{Payee(account)}/check";

    /// <summary>Where an account is confirmed.</summary>
    public static string ConfirmPayee(long account) => $"{Payee(account)}/confirm";

    /// <summary>Where an account is refused.</summary>
    public static string RefusePayee(long account) => $"{Payee(account)}/refuse";

    /// <summary>Where a hold is lifted.</summary>
    public static string LiftHold(long hold) => string.Create(CultureInfo.InvariantCulture, $"{Holds}/{hold}/lift");

    /// <summary>Where payments to an organisation are stopped.</summary>
    public static string PlaceHold(string organisation) => $"{Holds}/place/{organisation}";

    /// <summary>The payment schedule of an award, for officers.</summary>
    public static string Schedule(string award) => $"/manage/awards/{award}/schedule";

    /// <summary>Where an officer looks at a milestone.</summary>
    public static string Milestone(string award, long milestone) => string.Create(CultureInfo.InvariantCulture, $"{Schedule(award)}/milestones/{milestone}");

    /// <summary>Where an officer says that the receipts an instalment waits for were seen.</summary>
    public static string Receipts(string award, long instalment) => string.Create(CultureInfo.InvariantCulture, $"{Schedule(award)}/receipts/{instalment}");

    /// <summary>The payments of an award, on its page for members.</summary>
    public static string Mine(string award) => $"/my/awards/{award}#payments";

    /// <summary>Where members say that a milestone is reached.</summary>
    public static string MyMilestone(string award, long milestone) => string.Create(CultureInfo.InvariantCulture, $"/my/awards/{award}/milestones/{milestone}");

    /// <summary>The bank account an award is paid to, for members.</summary>
    public static string MyBank(string award) => $"/my/awards/{award}/bank";

    /// <summary>An organisation's bank account, for members.</summary>
    public static string OrganisationBank(string organisation) => $"/my/organisation/{organisation}/bank";
}
