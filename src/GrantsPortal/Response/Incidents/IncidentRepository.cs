using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.Incidents;

/// <summary>An incident as the list shows it.</summary>
public sealed class IncidentRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Whether it is an exercise.</summary>
    public bool IsDrill { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether it goes on.</summary>
    public IncidentState State { get; init; }

    /// <summary>When it was opened, in UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was closed, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How many partners were asked.</summary>
    public int Asked { get; init; }

    /// <summary>How many answered.</summary>
    public int Answered { get; init; }

    /// <summary>How many need help.</summary>
    public int NeedHelp { get; init; }
}

/// <summary>Incidents. What is an exercise is written once, when it is inserted, and by no other statement.</summary>
public static class IncidentRepository
{
    private const string Columns =
        """
        i.Id, i.Reference, i.IsDrill, i.Title, i.Situation, i.Ask, i.Everybody, i.Districts, i.Themes, i.Communities, i.Capabilities, i.State,
        i.DeputyMinutes, i.LinkKey, i.LinesKept, i.OpenedAt, i.OpenedBy, i.AlertedAt, i.ClosedAt, i.ClosedBy, i.Lessons, i.Version
        """;

    /// <summary>The incident of a reference, or null.</summary>
    public static Task<Incident?> Find(UnitOfWork work, string reference) =>
        work.Find<Incident>($"SELECT {Columns} FROM Incident i WHERE i.Reference = @reference", new { reference });

    /// <summary>The incident of an id, or null.</summary>
    public static Task<Incident?> Find(UnitOfWork work, long id) =>
        work.Find<Incident>($"SELECT {Columns} FROM Incident i WHERE i.Id = @id", new { id });

    /// <summary>Incidents of one kind with their counts, those that go on first, then the latest; real ones and exercises are never counted together.</summary>
    public static Task<IReadOnlyList<IncidentRow>> All(UnitOfWork work, bool isDrill, int take) =>
        work.List<IncidentRow>(
            $"""
            SELECT i.Id, i.Reference, i.IsDrill, i.Title, i.State, i.OpenedAt, i.ClosedAt,
                (SELECT COUNT(*) FROM IncidentPartner p WHERE p.IncidentId = i.Id AND p.AskedAt IS NOT NULL) AS Asked,
                (SELECT COUNT(*) FROM IncidentPartner p WHERE p.IncidentId = i.Id AND p.AnsweredAt IS NOT NULL) AS Answered,
                (SELECT COUNT(*) FROM IncidentPartner p WHERE p.IncidentId = i.Id AND p.Standing = 'NeedHelp') AS NeedHelp
            FROM Incident i
            WHERE i.IsDrill = @isDrill
            ORDER BY CASE i.State WHEN 'Open' THEN 0 ELSE 1 END, i.OpenedAt DESC, i.Id DESC
            {Dialect.Page}
            """,
            new { isDrill, take });

    /// <summary>Incidents that go on, real ones first.</summary>
    public static Task<IReadOnlyList<Incident>> Open(UnitOfWork work) =>
        work.List<Incident>($"SELECT {Columns} FROM Incident i WHERE i.State = 'Open' ORDER BY i.IsDrill, i.OpenedAt DESC {Dialect.Page}", new { take = 50 });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, Incident incident) =>
        work.Execute(
            """
            INSERT INTO Incident (Id, Reference, IsDrill, Title, Situation, Ask, Everybody, Districts, Themes, Communities, Capabilities, State, DeputyMinutes,
                LinkKey, LinesKept, OpenedAt, OpenedBy, Version)
            VALUES (@Id, @Reference, @IsDrill, @Title, @Situation, @Ask, @Everybody, @Districts, @Themes, @Communities, @Capabilities, 'Open', @DeputyMinutes,
                @LinkKey, 0, @OpenedAt, @OpenedBy, 1)
            """,
            new
            {
                incident.Id,
                incident.Reference,
                incident.IsDrill,
                incident.Title,
                incident.Situation,
                incident.Ask,
                incident.Everybody,
                incident.Districts,
                incident.Themes,
                incident.Communities,
                incident.Capabilities,
                incident.DeputyMinutes,
                incident.LinkKey,
                incident.OpenedAt,
                incident.OpenedBy,
            });

    /// <summary>Keeps a wider or narrower scope, and the instant of the first alerts; false when somebody was quicker or it is over.</summary>
    public static Task<bool> Call(UnitOfWork work, Incident incident, CallDownScope scope) =>
        work.Guarded(
            """
            UPDATE Incident
            SET Everybody = @Everybody, Districts = @districts, Themes = @themes, Communities = @communities, Capabilities = @capabilities,
                AlertedAt = COALESCE(AlertedAt, @now), Version = Version + 1
            WHERE Id = @Id AND State = 'Open' AND Version = @Version
            """,
            new
            {
                incident.Id,
                incident.Version,
                scope.Everybody,
                districts = CodeList.Kept(scope.Districts),
                themes = CodeList.Kept(scope.Themes),
                communities = CodeList.Kept(scope.Communities),
                capabilities = CodeList.Kept(scope.Capabilities.Select(one => one.ToString())),
                now = work.Now,
            });

    /// <summary>Keeps what is known now; false when somebody was quicker or it is over.</summary>
    public static Task<bool> Describe(UnitOfWork work, long id, int version, string situation) =>
        work.Guarded("UPDATE Incident SET Situation = @situation, Version = Version + 1 WHERE Id = @id AND State = 'Open' AND Version = @version", new { id, version, situation });

    /// <summary>Closes it and destroys what its links are signed with; false when somebody was quicker.</summary>
    public static Task<bool> Close(UnitOfWork work, Incident incident, IncidentState to, string lessons) =>
        work.Guarded(
            """
            UPDATE Incident SET State = @to, Lessons = @lessons, ClosedAt = @now, ClosedBy = @by, LinkKey = NULL, Version = Version + 1
            WHERE Id = @Id AND State = @State AND Version = @Version
            """,
            new { incident.Id, incident.State, incident.Version, to, lessons, now = work.Now, by = work.Actor.Person });
}
