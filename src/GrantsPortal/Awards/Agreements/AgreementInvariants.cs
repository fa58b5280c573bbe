using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Awards.Agreements;

/// <summary>The documents of awards are there, unaltered and without a gap.</summary>
public sealed class DocumentsAreKept(FileStore files) : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every document of an award is stored as it was made, with its hash, and none is missing from the count.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = new List<string>();
        var (award, expected) = ("", 1);
        await foreach (var document in work.Stream<Kept>(
            """
            SELECT a.Reference, d.Number, d.Hash, h.Hash AS HtmlHash, p.Hash AS PdfHash
            FROM AwardDocument d
            JOIN Award a ON a.Id = d.AwardId
            LEFT JOIN StoredFile h ON h.Id = d.HtmlId
            LEFT JOIN StoredFile p ON p.Id = d.PdfId
            ORDER BY a.Reference, d.Number
            """))
        {
            if (document.Reference != award)
            {
                (award, expected) = (document.Reference, 1);
            }

            if (wrong.Count < 100 && (document.Number != expected ? "one before it is missing" : await Fault(document)) is { } fault)
            {
                wrong.Add($"Document {document.Number} of award {document.Reference}: {fault}.");
            }

            expected = document.Number + 1;
        }

        return wrong;
    }

    private async Task<string?> Fault(Kept document) => document switch
    {
        { HtmlHash: null } => "it is not stored",
        _ when document.HtmlHash != document.Hash => "another document is stored than the one kept",
        _ when !await Whole(document.Hash) => "it is gone or was altered",
        { PdfHash: { } pdf } when !await Whole(pdf) => "its PDF is gone or was altered",
        _ => null,
    };

    private async Task<bool> Whole(string hash) => files.Has(hash) && await files.HashOf(hash) == hash;

    private sealed class Kept
    {
        public string Reference { get; init; } = "";

        public int Number { get; init; }

        public string Hash { get; init; } = "";

        public string? HtmlHash { get; init; }

        public string? PdfHash { get; init; }
    }
}

/// <summary>Accepted awards were signed by as many Owners as their rule asked for, and by nobody for nothing.</summary>
public sealed class SignaturesMatchTheRule : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every accepted award has exactly the signatures its rule asked for, each by another person and the last when it was accepted; no open offer has enough.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT a.Id, a.Reference AS Name
            FROM Award a
            LEFT JOIN (SELECT s.AwardId, COUNT(*) AS Given, COUNT(DISTINCT s.PersonId) AS People, MAX(s.SignedAt) AS LastAt
                       FROM AwardSignature s WHERE s.Side = 'Organisation' AND s.SetAsideAt IS NULL GROUP BY s.AwardId) g ON g.AwardId = a.Id
            WHERE a.Source = 'Portal'
              AND ((a.State IN ('Accepted', 'Active', 'Suspended', 'Completed', 'Terminated', 'Closed')
                    AND (g.Given IS NULL OR g.People <> g.Given OR g.Given <> CASE a.SigningRule WHEN 'TwoOwners' THEN 2 ELSE 1 END
                         OR NOT EXISTS (SELECT 1 FROM AwardSignature l WHERE l.AwardId = a.Id AND l.PersonId = a.AnsweredBy AND l.SetAsideAt IS NULL)))
                OR (a.State = 'Offered' AND g.Given >= CASE a.SigningRule WHEN 'TwoOwners' THEN 2 ELSE 1 END))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(award => $"The signatures of award {award.Name} are not those its rule asks for.")];
    }
}

/// <summary>The city's signature is from somebody who had no hand in recommending the award.</summary>
public sealed class CounterSignersDidNotRecommend : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every counter-signed agreement has the city's signature and its own document, from nobody who recommended or proposed the award.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var own = await work.List<Found>(
            $"""
            SELECT a.Id, a.Reference AS Name
            FROM AwardSignature s
            JOIN Award a ON a.Id = s.AwardId
            WHERE s.Side = 'City' AND EXISTS (
                SELECT 1 FROM DecisionLine l JOIN Decision d ON d.Id = l.DecisionId
                WHERE l.ApplicationId = a.ApplicationId AND (l.RecommendedBy = s.PersonId OR (d.ProposedBy = s.PersonId AND d.State = 'Approved')))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        var alone = await work.List<Found>(
            $"""
            SELECT a.Id, a.Reference AS Name
            FROM Award a
            WHERE (EXISTS (SELECT 1 FROM AwardSignature s WHERE s.AwardId = a.Id AND s.Side = 'City')
                   AND NOT EXISTS (SELECT 1 FROM AwardDocument d WHERE d.AwardId = a.Id AND d.Kind = 'CounterSigned'))
               OR (NOT EXISTS (SELECT 1 FROM AwardSignature s WHERE s.AwardId = a.Id AND s.Side = 'City')
                   AND EXISTS (SELECT 1 FROM AwardDocument d WHERE d.AwardId = a.Id AND d.Kind = 'CounterSigned'))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. own.Select(award => $"Award {award.Name} is counter-signed by somebody who recommended it.")
                .Concat(alone.Select(award => $"The city's signature under award {award.Name} and its document do not agree.")).Take(100),
        ];
    }
}

/// <summary>Nobody judged what they handed in themselves.</summary>
public sealed class ConditionsAreJudgedByOthers : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "No condition was found met or waived by somebody who handed something in for it.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT c.Id, a.Reference AS Name
            FROM AwardCondition c
            JOIN Award a ON a.Id = c.AwardId
            WHERE c.State IN ('Met', 'Waived')
              AND EXISTS (SELECT 1 FROM AwardConditionStep s WHERE s.ConditionId = c.Id AND s.Act = 'hand-in' AND s.PersonId = c.DecidedBy)
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(condition => $"Condition {condition.Id} of award {condition.Name} was judged by somebody who handed something in for it.")];
    }
}
