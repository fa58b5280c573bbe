using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank;

/// <summary>A batch is exactly its payments.</summary>
public sealed class BatchesAreTheirPayments : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every batch counts exactly its payments, was released by somebody who prepared none of them, and sent each under its amount.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var counts = await work.List<string>(
            $"""
            SELECT b.Reference
            FROM PaymentBatch b
            WHERE b.State <> 'Cancelled'
              AND (b.Payments <> (SELECT COUNT(*) FROM Payment p WHERE p.BatchId = b.Id AND p.Currency = b.Currency)
                OR b.SumMinor <> (SELECT COALESCE(SUM(p.AmountMinor), 0) FROM Payment p WHERE p.BatchId = b.Id AND p.Currency = b.Currency))
            ORDER BY b.Reference
            {Dialect.Page}
            """,
            new { take = 100 });
        var wrong = await work.List<string>(
            $"""
            SELECT p.Reference
            FROM Payment p
            JOIN PaymentBatch b ON b.Id = p.BatchId
            LEFT JOIN PaymentBatchLine l ON l.PaymentId = p.Id
            WHERE b.State = 'Cancelled'
               OR (b.State = 'Open' AND (p.State <> 'Approved' OR p.ReleasedAt IS NOT NULL))
               OR (b.State = 'Released' AND (p.State NOT IN ('Sent', 'Paid', 'Failed') OR p.PreparedBy = b.ReleasedBy
                   OR l.BatchId IS NULL OR l.BatchId <> b.Id OR l.AmountMinor <> p.AmountMinor))
            ORDER BY p.Reference
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. counts.Select(reference => $"The batch {reference} does not count its payments right.").Concat(
                wrong.Select(reference => $"The payment {reference} does not stand as its batch does.")).Take(100),
        ];
    }
}

/// <summary>What the bank said is what the payments say.</summary>
public sealed class BankLinesAgreeWithPayments : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every payment that a bank statement told of stands as it was told, and every line is matched, waiting or cleared by somebody.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var lines = await work.List<string>(
            $"""
            SELECT p.Reference
            FROM BankLine l
            JOIN Payment p ON p.Id = l.PaymentId
            WHERE l.Currency <> p.Currency
               OR (l.State = 'Matched' AND l.AmountMinor <> p.AmountMinor)
               OR (l.Effect = 'Paid' AND p.State <> 'Paid'
                   AND NOT (p.State = 'Failed' AND EXISTS (SELECT 1 FROM BankLine r WHERE r.PaymentId = p.Id AND r.IsCredit = 1)))
               OR (l.Effect IN ('Failed', 'Reversed') AND p.State <> 'Failed')
            ORDER BY p.Reference
            {Dialect.Page}
            """,
            new { take = 100 });
        var lost = await work.List<string>(
            $"""
            SELECT l.Fingerprint
            FROM BankLine l
            JOIN BankStatement s ON s.Id = l.StatementId
            WHERE s.State <> 'Booked'
               OR (l.State = 'Matched' AND l.Effect <> 'Received' AND l.PaymentId IS NULL AND NOT (l.Effect = 'Known' AND l.Reference LIKE 'RP-%'))
               OR (l.State = 'Open' AND (l.Why IS NULL OR l.PaymentId IS NOT NULL OR l.Effect <> 'None'))
               OR (l.State = 'SetAside' AND (l.PaymentId IS NOT NULL OR l.Effect <> 'None'))
            ORDER BY l.Fingerprint
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. lines.Select(reference => $"The payment {reference} does not stand as the bank told of it.").Concat(
                lost.Select(fingerprint => $"The bank line {fingerprint} is neither matched nor waiting nor cleared.")).Take(100),
        ];
    }
}

/// <summary>The files that went to the bank, and those that came from it, are as they were.</summary>
public sealed class BankFilesAreWhole(FileSeal files) : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The file of every released batch and of every bank statement can be opened and is the one that was kept.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var kept = await work.List<Kept>(
            $"""
            SELECT b.Reference AS Name, b.FileId, b.FileHash FROM PaymentBatch b WHERE b.FileId IS NOT NULL
            UNION ALL
            SELECT b.Reference AS Name, b.CsvFileId AS FileId, b.CsvHash AS FileHash FROM PaymentBatch b WHERE b.CsvFileId IS NOT NULL
            UNION ALL
            SELECT s.Name, s.FileId, s.FileHash FROM BankStatement s
            ORDER BY FileId
            {Dialect.Page}
            """,
            new { take = 10_000 });
        var broken = new List<string>();
        foreach (var file in kept)
        {
            if (await files.Open(work, file.FileId, file.FileHash) is null)
            {
                broken.Add($"The file of {file.Name} cannot be opened, or is not the one that was kept.");
            }
        }

        return [.. broken.Take(100)];
    }

    private sealed class Kept
    {
        public string Name { get; init; } = "";

        public long FileId { get; init; }

        public string FileHash { get; init; } = "";
    }
}
