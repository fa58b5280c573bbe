using GrantsPortal.Platform;

namespace GrantsPortal.Funds.Budgets;

/// <summary>What funding sources and budgets must be.</summary>
public static class BudgetRules
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLimit = 200;

    /// <summary>Most characters of an account code.</summary>
    public const int CodeLimit = 40;

    /// <summary>Most characters of a note.</summary>
    public const int NoteLimit = 2_000;

    private const decimal MostMoney = 1_000_000_000_000m;

    /// <summary>
    /// Refuses a funding source: <c>fund.not-finance</c>, <c>source.name-missing</c>, <c>source.name-long</c>, <c>fund.code-missing</c>,
    /// <c>fund.code-form</c>, <c>fund.note-long</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, SourceText text)
    {
        if (!FundRules.MayKeepBudgets(actor))
        {
            return [new Refusal("fund.not-finance")];
        }

        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(text.Name))
        {
            wrong.Add(new Refusal("source.name-missing").At("Name"));
        }
        else if (text.Name.Trim().Length > NameLimit)
        {
            wrong.Add(new Refusal("source.name-long", NameLimit).At("Name"));
        }

        if (text.Funder?.Trim().Length > NameLimit)
        {
            wrong.Add(new Refusal("source.name-long", NameLimit).At("Funder"));
        }

        Code(text.AccountCode, wrong);
        Note(text.Note, wrong);
        return wrong;
    }

    /// <summary>
    /// Refuses a budget in a currency: <c>fund.not-finance</c>, <c>budget.year</c>, <c>budget.amount</c>, <c>programme.amount-fine</c>,
    /// <c>fund.code-missing</c>, <c>fund.code-form</c>, <c>fund.note-long</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, BudgetText text, string currency)
    {
        if (!FundRules.MayKeepBudgets(actor))
        {
            return [new Refusal("fund.not-finance")];
        }

        var wrong = new List<Refusal>();
        if (text.Year is < 2000 or > 2200)
        {
            wrong.Add(new Refusal("budget.year").At("Year"));
        }

        if (text.Amount is < 0 or > MostMoney)
        {
            wrong.Add(new Refusal("budget.amount").At("Amount"));
        }
        else if (decimal.Round(text.Amount, Money.DigitsOf(currency)) != text.Amount)
        {
            wrong.Add(new Refusal("programme.amount-fine").At("Amount"));
        }

        Code(text.AccountCode, wrong);
        Note(text.Note, wrong);
        return wrong;
    }

    private static void Code(string? code, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            wrong.Add(new Refusal("fund.code-missing").At("AccountCode"));
        }
        else if (code.Trim() is var tidy && (tidy.Length > CodeLimit || !tidy.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/' or '_' or ' ') || !char.IsAsciiLetterOrDigit(tidy[0])))
        {
            wrong.Add(new Refusal("fund.code-form", CodeLimit).At("AccountCode"));
        }
    }

    private static void Note(string? note, List<Refusal> wrong)
    {
        if (note?.Length > NoteLimit)
        {
            wrong.Add(new Refusal("fund.note-long", NoteLimit).At("Note"));
        }
    }
}
