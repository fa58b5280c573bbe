using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Accounts;

/// <summary>
/// Whether a bank account as typed can be right. The form and the check digits are looked at; that the account exists
/// and belongs to its holder only a bank can tell. British account numbers are checked in form alone: the modulus rules
/// need the tables of sort codes that Pay.UK publishes month by month, and those are not part of this program.
/// </summary>
public static class AccountRules
{
    /// <summary>Most characters of a holder's name that every scheme carries (SEPA's guidelines).</summary>
    public const int HolderLimit = 70;

    /// <summary>
    /// Reads an account. Every refusal stands at its field: <c>account.holder-missing</c>, <c>account.holder-long</c>
    /// (limit), and those of <see cref="IbanRules.Check"/>, <see cref="BicRules.Check"/>, <see cref="UkRules"/> and
    /// <see cref="UsRules"/>.
    /// </summary>
    public static Outcome<BankAccount> Read(TypedAccount typed)
    {
        var account = new BankAccount
        {
            Scheme = typed.Scheme,
            Holder = Tidy(typed.Holder),
            Iban = typed.Scheme == AccountScheme.Iban ? IbanRules.Plain(typed.Iban) : null,
            Bic = typed.Scheme == AccountScheme.Iban && BicRules.Plain(typed.Bic) is { Length: > 0 } bic ? bic : null,
            SortCode = typed.Scheme == AccountScheme.Uk ? Plain(typed.SortCode) : null,
            AccountNumber = typed.Scheme switch
            {
                AccountScheme.Uk => UkRules.Filled(Plain(typed.AccountNumber)),
                AccountScheme.Us => Plain(typed.AccountNumber),
                _ => null,
            },
            RoutingNumber = typed.Scheme == AccountScheme.Us ? Plain(typed.RoutingNumber) : null,
            Kind = typed.Scheme == AccountScheme.Us ? typed.Kind : null,
        };
        Refusal?[] refusals = [CheckHolder(account.Holder), .. account.Scheme switch
        {
            AccountScheme.Uk => [UkRules.CheckSortCode(account.SortCode!), UkRules.CheckNumber(account.AccountNumber!)],
            AccountScheme.Us => [UsRules.CheckRouting(account.RoutingNumber!), UsRules.CheckNumber(account.AccountNumber!), UsRules.CheckKind(account.Kind)],
            _ => new[] { IbanRules.Check(account.Iban!), BicRules.Check(account.Bic, account.Iban!) },
        }];
        var wrong = refusals.OfType<Refusal>().ToList();
        return wrong.Count > 0 ? Outcome<BankAccount>.Refuse(wrong) : account;
    }

    /// <summary>What was typed without the spaces, hyphens and points people put between digits, in capitals.</summary>
    public static string Plain(string? typed)
    {
        var plain = new StringBuilder();
        foreach (var c in WholeText.Normalized(typed ?? "", NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('-' or '.' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'))
            {
                plain.Append(char.ToUpperInvariant(c));
            }
        }

        return plain.ToString();
    }

    private static Refusal? CheckHolder(string holder) => holder switch
    {
        _ when holder.Count(char.IsLetterOrDigit) < 2 => new Refusal("account.holder-missing").At("Holder"),
        { Length: > HolderLimit } => new Refusal("account.holder-long", HolderLimit).At("Holder"),
        _ => null,
    };

    private static string Tidy(string? holder) =>
        string.Join(' ', (holder ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
