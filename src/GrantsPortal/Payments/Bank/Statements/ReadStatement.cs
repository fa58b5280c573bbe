namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>One account statement as a file tells it; amounts in minor units of its currency.</summary>
public sealed record ReadStatement
{
    /// <summary>The bank's identifier of the statement; empty where it gives none.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>The account, without spaces: IBAN or national number; null where the file does not say.</summary>
    public string? Account { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Booked balance before the first entry.</summary>
    public long? OpeningMinor { get; init; }

    /// <summary>Booked balance after the last entry.</summary>
    public long? ClosingMinor { get; init; }

    /// <summary>The booked entries, in the file's order.</summary>
    public required IReadOnlyList<ReadEntry> Entries { get; init; }

    /// <summary>How many entries were left out because the bank has not booked them yet.</summary>
    public int Pending { get; init; }

    /// <summary>What the entries add up to: credits less debits.</summary>
    public long MovedMinor => Entries.Sum(entry => entry.IsCredit ? entry.AmountMinor : -entry.AmountMinor);

    /// <summary>By how much opening and entries miss the closing balance; 0 when they meet, null where balances are not told.</summary>
    public long? OffMinor => ClosingMinor - OpeningMinor - MovedMinor;
}

/// <summary>One booked entry.</summary>
public sealed record ReadEntry
{
    /// <summary>Day it was booked.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>Amount, above nothing.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Whether money came in.</summary>
    public required bool IsCredit { get; init; }

    /// <summary>The bank's own reference, unique with day and amount; null where it gives none.</summary>
    public string? BankReference { get; init; }

    /// <summary>What it is made of: one line, or one for each payment of a booking that holds many.</summary>
    public required IReadOnlyList<ReadLine> Lines { get; init; }
}

/// <summary>One payment within an entry.</summary>
public sealed record ReadLine
{
    /// <summary>Amount, above nothing.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>The end-to-end id, or the reference where a file has one column for it.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>Ids of the message or part it was sent in, where the bank booked that as one sum.</summary>
    public IReadOnlyList<string> SentIn { get; init; } = [];

    /// <summary>Who is on the other side.</summary>
    public string? Counterparty { get; init; }

    /// <summary>What it is for.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the bank says that it gives a payment back.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Why, as a code of ISO 20022's external list or of the clearing system.</summary>
    public string? ReturnCode { get; init; }

    /// <summary>Why, in the bank's words.</summary>
    public string? ReturnText { get; init; }
}
