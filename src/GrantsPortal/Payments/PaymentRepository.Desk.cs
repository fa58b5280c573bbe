using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>What a list of payments is narrowed to; nulls take everything.</summary>
/// <param name="Fund">One fund.</param>
/// <param name="Year">One budget year.</param>
/// <param name="Search">A LIKE pattern made by <c>Folded.Pattern</c>, for names of organisations.</param>
/// <param name="Reference">A LIKE pattern for references of payments and awards.</param>
public sealed record PaymentFilter(long? Fund = null, int? Year = null, string? Search = null, string? Reference = null);

/// <summary>How many payments are in a state.</summary>
public sealed class PaymentCount
{
    /// <summary>The state.</summary>
    public PaymentState State { get; init; }

    /// <summary>Whether they are prepared: 1 or 0.</summary>
    public int Prepared { get; init; }

    /// <summary>How many.</summary>
    public long Number { get; init; }
}

/// <summary>What the payments of a fund and year come to in a state.</summary>
public sealed class FundTotal
{
    /// <summary>The fund.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its name.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The state.</summary>
    public PaymentState State { get; init; }

    /// <summary>Whether they are prepared: 1 or 0.</summary>
    public int Prepared { get; init; }

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }
}

/// <summary>Lists for the desk.</summary>
public static partial class PaymentRepository
{
    private const string Filtered =
        """
        (@fund IS NULL OR p.ProgrammeId = @fund) AND (@year IS NULL OR p.Year = @year)
            AND (@search IS NULL OR o.SearchText LIKE @search OR h.Name LIKE @search OR p.Reference LIKE @reference OR a.Reference LIKE @reference)
            AND (p.State <> 'Failed' OR ((i.Id IS NULL OR i.RemovedAt IS NULL)
                AND NOT EXISTS (SELECT 1 FROM Payment l WHERE (l.InstalmentId = p.InstalmentId OR l.ClaimId = p.ClaimId) AND l.Attempt > p.Attempt)))
        """;

    /// <summary>Payments that are due and in nobody's hands, the longest due first; at most 2,000.</summary>
    public static Task<IReadOnlyList<Payment>> Due(UnitOfWork work, PaymentFilter filter) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = 'Due' AND p.PreparedAt IS NULL AND {Filtered}
            ORDER BY p.DueOn, p.Id
            {Dialect.Page}
            """,
            new { fund = filter.Fund, year = filter.Year, search = filter.Search, reference = filter.Reference, take = 2000 });

    /// <summary>Payments in a state, the longest due first, after a given one; of due ones only the prepared.</summary>
    public static Task<IReadOnlyList<Payment>> In(UnitOfWork work, PaymentState state, PaymentFilter filter, DateOnly? afterOn, long afterId, int take) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = @state AND (p.State <> 'Due' OR p.PreparedAt IS NOT NULL) AND {Filtered}
              AND (@afterOn IS NULL OR p.DueOn > @afterOn OR (p.DueOn = @afterOn AND p.Id > @afterId))
            ORDER BY p.DueOn, p.Id
            {Dialect.Page}
            """,
            new { state, fund = filter.Fund, year = filter.Year, search = filter.Search, reference = filter.Reference, afterOn, afterId, take });

    /// <summary>Payments in a state, the newest first, before a given one.</summary>
    public static Task<IReadOnlyList<Payment>> Newest(UnitOfWork work, PaymentState state, PaymentFilter filter, long? before, int take) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = @state AND {Filtered} AND (@before IS NULL OR p.Id < @before)
            ORDER BY p.Id DESC
            {Dialect.Page}
            """,
            new { state, fund = filter.Fund, year = filter.Year, search = filter.Search, reference = filter.Reference, before, take });

    /// <summary>How many payments the filter holds in each state; of failed ones those that nothing followed.</summary>
    public static Task<IReadOnlyList<PaymentCount>> Counts(UnitOfWork work, PaymentFilter filter) =>
        work.List<PaymentCount>(
            $"""
            SELECT p.State, CASE WHEN p.PreparedAt IS NULL THEN 0 ELSE 1 END AS Prepared, COUNT(*) AS Number
            {From}
            WHERE {Filtered}
            GROUP BY p.State, CASE WHEN p.PreparedAt IS NULL THEN 0 ELSE 1 END
            """,
            new { fund = filter.Fund, year = filter.Year, search = filter.Search, reference = filter.Reference });

    /// <summary>What the payments come to by fund, year and state; of failed ones those that nothing followed; at most 2,000.</summary>
    public static Task<IReadOnlyList<FundTotal>> Totals(UnitOfWork work, PaymentFilter filter) =>
        work.List<FundTotal>(
            $"""
            SELECT p.ProgrammeId, g.Name AS ProgrammeName, p.Year, p.Currency, p.State, CASE WHEN p.PreparedAt IS NULL THEN 0 ELSE 1 END AS Prepared,
                SUM(p.AmountMinor) AS AmountMinor
            {From}
            WHERE {Filtered}
            GROUP BY p.ProgrammeId, g.Name, p.Year, p.Currency, p.State, CASE WHEN p.PreparedAt IS NULL THEN 0 ELSE 1 END
            ORDER BY g.Name, p.Year
            {Dialect.Page}
            """,
            new { fund = filter.Fund, year = filter.Year, search = filter.Search, reference = filter.Reference, take = 2000 });

    /// <summary>Planned payments whose day has come, oldest first; at most 500.</summary>
    public static Task<IReadOnlyList<Payment>> DayHasCome(UnitOfWork work, DateOnly today) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = 'Scheduled' AND p.DueOn <= @today AND (i.Id IS NULL OR i.Basis = 'Date')
            ORDER BY p.DueOn, p.Id
            {Dialect.Page}
            """,
            new { today, take = 500 });

    /// <summary>The reference of a payment to an organisation or person that is approved or sent; null when none is out.</summary>
    public static Task<string?> Out(UnitOfWork work, long? organisation, long? person) =>
        work.Scalar<string>(
            "SELECT MIN(p.Reference) FROM Payment p WHERE p.State IN ('Approved', 'Sent') AND (p.OrganisationId = @organisation OR p.PersonId = @person)",
            new { organisation, person });

    /// <summary>Payments prepared for an account and not released; at most 500.</summary>
    public static Task<IReadOnlyList<Payment>> Prepared(UnitOfWork work, long account) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.PayeeAccountId = @account AND p.State IN ('Due', 'Approved') AND p.PreparedAt IS NOT NULL AND p.ReleasedAt IS NULL
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { account, take = 500 });

    /// <summary>What was done with a payment, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<PaymentEvent>> Events(UnitOfWork work, long payment) =>
        work.List<PaymentEvent>(
            $"""
            SELECT e.At, e.Act, e.Change, n.Name AS Who
            FROM AuditEntry e
            LEFT JOIN Person n ON n.Id = e.PersonId
            WHERE e.RecordType = 'Payment' AND e.RecordId = @payment
            ORDER BY e.Sequence
            {Dialect.Page}
            """,
            new { payment, take = 200 });

    /// <summary>The e-mails about a payment, oldest first; at most 100.</summary>
    public static Task<IReadOnlyList<PaymentMail>> Mails(UnitOfWork work, long payment) =>
        work.List<PaymentMail>(
            $"""
            SELECT m.Id, m.CreatedAt AS At, m.ToName, m.Subject, m.State
            FROM OutboxMessage m
            WHERE m.RelatedType = 'Payment' AND m.RelatedId = @payment
            ORDER BY m.Id
            {Dialect.Page}
            """,
            new { payment, take = 100 });

    /// <summary>Every attempt to pay what a payment pays, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<Payment>> AttemptsOf(UnitOfWork work, Payment payment) =>
        work.List<Payment>(
            $"SELECT {Columns} {From} WHERE p.InstalmentId = @instalment OR p.ClaimId = @claim ORDER BY p.Attempt {Dialect.Page}",
            new { instalment = payment.InstalmentId, claim = payment.ClaimId, take = 50 });
}

/// <summary>Something that was done with a payment.</summary>
public sealed class PaymentEvent
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What, such as <c>payment.approved</c>.</summary>
    public string Act { get; init; } = "";

    /// <summary>What changed, as JSON.</summary>
    public string? Change { get; init; }

    /// <summary>Who; null for the portal itself.</summary>
    public string? Who { get; init; }
}

/// <summary>An e-mail about a payment.</summary>
public sealed class PaymentMail
{
    /// <summary>Its id in the outbox.</summary>
    public long Id { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>To whom.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Its subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whether it was sent.</summary>
    public string State { get; init; } = "";
}
