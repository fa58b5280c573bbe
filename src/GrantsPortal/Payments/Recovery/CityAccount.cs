namespace GrantsPortal.Payments.Recovery;

/// <summary>The city's own bank account, as payers need it; section <c>Bank</c> of the configuration.</summary>
public sealed class CityAccount
{
    /// <summary>Name of the bank.</summary>
    public string? Name { get; set; }

    /// <summary>Name of the account's holder.</summary>
    public string? Holder { get; set; }

    /// <summary>IBAN (ISO 13616).</summary>
    public string? Iban { get; set; }

    /// <summary>BIC (ISO 9362).</summary>
    public string? Bic { get; set; }

    /// <summary>Sort code, in the United Kingdom.</summary>
    public string? SortCode { get; set; }

    /// <summary>Account number, in the United Kingdom and the United States.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Routing number, in the United States.</summary>
    public string? RoutingNumber { get; set; }

    /// <summary>Whether enough is known to pay there.</summary>
    public bool Known => !string.IsNullOrWhiteSpace(Holder) && !(string.IsNullOrWhiteSpace(Iban) && string.IsNullOrWhiteSpace(AccountNumber));

    /// <summary>What is known, with English labels, in the order people fill it in.</summary>
    public IReadOnlyList<(string Label, string Value)> Lines =>
    [
        .. new (string Label, string? Value)[]
        {
            ("Account holder", Holder),
            ("IBAN", Iban is null ? null : string.Join(' ', Iban.Replace(" ", "", StringComparison.Ordinal).Chunk(4).Select(part => new string(part)))),
            ("BIC", Bic),
            ("Sort code", SortCode),
            ("Routing number", RoutingNumber),
            ("Account number", AccountNumber),
            ("Bank", Name),
        }.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => (line.Label, line.Value!)),
    ];
}
