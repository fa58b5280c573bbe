using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Situation;

/// <summary>Who may read situation pages.</summary>
public static class ReaderRepository
{
    private const string Columns = "r.Id, r.IncidentId, r.PersonId, r.Name, r.Email, r.AddedAt, r.ExpiresAt, r.RemovedAt";

    /// <summary>Who may or might read an incident's page, the oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<IncidentReader>> Of(UnitOfWork work, long incident) =>
        work.List<IncidentReader>($"SELECT {Columns} FROM IncidentReader r WHERE r.IncidentId = @incident ORDER BY r.Id {Dialect.Page}", new { incident, take = 200 });

    /// <summary>A reader, or null.</summary>
    public static Task<IncidentReader?> Find(UnitOfWork work, long id) =>
        work.Find<IncidentReader>($"SELECT {Columns} FROM IncidentReader r WHERE r.Id = @id", new { id });

    /// <summary>What lets a person of the staff read an incident's page, or null.</summary>
    public static Task<IncidentReader?> OfPerson(UnitOfWork work, long incident, long person) =>
        work.Find<IncidentReader>($"SELECT {Columns} FROM IncidentReader r WHERE r.IncidentId = @incident AND r.PersonId = @person AND r.RemovedAt IS NULL", new { incident, person });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, IncidentReader reader) =>
        work.Execute(
            """
            INSERT INTO IncidentReader (Id, IncidentId, PersonId, Name, Email, AddedAt, AddedBy, ExpiresAt)
            VALUES (@Id, @IncidentId, @PersonId, @Name, @Email, @now, @by, @ExpiresAt)
            """,
            new { reader.Id, reader.IncidentId, reader.PersonId, reader.Name, reader.Email, reader.ExpiresAt, now = work.Now, by = work.Actor.Person });

    /// <summary>Lets one out; false when they are.</summary>
    public static Task<bool> Remove(UnitOfWork work, long incident, long id) =>
        work.Guarded("UPDATE IncidentReader SET RemovedAt = @now WHERE Id = @id AND IncidentId = @incident AND RemovedAt IS NULL", new { id, incident, now = work.Now });

    /// <summary>What an erased person could read, ended.</summary>
    public static Task Forget(UnitOfWork work, long person) =>
        work.Execute("UPDATE IncidentReader SET RemovedAt = COALESCE(RemovedAt, @now), Name = '', PersonId = NULL WHERE PersonId = @person", new { person, now = work.Now });

    /// <summary>The references of incidents whose page a person may read.</summary>
    public static Task<IReadOnlyList<string>> Read(UnitOfWork work, long person) =>
        work.List<string>(
            $"SELECT i.Reference FROM IncidentReader r JOIN Incident i ON i.Id = r.IncidentId WHERE r.PersonId = @person AND r.RemovedAt IS NULL ORDER BY i.Id {Dialect.Page}", new { person, take = 200 });
}
