using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>A record that breaks an invariant.</summary>
internal sealed class Found
{
    public long Id { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>Nothing is paid twice.</summary>
public sealed class NoInstalmentIsPaidTwice : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "No instalment or claim has two payments that are neither failed nor cancelled.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var twice = await work.List<Found>(
            $"""
            SELECT MIN(p.Id) AS Id, MIN(p.Reference) AS Name
            FROM Payment p
            WHERE p.State <> 'Failed' AND p.State <> 'Cancelled'
            GROUP BY p.InstalmentId, p.ClaimId
            HAVING COUNT(*) > 1
            ORDER BY MIN(p.Id)
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. twice.Select(payment => $"What {payment.Name} pays is paid by another payment too.")];
    }
}

/// <summary>Nothing is forgotten.</summary>
public sealed class NoInstalmentIsLost : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every instalment of a schedule has a payment that lives or whose last attempt failed, of its amount and year; nothing else has one.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var lost = await work.List<Found>(
            $"""
            SELECT i.Id, a.Reference AS Name
            FROM Instalment i
            JOIN Award a ON a.Id = i.AwardId
            WHERE i.RemovedAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM Payment p WHERE p.InstalmentId = i.Id AND p.State <> 'Cancelled'
                  AND p.Attempt = (SELECT MAX(l.Attempt) FROM Payment l WHERE l.InstalmentId = i.Id))
            ORDER BY i.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        var apart = await work.List<Found>(
            $"""
            SELECT p.Id, p.Reference AS Name
            FROM Payment p
            JOIN Instalment i ON i.Id = p.InstalmentId
            WHERE p.State <> 'Failed' AND p.State <> 'Cancelled'
              AND (i.RemovedAt IS NOT NULL OR i.AwardId <> p.AwardId OR i.AmountMinor <> p.AmountMinor OR i.Currency <> p.Currency OR i.Year <> p.Year)
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. lost.Select(instalment => $"An instalment of {instalment.Name} has no payment.").Concat(
                apart.Select(payment => $"{payment.Name} and its instalment do not agree.")).Take(100),
        ];
    }
}

/// <summary>A schedule pays the award, no more and no less.</summary>
public sealed class SchedulesAddUp : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The instalments of every award that has a schedule add up, year by year, to what the award takes from the year.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<WrongYear>(
            $"""
            SELECT a.Reference, t.Year, SUM(t.PlannedMinor) AS PlannedMinor, SUM(t.GrantedMinor) AS GrantedMinor
            FROM (SELECT i.AwardId, i.Year, i.AmountMinor AS PlannedMinor, 0 AS GrantedMinor
                  FROM Instalment i
                  WHERE i.RemovedAt IS NULL
                  UNION ALL
                  SELECT y.AwardId, y.Year, 0, y.AmountMinor
                  FROM AwardYear y
                  WHERE EXISTS (SELECT 1 FROM Instalment n WHERE n.AwardId = y.AwardId AND n.RemovedAt IS NULL)) t
            JOIN Award a ON a.Id = t.AwardId
            WHERE a.State IN ('Accepted', 'Active', 'Suspended', 'Completed')
            GROUP BY a.Reference, t.Year
            HAVING SUM(t.PlannedMinor) <> SUM(t.GrantedMinor)
            ORDER BY a.Reference, t.Year
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(year => $"The instalments of {year.Reference} in {year.Year} come to {year.PlannedMinor}, not to {year.GrantedMinor} (minor units).")];
    }

    private sealed class WrongYear
    {
        public string Reference { get; init; } = "";

        public int Year { get; init; }

        public long PlannedMinor { get; init; }

        public long GrantedMinor { get; init; }
    }
}

/// <summary>The ledger and the payments tell the same story.</summary>
public sealed class LedgerEqualsPayments : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What the ledger says is sent and paid, by fund, year and record, is what payments say.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<WrongBalance>(
            $"""
            SELECT t.Subject, t.SubjectId, t.Year, t.Account, SUM(t.LedgerMinor) AS LedgerMinor, SUM(t.PaymentsMinor) AS PaymentsMinor
            FROM (SELECT b.ProgrammeId, b.Year, b.Account, b.Subject, b.SubjectId, b.Currency, b.AmountMinor AS LedgerMinor, 0 AS PaymentsMinor
                  FROM LedgerBalance b
                  WHERE b.Subject IN ('Award', 'Claim') AND b.Account IN ('Sent', 'Paid')
                  UNION ALL
                  SELECT p.ProgrammeId, p.Year, CASE p.State WHEN 'Paid' THEN 'Paid' ELSE 'Sent' END,
                      CASE WHEN p.AwardId IS NULL THEN 'Claim' ELSE 'Award' END, COALESCE(p.AwardId, p.ClaimId), p.Currency, 0, p.AmountMinor
                  FROM Payment p
                  WHERE p.State IN ('Sent', 'Paid') OR (p.State = 'Approved' AND p.ReleasedAt IS NOT NULL)) t
            GROUP BY t.ProgrammeId, t.Year, t.Account, t.Subject, t.SubjectId, t.Currency
            HAVING SUM(t.LedgerMinor) <> SUM(t.PaymentsMinor)
            ORDER BY t.Subject, t.SubjectId, t.Year, t.Account
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(balance => $"For {balance.Subject} {balance.SubjectId} in {balance.Year} the ledger says {balance.LedgerMinor} is {balance.Account}, its payments say {balance.PaymentsMinor} (minor units).")];
    }

    private sealed class WrongBalance
    {
        public string Subject { get; init; } = "";

        public long SubjectId { get; init; }

        public int Year { get; init; }

        public string Account { get; init; } = "";

        public long LedgerMinor { get; init; }

        public long PaymentsMinor { get; init; }
    }
}

/// <summary>Nobody pays alone.</summary>
public sealed class FourEyesSawEveryPayment : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Whoever prepared a payment, or decided at once on its award, neither approved nor released it, nobody handled what is paid to them, and whoever entered bank details did not confirm them.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var payments = await work.List<Found>(
            $"""
            SELECT p.Id, p.Reference AS Name
            FROM Payment p
            LEFT JOIN Award a ON a.Id = p.AwardId
            LEFT JOIN Decision e ON e.Id = a.DecisionId AND e.Kind = 'AtOnce'
            LEFT JOIN DecisionLine n ON n.DecisionId = e.Id AND n.ApplicationId = a.ApplicationId
            WHERE p.ApprovedBy = p.PreparedBy OR p.ReleasedBy = p.PreparedBy
               OR e.DecidedBy IN (p.ApprovedBy, p.ReleasedBy) OR n.RecommendedBy IN (p.ApprovedBy, p.ReleasedBy)
               OR p.PersonId = p.PreparedBy OR p.PersonId = p.ApprovedBy OR p.PersonId = p.ReleasedBy
               OR (p.State IN ('Sent', 'Paid', 'Failed') AND (p.PreparedBy IS NULL OR p.ApprovedBy IS NULL OR p.ReleasedBy IS NULL))
               OR (p.State = 'Approved' AND (p.PreparedBy IS NULL OR p.ApprovedBy IS NULL))
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        var accounts = await work.List<Found>(
            $"""
            SELECT y.Id, COALESCE(o.Name, h.Name) AS Name
            FROM PayeeAccount y
            LEFT JOIN Organisation o ON o.Id = y.OrganisationId
            LEFT JOIN Person h ON h.Id = y.PersonId
            WHERE y.DecidedBy = y.EnteredBy
               OR (y.State = 'Confirmed' AND y.Method = 'BankTransfer' AND (y.DecidedBy IS NULL OR y.NameCheck = 'NotAsked'
                   OR (y.NameCheck <> 'Match' AND (y.NameCheckReason IS NULL OR y.NameCheckBy = y.DecidedBy))))
            ORDER BY y.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. payments.Select(payment => $"{payment.Name} was not seen by two people.").Concat(
                accounts.Select(account => $"The bank details of {account.Name} were not confirmed by a second person.")).Take(100),
        ];
    }
}

/// <summary>What is sealed can be opened by this portal, so that it can pay.</summary>
public sealed class SealedAccountsCanBeOpened(AccountSeal seal) : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The numbers of every account in force can be opened with the portal's keys, and end as their record says.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = new List<string>();
        await foreach (var account in work.Stream<SealedAccount>(
            """
            SELECT y.Id, y.Sealed, y.Ending, COALESCE(o.Name, h.Name) AS Name
            FROM PayeeAccount y
            LEFT JOIN Organisation o ON o.Id = y.OrganisationId
            LEFT JOIN Person h ON h.Id = y.PersonId
            WHERE y.Sealed IS NOT NULL AND y.State IN ('Waiting', 'Confirmed')
            ORDER BY y.Id
            """))
        {
            if (wrong.Count < 100 && (seal.Open(account.Sealed) is not { } opened || !opened.Masked.EndsWith(account.Ending, StringComparison.Ordinal)))
            {
                wrong.Add($"The bank details of {account.Name} cannot be read.");
            }
        }

        return wrong;
    }

    private sealed class SealedAccount
    {
        public long Id { get; init; }

        public string? Sealed { get; init; }

        public string Ending { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
