using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Batches;

/// <summary>Batches of payments.</summary>
public static class BatchRepository
{
    private const string Columns =
        """
        b.Id, b.Reference, b.State, b.Currency, b.Payments, b.SumMinor, b.ExecuteOn, b.PreparedBy, m.Name AS PreparedByName, b.PreparedAt,
        b.ReleasedBy, r.Name AS ReleasedByName, b.ReleasedAt, b.CancelledBy, c.Name AS CancelledByName, b.CancelledAt, b.CancelReason, b.FileId,
        b.FileHash, b.CsvFileId, b.CsvHash, b.Version
        """;

    private const string From =
        """
        FROM PaymentBatch b
        JOIN Person m ON m.Id = b.PreparedBy
        LEFT JOIN Person r ON r.Id = b.ReleasedBy
        LEFT JOIN Person c ON c.Id = b.CancelledBy
        """;

    /// <summary>The batch by its reference, or null.</summary>
    public static Task<PaymentBatch?> Find(UnitOfWork work, string reference) =>
        work.Find<PaymentBatch>($"SELECT {Columns} {From} WHERE b.Reference = @reference", new { reference });

    /// <summary>The batch of a payment, or null.</summary>
    public static Task<PaymentBatch?> Find(UnitOfWork work, long id) =>
        work.Find<PaymentBatch>($"SELECT {Columns} {From} WHERE b.Id = @id", new { id });

    /// <summary>A page of batches, newest first; of one state or of all.</summary>
    public static Task<IReadOnlyList<PaymentBatch>> List(UnitOfWork work, BatchState? state, long? before, int take) =>
        work.List<PaymentBatch>(
            $"""
            SELECT {Columns}
            {From}
            WHERE (@state IS NULL OR b.State = @state) AND (@before IS NULL OR b.Id < @before)
            ORDER BY b.Id DESC
            {Dialect.Page}
            """,
            new { state, before, take });

    /// <summary>How many batches stand in each state.</summary>
    public static Task<IReadOnlyList<BatchCount>> Counts(UnitOfWork work) =>
        work.List<BatchCount>("SELECT b.State, COUNT(*) AS Number FROM PaymentBatch b GROUP BY b.State");

    /// <summary>How many approved payments by bank are in no batch.</summary>
    public static Task<int> FreeCount(UnitOfWork work) =>
        work.Scalar<int>("SELECT COUNT(*) FROM Payment WHERE State = 'Approved' AND ReleasedAt IS NULL AND BatchId IS NULL AND Method = 'BankTransfer'");

    /// <summary>The currencies of approved payments by bank that are in no batch.</summary>
    public static Task<IReadOnlyList<string>> FreeCurrencies(UnitOfWork work) =>
        work.List<string>(
            """
            SELECT p.Currency
            FROM Payment p
            WHERE p.State = 'Approved' AND p.ReleasedAt IS NULL AND p.BatchId IS NULL AND p.Method = 'BankTransfer'
            GROUP BY p.Currency
            ORDER BY p.Currency
            """);

    /// <summary>Batches that wait for release and that a person neither put together nor prepared or decided on a payment of; at most 50.</summary>
    public static Task<IReadOnlyList<PaymentBatch>> WaitingFor(UnitOfWork work, long person) =>
        work.List<PaymentBatch>(
            $"""
            SELECT {Columns}
            {From}
            WHERE b.State = 'Open' AND b.PreparedBy <> @by
              AND NOT EXISTS (SELECT 1 FROM Payment WHERE Payment.BatchId = b.Id AND (Payment.PreparedBy = @by OR {PaymentRepository.DecidedByActor}))
            ORDER BY b.Id
            {Dialect.Page}
            """,
            new { by = person, take = 50 });

    /// <summary>Adds a batch.</summary>
    internal static Task<int> Insert(UnitOfWork work, PaymentBatch batch) =>
        work.Execute(
            """
            INSERT INTO PaymentBatch (Id, Reference, State, Currency, Payments, SumMinor, ExecuteOn, PreparedBy, PreparedAt, Version)
            VALUES (@Id, @Reference, 'Open', @Currency, @Payments, @SumMinor, @ExecuteOn, @by, @now, 1)
            """,
            new { batch.Id, batch.Reference, batch.Currency, batch.Payments, batch.SumMinor, batch.ExecuteOn, by = work.Actor.Person, now = work.Now });

    /// <summary>Releases a batch, if who does neither put it together nor prepared or decided on one of its payments; false when somebody was quicker.</summary>
    public static Task<bool> Release(UnitOfWork work, PaymentBatch batch, (long Id, string Hash) file, (long Id, string Hash) csv) =>
        work.Guarded(
            $"""
            UPDATE PaymentBatch
            SET State = 'Released', ReleasedBy = @by, ReleasedAt = @now, FileId = @file, FileHash = @fileHash, CsvFileId = @csv, CsvHash = @csvHash,
                Version = Version + 1
            WHERE Id = @id AND State = 'Open' AND Version = @version AND PreparedBy <> @by
              AND NOT EXISTS (SELECT 1 FROM Payment WHERE Payment.BatchId = PaymentBatch.Id AND (Payment.PreparedBy = @by OR {PaymentRepository.DecidedByActor}))
            """,
            new { id = batch.Id, version = batch.Version, by = work.Actor.Person, now = work.Now, file = file.Id, fileHash = file.Hash, csv = csv.Id, csvHash = csv.Hash });

    /// <summary>Cancels a batch that was not released; false when somebody was quicker.</summary>
    internal static Task<bool> Cancel(UnitOfWork work, PaymentBatch batch, string reason) =>
        work.Guarded(
            """
            UPDATE PaymentBatch
            SET State = 'Cancelled', CancelledBy = @by, CancelledAt = @now, CancelReason = @reason, Version = Version + 1
            WHERE Id = @id AND State = 'Open' AND Version = @version
            """,
            new { id = batch.Id, version = batch.Version, by = work.Actor.Person, now = work.Now, reason });

    /// <summary>Counts one payment less; false when somebody was quicker.</summary>
    internal static Task<bool> Less(UnitOfWork work, PaymentBatch batch, long amountMinor) =>
        work.Guarded(
            """
            UPDATE PaymentBatch
            SET Payments = Payments - 1, SumMinor = SumMinor - @amountMinor, Version = Version + 1
            WHERE Id = @id AND State = 'Open' AND Version = @version AND Payments > 1
            """,
            new { id = batch.Id, version = batch.Version, amountMinor });

    /// <summary>Notes under which part of the file a payment went out.</summary>
    internal static Task<int> Insert(UnitOfWork work, long batch, Payment payment, string part, string holder) =>
        work.Execute(
            """
            INSERT INTO PaymentBatchLine (PaymentId, BatchId, Reference, Part, Holder, AmountMinor)
            VALUES (@payment, @batch, @reference, @part, @holder, @amountMinor)
            """,
            new { payment = payment.Id, batch, reference = payment.Reference, part, holder, amountMinor = payment.AmountMinor });

    /// <summary>What was sent under ids of parts or of messages; at most 100,000 payments.</summary>
    internal static Task<IReadOnlyList<SentLine>> Sent(UnitOfWork work, IReadOnlyCollection<string> ids) =>
        work.List<SentLine>(
            $"""
            SELECT l.Part, b.Reference AS Message, l.Reference, l.AmountMinor, l.Holder
            FROM PaymentBatchLine l
            JOIN PaymentBatch b ON b.Id = l.BatchId
            WHERE l.Part IN @ids OR b.Reference IN @ids
            ORDER BY l.PaymentId
            {Dialect.Page}
            """,
            new { ids, take = 100_000 });
}

/// <summary>How many batches stand in a state.</summary>
public sealed class BatchCount
{
    /// <summary>The state.</summary>
    public BatchState State { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>A payment as it went out in a file.</summary>
public sealed class SentLine
{
    /// <summary>Id of the part.</summary>
    public string Part { get; init; } = "";

    /// <summary>Id of the message.</summary>
    public string Message { get; init; } = "";

    /// <summary>The payment's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>In whose account.</summary>
    public string Holder { get; init; } = "";

    /// <summary>As matching sees it.</summary>
    public SentPayment Payment => new(Reference, AmountMinor, Holder);
}
