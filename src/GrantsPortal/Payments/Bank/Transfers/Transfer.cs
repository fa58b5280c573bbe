using GrantsPortal.Payments.Bank.Accounts;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>By which rules a bank carries a transfer; transfers of one kind stand together in a file.</summary>
public enum TransferKind
{
    /// <summary>Euro within the Single Euro Payments Area: charges by the scheme's rules (SLEV).</summary>
    Sepa,

    /// <summary>Pounds within the United Kingdom.</summary>
    Uk,

    /// <summary>Dollars within the United States, to an organisation (ACH entry class CCD).</summary>
    UsOrganisation,

    /// <summary>Dollars within the United States, to a person (ACH entry class PPD).</summary>
    UsPerson,

    /// <summary>Everything else: each side bears its own bank's charges (SHAR).</summary>
    Other,
}

/// <summary>One transfer of a file.</summary>
/// <param name="Reference">Of the payment; becomes the end-to-end id.</param>
/// <param name="Creditor">The account it goes to.</param>
/// <param name="AmountMinor">Amount in minor units of the file's currency.</param>
/// <param name="Text">What the payee reads on the statement.</param>
/// <param name="ToOrganisation">Whether the payee is an organisation.</param>
public sealed record Transfer(string Reference, BankAccount Creditor, long AmountMinor, string Text, bool ToOrganisation);

/// <summary>Everything a file for the bank says.</summary>
public sealed record TransferFile
{
    /// <summary>Message id, at most 31 characters; parts are numbered after it.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The day the bank is to carry it out.</summary>
    public required DateOnly ExecuteOn { get; init; }

    /// <summary>The account that pays.</summary>
    public required BankAccount Debtor { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether the bank may book each part as one sum.</summary>
    public bool BookedAsOne { get; init; }

    /// <summary>The transfers, in order.</summary>
    public required IReadOnlyList<Transfer> Transfers { get; init; }

    /// <summary>The transfers of each kind, as they stand together in the file.</summary>
    public IReadOnlyList<TransferPart> Parts =>
        [.. Transfers.GroupBy(transfer => TransferRules.KindOf(Debtor, transfer, Currency)).OrderBy(group => group.Key)
            .Select((group, i) => new TransferPart(FormattableString.Invariant($"{MessageId}-{i + 1}"), group.Key, [.. group]))];
}

/// <summary>The transfers of one kind in a file.</summary>
/// <param name="Id">Payment information id.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="Transfers">The transfers, in order.</param>
public sealed record TransferPart(string Id, TransferKind Kind, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>What they add up to, in minor units.</summary>
    public long SumMinor => Transfers.Sum(transfer => transfer.AmountMinor);
}
