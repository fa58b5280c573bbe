using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>Which transfers a bank can carry, and by which rules.</summary>
public static class TransferRules
{
    /// <summary>
    /// Countries and territories of the Single Euro Payments Area whose IBANs are their own. Source: European Payments Council,
    /// EPC409-09, "List of SEPA scheme countries".
    /// </summary>
    private const string SepaCountries =
        "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA";

    private static readonly HashSet<string> Sepa = [.. SepaCountries.Split(' ')];

    /// <summary>Whether a country belongs to the Single Euro Payments Area.</summary>
    public static bool InSepa(string country) => Sepa.Contains(country);

    /// <summary>By which rules a transfer is carried.</summary>
    public static TransferKind KindOf(BankAccount debtor, Transfer transfer, string currency) => (currency, transfer.Creditor) switch
    {
        ("EUR", { Scheme: AccountScheme.Iban } to) when debtor.Scheme == AccountScheme.Iban && InSepa(to.Country) && InSepa(debtor.Country) => TransferKind.Sepa,
        ("GBP", { Country: "GB" }) when debtor.Country == "GB" => TransferKind.Uk,
        ("USD", { Scheme: AccountScheme.Us }) when debtor.Country == "US" => transfer.ToOrganisation ? TransferKind.UsOrganisation : TransferKind.UsPerson,
        _ => TransferKind.Other,
    };

    /// <summary>
    /// Refuses a transfer no bank would carry: <c>transfer.uk-pounds</c> or <c>transfer.us-dollars</c> (reference, currency) for
    /// national numbers in another currency or from another country, <c>transfer.bic-needed</c> (reference) for an IBAN outside
    /// the area without the bank's code.
    /// </summary>
    public static Refusal? Check(BankAccount debtor, Transfer transfer, string currency) => transfer.Creditor switch
    {
        { Scheme: AccountScheme.Uk } when KindOf(debtor, transfer, currency) != TransferKind.Uk => new Refusal("transfer.uk-pounds", transfer.Reference, currency),
        { Scheme: AccountScheme.Us } when KindOf(debtor, transfer, currency) is not (TransferKind.UsOrganisation or TransferKind.UsPerson)
            => new Refusal("transfer.us-dollars", transfer.Reference, currency),
        { Scheme: AccountScheme.Iban, Bic: null } when KindOf(debtor, transfer, currency) == TransferKind.Other => new Refusal("transfer.bic-needed", transfer.Reference),
        _ => null,
    };
}
