using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>Where a line of a bank statement stands.</summary>
public enum LineState
{
    /// <summary>Found its payment or repayment by itself.</summary>
    Matched,

    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>A person said what it belongs to.</summary>
    Assigned,

    /// <summary>A person said that it belongs to nothing here, and why.</summary>
    SetAside,
}

/// <summary>What a line did.</summary>
public enum LineEffect
{
    /// <summary>Nothing: it belongs to nothing here, or waits for a person.</summary>
    None,

    /// <summary>A payment arrived.</summary>
    Paid,

    /// <summary>A payment that was on its way came back.</summary>
    Failed,

    /// <summary>A payment that had arrived came back.</summary>
    Reversed,

    /// <summary>Money that was asked back came in.</summary>
    Received,

    /// <summary>It tells what was known by another way; nothing moved.</summary>
    Known,
}

/// <summary>One payment within a booked entry of a bank statement. Stored once, however many statements hold it.</summary>
public sealed record BankLine
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The imported file it came with first.</summary>
    public long StatementId { get; init; }

    /// <summary>By which the entry is known in other statements.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Its place in the entry, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Day it was booked.</summary>
    public DateOnly BookedOn { get; init; }

    /// <summary>Amount in minor units, above nothing.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Whether money came in.</summary>
    public bool IsCredit { get; init; }

    /// <summary>The bank's own reference.</summary>
    public string? BankReference { get; init; }

    /// <summary>End-to-end id or reference.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>Who is on the other side; at most 140 characters.</summary>
    public string? Counterparty { get; init; }

    /// <summary>What it is for; at most 500 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the bank says that it gives a payment back.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Why, as a code.</summary>
    public string? ReturnCode { get; init; }

    /// <summary>Where it stands.</summary>
    public LineState State { get; init; }

    /// <summary>What it did.</summary>
    public LineEffect Effect { get; init; }

    /// <summary>Why it waits, as a code of <c>MatchRules</c>; null when it does not.</summary>
    public string? Why { get; init; }

    /// <summary>The payment it belongs to.</summary>
    public long? PaymentId { get; init; }

    /// <summary>Reference of that payment, or of the repayment it belongs to.</summary>
    public string? Reference { get; init; }

    /// <summary>Who cleared it by hand.</summary>
    public long? ClearedBy { get; init; }

    /// <summary>Name of who cleared it.</summary>
    public string? ClearedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>Why so.</summary>
    public string? ClearReason { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}
