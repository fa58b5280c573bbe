using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Funds;

/// <summary>The module's refusals as sentences.</summary>
public sealed class FundSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["programme.not-officer"] = "Only a programme officer can do this",
        ["programme.name-missing"] = "Enter the programme’s name",
        ["programme.name-long"] = "The name can have at most {0} characters",
        ["programme.currency-unknown"] = "Enter the currency as three capital letters, like GBP",
        ["programme.amount-fine"] = "Enter an amount without fractions of the smallest coin",
        ["programme.budget-negative"] = "Enter the budget as an amount, 0 or more",
        ["programme.year"] = "Enter a year like 2026",
        ["programme.gone"] = "This programme is no longer there",
        ["programme.changed-meanwhile"] = "Somebody else changed this programme while you had it open",
        ["ledger.not-enough"] = "The ledger holds {1} here ({0}), and {2} is needed",
    };
}
