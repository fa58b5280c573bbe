using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Log;

/// <summary>The logs of incidents: written in the transaction of what they tell, and never changed.</summary>
public static class LogRepository
{
    /// <summary>Writes lines at the end of an incident's log, in the actor's name. The incident's row stays locked, so numbers have no gaps and no twins.</summary>
    public static async Task Write(UnitOfWork work, long incident, params IReadOnlyList<LineDraft> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        await work.Execute("UPDATE Incident SET LinesKept = LinesKept + @count WHERE Id = @incident", new { incident, count = lines.Count });
        var number = await work.Scalar<int>("SELECT LinesKept FROM Incident WHERE Id = @incident", new { incident }) - lines.Count;
        foreach (var line in lines)
        {
            await work.Execute(
                """
                INSERT INTO IncidentLine (IncidentId, Number, At, Kind, OrganisationId, ContactId, PersonId, Way, Words)
                VALUES (@incident, @number, @now, @Kind, @OrganisationId, @ContactId, @by, @Way, @Words)
                """,
                new { incident, number = ++number, now = work.Now, line.Kind, line.OrganisationId, line.ContactId, by = work.Actor.PersonId, line.Way, line.Words });
        }
    }

    /// <summary>A page of an incident's log, the latest first, before a line.</summary>
    public static Task<IReadOnlyList<IncidentLine>> Latest(UnitOfWork work, long incident, int? before, int take) =>
        work.List<IncidentLine>(
            $"""
            SELECT l.Number, l.At, l.Kind, l.OrganisationId, o.Name AS OrganisationName, o.LettersBy, l.ContactId, c.Name AS ContactName, l.PersonId, p.Name AS PersonName, l.Way, l.Words
            FROM IncidentLine l
            LEFT JOIN Organisation o ON o.Id = l.OrganisationId
            LEFT JOIN PartnerContact c ON c.Id = l.ContactId
            LEFT JOIN Person p ON p.Id = l.PersonId
            WHERE l.IncidentId = @incident AND (@before IS NULL OR l.Number < @before)
            ORDER BY l.Number DESC
            {Dialect.Page}
            """,
            new { incident, before, take });

    /// <summary>An incident's whole log from its first line; at most 20,000.</summary>
    public static Task<IReadOnlyList<IncidentLine>> Whole(UnitOfWork work, long incident) =>
        work.List<IncidentLine>(
            $"""
            SELECT l.Number, l.At, l.Kind, l.OrganisationId, o.Name AS OrganisationName, o.LettersBy, l.ContactId, c.Name AS ContactName, l.PersonId, p.Name AS PersonName, l.Way, l.Words
            FROM IncidentLine l
            LEFT JOIN Organisation o ON o.Id = l.OrganisationId
            LEFT JOIN PartnerContact c ON c.Id = l.ContactId
            LEFT JOIN Person p ON p.Id = l.PersonId
            WHERE l.IncidentId = @incident
            ORDER BY l.Number
            {Dialect.Page}
            """,
            new { incident, take = 20_000 });
}
