using System.Globalization;
using GrantsPortal.Funds.Ledger;

namespace GrantsPortal.Funds.Export;

/// <summary>A budget with the codes it is booked under.</summary>
public sealed class CodedBudget
{
    /// <summary>The budget.</summary>
    public long Id { get; init; }

    /// <summary>The fund.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>The budget's account in the city's accounts.</summary>
    public string AccountCode { get; init; } = "";

    /// <summary>The funding source's account in the city's accounts.</summary>
    public string SourceCode { get; init; } = "";
}

/// <summary>
/// The account code of each line of the ledger. A line of a budget takes the codes of that budget and its source; every other
/// line takes those of the fund's first budget of the year, whose code with the account's addition stays the same for ever.
/// </summary>
public sealed class AccountCodes
{
    private readonly Dictionary<long, CodedBudget> _byId;
    private readonly Dictionary<(long Fund, int Year), CodedBudget> _first;
    private readonly IReadOnlyDictionary<string, string> _additions;

    /// <summary>The codes of these budgets, with what is added for each account.</summary>
    public AccountCodes(IReadOnlyList<CodedBudget> budgets, IReadOnlyDictionary<string, string> additions)
    {
        _byId = budgets.ToDictionary(budget => budget.Id);
        _first = budgets.GroupBy(budget => (budget.ProgrammeId, budget.Year)).ToDictionary(group => group.Key, group => group.MinBy(budget => budget.Id)!);
        _additions = additions;
    }

    /// <summary>The code; empty where no budget of the fund and year has one.</summary>
    public string Of(LedgerAccount account, long fund, int year, string postingKey)
    {
        if (Budget(fund, year, postingKey) is not { } budget)
        {
            return "";
        }

        return account switch
        {
            LedgerAccount.Budget => budget.SourceCode,
            _ when budget.AccountCode.Length == 0 => "",
            _ => _additions.TryGetValue(account.ToString(), out var addition) && addition.Length > 0 ? $"{budget.AccountCode}-{addition}" : budget.AccountCode,
        };
    }

    private CodedBudget? Budget(long fund, int year, string key) =>
        key.Split(':') is ["budget", var id, ..] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && _byId.TryGetValue(own, out var budget)
            ? budget
            : _first.GetValueOrDefault((fund, year));
}
