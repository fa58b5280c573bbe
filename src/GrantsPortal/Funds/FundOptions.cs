using GrantsPortal.Funds.Ledger;

namespace GrantsPortal.Funds;

/// <summary>How the ledger is booked in the city's own accounts; section <c>Funds</c> of the configuration.</summary>
public sealed class FundOptions
{
    /// <summary>
    /// What is added to a budget's account code for each account of the ledger, as in <c>Funds:AccountCodes:Paid</c>. Money that
    /// comes in is booked on the funding source's own code.
    /// </summary>
    public Dictionary<string, string> AccountCodes { get; set; } = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(LedgerAccount.Free)] = "10",
        [nameof(LedgerAccount.Committed)] = "20",
        [nameof(LedgerAccount.Sent)] = "30",
        [nameof(LedgerAccount.Paid)] = "40",
        [nameof(LedgerAccount.Returned)] = "50",
        [nameof(LedgerAccount.Called)] = "80",
        [nameof(LedgerAccount.CalledAgainst)] = "81",
        [nameof(LedgerAccount.Recommended)] = "90",
        [nameof(LedgerAccount.RecommendedAgainst)] = "91",
    };
}
