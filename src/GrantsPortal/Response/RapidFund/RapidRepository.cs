using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Rapid-response funds, the applications to them, and the deciders' seats.</summary>
public static class RapidRepository
{
    private const string FundColumns =
        """
        f.CallId, c.Slug, s.Title, f.IncidentId, i.Reference AS IncidentReference, f.TemplateId, COALESCE(c.DecisionHours, 0) AS Hours, f.ReportDays, f.FirstDeciderId, f.FirstDeputyId,
        f.SecondDeciderId, f.SecondDeputyId, c.BudgetMinor,
        (SELECT COALESCE(SUM(a.AmountMinor), 0) FROM Award a WHERE a.CallId = c.Id AND a.State NOT IN ('Refused', 'Lapsed', 'Terminated')) AS AwardedMinor,
        c.Currency, c.ClosesAt, f.OpenedAt, f.OpenedBy, p.Name AS OpenedByName, f.Told
        """;

    private const string FundFrom =
        """
        FROM RapidFund f
        JOIN Call c ON c.Id = f.CallId
        JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
        JOIN Incident i ON i.Id = f.IncidentId
        JOIN Person p ON p.Id = f.OpenedBy
        """;

    private const string CaseColumns =
        """
        r.ApplicationId, a.Reference, a.Title, COALESCE(a.OrganisationId, 0) AS OrganisationId, COALESCE(o.Name, '') AS OrganisationName, a.State, COALESCE(a.AskedMinor, 0) AS AskedMinor, a.Currency,
        a.SubmittedAt, r.CallId, COALESCE(c.DecisionHours, 0) AS Hours, r.Submission, r.PromisedAt, r.RemindedAt, r.LateToldAt, r.DecidedAt, w.Reference AS AwardReference, r.Version
        """;

    private const string CaseFrom =
        """
        FROM RapidCase r
        JOIN Application a ON a.Id = r.ApplicationId
        JOIN Call c ON c.Id = r.CallId
        LEFT JOIN Organisation o ON o.Id = a.OrganisationId
        LEFT JOIN Award w ON w.ApplicationId = a.Id
        """;

    private const string SeatColumns = "s.ApplicationId, s.Number, s.PersonId, p.Name AS PersonName, s.Answer, s.AmountMinor, s.Reason, s.AnsweredAt";

    /// <summary>The fund of a call, or null.</summary>
    public static Task<OpenedFund?> Fund(UnitOfWork work, long call) =>
        work.Find<OpenedFund>($"SELECT {FundColumns} {FundFrom} WHERE f.CallId = @call", new { call });

    /// <summary>The funds of an incident, the latest first; at most 50.</summary>
    public static Task<IReadOnlyList<OpenedFund>> OfIncident(UnitOfWork work, long incident) =>
        work.List<OpenedFund>($"SELECT {FundColumns} {FundFrom} WHERE f.IncidentId = @incident ORDER BY f.CallId DESC {Dialect.Page}", new { incident, take = 50 });

    /// <summary>What funds opened from a template since an instant hold, in minor units.</summary>
    public static Task<long> OpenedSince(UnitOfWork work, long template, DateTimeOffset since) =>
        work.Scalar<long>(
            "SELECT COALESCE(SUM(c.BudgetMinor), 0) FROM RapidFund f JOIN Call c ON c.Id = f.CallId WHERE f.TemplateId = @template AND f.OpenedAt >= @since", new { template, since });

    /// <summary>Locks a template for opening a fund from it, so that two at once cannot pass its ceiling; false when it is not approved any more.</summary>
    public static Task<bool> LockTemplate(UnitOfWork work, long template) =>
        work.Guarded("UPDATE RapidTemplate SET Version = Version WHERE Id = @template AND State = 'Approved'", new { template });

    /// <summary>What published calls of a fund have announced for a budget year and awarded of it, call by call; at most 1,000.</summary>
    public static Task<IReadOnlyList<Announced>> Announcements(UnitOfWork work, long programme, int year) =>
        work.List<Announced>(
            $"""
            SELECT b.AmountMinor AS CalledMinor,
                (SELECT COALESCE(SUM(a.AmountMinor), 0) FROM Award a WHERE a.CallId = b.SubjectId AND a.State NOT IN ('Refused', 'Lapsed', 'Terminated')) AS AwardedMinor
            FROM LedgerBalance b
            WHERE b.Subject = 'Call' AND b.Account = 'Called' AND b.ProgrammeId = @programme AND b.Year = @year AND b.AmountMinor > 0
            ORDER BY b.SubjectId
            {Dialect.Page}
            """,
            new { programme, year, take = 1000 });

    /// <summary>Adds a fund.</summary>
    public static Task InsertFund(UnitOfWork work, long call, long incident, RapidTemplate template, int told) =>
        work.Execute(
            """
            INSERT INTO RapidFund (CallId, IncidentId, TemplateId, ReportDays, FirstDeciderId, FirstDeputyId, SecondDeciderId, SecondDeputyId, OpenedAt, OpenedBy, Told)
            VALUES (@call, @incident, @Id, @ReportDays, @FirstDeciderId, @FirstDeputyId, @SecondDeciderId, @SecondDeputyId, @now, @by, @told)
            """,
            new { call, incident, template.Id, template.ReportDays, template.FirstDeciderId, template.FirstDeputyId, template.SecondDeciderId, template.SecondDeputyId, now = work.Now, by = work.Actor.Person, told });

    /// <summary>The application by its reference, or null.</summary>
    public static Task<RapidCase?> Case(UnitOfWork work, string reference) =>
        work.Find<RapidCase>($"SELECT {CaseColumns} {CaseFrom} WHERE a.Reference = @reference", new { reference });

    /// <summary>The application, or null.</summary>
    public static Task<RapidCase?> Case(UnitOfWork work, long application) =>
        work.Find<RapidCase>($"SELECT {CaseColumns} {CaseFrom} WHERE r.ApplicationId = @application", new { application });

    /// <summary>The applications to an incident's funds, by their promised instants; at most 500.</summary>
    public static Task<IReadOnlyList<RapidCase>> CasesOf(UnitOfWork work, long incident) =>
        work.List<RapidCase>(
            $"SELECT {CaseColumns} {CaseFrom} JOIN RapidFund f ON f.CallId = r.CallId WHERE f.IncidentId = @incident ORDER BY r.PromisedAt, r.ApplicationId {Dialect.Page}",
            new { incident, take = 500 });

    /// <summary>Applications that wait and were promised for an instant or earlier, and of which nobody was reminded, or told that they are late; at most 200.</summary>
    public static Task<IReadOnlyList<RapidCase>> Needing(UnitOfWork work, DateTimeOffset until) =>
        work.List<RapidCase>(
            $"""
            SELECT {CaseColumns}
            {CaseFrom}
            WHERE a.State = 'Submitted' AND r.DecidedAt IS NULL AND r.PromisedAt <= @until AND (r.RemindedAt IS NULL OR (r.LateToldAt IS NULL AND r.PromisedAt < @now))
            ORDER BY r.PromisedAt, r.ApplicationId
            {Dialect.Page}
            """,
            new { until, now = work.Now, take = 200 });

    /// <summary>Applications in which a person's answer is waited for; at most 50.</summary>
    public static Task<IReadOnlyList<RapidCase>> WaitingFor(UnitOfWork work, long person) =>
        work.List<RapidCase>(
            $"""
            SELECT {CaseColumns}
            {CaseFrom}
            JOIN RapidSeat s ON s.ApplicationId = r.ApplicationId
            WHERE s.PersonId = @person AND s.Answer IS NULL AND r.DecidedAt IS NULL AND a.State = 'Submitted'
            ORDER BY r.PromisedAt, r.ApplicationId
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>Applications that wait and have a seat that nobody sits in; at most 50.</summary>
    public static Task<IReadOnlyList<RapidCase>> Unseated(UnitOfWork work) =>
        work.List<RapidCase>(
            $"""
            SELECT {CaseColumns}
            {CaseFrom}
            WHERE r.DecidedAt IS NULL AND a.State = 'Submitted' AND EXISTS (SELECT 1 FROM RapidSeat s WHERE s.ApplicationId = r.ApplicationId AND s.PersonId IS NULL)
            ORDER BY r.PromisedAt, r.ApplicationId
            {Dialect.Page}
            """,
            new { take = 50 });

    /// <summary>The seats of an application, 1 and 2.</summary>
    public static Task<IReadOnlyList<RapidSeat>> Seats(UnitOfWork work, long application) =>
        work.List<RapidSeat>($"SELECT {SeatColumns} FROM RapidSeat s LEFT JOIN Person p ON p.Id = s.PersonId WHERE s.ApplicationId = @application ORDER BY s.Number", new { application });

    /// <summary>The seats of an incident's applications; at most 1,000.</summary>
    public static Task<IReadOnlyList<RapidSeat>> SeatsOf(UnitOfWork work, long incident) =>
        work.List<RapidSeat>(
            $"""
            SELECT {SeatColumns}
            FROM RapidSeat s
            JOIN RapidCase r ON r.ApplicationId = s.ApplicationId
            JOIN RapidFund f ON f.CallId = r.CallId
            LEFT JOIN Person p ON p.Id = s.PersonId
            WHERE f.IncidentId = @incident
            ORDER BY s.ApplicationId, s.Number
            {Dialect.Page}
            """,
            new { incident, take = 1000 });

    /// <summary>Puts an application onto the short road with its promise.</summary>
    public static Task InsertCase(UnitOfWork work, long application, long call, int submission, DateTimeOffset promised) =>
        work.Execute(
            "INSERT INTO RapidCase (ApplicationId, CallId, Submission, PromisedAt, Version) VALUES (@application, @call, @submission, @promised, 1)",
            new { application, call, submission, promised });

    /// <summary>Starts the clock anew when the application was sent in again.</summary>
    public static Task<int> Restart(UnitOfWork work, long application, int submission, DateTimeOffset promised) =>
        work.Execute(
            "UPDATE RapidCase SET Submission = @submission, PromisedAt = @promised, RemindedAt = NULL, LateToldAt = NULL, Version = Version + 1 WHERE ApplicationId = @application AND DecidedAt IS NULL",
            new { application, submission, promised });

    /// <summary>Forgets the seats, so that they are filled anew.</summary>
    public static Task<int> ClearSeats(UnitOfWork work, long application) => work.Execute("DELETE FROM RapidSeat WHERE ApplicationId = @application", new { application });

    /// <summary>Adds a seat.</summary>
    public static Task InsertSeat(UnitOfWork work, long application, int number, long? person) =>
        work.Execute("INSERT INTO RapidSeat (ApplicationId, Number, PersonId) VALUES (@application, @number, @person)", new { application, number, person });

    /// <summary>
    /// Takes the turn to act on an application: whoever acts on it at the same time waits and then sees what this one did. False when it
    /// is decided, or does not wait any more.
    /// </summary>
    public static Task<bool> TakeTurn(UnitOfWork work, long application) =>
        work.Guarded(
            """
            UPDATE RapidCase SET Version = Version + 1
            WHERE ApplicationId = @application AND DecidedAt IS NULL AND EXISTS (SELECT 1 FROM Application a WHERE a.Id = RapidCase.ApplicationId AND a.State = 'Submitted')
            """,
            new { application });

    /// <summary>Keeps an answer; false when the seat is another's or has one.</summary>
    public static Task<bool> Answer(UnitOfWork work, long application, int number, RapidAnswer answer, long? amount, string reason) =>
        work.Guarded(
            """
            UPDATE RapidSeat SET Answer = @answer, AmountMinor = @amount, Reason = @reason, AnsweredAt = @now
            WHERE ApplicationId = @application AND Number = @number AND PersonId = @person AND Answer IS NULL
            """,
            new { application, number, answer, amount, reason, person = work.Actor.Person, now = work.Now });

    /// <summary>Puts somebody into a seat that has not answered; false when it has.</summary>
    public static Task<bool> Sit(UnitOfWork work, long application, int number, long? person) =>
        work.Guarded("UPDATE RapidSeat SET PersonId = @person WHERE ApplicationId = @application AND Number = @number AND Answer IS NULL", new { application, number, person });

    /// <summary>Notes that it is decided; false when it was.</summary>
    public static Task<bool> Decided(UnitOfWork work, long application) =>
        work.Guarded("UPDATE RapidCase SET DecidedAt = @now, Version = Version + 1 WHERE ApplicationId = @application AND DecidedAt IS NULL", new { application, now = work.Now });

    /// <summary>Notes that the deciders were reminded; false when they were, or it is decided.</summary>
    public static Task<bool> Reminded(UnitOfWork work, RapidCase found) =>
        work.Guarded(
            "UPDATE RapidCase SET RemindedAt = @now WHERE ApplicationId = @ApplicationId AND Submission = @Submission AND RemindedAt IS NULL AND DecidedAt IS NULL",
            new { found.ApplicationId, found.Submission, now = work.Now });

    /// <summary>Notes that the officer was told that it is late; false when they were, or it is decided.</summary>
    public static Task<bool> LateTold(UnitOfWork work, RapidCase found) =>
        work.Guarded(
            "UPDATE RapidCase SET LateToldAt = @now WHERE ApplicationId = @ApplicationId AND Submission = @Submission AND LateToldAt IS NULL AND DecidedAt IS NULL",
            new { found.ApplicationId, found.Submission, now = work.Now });

    /// <summary>Whether a person declared a conflict about an application or its organisation.</summary>
    public static async Task<bool> HasConflict(UnitOfWork work, long person, long application, long organisation) =>
        await work.Scalar<long>(
            "SELECT COUNT(*) FROM Conflict WHERE PersonId = @person AND (ApplicationId = @application OR OrganisationId = @organisation)", new { person, application, organisation }) > 0;

    /// <summary>Calls of the short road that have closed and of which everything is decided or gone, but that are not decided; at most 50.</summary>
    public static Task<IReadOnlyList<long>> Finished(UnitOfWork work) =>
        work.List<long>(
            $"""
            SELECT c.Id
            FROM RapidFund f
            JOIN Call c ON c.Id = f.CallId
            WHERE c.State = 'Published' AND c.ClosesAt < @now
              AND NOT EXISTS (SELECT 1 FROM Application a WHERE a.CallId = c.Id AND a.State IN ('Submitted', 'ChangesRequested', 'InReview', 'Recommended', 'Reserve', 'NotRecommended'))
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { now = work.Now, take = 50 });
}

/// <summary>What a call has announced, and awarded of it.</summary>
public sealed class Announced
{
    /// <summary>Announced, in minor units.</summary>
    public long CalledMinor { get; init; }

    /// <summary>Awarded, in minor units.</summary>
    public long AwardedMinor { get; init; }
}
