using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Recovery;

/// <summary>What came, and the links on which it can come.</summary>
public static partial class RepaymentRepository
{
    /// <summary>Everything that came for a repayment, oldest first; at most 100.</summary>
    public static Task<IReadOnlyList<RepaymentReceipt>> Receipts(UnitOfWork work, long repayment) =>
        work.List<RepaymentReceipt>(
            $"""
            SELECT x.Id, x.RepaymentId, x.ReceiptKey, x.How, x.CountedMinor, x.SurplusMinor, x.Currency, x.ReceivedOn, x.NotedAt, x.Note, x.GivenBackOn, x.GivenBackNote
            FROM RepaymentReceipt x
            WHERE x.RepaymentId = @repayment
            ORDER BY x.Id
            {Dialect.Page}
            """,
            new { repayment, take = 100 });

    /// <summary>Everything that came for several repayments, oldest first; at most 500.</summary>
    public static Task<IReadOnlyList<RepaymentReceipt>> ReceiptsOf(UnitOfWork work, IReadOnlyCollection<long> repayments) =>
        work.List<RepaymentReceipt>(
            $"""
            SELECT x.Id, x.RepaymentId, x.ReceiptKey, x.How, x.CountedMinor, x.SurplusMinor, x.Currency, x.ReceivedOn, x.NotedAt, x.Note, x.GivenBackOn, x.GivenBackNote
            FROM RepaymentReceipt x
            WHERE x.RepaymentId IN @repayments
            ORDER BY x.Id
            {Dialect.Page}
            """,
            new { repayments, take = 500 });

    /// <summary>What was counted under these keys; at most 500.</summary>
    public static Task<IReadOnlyList<CountedReceipt>> Counted(UnitOfWork work, IReadOnlyCollection<string> keys) =>
        work.List<CountedReceipt>(
            $"""
            SELECT x.ReceiptKey, r.Reference, x.CountedMinor + x.SurplusMinor AS AmountMinor, x.ReceivedOn
            FROM RepaymentReceipt x
            JOIN Repayment r ON r.Id = x.RepaymentId
            WHERE x.ReceiptKey IN @keys
            ORDER BY x.Id
            {Dialect.Page}
            """,
            new { keys, take = 500 });

    /// <summary>Whether a movement of money was counted before.</summary>
    public static async Task<bool> Knows(UnitOfWork work, string key) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM RepaymentReceipt WHERE ReceiptKey = @key", new { key }) > 0;

    /// <summary>Keeps what came; false when it is there.</summary>
    public static Task<bool> Insert(UnitOfWork work, long id, long repayment, Receipt receipt, Division division) =>
        work.TryInsert(
            """
            INSERT INTO RepaymentReceipt (Id, RepaymentId, ReceiptKey, How, CountedMinor, SurplusMinor, Currency, ReceivedOn, NotedBy, NotedAt, Note)
            VALUES (@id, @repayment, @Key, @How, @CountedMinor, @SurplusMinor, @Currency, @On, @by, @now, @Note)
            """,
            new
            {
                id,
                repayment,
                receipt.Key,
                receipt.How,
                division.CountedMinor,
                division.SurplusMinor,
                receipt.Currency,
                receipt.On,
                receipt.Note,
                by = work.Actor.PersonId,
                now = work.Now,
            });

    /// <summary>Notes that what was too much was given back; false when that is known.</summary>
    public static async Task<bool> GaveBack(UnitOfWork work, long repayment, RepaymentReceipt receipt, DateOnly on, string note) =>
        await work.Guarded(
            """
            UPDATE RepaymentReceipt
            SET GivenBackOn = @on, GivenBackBy = @by, GivenBackNote = @note
            WHERE Id = @id AND RepaymentId = @repayment AND GivenBackOn IS NULL AND SurplusMinor > 0
            """,
            new { id = receipt.Id, repayment, on, by = work.Actor.Person, note })
        && await work.Guarded(
            "UPDATE Repayment SET SurplusMinor = SurplusMinor - @surplus, Version = Version + 1 WHERE Id = @repayment AND SurplusMinor >= @surplus",
            new { repayment, surplus = receipt.SurplusMinor });

    /// <summary>The open payment link of a repayment, or null.</summary>
    public static Task<RepaymentLink?> OpenLink(UnitOfWork work, long repayment) =>
        work.Find<RepaymentLink>(
            $"""
            SELECT k.LinkId, k.RepaymentId, k.AmountMinor, k.Url, k.Active
            FROM RepaymentLink k
            WHERE k.RepaymentId = @repayment AND k.Active = @yes
            ORDER BY k.MadeAt DESC
            {Dialect.Page}
            """,
            new { repayment, yes = true, take = 1 });

    /// <summary>A payment link, or null.</summary>
    public static Task<RepaymentLink?> Link(UnitOfWork work, string id) =>
        work.Find<RepaymentLink>("SELECT k.LinkId, k.RepaymentId, k.AmountMinor, k.Url, k.Active FROM RepaymentLink k WHERE k.LinkId = @id", new { id });

    /// <summary>How many links a repayment ever had.</summary>
    public static async Task<int> LinksEver(UnitOfWork work, long repayment) =>
        (int)await work.Scalar<long>("SELECT COUNT(*) FROM RepaymentLink WHERE RepaymentId = @repayment", new { repayment });

    /// <summary>Open links, and those closed lately on which a slow payment may still come, the longest unseen first.</summary>
    public static Task<IReadOnlyList<RepaymentLink>> LinksToLookAt(UnitOfWork work, DateTimeOffset madeAfter, int take) =>
        work.List<RepaymentLink>(
            $"""
            SELECT k.LinkId, k.RepaymentId, k.AmountMinor, k.Url, k.Active
            FROM RepaymentLink k
            WHERE k.Active = @yes OR k.MadeAt >= @madeAfter
            ORDER BY k.SeenAt
            {Dialect.Page}
            """,
            new { yes = true, madeAfter, take });

    /// <summary>Open links over an amount that is no longer the one asked; at most 100.</summary>
    public static Task<IReadOnlyList<RepaymentLink>> LinksToClose(UnitOfWork work) =>
        work.List<RepaymentLink>(
            $"""
            SELECT k.LinkId, k.RepaymentId, k.AmountMinor, k.Url, k.Active
            FROM RepaymentLink k
            JOIN Repayment r ON r.Id = k.RepaymentId
            WHERE k.Active = @yes AND (r.State <> 'Asked' OR r.AmountMinor - r.ReceivedMinor <> k.AmountMinor)
            ORDER BY k.MadeAt
            {Dialect.Page}
            """,
            new { yes = true, take = 100 });

    /// <summary>Keeps a payment link; false when it is there.</summary>
    public static Task<bool> Insert(UnitOfWork work, string id, long repayment, long amountMinor, string url) =>
        work.TryInsert(
            """
            INSERT INTO RepaymentLink (LinkId, RepaymentId, AmountMinor, Url, Active, MadeAt, SeenAt)
            VALUES (@id, @repayment, @amountMinor, @url, @yes, @now, @now)
            """,
            new { id, repayment, amountMinor, url, yes = true, now = work.Now });

    /// <summary>Notes that a link is closed at Stripe.</summary>
    public static Task<bool> Closed(UnitOfWork work, string id) =>
        work.Guarded("UPDATE RepaymentLink SET Active = @no WHERE LinkId = @id AND Active = @yes", new { id, no = false, yes = true });

    /// <summary>Notes that a link was looked at.</summary>
    public static Task<int> LookedAt(UnitOfWork work, string id) =>
        work.Execute("UPDATE RepaymentLink SET SeenAt = @now WHERE LinkId = @id", new { id, now = work.Now });
}
