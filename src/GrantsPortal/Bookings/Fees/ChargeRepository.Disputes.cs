using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Disputes over payments.</summary>
public static partial class ChargeRepository
{
    private const string DisputeColumns =
        "q.Id, q.CheckoutId, q.ProviderId, q.AmountMinor, q.Currency, q.Reason, q.State, q.AnswerBy, q.OpenedAt, q.NotedAt, q.Note";

    /// <summary>The dispute by its name at Stripe; or null.</summary>
    public static Task<FeeDispute?> Dispute(UnitOfWork work, string provider) =>
        work.Find<FeeDispute>($"SELECT {DisputeColumns} FROM FeeDispute q WHERE q.ProviderId = @provider", new { provider });

    /// <summary>The dispute; or null.</summary>
    public static Task<FeeDispute?> Dispute(UnitOfWork work, long id) =>
        work.Find<FeeDispute>($"SELECT {DisputeColumns} FROM FeeDispute q WHERE q.Id = @id", new { id });

    /// <summary>What banks took back of a payment, in minor units.</summary>
    public static async Task<long> LostOn(UnitOfWork work, long checkout) =>
        await work.Scalar<long>("SELECT COALESCE(SUM(AmountMinor), 0) FROM FeeDispute WHERE CheckoutId = @checkout AND State = 'Lost'", new { checkout });

    /// <summary>Adds a dispute; false when it is known.</summary>
    public static Task<bool> Insert(UnitOfWork work, FeeDispute dispute) =>
        work.TryInsert(
            """
            INSERT INTO FeeDispute (Id, CheckoutId, ProviderId, AmountMinor, Currency, Reason, State, AnswerBy, OpenedAt, ClosedAt)
            VALUES (@Id, @CheckoutId, @ProviderId, @AmountMinor, @Currency, @Reason, @State, @AnswerBy, @OpenedAt, CASE WHEN @State = 'Open' THEN NULL ELSE @now END)
            """,
            new { dispute.Id, dispute.CheckoutId, dispute.ProviderId, dispute.AmountMinor, dispute.Currency, dispute.Reason, dispute.State, dispute.AnswerBy, dispute.OpenedAt, now = work.Now });

    /// <summary>Keeps where a dispute stands now; false when somebody was quicker.</summary>
    public static Task<bool> Follow(UnitOfWork work, FeeDispute from, FeeDispute to) =>
        work.Guarded(
            """
            UPDATE FeeDispute
            SET State = @to, AmountMinor = @amountMinor, AnswerBy = @answerBy, ClosedAt = CASE WHEN @to = 'Open' THEN NULL ELSE @now END
            WHERE Id = @Id AND State = @State
            """,
            new { from.Id, from.State, to = to.State, amountMinor = to.AmountMinor, answerBy = to.AnswerBy, now = work.Now });

    /// <summary>Keeps what was done about a dispute; false when it was noted before.</summary>
    public static Task<bool> NoteDispute(UnitOfWork work, long id, string note) =>
        work.Guarded("UPDATE FeeDispute SET NotedAt = @now, NotedBy = @by, Note = @note WHERE Id = @id AND NotedAt IS NULL", new { id, note, now = work.Now, by = work.Actor.Person });

    /// <summary>Disputes that wait for Finance: those open, and those lost that nobody noted; the oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<DisputeLine>> OpenDisputes(UnitOfWork work) =>
        work.List<DisputeLine>(
            $"""
            SELECT q.Id, q.ProviderId, q.AmountMinor, q.Currency, q.Reason, q.State, q.AnswerBy, q.OpenedAt, o.Id AS OccasionId, o.Title, k.PaymentId
            FROM FeeDispute q
            JOIN FeeCheckout k ON k.Id = q.CheckoutId
            JOIN BookingCharge h ON h.Id = k.ChargeId
            JOIN Occasion o ON o.Id = h.OccasionId
            WHERE q.State = 'Open' OR (q.State = 'Lost' AND q.NotedAt IS NULL)
            ORDER BY q.Id
            {Dialect.Page}
            """,
            new { take = 200 });
}
