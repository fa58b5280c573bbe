using GrantsPortal.Platform;
using GrantsPortal.Platform.States;

namespace GrantsPortal.Payments.Bank.Batches;

/// <summary>Where a batch stands.</summary>
public enum BatchState
{
    /// <summary>Put together; waits for a second person.</summary>
    Open,

    /// <summary>Released: its file may be with the bank.</summary>
    Released,

    /// <summary>Given up before it was released.</summary>
    Cancelled,
}

/// <summary>Approved payments that go to the bank in one file.</summary>
public sealed record PaymentBatch
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as PB-2026-0001; also the message id at the bank.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public BatchState State { get; init; }

    /// <summary>ISO 4217 code of every payment.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>How many payments.</summary>
    public int Payments { get; init; }

    /// <summary>What they add up to, in minor units.</summary>
    public long SumMinor { get; init; }

    /// <summary>The day the bank is to carry it out.</summary>
    public DateOnly ExecuteOn { get; init; }

    /// <summary>Who put it together.</summary>
    public long PreparedBy { get; init; }

    /// <summary>Name of who put it together.</summary>
    public string PreparedByName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset PreparedAt { get; init; }

    /// <summary>Who released it; never who put it together or prepared one of its payments.</summary>
    public long? ReleasedBy { get; init; }

    /// <summary>Name of who released it.</summary>
    public string? ReleasedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who cancelled it.</summary>
    public long? CancelledBy { get; init; }

    /// <summary>Name of who cancelled it.</summary>
    public string? CancelledByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Why.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The file for the bank, sealed.</summary>
    public long? FileId { get; init; }

    /// <summary>SHA-256 of the file for the bank, in hexadecimal.</summary>
    public string? FileHash { get; init; }

    /// <summary>The same as CSV, sealed.</summary>
    public long? CsvFileId { get; init; }

    /// <summary>SHA-256 of the CSV, in hexadecimal.</summary>
    public string? CsvHash { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>What the payments add up to.</summary>
    public Money Sum => Money.FromMinor(SumMinor, Currency);
}

/// <summary>The machine of a batch.</summary>
public static class BatchStates
{
    /// <summary>Lets it go to the bank.</summary>
    public const string Release = "release";

    /// <summary>Gives it up; its payments are free again.</summary>
    public const string Cancel = "cancel";

    /// <summary>The table.</summary>
    public static readonly StateTable<BatchState> Table = new(
        "batch",
        new Dictionary<BatchState, StateName>
        {
            [BatchState.Open] = new("Waits for release", "Waits for release"),
            [BatchState.Released] = new("Released", "Released"),
            [BatchState.Cancelled] = new("Cancelled", "Cancelled"),
        },
        [
            new(BatchState.Open, Release, "Release batch", BatchState.Released, "Finance or Approver, not who put it together or prepared one of its payments"),
            new(BatchState.Open, Cancel, "Cancel batch", BatchState.Cancelled, "Finance or Approver"),
        ]);
}
