using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>Payments: the record, and finding it. Its moves and the desk's lists stand in the files beside this one.</summary>
public static partial class PaymentRepository
{
    private const string Columns =
        """
        p.Id, p.Reference, p.InstalmentId, p.ClaimId, p.AwardId, a.Reference AS AwardReference, e.DecidedBy AS DeciderId,
        n.RecommendedBy AS OtherDeciderId, i.Title AS InstalmentTitle,
        i.Number AS InstalmentNumber, p.OrganisationId, p.PersonId, COALESCE(o.Name, h.Name) AS PayeeName, p.ProgrammeId,
        g.Name AS ProgrammeName, p.Year, p.AmountMinor, p.Currency, p.State, p.Method, p.PayeeAccountId, p.Attempt, p.DueOn, p.PreparedBy,
        p.PreparedAt, p.ApprovedBy, p.ApprovedAt, p.ReleasedBy, p.ReleasedAt, p.SentAt, p.PaidOn, p.PaidAt, p.FailedAt, p.FailureCode,
        p.FailureText, p.CancelledAt, p.CancelReason, p.BatchId, p.ProviderId, p.CreatedAt, p.Version
        """;

    private const string From =
        """
        FROM Payment p
        JOIN Programme g ON g.Id = p.ProgrammeId
        LEFT JOIN Organisation o ON o.Id = p.OrganisationId
        LEFT JOIN Person h ON h.Id = p.PersonId
        LEFT JOIN Award a ON a.Id = p.AwardId
        LEFT JOIN Decision e ON e.Id = a.DecisionId AND e.Kind = 'AtOnce'
        LEFT JOIN DecisionLine n ON n.DecisionId = e.Id AND n.ApplicationId = a.ApplicationId
        LEFT JOIN Instalment i ON i.Id = p.InstalmentId
        """;

    /// <summary>Whether @by was one of the two who decided on the award of a payment at once; of a row of Payment under its own name.</summary>
    internal const string DecidedByActor =
        """
        EXISTS (SELECT 1 FROM Award w
            JOIN Decision e ON e.Id = w.DecisionId AND e.Kind = 'AtOnce'
            JOIN DecisionLine n ON n.DecisionId = e.Id AND n.ApplicationId = w.ApplicationId
            WHERE w.Id = Payment.AwardId AND (e.DecidedBy = @by OR n.RecommendedBy = @by))
        """;

    /// <summary>The payment, or null; for code.</summary>
    public static Task<Payment?> Find(UnitOfWork work, long id) =>
        work.Find<Payment>($"SELECT {Columns} {From} WHERE p.Id = @id", new { id });

    /// <summary>The payment by its reference, or null; for staff and for what the bank names.</summary>
    public static Task<Payment?> FindByReference(UnitOfWork work, string reference) =>
        work.Find<Payment>($"SELECT {Columns} {From} WHERE p.Reference = @reference", new { reference });

    /// <summary>The payment by its identifier at Stripe, or null.</summary>
    public static Task<Payment?> FindByProvider(UnitOfWork work, string providerId) =>
        work.Find<Payment>($"SELECT {Columns} {From} WHERE p.ProviderId = @providerId", new { providerId });

    /// <summary>Some payments by id, oldest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<Payment>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<Payment>($"SELECT {Columns} {From} WHERE p.Id IN @ids ORDER BY p.Id {Dialect.Page}", new { ids, take = 2000 });

    /// <summary>Some payments by reference, oldest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<Payment>> FindByReferences(UnitOfWork work, IReadOnlyCollection<string> references) =>
        work.List<Payment>($"SELECT {Columns} {From} WHERE p.Reference IN @references ORDER BY p.Id {Dialect.Page}", new { references, take = 2000 });

    /// <summary>Every payment of an award, every attempt, oldest first; at most 500.</summary>
    public static Task<IReadOnlyList<Payment>> OfAward(UnitOfWork work, long award) =>
        work.List<Payment>($"SELECT {Columns} {From} WHERE p.AwardId = @award ORDER BY p.Id {Dialect.Page}", new { award, take = 500 });

    /// <summary>The payments of a batch, oldest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<Payment>> OfBatch(UnitOfWork work, long batch) =>
        work.List<Payment>($"SELECT {Columns} {From} WHERE p.BatchId = @batch ORDER BY p.Id {Dialect.Page}", new { batch, take = 2000 });

    /// <summary>Approved payments of a method and currency that nobody has released, oldest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<Payment>> ToRelease(UnitOfWork work, PaymentMethod method, string currency) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = 'Approved' AND p.ReleasedAt IS NULL AND p.BatchId IS NULL AND p.Method = @method AND p.Currency = @currency
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { method, currency, take = 2000 });

    /// <summary>Payments that were released and whose handing over was not noted, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<Payment>> Released(UnitOfWork work, PaymentMethod method) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = 'Approved' AND p.ReleasedAt IS NOT NULL AND p.Method = @method
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { method, take = 200 });

    /// <summary>The payment of an instalment that is neither failed nor cancelled, or null.</summary>
    public static Task<Payment?> Live(UnitOfWork work, long instalment) =>
        work.Find<Payment>($"SELECT {Columns} {From} WHERE p.InstalmentId = @instalment AND p.State <> 'Failed' AND p.State <> 'Cancelled'", new { instalment });

    /// <summary>How many attempts an instalment or a claim has had.</summary>
    public static Task<int> Attempts(UnitOfWork work, long? instalment, long? claim) =>
        work.Scalar<int>("SELECT COALESCE(MAX(Attempt), 0) FROM Payment WHERE InstalmentId = @instalment OR ClaimId = @claim", new { instalment, claim });

    /// <summary>Keeps the accounts and holds of organisations from changing until the transaction ends; at most 2,000.</summary>
    internal static Task<IReadOnlyList<long>> LockPayees(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<long>($"SELECT o.Id FROM Organisation o {Dialect.Locked} WHERE o.Id IN @organisations ORDER BY o.Id {Dialect.Page}", new { organisations, take = 2000 });

    /// <summary>Adds a payment; false when its instalment or claim has one that lives.</summary>
    public static Task<bool> Insert(UnitOfWork work, Payment payment) =>
        work.TryInsert(
            """
            INSERT INTO Payment (Id, Reference, InstalmentId, ClaimId, AwardId, OrganisationId, PersonId, ProgrammeId, Year, AmountMinor,
                Currency, State, Attempt, DueOn, CreatedAt, Version)
            VALUES (@Id, @Reference, @InstalmentId, @ClaimId, @AwardId, @OrganisationId, @PersonId, @ProgrammeId, @Year, @AmountMinor,
                @Currency, @State, @Attempt, @DueOn, @now, 1)
            """,
            new
            {
                payment.Id,
                payment.Reference,
                payment.InstalmentId,
                payment.ClaimId,
                payment.AwardId,
                payment.OrganisationId,
                payment.PersonId,
                payment.ProgrammeId,
                payment.Year,
                payment.AmountMinor,
                payment.Currency,
                payment.State,
                payment.Attempt,
                payment.DueOn,
                now = work.Now,
            });

    /// <summary>Keeps what the bank or Stripe answered about a payment.</summary>
    public static Task<int> Answered(UnitOfWork work, long payment, string source, string code, string? text) =>
        work.Execute(
            "INSERT INTO PaymentAnswer (Id, PaymentId, At, Source, Code, Text) VALUES (@id, @payment, @now, @source, @code, @text)",
            new { id = work.NewId(), payment, now = work.Now, source, code, text });

    /// <summary>What the bank or Stripe answered about a payment, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<PaymentAnswer>> Answers(UnitOfWork work, long payment) =>
        work.List<PaymentAnswer>(
            $"SELECT n.At, n.Source, n.Code, n.Text FROM PaymentAnswer n WHERE n.PaymentId = @payment ORDER BY n.Id {Dialect.Page}",
            new { payment, take = 200 });
}

/// <summary>What the bank or Stripe answered about a payment.</summary>
public sealed class PaymentAnswer
{
    /// <summary>When it was received, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who answered: <c>Bank</c> or <c>Stripe</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Their code.</summary>
    public string Code { get; init; } = "";

    /// <summary>In their words.</summary>
    public string? Text { get; init; }
}
