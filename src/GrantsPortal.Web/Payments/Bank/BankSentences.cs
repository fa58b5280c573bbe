using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>Why something about bank accounts, batches or statements was refused.</summary>
public sealed class BankSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["account.holder-missing"] = "Enter the name the account is in, as the bank has it",
        ["account.holder-long"] = "The name must have {0} characters or fewer: that is what banks carry",
        ["account.iban-missing"] = "Enter the IBAN",
        ["account.iban-character"] = "An IBAN has only letters A to Z and figures; this one has “{0}”",
        ["account.iban-country"] = "An IBAN starts with the code of a country that has IBANs; “{0}” is none",
        ["account.iban-length"] = "An IBAN of {0} has {1} characters; this one has {2}",
        ["account.iban-form"] = "This is not how an IBAN of {0} is built: look at character {1}",
        ["account.iban-check"] = "The check digits of this IBAN do not fit the rest: compare it with the bank statement",
        ["account.bic-form"] = "A BIC has 8 or 11 letters and figures, such as NWBKGB2L. It may be left out",
        ["account.bic-country"] = "Letters 5 and 6 of a BIC are the code of a country; “{0}” is none",
        ["account.bic-elsewhere"] = "This BIC is of a bank in {0} and the IBAN of an account in {1}: one of them is mistyped",
        ["account.sort-code-missing"] = "Enter the sort code",
        ["account.sort-code-form"] = "A sort code has 6 digits, such as 60-16-13",
        ["account.number-missing"] = "Enter the account number",
        ["account.number-digits"] = "An account number has only figures",
        ["account.uk-number-short"] = "An account number has 8 digits; where a bank gives 6 or 7, we add the zeros in front",
        ["account.uk-number-long"] = "An account number has 8 digits and this one has {0}: ask the bank which 8 it uses for transfers",
        ["account.routing-missing"] = "Enter the routing number",
        ["account.routing-form"] = "A routing number has 9 digits, such as 021000021",
        ["account.routing-check"] = "This is no bank's routing number: its check digit does not fit. Compare it with a cheque or ask the bank",
        ["account.us-number-form"] = "An account number has between {0} and {1} letters and figures",
        ["account.us-kind-missing"] = "Choose whether this is a checking or a savings account",
    };
}
