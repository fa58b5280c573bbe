namespace GrantsPortal.Funds.Ledger;

/// <summary>What happened, in English: the localiser's keys for the first parts of postings' keys.</summary>
public static class LedgerWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["budget"] = "Budget",
        ["call"] = "Called for",
        ["call-over"] = "No longer called for",
        ["recommend"] = "Recommended",
        ["unrecommend"] = "No longer recommended",
        ["commit"] = "Committed",
        ["release"] = "Released",
        ["spread"] = "Moved to another year",
        ["send"] = "Sent",
        ["unsend"] = "Not sent after all",
        ["settle"] = "Paid",
        ["fail"] = "Payment failed",
        ["reverse"] = "Sent back by the bank",
        ["return"] = "Money came back",
        ["variation"] = "Variation",
        ["terminate"] = "Ended early",
        ["close"] = "Closed out",
    };

    /// <summary>The words; an unknown part is written out.</summary>
    public static string Of(string act) =>
        Known.TryGetValue(act, out var words) ? words
        : act.Length == 0 ? "" : $"{char.ToUpperInvariant(act[0])}{act[1..].Replace('-', ' ')}";

    /// <summary>The name of an account, in English.</summary>
    public static string Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Budget => "Budgeted",
        LedgerAccount.CalledAgainst => "Called, against",
        LedgerAccount.RecommendedAgainst => "Recommended, against",
        _ => account.ToString(),
    };
}
