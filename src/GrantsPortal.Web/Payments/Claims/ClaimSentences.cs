using GrantsPortal.Payments.Claims;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments.Claims;

/// <summary>Refusals of claims as sentences.</summary>
public sealed class ClaimSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["claim.not-in-panel"] = "Choose a call in whose panel you are",
        ["claim.kind-missing"] = "Choose whether it is a fee or an expense",
        ["claim.day-missing"] = "Enter the day",
        ["claim.day-later"] = "The day cannot be in the future",
        ["claim.day-old"] = "The day lies more than {0} months back. Write to the city about older ones",
        ["claim.what-missing"] = "Say what it is for",
        ["claim.what-long"] = "This can have at most {0} characters",
        ["claim.amount-missing"] = "Enter the amount, more than 0",
        ["claim.above"] = "One claim can be at most {0}. Write to the city about more",
        ["claim.receipt-missing"] = "Add the receipt of the expense",
        ["claim.not-officer"] = "Only a programme officer or finance can do this",
        ["claim.own"] = "This is your own claim: somebody else has to decide",
        ["claim.reason-missing"] = "Say why, so that the person understands",
        ["claim.reason-long"] = "The reason can have at most {0} words",
        ["claim.unknown"] = "This claim is no longer there",
        ["claim.changed-meanwhile"] = "Somebody else decided on this claim while you had it open",
    };

    /// <summary>A kind of claim in English.</summary>
    public static string Of(ClaimKind kind) => kind == ClaimKind.Fee ? "Fee" : "Expense";

    /// <summary>The colour of a claim's tag.</summary>
    public static string Kind(ClaimState state) => state switch
    {
        ClaimState.Submitted => "waiting",
        ClaimState.Approved => "good",
        ClaimState.Declined => "bad",
        _ => "quiet",
    };
}
