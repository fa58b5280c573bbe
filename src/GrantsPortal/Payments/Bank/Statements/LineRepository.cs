using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>The lines of booked statements.</summary>
public static class LineRepository
{
    private const string Columns =
        """
        l.Id, l.StatementId, l.Fingerprint, l.Number, l.BookedOn, l.AmountMinor, l.Currency, l.IsCredit, l.BankReference, l.EndToEndId,
        l.Counterparty, l.Text, l.IsReturn, l.ReturnCode, l.State, l.Effect, l.Why, l.PaymentId, l.Reference, l.ClearedBy,
        c.Name AS ClearedByName, l.ClearedAt, l.ClearReason, l.Version
        """;

    private const string From = "FROM BankLine l LEFT JOIN Person c ON c.Id = l.ClearedBy";

    /// <summary>The line, or null.</summary>
    public static Task<BankLine?> Find(UnitOfWork work, long id) =>
        work.Find<BankLine>($"SELECT {Columns} {From} WHERE l.Id = @id", new { id });

    /// <summary>Some lines by id; at most 500.</summary>
    public static Task<IReadOnlyList<BankLine>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<BankLine>($"SELECT {Columns} {From} WHERE l.Id IN @ids ORDER BY l.Id {Dialect.Page}", new { ids, take = 500 });

    /// <summary>A page of a statement's lines, in its order, after a line.</summary>
    public static Task<IReadOnlyList<BankLine>> OfStatement(UnitOfWork work, long statement, long? after, int take) =>
        work.List<BankLine>(
            $"SELECT {Columns} {From} WHERE l.StatementId = @statement AND (@after IS NULL OR l.Id > @after) ORDER BY l.Id {Dialect.Page}",
            new { statement, after, take });

    /// <summary>A page of the lines that wait for a person, oldest first, after a line.</summary>
    public static Task<IReadOnlyList<BankLine>> Open(UnitOfWork work, long? after, int take) =>
        work.List<BankLine>($"SELECT {Columns} {From} WHERE l.State = 'Open' AND (@after IS NULL OR l.Id > @after) ORDER BY l.Id {Dialect.Page}", new { after, take });

    /// <summary>How many lines wait for a person.</summary>
    public static Task<int> OpenCount(UnitOfWork work) => work.Scalar<int>("SELECT COUNT(*) FROM BankLine WHERE State = 'Open'");

    /// <summary>The lines of a payment, oldest first; at most 10.</summary>
    public static Task<IReadOnlyList<BankLine>> OfPayment(UnitOfWork work, long payment) =>
        work.List<BankLine>($"SELECT {Columns} {From} WHERE l.PaymentId = @payment ORDER BY l.Id {Dialect.Page}", new { payment, take = 10 });

    /// <summary>Which of these entries are there already.</summary>
    internal static Task<IReadOnlyList<string>> Known(UnitOfWork work, IReadOnlyCollection<string> fingerprints) =>
        work.List<string>("SELECT DISTINCT l.Fingerprint FROM BankLine l WHERE l.Fingerprint IN @fingerprints", new { fingerprints });

    /// <summary>What is known of payments by reference, the rows locked until the transaction ends; at most 500.</summary>
    internal static Task<IReadOnlyList<KnownPayment>> Payments(UnitOfWork work, IReadOnlyCollection<string> references) =>
        work.List<KnownPayment>(
            $"""
            SELECT p.Id, p.Reference, p.State, p.AmountMinor, p.Currency,
                CASE WHEN EXISTS (SELECT 1 FROM BankLine l WHERE l.PaymentId = p.Id AND l.IsCredit = 0) THEN 1 ELSE 0 END AS WentOut,
                CASE WHEN EXISTS (SELECT 1 FROM BankLine l WHERE l.PaymentId = p.Id AND l.IsCredit = 1) THEN 1 ELSE 0 END AS CameBack
            FROM Payment p {Dialect.Locked}
            WHERE p.Reference IN @references AND p.Method = 'BankTransfer'
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { references, take = 500 });

    /// <summary>Adds a line; false when the entry is there, or the payment went out or came back by another.</summary>
    internal static Task<bool> Insert(UnitOfWork work, BankLine line) =>
        work.TryInsert(
            """
            INSERT INTO BankLine (Id, StatementId, Fingerprint, Number, BookedOn, AmountMinor, Currency, IsCredit, BankReference, EndToEndId,
                Counterparty, Text, IsReturn, ReturnCode, State, Effect, Why, PaymentId, Reference, Version)
            VALUES (@Id, @StatementId, @Fingerprint, @Number, @BookedOn, @AmountMinor, @Currency, @IsCredit, @BankReference, @EndToEndId,
                @Counterparty, @Text, @IsReturn, @ReturnCode, @State, @Effect, @Why, @PaymentId, @Reference, 1)
            """,
            new
            {
                line.Id,
                line.StatementId,
                line.Fingerprint,
                line.Number,
                line.BookedOn,
                line.AmountMinor,
                line.Currency,
                line.IsCredit,
                line.BankReference,
                line.EndToEndId,
                line.Counterparty,
                line.Text,
                line.IsReturn,
                line.ReturnCode,
                line.State,
                line.Effect,
                line.Why,
                line.PaymentId,
                line.Reference,
            });

    /// <summary>Notes what a line that waited belongs to, and who said so; false when somebody was quicker.</summary>
    internal static Task<bool> Assign(UnitOfWork work, BankLine line, LineEffect effect, long? payment, string reference, string reason) =>
        work.Guarded(
            """
            UPDATE BankLine
            SET State = 'Assigned', Effect = @effect, PaymentId = @payment, Reference = @reference, ClearedBy = @by, ClearedAt = @now,
                ClearReason = @reason, Version = Version + 1
            WHERE Id = @id AND State = 'Open' AND Version = @version
              AND NOT EXISTS (SELECT 1 FROM BankLine o WHERE o.PaymentId = @payment AND o.IsCredit = BankLine.IsCredit)
            """,
            new { id = line.Id, version = line.Version, effect, payment, reference, by = work.Actor.Person, now = work.Now, reason });

    /// <summary>Sets a line aside that waited; false when somebody was quicker.</summary>
    internal static Task<bool> SetAside(UnitOfWork work, long id, string reason) =>
        work.Guarded(
            """
            UPDATE BankLine
            SET State = 'SetAside', ClearedBy = @by, ClearedAt = @now, ClearReason = @reason, Version = Version + 1
            WHERE Id = @id AND State = 'Open'
            """,
            new { id, by = work.Actor.Person, now = work.Now, reason });

    /// <summary>Takes a line up again that was set aside; false when somebody was quicker.</summary>
    internal static Task<bool> TakeUp(UnitOfWork work, long id, int version) =>
        work.Guarded(
            """
            UPDATE BankLine
            SET State = 'Open', ClearedBy = NULL, ClearedAt = NULL, ClearReason = NULL, Version = Version + 1
            WHERE Id = @id AND State = 'SetAside' AND Version = @version
            """,
            new { id, version });
}
