using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>The guarded changes of a payment; called by <see cref="PaymentMoves"/> alone.</summary>
public static partial class PaymentRepository
{
    /// <summary>Makes a planned payment due; false when it is not planned any more.</summary>
    internal static Task<bool> FallDue(UnitOfWork work, long id, DateOnly on) =>
        work.Guarded("UPDATE Payment SET State = 'Due', DueOn = @on, Version = Version + 1 WHERE Id = @id AND State = 'Scheduled'", new { id, on });

    /// <summary>Freezes payee and method of a due payment, if the account is the payee's and confirmed and nothing holds the payee.</summary>
    internal static Task<bool> Prepare(UnitOfWork work, Payment payment, PaymentMethod method, long account) =>
        work.Guarded(
            """
            UPDATE Payment
            SET PreparedBy = @by, PreparedAt = @now, Method = @method, PayeeAccountId = @account, Version = Version + 1
            WHERE Id = @id AND State = 'Due' AND PreparedAt IS NULL AND Version = @version
              AND EXISTS (SELECT 1 FROM PayeeAccount y WHERE y.Id = @account AND y.State = 'Confirmed'
                  AND (y.OrganisationId = Payment.OrganisationId OR y.PersonId = Payment.PersonId))
              AND NOT EXISTS (SELECT 1 FROM PaymentHold d WHERE d.LiftedAt IS NULL
                  AND (d.OrganisationId = Payment.OrganisationId OR d.PersonId = Payment.PersonId))
            """,
            new { id = payment.Id, version = payment.Version, by = work.Actor.Person, now = work.Now, method, account });

    /// <summary>Undoes preparation and approval of what was not released.</summary>
    internal static Task<bool> TakeBack(UnitOfWork work, Payment payment) =>
        work.Guarded(
            """
            UPDATE Payment
            SET State = 'Due', PreparedBy = NULL, PreparedAt = NULL, ApprovedBy = NULL, ApprovedAt = NULL, Method = NULL, PayeeAccountId = NULL,
                Version = Version + 1
            WHERE Id = @id AND State IN ('Due', 'Approved') AND PreparedAt IS NOT NULL AND ReleasedAt IS NULL AND BatchId IS NULL AND Version = @version
            """,
            new { id = payment.Id, version = payment.Version });

    /// <summary>Approves what somebody else prepared and decided on, if its account still stands and nothing holds the payee.</summary>
    internal static Task<bool> Approve(UnitOfWork work, Payment payment) =>
        work.Guarded(
            $"""
            UPDATE Payment
            SET State = 'Approved', ApprovedBy = @by, ApprovedAt = @now, Version = Version + 1
            WHERE Id = @id AND State = 'Due' AND PreparedAt IS NOT NULL AND PreparedBy <> @by AND Version = @version AND NOT {DecidedByActor}
              AND EXISTS (SELECT 1 FROM PayeeAccount y WHERE y.Id = Payment.PayeeAccountId AND y.State = 'Confirmed')
              AND NOT EXISTS (SELECT 1 FROM PaymentHold d WHERE d.LiftedAt IS NULL
                  AND (d.OrganisationId = Payment.OrganisationId OR d.PersonId = Payment.PersonId))
            """,
            new { id = payment.Id, version = payment.Version, by = work.Actor.Person, now = work.Now });

    /// <summary>Lets go what somebody else prepared and decided on, if its account still stands and nothing holds the payee.</summary>
    internal static Task<bool> Release(UnitOfWork work, Payment payment, long? batch) =>
        work.Guarded(
            $"""
            UPDATE Payment
            SET ReleasedBy = @by, ReleasedAt = @now, BatchId = COALESCE(@batch, BatchId), Version = Version + 1
            WHERE Id = @id AND State = 'Approved' AND ReleasedAt IS NULL AND PreparedBy <> @by AND Version = @version AND NOT {DecidedByActor}
              AND EXISTS (SELECT 1 FROM PayeeAccount y WHERE y.Id = Payment.PayeeAccountId AND y.State = 'Confirmed')
              AND NOT EXISTS (SELECT 1 FROM PaymentHold d WHERE d.LiftedAt IS NULL
                  AND (d.OrganisationId = Payment.OrganisationId OR d.PersonId = Payment.PersonId))
            """,
            new { id = payment.Id, version = payment.Version, by = work.Actor.Person, now = work.Now, batch });

    /// <summary>Puts an approved payment into a batch that is being put together, or takes it out again (null).</summary>
    internal static Task<bool> Batch(UnitOfWork work, long id, long? batch) =>
        work.Guarded(
            """
            UPDATE Payment
            SET BatchId = @batch, Version = Version + 1
            WHERE Id = @id AND State = 'Approved' AND ReleasedAt IS NULL AND Method = 'BankTransfer' AND (@batch IS NULL OR BatchId IS NULL)
            """,
            new { id, batch });

    /// <summary>Takes the release back of what certainly never left.</summary>
    internal static Task<bool> Unrelease(UnitOfWork work, long id) =>
        work.Guarded(
            """
            UPDATE Payment
            SET ReleasedBy = NULL, ReleasedAt = NULL, BatchId = NULL, Version = Version + 1
            WHERE Id = @id AND State = 'Approved' AND ReleasedAt IS NOT NULL
            """,
            new { id });

    /// <summary>Notes that it was handed over.</summary>
    internal static Task<bool> Sent(UnitOfWork work, long id, string? providerId) =>
        work.Guarded(
            """
            UPDATE Payment
            SET State = 'Sent', SentAt = @now, ProviderId = @providerId, Version = Version + 1
            WHERE Id = @id AND State = 'Approved' AND ReleasedAt IS NOT NULL AND ReleasedBy <> PreparedBy
            """,
            new { id, now = work.Now, providerId });

    /// <summary>Notes that the money arrived.</summary>
    internal static Task<bool> Paid(UnitOfWork work, long id, DateOnly on) =>
        work.Guarded(
            "UPDATE Payment SET State = 'Paid', PaidOn = @on, PaidAt = @now, Version = Version + 1 WHERE Id = @id AND State = 'Sent'",
            new { id, on, now = work.Now });

    /// <summary>Notes that it failed, from one state.</summary>
    internal static Task<bool> Failed(UnitOfWork work, long id, PaymentState from, string code, string? text) =>
        work.Guarded(
            """
            UPDATE Payment
            SET State = 'Failed', FailedAt = @now, FailureCode = @code, FailureText = @text, Version = Version + 1
            WHERE Id = @id AND State = @from AND State IN ('Sent', 'Paid')
            """,
            new { id, from, now = work.Now, code, text });

    /// <summary>Gives up what was not released.</summary>
    internal static Task<bool> Cancel(UnitOfWork work, Payment payment, string reason) =>
        work.Guarded(
            """
            UPDATE Payment
            SET State = 'Cancelled', CancelledAt = @now, CancelReason = @reason, Version = Version + 1
            WHERE Id = @id AND State IN ('Scheduled', 'Due', 'Approved') AND ReleasedAt IS NULL AND BatchId IS NULL AND Version = @version
            """,
            new { id = payment.Id, version = payment.Version, now = work.Now, reason });

    /// <summary>Brings a payment in nobody's hands in line with its instalment.</summary>
    internal static Task<bool> Replan(UnitOfWork work, long id, PaymentState to, int year, long amountMinor, DateOnly dueOn) =>
        work.Guarded(
            """
            UPDATE Payment
            SET State = @to, Year = @year, AmountMinor = @amountMinor, DueOn = @dueOn, Version = Version + 1
            WHERE Id = @id AND State IN ('Scheduled', 'Due') AND PreparedAt IS NULL
            """,
            new { id, to, year, amountMinor, dueOn });
}
