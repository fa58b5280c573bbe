using GrantsPortal.Payments;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;

namespace GrantsPortal.Web.Payments;

/// <summary>English words for what payments, accounts and schedules are called; every one goes through the localiser.</summary>
public static class PaymentWords
{
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["payment.opened"] = "Planned",
        ["payment.replanned"] = "Changed with the schedule",
        ["payment.fell-due"] = "Fell due",
        ["payment.prepared"] = "Prepared",
        ["payment.taken-back"] = "Taken back, to be prepared anew",
        ["payment.approved"] = "Approved",
        ["payment.released"] = "Released",
        ["payment.not-sent"] = "Not taken; the release was undone",
        ["payment.sent"] = "Handed over",
        ["payment.paid"] = "Paid",
        ["payment.failed"] = "Failed",
        ["payment.reversed"] = "Sent back after it was booked",
        ["payment.cancelled"] = "Cancelled",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["block.award-not-accepted"] = "Award not accepted",
        ["block.award-not-started"] = "Award not started",
        ["block.award-suspended"] = "Award suspended",
        ["block.award-ended"] = "Award ended",
        ["block.hold-bank-details"] = "Changed bank details",
        ["block.hold-recovery"] = "Ownership being recovered",
        ["block.hold-staff"] = "Payments stopped",
        ["block.account-missing"] = "No bank details",
        ["block.account-waiting"] = "Bank details not confirmed",
        ["block.account-replaced"] = "Prepared for another account",
        ["block.condition"] = "Condition open",
        ["block.year-not-confirmed"] = "Year not confirmed",
        ["block.variation"] = "Variation waits",
        ["block.not-committed"] = "Not committed in the ledger",
        ["block.not-countersigned"] = "Agreement not signed by the city",
    };

    private static readonly Dictionary<string, string> ForMembers = new(StringComparer.Ordinal)
    {
        ["block.award-not-started"] = "It is paid once your award has been started.",
        ["block.award-suspended"] = "Your award is paused; it is paid once the award goes on.",
        ["block.hold-bank-details"] = "Your changed bank account is being checked; it is paid after that.",
        ["block.hold-recovery"] = "Payments are stopped while it is settled who owns the organisation here.",
        ["block.hold-staff"] = "We have stopped payments for now and will be in touch.",
        ["block.account-missing"] = "We need to know the bank account to pay to. An Owner can enter it.",
        ["block.account-waiting"] = "Your bank account is being checked; it is paid after that.",
        ["block.condition"] = "A condition is still open: {0}",
        ["block.year-not-confirmed"] = "The year {0} of your award has not been confirmed yet.",
        ["block.variation"] = "A change to your award waits for an answer first.",
        ["block.not-countersigned"] = "The city has still to sign the agreement.",
    };

    /// <summary>What was done.</summary>
    public static string Act(string act) => Acts.GetValueOrDefault(act, act);

    /// <summary>What stands against payments, in a word or two.</summary>
    public static string Kind(string code) => Kinds.GetValueOrDefault(code, code["block.".Length..].Replace('-', ' '));

    /// <summary>What stands against a payment, as its payee reads it; null where it is the city's affair alone.</summary>
    public static string? Member(string code) => ForMembers.GetValueOrDefault(code);

    /// <summary>A view of the desk.</summary>
    public static string View(DeskView view) => view switch
    {
        DeskView.Due => "Due",
        DeskView.Blocked => "Blocked",
        DeskView.Prepared => "Waiting for a second person",
        DeskView.Approved => "Approved, to be released",
        DeskView.Sent => "Sent",
        DeskView.Failed => "Failed",
        DeskView.Planned => "Planned",
        _ => "Paid",
    };

    /// <summary>Where a payment stands, for staff.</summary>
    public static string State(Payment payment) => payment switch
    {
        { IsPrepared: true } => "Prepared",
        { IsReleased: true } => "Being sent",
        _ => PaymentStates.Table.Names[payment.State].ForStaff,
    };

    /// <summary>The colour of a payment's state.</summary>
    public static string Colour(PaymentState state) => state switch
    {
        PaymentState.Scheduled => "quiet",
        PaymentState.Due => "waiting",
        PaymentState.Approved => "open",
        PaymentState.Sent => "going",
        PaymentState.Paid => "good",
        PaymentState.Failed => "bad",
        _ => "quiet",
    };

    /// <summary>How it is paid.</summary>
    public static string Method(PaymentMethod? method) => method switch
    {
        PaymentMethod.BankTransfer => "Bank transfer",
        PaymentMethod.Stripe => "Stripe",
        _ => "Not set yet",
    };

    /// <summary>Where an account stands.</summary>
    public static string Account(PayeeState state) => state switch
    {
        PayeeState.Waiting => "Being checked",
        PayeeState.Confirmed => "Confirmed",
        PayeeState.Refused => "Refused",
        _ => "Replaced",
    };

    /// <summary>The colour of an account's state.</summary>
    public static string Colour(PayeeState state) => state switch
    {
        PayeeState.Waiting => "waiting",
        PayeeState.Confirmed => "good",
        PayeeState.Refused => "bad",
        _ => "quiet",
    };

    /// <summary>What the payee-name check said.</summary>
    public static string Check(NameCheck said) => said switch
    {
        NameCheck.Match => "The name matches",
        NameCheck.CloseMatch => "The name nearly matches",
        NameCheck.NoMatch => "The name does not match",
        NameCheck.NotPossible => "The bank cannot say",
        _ => "Not asked yet",
    };

    /// <summary>Why payments are stopped.</summary>
    public static string Hold(HoldKind kind) => kind switch
    {
        HoldKind.BankDetails => "Bank details were changed",
        HoldKind.Recovery => "Ownership is being recovered, or was",
        _ => "Stopped by staff",
    };

    /// <summary>What makes an instalment due.</summary>
    public static string Basis(InstalmentBasis basis) => basis switch
    {
        InstalmentBasis.Date => "Its day",
        InstalmentBasis.Milestone => "A milestone",
        InstalmentBasis.Report => "An accepted report",
        _ => "Receipts",
    };
}
