using System.Collections.Frozen;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>
/// Why a payment came back, in words. Sources: ISO 20022 External Code Sets, ExternalReturnReason1Code, and Nacha's return codes
/// (R01 and so on) for the United States.
/// </summary>
public static class ReturnReasons
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["AC01"] = "The account number is wrong",
        ["AC03"] = "The account number is wrong",
        ["AC04"] = "The account is closed",
        ["AC06"] = "The account is blocked",
        ["AC13"] = "The account is of a kind that cannot be paid this way",
        ["AC14"] = "The account is of a kind that cannot be paid this way",
        ["AG01"] = "The account may not be paid this way",
        ["AG02"] = "The bank takes no payment of this kind",
        ["AM05"] = "The bank took it for a duplicate",
        ["AM09"] = "The amount is not the one that was agreed",
        ["BE01"] = "The name does not fit the account",
        ["BE04"] = "The payee's address is missing or wrong",
        ["BE05"] = "The bank does not know who paid",
        ["BE06"] = "The bank does not know the payee",
        ["BE07"] = "The payer's address is missing or wrong",
        ["CNOR"] = "The payee's bank is not registered under this code",
        ["CURR"] = "The account takes no payments in this currency",
        ["CUST"] = "The payee asked for it to go back",
        ["DNOR"] = "The payer's bank is not registered under this code",
        ["DUPL"] = "The bank took it for a duplicate",
        ["ED05"] = "The banks could not settle it between them",
        ["ERIN"] = "The bank does not take the way it was sent",
        ["FF05"] = "The bank takes no payment of this kind",
        ["FOCR"] = "It went back because it was recalled",
        ["FR01"] = "The bank sent it back for suspicion of fraud",
        ["FRAD"] = "The bank sent it back for suspicion of fraud",
        ["MD07"] = "The payee has died",
        ["MS02"] = "The payee did not take it and gave no reason",
        ["MS03"] = "The bank did not take it and gave no reason",
        ["NARR"] = "The bank gave its reason in words",
        ["NOAS"] = "The payee did not answer the bank",
        ["RC01"] = "The bank's code is wrong",
        ["RC03"] = "The bank's code is wrong",
        ["RC07"] = "The bank's code is wrong",
        ["RR01"] = "The payer's account or name is missing, which the rules ask for",
        ["RR02"] = "The payer's name or address is missing, which the rules ask for",
        ["RR03"] = "The payee's name or address is missing, which the rules ask for",
        ["RR04"] = "The rules that the bank is under do not let it through",
        ["RUTA"] = "The bank looked into it and sent it back",
        ["SVNR"] = "The bank does not offer this service",
        ["TM01"] = "It reached the bank too late",
        ["R02"] = "The account is closed",
        ["R03"] = "There is no such account, or the name does not fit it",
        ["R04"] = "The account number is wrong",
        ["R13"] = "The routing number is wrong",
        ["R14"] = "The payee has died",
        ["R15"] = "The payee has died",
        ["R16"] = "The account is blocked",
        ["R17"] = "The bank could not make sense of the details",
        ["R20"] = "The account is of a kind that cannot be paid this way",
        ["R23"] = "The payee did not take it",
        ["R24"] = "The bank took it for a duplicate",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes that have words.</summary>
    public static IEnumerable<string> Codes => Words.Keys;

    /// <summary>A code in words; a plain sentence for codes without any. The bank's own words follow where there are some.</summary>
    public static string Say(string? code, string? words = null)
    {
        var said = code is not null && Words.TryGetValue(code, out var known) ? known : "The bank sent it back";
        return words is null ? said : $"{said}: {words}";
    }
}
