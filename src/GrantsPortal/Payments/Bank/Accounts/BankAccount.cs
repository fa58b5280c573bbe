namespace GrantsPortal.Payments.Bank.Accounts;

/// <summary>In which form an account is written.</summary>
public enum AccountScheme
{
    /// <summary>International number (ISO 13616), with or without the bank's code (ISO 9362).</summary>
    Iban,

    /// <summary>British sort code and account number.</summary>
    Uk,

    /// <summary>Routing number of the American Bankers Association and account number.</summary>
    Us,
}

/// <summary>What kind of account a US number is; the clearing house (ACH) books the two differently.</summary>
public enum UsAccountKind
{
    /// <summary>A checking account.</summary>
    Checking,

    /// <summary>A savings account.</summary>
    Savings,
}

/// <summary>A bank account as somebody typed it.</summary>
public sealed record TypedAccount
{
    /// <summary>The form chosen.</summary>
    public AccountScheme Scheme { get; init; }

    /// <summary>In whose name it is.</summary>
    public string? Holder { get; init; }

    /// <summary>IBAN.</summary>
    public string? Iban { get; init; }

    /// <summary>BIC; may be left out.</summary>
    public string? Bic { get; init; }

    /// <summary>UK sort code.</summary>
    public string? SortCode { get; init; }

    /// <summary>UK or US account number.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>US routing number.</summary>
    public string? RoutingNumber { get; init; }

    /// <summary>Kind of a US account; needed there.</summary>
    public UsAccountKind? Kind { get; init; }
}

/// <summary>
/// A bank account whose numbers have passed their checks, without spaces or hyphens. <see cref="AccountRules.Read"/>
/// makes one; fields of the other schemes are null.
/// </summary>
public sealed record BankAccount
{
    /// <summary>The form it is written in.</summary>
    public required AccountScheme Scheme { get; init; }

    /// <summary>In whose name it is.</summary>
    public required string Holder { get; init; }

    /// <summary>IBAN in electronic form.</summary>
    public string? Iban { get; init; }

    /// <summary>BIC of 8 or 11 characters.</summary>
    public string? Bic { get; init; }

    /// <summary>UK sort code, six digits.</summary>
    public string? SortCode { get; init; }

    /// <summary>UK account number of eight digits, or US account number.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>US routing number, nine digits.</summary>
    public string? RoutingNumber { get; init; }

    /// <summary>Kind of a US account.</summary>
    public UsAccountKind? Kind { get; init; }

    /// <summary>ISO 3166 code of the country the account is kept in, as its number says.</summary>
    public string Country => Scheme switch { AccountScheme.Uk => "GB", AccountScheme.Us => "US", _ => Iban![..2] };

    /// <summary>The number by which two entries of the same account are known to be the same; holds it in full.</summary>
    public string Key => Scheme switch
    {
        AccountScheme.Uk => $"GB:{SortCode}:{AccountNumber}",
        AccountScheme.Us => $"US:{RoutingNumber}:{AccountNumber}",
        _ => Iban!,
    };

    /// <summary>The account in full as people write it: "GB29 NWBK 6016 1331 9268 19", "60-16-13 31926819", "021000021 123456".</summary>
    public string Written => Scheme switch
    {
        AccountScheme.Uk => $"{UkRules.Hyphened(SortCode!)} {AccountNumber}",
        AccountScheme.Us => $"{RoutingNumber} {AccountNumber}",
        _ => IbanRules.Grouped(Iban!),
    };

    /// <summary>Enough to recognise the account by and no more: "GB •••• 6819". At most half of a short number shows.</summary>
    public string Masked
    {
        get
        {
            var number = Scheme == AccountScheme.Iban ? Iban! : AccountNumber!;
            return $"{Country} •••• {number[^Math.Min(4, number.Length / 2)..]}";
        }
    }

    /// <summary>Says nothing in full, so that no log holds a number.</summary>
    public override string ToString() => Masked;
}
