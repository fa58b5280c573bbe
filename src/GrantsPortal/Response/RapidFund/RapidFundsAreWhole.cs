using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RapidFund;

/// <summary>What two deciders said is what was decided.</summary>
public sealed class RapidFundsAreWhole : IInvariant
{
    /// <inheritdoc/>
    public string Holds =>
        "Every rapid-response fund stands in a real incident; each application decided in one has a no and no award, or two yes by two people and an award of the lower amount before variations; none else is decided.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<string>(
            $"""
            SELECT a.Reference
            FROM RapidCase r
            JOIN Application a ON a.Id = r.ApplicationId
            JOIN RapidFund f ON f.CallId = r.CallId
            JOIN Incident i ON i.Id = f.IncidentId
            JOIN RapidSeat x ON x.ApplicationId = r.ApplicationId AND x.Number = 1
            JOIN RapidSeat y ON y.ApplicationId = r.ApplicationId AND y.Number = 2
            LEFT JOIN DecisionLine l ON l.ApplicationId = r.ApplicationId
            WHERE i.IsDrill = 1 OR a.CallId <> r.CallId
                OR (r.DecidedAt IS NULL AND a.State IN ('Awarded', 'Declined'))
                OR (r.DecidedAt IS NOT NULL AND a.State NOT IN ('Awarded', 'Declined'))
                OR (a.State = 'Awarded' AND (x.Answer IS NULL OR y.Answer IS NULL OR x.Answer <> 'Yes' OR y.Answer <> 'Yes' OR x.PersonId = y.PersonId OR l.AmountMinor IS NULL
                    OR l.AmountMinor <> CASE WHEN x.AmountMinor < y.AmountMinor THEN x.AmountMinor ELSE y.AmountMinor END))
                OR (a.State = 'Declined' AND COALESCE(x.Answer, '') <> 'No' AND COALESCE(y.Answer, '') <> 'No')
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(reference => $"What the deciders of {reference} said and what was decided do not agree.")];
    }
}
