using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Transfers and payouts.</summary>
public static partial class StripeRepository
{
    private const string TransferColumns =
        """
        t.Id, t.PaymentId, p.Reference, o.Name AS PayeeName, t.RequestKey, t.AccountId, t.AmountMinor, t.Currency, t.State, t.AskedAt, t.AnsweredAt,
        t.DoubtedAt, t.Faulted, t.Looks, t.LookedAt, t.AnswerCode, t.AnswerText, t.TransferId, t.ArrivalId, t.PayoutId, t.BackAskedAt, t.Attention
        """;

    private const string FromTransfers =
        """
        FROM StripeTransfer t
        JOIN Payment p ON p.Id = t.PaymentId
        JOIN Organisation o ON o.Id = p.OrganisationId
        """;

    /// <summary>The transfer of a payment, or null.</summary>
    public static Task<StripeTransfer?> TransferOf(UnitOfWork work, long payment) =>
        work.Find<StripeTransfer>($"SELECT {TransferColumns} {FromTransfers} WHERE t.PaymentId = @payment", new { payment });

    /// <summary>The transfer by its identifier at Stripe, or by our key, or null.</summary>
    public static Task<StripeTransfer?> TransferBy(UnitOfWork work, string transferId, string? key) =>
        work.Find<StripeTransfer>($"SELECT {TransferColumns} {FromTransfers} WHERE t.TransferId = @transferId OR t.RequestKey = @key", new { transferId, key });

    /// <summary>Transfers whose answer is missing, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<StripeTransfer>> Unanswered(UnitOfWork work) =>
        work.List<StripeTransfer>($"SELECT {TransferColumns} {FromTransfers} WHERE t.State = 'Asked' ORDER BY t.Id {Dialect.Page}", new { take = 200 });

    /// <summary>Transfers whose money lies in the organisation's account at Stripe, oldest first.</summary>
    public static Task<IReadOnlyList<StripeTransfer>> Underway(UnitOfWork work, int take) =>
        work.List<StripeTransfer>($"SELECT {TransferColumns} {FromTransfers} WHERE t.State = 'Made' ORDER BY t.Id {Dialect.Page}", new { take });

    /// <summary>Transfers made since an instant that wait for their payout, and those whose payout was booked since another; oldest first, at most 500.</summary>
    public static Task<IReadOnlyList<StripeTransfer>> ToFollow(UnitOfWork work, DateTimeOffset madeSince, DateTimeOffset paidSince) =>
        work.List<StripeTransfer>(
            $"""
            SELECT {TransferColumns}
            {FromTransfers}
            WHERE (t.State = 'Made' AND t.AskedAt >= @madeSince) OR (t.State = 'PaidOut' AND p.PaidAt >= @paidSince)
            ORDER BY t.Id
            {Dialect.Page}
            """,
            new { madeSince, paidSince, take = 500 });

    /// <summary>Transfers that are to be taken back and are not yet, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<StripeTransfer>> GoingBack(UnitOfWork work) =>
        work.List<StripeTransfer>(
            $"SELECT {TransferColumns} {FromTransfers} WHERE t.State IN ('Made', 'PaidOut') AND t.BackAskedAt IS NOT NULL AND t.Attention IS NULL ORDER BY t.Id {Dialect.Page}",
            new { take = 200 });

    /// <summary>Transfers that a person has to look at, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<StripeTransfer>> WithAttention(UnitOfWork work) =>
        work.List<StripeTransfer>(
            $"SELECT {TransferColumns} {FromTransfers} WHERE t.State IN ('Asked', 'Made', 'PaidOut') AND t.Attention IS NOT NULL ORDER BY t.Id {Dialect.Page}", new { take = 200 });

    /// <summary>Transfers that arrived under these names, or that lie in these earlier payouts; at most 2,000.</summary>
    public static Task<IReadOnlyList<StripeTransfer>> Arrived(UnitOfWork work, IReadOnlyCollection<string> sources) =>
        work.List<StripeTransfer>(
            $"""
            SELECT {TransferColumns}
            {FromTransfers}
            WHERE t.State IN ('Made', 'PaidOut') AND (t.ArrivalId IN @sources OR t.PayoutId IN @sources)
            ORDER BY t.Id
            {Dialect.Page}
            """,
            new { sources, take = 2000 });

    /// <summary>
    /// Keeps what is meant, before Stripe is asked. A payment has one such record: what was certainly not made is asked
    /// again under the same key. False when it is asked or made already.
    /// </summary>
    public static async Task<bool> Ask(UnitOfWork work, Payment payment, string key, string account)
    {
        var args = new { id = work.NewId(), payment = payment.Id, key, account, payment.AmountMinor, payment.Currency, by = work.Actor.Person, now = work.Now, no = false };
        return await work.Guarded(
                """
                UPDATE StripeTransfer
                SET State = 'Asked', AskedBy = @by, AskedAt = @now, AnsweredAt = NULL, DoubtedAt = NULL, AnswerCode = NULL, AnswerText = NULL, Faulted = @no
                WHERE PaymentId = @payment AND State = 'NotMade' AND RequestKey = @key AND AccountId = @account AND AmountMinor = @AmountMinor AND Currency = @Currency
                """,
                args)
            || await work.TryInsert(
                """
                INSERT INTO StripeTransfer (Id, PaymentId, RequestKey, AccountId, AmountMinor, Currency, State, AskedBy, AskedAt, Faulted, Looks)
                VALUES (@id, @payment, @key, @account, @AmountMinor, @Currency, 'Asked', @by, @now, @no, 0)
                """,
                args);
    }

    /// <summary>Keeps that a transfer was made; false when its answer is known.</summary>
    public static Task<bool> Made(UnitOfWork work, long id, SeenTransfer made) =>
        work.Guarded(
            """
            UPDATE StripeTransfer
            SET State = 'Made', AnsweredAt = @now, TransferId = @transfer, ArrivalId = @arrival, Attention = NULL
            WHERE Id = @id AND State = 'Asked'
            """,
            new { id, now = work.Now, transfer = made.Id, arrival = made.ArrivalId });

    /// <summary>Keeps that a transfer was refused, or was never made; false when its answer is known.</summary>
    public static Task<bool> NotMade(UnitOfWork work, long id, TransferState to, string code, string text) =>
        work.Guarded(
            """
            UPDATE StripeTransfer
            SET State = @to, AnsweredAt = @now, AnswerCode = @code, AnswerText = @text
            WHERE Id = @id AND State = 'Asked'
            """,
            new { id, to, now = work.Now, code, text });

    /// <summary>Keeps that an answer was lost.</summary>
    public static Task<bool> Doubt(UnitOfWork work, long id, string code, string text, bool faulted) =>
        work.Guarded(
            "UPDATE StripeTransfer SET DoubtedAt = @now, AnswerCode = @code, AnswerText = @text, Faulted = @faulted WHERE Id = @id AND State = 'Asked'",
            new { id, now = work.Now, code, text, faulted });

    /// <summary>Keeps that a transfer was looked up in vain.</summary>
    public static Task<bool> Looked(UnitOfWork work, long id) =>
        work.Guarded(
            "UPDATE StripeTransfer SET Looks = Looks + 1, LookedAt = @now, DoubtedAt = COALESCE(DoubtedAt, @now) WHERE Id = @id AND State = 'Asked'",
            new { id, now = work.Now });

    /// <summary>Marks a transfer for a person to look at; false when it is marked so already.</summary>
    public static Task<bool> Mark(UnitOfWork work, long id, string attention, string? text) =>
        work.Guarded(
            """
            UPDATE StripeTransfer
            SET Attention = @attention, AnswerText = COALESCE(@text, AnswerText), DoubtedAt = COALESCE(DoubtedAt, @now)
            WHERE Id = @id AND (Attention IS NULL OR Attention <> @attention)
            """,
            new { id, attention, text, now = work.Now });

    /// <summary>Keeps which payout holds a transfer.</summary>
    public static Task<bool> InPayout(UnitOfWork work, long id, string payout) =>
        work.Guarded("UPDATE StripeTransfer SET PayoutId = @payout WHERE Id = @id AND (PayoutId IS NULL OR PayoutId <> @payout)", new { id, payout });

    /// <summary>Keeps that a transfer reached the organisation's bank; false when that is known.</summary>
    public static Task<bool> PaidOut(UnitOfWork work, long id) =>
        work.Guarded("UPDATE StripeTransfer SET State = 'PaidOut', BackAskedAt = NULL, Attention = NULL WHERE Id = @id AND State = 'Made'", new { id });

    /// <summary>Keeps that a transfer is to be taken back; false when that is known.</summary>
    public static Task<bool> AskBack(UnitOfWork work, long id) =>
        work.Guarded("UPDATE StripeTransfer SET BackAskedAt = @now WHERE Id = @id AND State IN ('Made', 'PaidOut') AND BackAskedAt IS NULL", new { id, now = work.Now });

    /// <summary>Lets a transfer be taken back once more after it was refused.</summary>
    public static Task<bool> AskBackAgain(UnitOfWork work, long id) =>
        work.Guarded(
            "UPDATE StripeTransfer SET BackAskedAt = @now, Attention = NULL WHERE Id = @id AND State IN ('Made', 'PaidOut') AND Attention = 'stripe.back-refused'",
            new { id, now = work.Now });

    /// <summary>Keeps that a transfer was taken back; false when that is known.</summary>
    public static Task<bool> TakenBack(UnitOfWork work, long id) =>
        work.Guarded("UPDATE StripeTransfer SET State = 'TakenBack', Attention = NULL WHERE Id = @id AND State IN ('Made', 'PaidOut')", new { id });

    /// <summary>Keeps how a payout looked at an instant; false when it was looked at later already.</summary>
    public static async Task<bool> Seen(UnitOfWork work, string account, SeenPayout payout, DateTimeOffset at)
    {
        var args = new { payout.Id, account, payout.Status, payout.AmountMinor, payout.Currency, payout.ArrivesOn, payout.FailureCode, payout.FailureText, at };
        return await work.Guarded(
                """
                UPDATE StripePayout
                SET Status = @Status, ArrivesOn = @ArrivesOn, FailureCode = @FailureCode, FailureText = @FailureText, SeenAt = @at
                WHERE PayoutId = @Id AND SeenAt <= @at
                """,
                args)
            || await work.TryInsert(
                """
                INSERT INTO StripePayout (PayoutId, AccountId, Status, AmountMinor, Currency, ArrivesOn, FailureCode, FailureText, SeenAt)
                VALUES (@Id, @account, @Status, @AmountMinor, @Currency, @ArrivesOn, @FailureCode, @FailureText, @at)
                """,
                args);
    }

    /// <summary>The payout as it was last seen, or null.</summary>
    public static Task<StripePayout?> Payout(UnitOfWork work, string id) =>
        work.Find<StripePayout>("SELECT o.PayoutId, o.Status, o.ArrivesOn, o.FailureCode, o.FailureText FROM StripePayout o WHERE o.PayoutId = @id", new { id });
}
