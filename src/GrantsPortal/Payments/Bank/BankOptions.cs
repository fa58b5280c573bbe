using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank;

/// <summary>
/// The city's own account that payments go out from and money comes back to; section <c>Bank</c>. Give an IBAN, or a sort code, or a routing number with
/// the account number.
/// </summary>
public sealed class BankOptions
{
    /// <summary>The bank, for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>In whose name the account is.</summary>
    public string Holder { get; set; } = "";

    /// <summary>IBAN.</summary>
    public string Iban { get; set; } = "";

    /// <summary>BIC of the bank.</summary>
    public string Bic { get; set; } = "";

    /// <summary>UK sort code.</summary>
    public string SortCode { get; set; } = "";

    /// <summary>US routing number.</summary>
    public string RoutingNumber { get; set; } = "";

    /// <summary>Account number beside a sort code or a routing number.</summary>
    public string AccountNumber { get; set; } = "";

    /// <summary>Whether the bank may book a file as one sum instead of payment by payment, where that is agreed with it.</summary>
    public bool BookedAsOne { get; set; }

    /// <summary>Whether anything is set.</summary>
    public bool IsSet => (Iban + SortCode + RoutingNumber).Length > 0;

    /// <summary>The account as payers need it, with English labels, in the order people fill it in; empty where it is not set or cannot be right.</summary>
    public IReadOnlyList<(string Label, string Value)> ForPayers => Account() is not { Done: true, Value: var account } ? [] :
    [
        .. new (string Label, string? Value)[]
        {
            ("Account holder", account.Holder),
            ("IBAN", account.Iban is { } iban ? IbanRules.Grouped(iban) : null),
            ("BIC", account.Bic),
            ("Sort code", account.SortCode is { } code ? UkRules.Hyphened(code) : null),
            ("Routing number", account.RoutingNumber),
            ("Account number", account.AccountNumber),
            ("Bank", Name),
        }.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => (line.Label, line.Value!)),
    ];

    /// <summary>The account. Refused with <c>bank.not-set-up</c>, or as <see cref="AccountRules.Read"/> says.</summary>
    public Outcome<BankAccount> Account() => !IsSet ? new Refusal("bank.not-set-up") : AccountRules.Read(new TypedAccount
    {
        Scheme = Iban.Length > 0 ? AccountScheme.Iban : SortCode.Length > 0 ? AccountScheme.Uk : AccountScheme.Us,
        Holder = Holder,
        Iban = Iban,
        Bic = Bic,
        SortCode = SortCode,
        RoutingNumber = RoutingNumber,
        AccountNumber = AccountNumber,
        Kind = UsAccountKind.Checking,
    });
}
