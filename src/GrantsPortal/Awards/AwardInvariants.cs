using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

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
public sealed class AcceptedAwardsHaveTheirAgreement(FileStore files) : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every accepted award has the name that was typed and its agreement, stored with the hash it was accepted with.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = new List<string>();
        await foreach (var award in work.Stream<Signed>(
            """
            SELECT w.Reference, w.AcceptedName, w.AgreementHash, h.Hash AS HtmlHash, p.Hash AS PdfHash
            FROM Award w
            LEFT JOIN StoredFile h ON h.Id = w.AgreementHtmlId
            LEFT JOIN StoredFile p ON p.Id = w.AgreementPdfId
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

    private string? Fault(Signed award) => award switch
    {
        { AcceptedName: null or "" } => "nobody's name is kept",
        { AgreementHash: null } or { HtmlHash: null } => "its agreement is missing",
        _ when award.AgreementHash != award.HtmlHash => "its agreement is another document than the one accepted",
        _ when !Whole(award.HtmlHash) => "its agreement is gone or was altered",
        { PdfHash: { } pdf } when !Whole(pdf) => "the PDF of its agreement is gone or was altered",
        _ => null,
    };

    private bool Whole(string hash)
    {
        if (!files.Has(hash))
        {
            return false;
        }

        using var content = files.Open(hash);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)) == hash;
    }

    private sealed class Signed
    {
        public string Reference { get; init; } = "";

        public string? AcceptedName { get; init; }

        public string? AgreementHash { get; init; }

        public string? HtmlHash { get; init; }

        public string? PdfHash { get; init; }
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
