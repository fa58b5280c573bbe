using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Ledger;

/// <summary>Postings, their entries and the balances beside them.</summary>
internal static class LedgerRepository
{
    /// <summary>More balances than a fund's years have in all accounts and currencies.</summary>
    private const int Most = 10_000;

    private const string Here =
        """
        ProgrammeId = @ProgrammeId AND Year = @Year AND Account = @Account AND Subject = @Subject AND SubjectId = @SubjectId AND Currency = @Currency
        """;

    /// <summary>Whether there is a posting with a key.</summary>
    public static async Task<bool> IsPosted(UnitOfWork work, string key) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM LedgerPosting WHERE PostingKey = @key", new { key }) > 0;

    /// <summary>Adds a posting and returns its id; null when its key is taken.</summary>
    public static async Task<long?> Insert(UnitOfWork work, string key, DateOnly on, string? overdrawReason)
    {
        var id = work.NewId();
        var added = await work.TryInsert(
            """
            INSERT INTO LedgerPosting (Id, PostingKey, PostedOn, PostedAt, PostedBy, OverdrawReason)
            VALUES (@id, @key, @on, @now, @person, @overdrawReason)
            """,
            new { id, key, on, now = work.Now, person = work.Actor.PersonId, overdrawReason });
        return added ? id : null;
    }

    /// <summary>Adds a line of a posting.</summary>
    public static Task<int> Insert(UnitOfWork work, long posting, int number, LedgerLine line, DateOnly on) =>
        work.Execute(
            """
            INSERT INTO LedgerEntry (PostingId, Number, PostedOn, Account, ProgrammeId, Year, Subject, SubjectId, AmountMinor, Currency)
            VALUES (@posting, @number, @on, @Account, @ProgrammeId, @Year, @Subject, @SubjectId, @AmountMinor, @Currency)
            """,
            new { posting, number, on, line.Account, line.ProgrammeId, line.Year, line.Subject, line.SubjectId, line.AmountMinor, line.Currency });

    /// <summary>Moves a balance; it is begun where there is none.</summary>
    public static async Task Add(UnitOfWork work, BalanceMove move)
    {
        var args = new { move.ProgrammeId, move.Year, move.Account, move.Subject, move.SubjectId, move.Currency, amount = move.AmountMinor };
        const string Moved = $"UPDATE LedgerBalance SET AmountMinor = AmountMinor + @amount WHERE {Here}";
        if (await work.Execute(Moved, args) == 0
            && !await work.TryInsert(
                """
                INSERT INTO LedgerBalance (ProgrammeId, Year, Account, Subject, SubjectId, Currency, AmountMinor)
                VALUES (@ProgrammeId, @Year, @Account, @Subject, @SubjectId, @Currency, @amount)
                """,
                args))
        {
            await work.Execute(Moved, args);
        }
    }

    /// <summary>Takes from a balance unless it would fall below zero; false when it would.</summary>
    public static Task<bool> Take(UnitOfWork work, BalanceMove move) =>
        work.Guarded(
            $"""
            UPDATE LedgerBalance
            SET AmountMinor = AmountMinor + @amount
            WHERE {Here} AND AmountMinor + @amount >= 0
            """,
            new { move.ProgrammeId, move.Year, move.Account, move.Subject, move.SubjectId, move.Currency, amount = move.AmountMinor });

    /// <summary>The balance a move is about, in minor units.</summary>
    public static Task<long> Balance(UnitOfWork work, BalanceMove move) =>
        work.Scalar<long>(
            $"SELECT COALESCE(SUM(AmountMinor), 0) FROM LedgerBalance WHERE {Here}",
            new { move.ProgrammeId, move.Year, move.Account, move.Subject, move.SubjectId, move.Currency });

    /// <summary>The stored balances of a record.</summary>
    public static Task<IReadOnlyList<BalanceRow>> BalancesOf(UnitOfWork work, SubjectKind kind, long id) =>
        work.List<BalanceRow>(
            $"""
            SELECT Year, Currency, Account, AmountMinor
            FROM LedgerBalance
            WHERE Subject = @kind AND SubjectId = @id
            ORDER BY Year, Currency, Account
            {Dialect.Page}
            """,
            new { kind, id, take = Most });

    /// <summary>What an account holds for a record, by fund, year and currency.</summary>
    public static Task<IReadOnlyList<Holding>> Held(UnitOfWork work, SubjectKind kind, long id, LedgerAccount account) =>
        work.List<Holding>(
            $"""
            SELECT ProgrammeId, Year, Currency, AmountMinor
            FROM LedgerBalance
            WHERE Subject = @kind AND SubjectId = @id AND Account = @account AND AmountMinor <> 0
            ORDER BY ProgrammeId, Year, Currency
            {Dialect.Page}
            """,
            new { kind, id, account, take = Most });

    /// <summary>The stored balances of a fund, of one year or all.</summary>
    public static Task<IReadOnlyList<BalanceRow>> Balances(UnitOfWork work, long fund, int? year) =>
        work.List<BalanceRow>(
            $"""
            SELECT Year, Currency, Account, AmountMinor
            FROM LedgerBalance
            WHERE ProgrammeId = @fund AND Subject = 'None' AND (@year IS NULL OR Year = @year)
            ORDER BY Year, Currency, Account
            {Dialect.Page}
            """,
            new { fund, year, take = Most });

    /// <summary>The balances of a fund at the end of a day, worked out from the entries.</summary>
    public static Task<IReadOnlyList<BalanceRow>> BalancesAt(UnitOfWork work, long fund, int? year, DateOnly at) =>
        work.List<BalanceRow>(
            """
            SELECT Year, Currency, Account, SUM(AmountMinor) AS AmountMinor
            FROM LedgerEntry
            WHERE ProgrammeId = @fund AND PostedOn <= @at AND (@year IS NULL OR Year = @year)
            GROUP BY Year, Currency, Account
            """,
            new { fund, year, at });
}
