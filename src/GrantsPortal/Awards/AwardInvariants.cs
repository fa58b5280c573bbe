using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>The awards of an approved decision add up to it, line by line, but for what approved variations changed.</summary>
public sealed class AwardsEqualTheirDecision : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The awards of each approved decision, less what approved variations changed, are exactly its lines, and add up to its total.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var lines = await work.List<Found>(
            $"""
            SELECT d.Id, a.Reference AS Name
            FROM DecisionLine l
            JOIN Decision d ON d.Id = l.DecisionId AND d.State = 'Approved'
            JOIN Application a ON a.Id = l.ApplicationId
            LEFT JOIN Award w ON w.DecisionId = d.Id AND w.ApplicationId = l.ApplicationId
            WHERE (l.Outcome IN ('Fund', 'FundInPart')
                AND (w.Id IS NULL OR w.Currency <> d.Currency
                    OR w.AmountMinor <> l.AmountMinor + (SELECT COALESCE(SUM(v.ChangeMinor), 0) FROM Variation v WHERE v.AwardId = w.Id AND v.State = 'Approved')))
               OR (l.Outcome NOT IN ('Fund', 'FundInPart') AND w.Id IS NOT NULL)
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        var totals = await work.List<Found>(
            $"""
            SELECT d.Id, c.Slug AS Name
            FROM Decision d
            JOIN Call c ON c.Id = d.CallId
            WHERE d.State = 'Approved'
              AND d.TotalMinor <> (SELECT COALESCE(SUM(w.AmountMinor), 0) FROM Award w WHERE w.DecisionId = d.Id)
                - (SELECT COALESCE(SUM(v.ChangeMinor), 0) FROM Variation v JOIN Award a ON a.Id = v.AwardId WHERE a.DecisionId = d.Id AND v.State = 'Approved')
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. lines.Select(line => $"Decision {line.Id} and the award of {line.Name} do not agree.").Concat(
                totals.Select(decision => $"The awards of decision {decision.Id} for {decision.Name} do not add up to its total.")).Take(100),
        ];
    }
}

/// <summary>What an award binds is in the ledger, and what no longer stands binds nothing.</summary>
public sealed class AwardsAreInTheLedger : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What the ledger has committed, sent and paid for each award under way is its amount, and an award that was refused or lapsed has nothing committed.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT w.Id, w.Reference AS Name
            FROM Award w
            LEFT JOIN LedgerBalance b ON b.Subject = 'Award' AND b.SubjectId = w.Id AND b.Account IN ('Committed', 'Sent', 'Paid')
            WHERE w.Source = 'Portal'
            GROUP BY w.Id, w.Reference, w.State, w.AmountMinor
            HAVING (w.State IN ('Offered', 'Accepted', 'Active', 'Suspended') AND COALESCE(SUM(b.AmountMinor), 0) <> w.AmountMinor)
                OR (w.State IN ('Refused', 'Lapsed') AND COALESCE(SUM(b.AmountMinor), 0) <> 0)
                OR COALESCE(SUM(b.AmountMinor), 0) > w.AmountMinor
            ORDER BY w.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"What the ledger has committed, sent and paid for award {row.Name} is not what the award says.")];
    }
}

/// <summary>An application that was decided to be funded has exactly one award, and nothing else has one.</summary>
public sealed class AwardedApplicationsHaveOneAward : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every awarded application has exactly one award, and no other application has one.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT a.Id, a.Reference AS Name
            FROM Application a
            WHERE (a.State = 'Awarded' AND (SELECT COUNT(*) FROM Award w WHERE w.ApplicationId = a.Id) <> 1)
               OR (a.State <> 'Awarded' AND EXISTS (SELECT 1 FROM Award w WHERE w.ApplicationId = a.Id))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"The state of application {row.Name} and its awards do not agree.")];
    }
}

/// <summary>What was accepted is on record: who, when, and the document as it was.</summary>
public sealed class AcceptedAwardsHaveTheirAgreement : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every accepted award has the name that was typed, and among its documents the agreement with the hash it was accepted with.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = new List<string>();
        await foreach (var award in work.Stream<Signed>(
            """
            SELECT w.Reference, w.AcceptedName, w.AgreementHash, d.Hash AS KeptHash
            FROM Award w
            LEFT JOIN AwardDocument d ON d.AwardId = w.Id AND d.Kind = 'Agreement' AND d.HtmlId = w.AgreementHtmlId
            WHERE w.Source = 'Portal' AND w.State IN ('Accepted', 'Active', 'Suspended', 'Completed', 'Terminated', 'Closed')
            ORDER BY w.Id
            """))
        {
            if (Fault(award) is { } fault && wrong.Count < 100)
            {
                wrong.Add($"Award {award.Reference}: {fault}.");
            }
        }

        return wrong;
    }

    private static string? Fault(Signed award) => award switch
    {
        { AcceptedName: null or "" } => "nobody's name is kept",
        { AgreementHash: null } or { KeptHash: null } => "its agreement is missing",
        _ when award.AgreementHash != award.KeptHash => "its agreement is another document than the one accepted",
        _ => null,
    };

    private sealed class Signed
    {
        public string Reference { get; init; } = "";

        public string? AcceptedName { get; init; }

        public string? AgreementHash { get; init; }

        public string? KeptHash { get; init; }
    }
}

/// <summary>Letters go out together with their decision, and offers with their letters.</summary>
public sealed class LettersWentOutTogether : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The letters of a decision were all sent at one instant or not at all, and its offers started then.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT l.Id, a.Reference AS Name
            FROM DecisionLetter l
            JOIN Decision d ON d.Id = l.DecisionId
            JOIN Application a ON a.Id = l.ApplicationId
            LEFT JOIN Award w ON w.DecisionId = d.Id AND w.ApplicationId = l.ApplicationId
            WHERE COALESCE(l.SentAt, d.DecidedAt) <> COALESCE(d.LettersSentAt, d.DecidedAt)
               OR (w.Id IS NOT NULL AND COALESCE(w.OfferedAt, d.DecidedAt) <> COALESCE(l.SentAt, d.DecidedAt))
            ORDER BY l.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"The letter about {row.Name} and its decision do not agree on when it was sent.")];
    }
}

/// <summary>A record that breaks an invariant.</summary>
internal sealed class Found
{
    public long Id { get; init; }

    public string Name { get; init; } = "";
}
