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
        ["programme.currency-fixed"] = "The currency stays as it is: there are calls or budgets in it already",
        ["programme.amount-fine"] = "Enter an amount without fractions of the smallest coin",
        ["programme.gone"] = "This programme is no longer there",
        ["programme.changed-meanwhile"] = "Somebody else changed this programme while you had it open",
        ["fund.not-finance"] = "Only finance can change budgets and funding sources",
        ["fund.code-missing"] = "Enter the account code, as the city’s accounts write it",
        ["fund.code-form"] = "An account code starts with a letter or figure and has at most {0} letters, figures, spaces or . - / _",
        ["fund.note-long"] = "The note can have at most {0} characters",
        ["fund.changed-meanwhile"] = "Somebody else changed this while you had it open",
        ["fund.not-free"] = "{0} would be committed from {2} in {3}, and only {1} is free there. Somebody in finance can raise the budget; an approver with the right to commit more can say why",
        ["fund.reason-long"] = "The reason can have at most {0} words",
        ["source.name-missing"] = "Enter the name of the funding source",
        ["source.name-long"] = "A name can have at most {0} characters",
        ["source.name-taken"] = "There is a funding source of this name already",
        ["source.gone"] = "Choose a funding source from the list",
        ["source.closed"] = "This funding source is closed: it gives no new budgets",
        ["budget.year"] = "Enter a budget year like 2026",
        ["budget.amount"] = "Enter the budget as an amount, 0 or more",
        ["budget.there-already"] = "This fund has a budget of this year from this source already: change that one",
        ["budget.gone"] = "This budget is no longer there",
        ["budget.bound"] = "The budget can be lowered by at most {0}, which is what is still free; this would take away {1}",
        ["overdraw.not-administrator"] = "Only an administrator can give or take away this right",
        ["overdraw.own"] = "Nobody gives this right to themselves: ask another administrator",
        ["overdraw.not-approver"] = "Only an approver can hold this right",
        ["ledger.not-enough"] = "The ledger holds {1} here ({0}), and {2} is needed",
    };
}
