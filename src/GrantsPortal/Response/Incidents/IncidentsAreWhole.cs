using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Incidents;

/// <summary>Logs are complete, and exercises are what their references say.</summary>
public sealed class IncidentsAreWhole : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The log of every incident has all its lines, one for each alert, answer and failure; exercises and what is real have references of their own; closed ones have no key for links.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<string>(
            $"""
            SELECT i.Reference
            FROM Incident i
            WHERE i.LinesKept <> (SELECT COUNT(*) FROM IncidentLine l WHERE l.IncidentId = i.Id)
                OR i.LinesKept <> (SELECT COALESCE(MAX(l.Number), 0) FROM IncidentLine l WHERE l.IncidentId = i.Id)
                OR (SELECT COUNT(*) FROM IncidentAlert a WHERE a.IncidentId = i.Id) <> (SELECT COUNT(*) FROM IncidentLine l WHERE l.IncidentId = i.Id AND l.Kind IN ('Alerted', 'Deputy'))
                OR (SELECT COUNT(*) FROM IncidentAlert a WHERE a.IncidentId = i.Id AND a.FailedAt IS NOT NULL) <> (SELECT COUNT(*) FROM IncidentLine l WHERE l.IncidentId = i.Id AND l.Kind = 'NotDelivered')
                OR (SELECT COUNT(*) FROM IncidentAnswer a WHERE a.IncidentId = i.Id) <> (SELECT COUNT(*) FROM IncidentLine l WHERE l.IncidentId = i.Id AND l.Kind IN ('Well', 'CanHelp', 'NeedHelp'))
                OR EXISTS (SELECT 1 FROM IncidentPartner p WHERE p.IncidentId = i.Id AND ((p.Standing = 'Silent' AND p.AnsweredAt IS NOT NULL) OR (p.Standing <> 'Silent' AND p.AnsweredAt IS NULL)))
                OR (i.IsDrill = 1 AND i.Reference NOT LIKE 'EX-%') OR (i.IsDrill = 0 AND i.Reference NOT LIKE 'IC-%')
                OR (i.State = 'Closed' AND i.LinkKey IS NOT NULL)
            ORDER BY i.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(reference => $"The log or the records of incident {reference} are not whole.")];
    }
}
