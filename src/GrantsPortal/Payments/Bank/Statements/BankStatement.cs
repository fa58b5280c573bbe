namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>In which form a statement came.</summary>
public enum StatementForm
{
    /// <summary>ISO 20022 camt.053.</summary>
    Camt,

    /// <summary>Comma-separated values.</summary>
    Csv,
}

/// <summary>Where an imported file stands.</summary>
public enum StatementState
{
    /// <summary>Read and shown; nothing of it counts yet.</summary>
    Read,

    /// <summary>Booked: its new lines count.</summary>
    Booked,

    /// <summary>Dropped before it was booked.</summary>
    Dropped,
}

/// <summary>A file of the bank with one or more statements of the city's account.</summary>
public sealed record BankStatement
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The file, sealed.</summary>
    public long FileId { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal; a file is imported once.</summary>
    public string FileHash { get; init; } = "";

    /// <summary>Name it came with.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its form.</summary>
    public StatementForm Form { get; init; }

    /// <summary>The columns chosen for a CSV, as JSON; null while they are not.</summary>
    public string? CsvColumns { get; init; }

    /// <summary>Where it stands.</summary>
    public StatementState State { get; init; }

    /// <summary>Who brought it.</summary>
    public long UploadedBy { get; init; }

    /// <summary>Name of who brought it.</summary>
    public string UploadedByName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Name of who booked it.</summary>
    public string? BookedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>Lines that were new when it was booked.</summary>
    public int? NewLines { get; init; }

    /// <summary>Lines that an earlier statement had brought.</summary>
    public int? KnownLines { get; init; }

    /// <summary>Lines of it that wait for a person now.</summary>
    public int OpenLines { get; init; }

    /// <summary>By how much opening balance and entries miss the closing balance, in minor units; null where the file tells no balances.</summary>
    public long? OffMinor { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }
}

/// <summary>What a statement will do when it is booked.</summary>
/// <param name="Statements">What the file tells.</param>
/// <param name="Lines">The lines that are new, with what each does.</param>
/// <param name="Known">How many lines an earlier statement brought.</param>
public sealed record StatementPlan(IReadOnlyList<ReadStatement> Statements, IReadOnlyList<BankLine> Lines, int Known)
{
    /// <summary>How many lines have an effect.</summary>
    public int Count(params ReadOnlySpan<LineEffect> effects)
    {
        var count = 0;
        foreach (var line in Lines)
        {
            count += line.State == LineState.Matched && effects.Contains(line.Effect) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many lines will wait for a person.</summary>
    public int Open => Lines.Count(line => line.State == LineState.Open);

    /// <summary>First day told.</summary>
    public DateOnly? From => Statements.Min(statement => statement.From);

    /// <summary>Last day told.</summary>
    public DateOnly? To => Statements.Max(statement => statement.To);

    /// <summary>By how much the first statement whose balances do not meet is off; 0 when all meet, null where none tells any.</summary>
    public long? OffMinor => Statements.Select(statement => statement.OffMinor).FirstOrDefault(off => off is not null and not 0)
        ?? Statements.Select(statement => statement.OffMinor).FirstOrDefault(off => off is not null);

    /// <summary>Says in short what the plan does, so that what was shown is what is booked.</summary>
    public string Seen => FileSeal.HashOf(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(line =>
        FormattableString.Invariant($"{line.Fingerprint}/{line.Number} {line.State} {line.Effect} {line.Reference}")))))[..16];
}
