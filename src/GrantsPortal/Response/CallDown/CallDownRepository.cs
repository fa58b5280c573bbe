using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.CallDown;

/// <summary>Who can be called, who is on an incident's list, and which alerts went out.</summary>
public static class CallDownRepository
{
    private const string PartnerColumns =
        "p.IncidentId, p.OrganisationId, o.Name, o.District, o.LettersBy, p.Reasons, p.ListedAt, p.AskedAt, p.Standing, p.AnsweredAt, p.LastAnswerAt, p.NextAt, p.Version";

    /// <summary>Every partner that has not ended, by name.</summary>
    public static Task<IReadOnlyList<PartnerLine>> Partners(UnitOfWork work, int take) =>
        work.List<PartnerLine>(
            $"""
            SELECT o.Id AS OrganisationId, o.Name, o.District, o.LettersBy, q.LanguageCodes, q.ThemeCodes, q.DistrictNames, q.Communities
            FROM Partner q
            JOIN Organisation o ON o.Id = q.OrganisationId
            WHERE q.State <> 'Ended'
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { take });

    /// <summary>An incident's list, those first who need help, then those silent longest, then the others by name; at most 1,000.</summary>
    public static Task<IReadOnlyList<IncidentPartner>> Listed(UnitOfWork work, long incident) =>
        work.List<IncidentPartner>(
            $"""
            SELECT {PartnerColumns}
            FROM IncidentPartner p
            JOIN Organisation o ON o.Id = p.OrganisationId
            WHERE p.IncidentId = @incident
            ORDER BY CASE p.Standing WHEN 'NeedHelp' THEN 0 WHEN 'Silent' THEN 1 WHEN 'CanHelp' THEN 2 ELSE 3 END,
                CASE WHEN p.Standing = 'Silent' AND p.AskedAt IS NULL THEN 0 ELSE 1 END, p.AskedAt, o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { incident, take = 1000 });

    /// <summary>A partner on an incident's list, or null.</summary>
    public static Task<IncidentPartner?> Find(UnitOfWork work, long incident, long organisation) =>
        work.Find<IncidentPartner>(
            $"SELECT {PartnerColumns} FROM IncidentPartner p JOIN Organisation o ON o.Id = p.OrganisationId WHERE p.IncidentId = @incident AND p.OrganisationId = @organisation",
            new { incident, organisation });

    /// <summary>The counts of an incident.</summary>
    public static async Task<IncidentCounts> Counts(UnitOfWork work, long incident) =>
        await work.Find<IncidentCounts>(
            """
            SELECT COUNT(*) AS Listed, COUNT(p.AskedAt) AS Asked, COUNT(p.AnsweredAt) AS Answered,
                COUNT(CASE WHEN p.AskedAt IS NOT NULL AND p.AnsweredAt IS NULL THEN 1 END) AS Silent,
                COUNT(CASE WHEN p.Standing = 'NeedHelp' THEN 1 END) AS NeedHelp, COUNT(CASE WHEN p.Standing = 'CanHelp' THEN 1 END) AS CanHelp
            FROM IncidentPartner p
            WHERE p.IncidentId = @incident
            """,
            new { incident }) ?? new IncidentCounts();

    /// <summary>Puts a partner onto the list; false when it is on it already.</summary>
    public static Task<bool> List(UnitOfWork work, long incident, long organisation, string reasons, bool asked, DateTimeOffset? nextAt) =>
        work.TryInsert(
            """
            INSERT INTO IncidentPartner (IncidentId, OrganisationId, Reasons, ListedAt, AskedAt, Standing, NextAt, Version)
            VALUES (@incident, @organisation, @reasons, @now, @askedAt, 'Silent', @nextAt, 1)
            """,
            new { incident, organisation, reasons, nextAt, now = work.Now, askedAt = asked ? work.Now : (DateTimeOffset?)null });

    /// <summary>Silent partners of incidents that go on whose next contact is due.</summary>
    public static Task<IReadOnlyList<IncidentPartner>> Due(UnitOfWork work, int take) =>
        work.List<IncidentPartner>(
            $"""
            SELECT {PartnerColumns}
            FROM IncidentPartner p
            JOIN Incident i ON i.Id = p.IncidentId
            JOIN Organisation o ON o.Id = p.OrganisationId
            WHERE p.NextAt <= @now AND p.AnsweredAt IS NULL AND i.State = 'Open'
            ORDER BY p.NextAt, p.IncidentId, p.OrganisationId
            {Dialect.Page}
            """,
            new { now = work.Now, take });

    /// <summary>Settles when a silent partner's next contact is alerted; false when it answered meanwhile or somebody was quicker.</summary>
    public static Task<bool> Wait(UnitOfWork work, IncidentPartner partner, DateTimeOffset? nextAt) =>
        work.Guarded(
            """
            UPDATE IncidentPartner SET NextAt = @nextAt, Version = Version + 1
            WHERE IncidentId = @IncidentId AND OrganisationId = @OrganisationId AND AnsweredAt IS NULL AND Version = @Version
            """,
            new { partner.IncidentId, partner.OrganisationId, partner.Version, nextAt });

    /// <summary>Makes the next contact of a silent partner due now.</summary>
    public static Task<int> Hurry(UnitOfWork work, long incident, long organisation) =>
        work.Execute(
            "UPDATE IncidentPartner SET NextAt = @now, Version = Version + 1 WHERE IncidentId = @incident AND OrganisationId = @organisation AND AnsweredAt IS NULL AND NextAt > @now",
            new { incident, organisation, now = work.Now });

    /// <summary>Keeps how a partner stands after an answer; false when somebody was quicker.</summary>
    public static Task<bool> Stand(UnitOfWork work, IncidentPartner partner, PartnerStanding standing) =>
        work.Guarded(
            """
            UPDATE IncidentPartner
            SET Standing = @standing, AskedAt = COALESCE(AskedAt, @now), AnsweredAt = COALESCE(AnsweredAt, @now), LastAnswerAt = @now, NextAt = NULL, Version = Version + 1
            WHERE IncidentId = @IncidentId AND OrganisationId = @OrganisationId AND Version = @Version
            """,
            new { partner.IncidentId, partner.OrganisationId, partner.Version, standing, now = work.Now });

    /// <summary>Which contacts of some partners were alerted in an incident.</summary>
    public static Task<IReadOnlyList<IncidentAlert>> Alerts(UnitOfWork work, long incident, IReadOnlyCollection<long> organisations) =>
        work.List<IncidentAlert>(
            """
            SELECT a.Id, a.IncidentId, a.OrganisationId, a.ContactId, a.Way, a.AlertedAt, a.FailedAt
            FROM IncidentAlert a
            WHERE a.IncidentId = @incident AND a.OrganisationId IN @organisations
            ORDER BY a.Id
            """,
            new { incident, organisations });

    /// <summary>Notes an alert.</summary>
    public static Task Alert(UnitOfWork work, long incident, long organisation, long contact, AlertWay way, long message) =>
        work.Execute(
            "INSERT INTO IncidentAlert (Id, IncidentId, OrganisationId, ContactId, Way, MessageId, AlertedAt) VALUES (@id, @incident, @organisation, @contact, @way, @message, @now)",
            new { id = work.NewId(), incident, organisation, contact, way, message, now = work.Now });

    /// <summary>Alerts of incidents that go on which the mail server, the gateway or a bounce says have not arrived, and which nobody noted yet.</summary>
    public static Task<IReadOnlyList<IncidentAlert>> NotDelivered(UnitOfWork work, int take) =>
        work.List<IncidentAlert>(
            $"""
            SELECT a.Id, a.IncidentId, a.OrganisationId, a.ContactId, a.Way, a.AlertedAt, a.FailedAt
            FROM IncidentAlert a
            JOIN Incident i ON i.Id = a.IncidentId
            LEFT JOIN OutboxMessage m ON m.Id = a.MessageId AND a.Way = 'Email'
            LEFT JOIN TextMessage t ON t.Id = a.MessageId AND a.Way = 'Text'
            LEFT JOIN PartnerContact c ON c.Id = a.ContactId
            WHERE i.State = 'Open' AND a.FailedAt IS NULL
                AND (m.State IN ('Dead', 'InDoubt') OR t.State = 'Dead' OR (a.Way = 'Email' AND c.EmailFailedAt >= a.AlertedAt))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take });

    /// <summary>Notes that an alert has not arrived; false when that is known.</summary>
    public static Task<bool> MarkFailed(UnitOfWork work, long alert) =>
        work.Guarded("UPDATE IncidentAlert SET FailedAt = @now WHERE Id = @alert AND FailedAt IS NULL", new { alert, now = work.Now });

    /// <summary>Makes the link of a contact.</summary>
    public static Task Link(UnitOfWork work, long id, long incident, long organisation, long contact) =>
        work.Execute(
            "INSERT INTO IncidentLink (Id, IncidentId, OrganisationId, ContactId, MadeAt) VALUES (@id, @incident, @organisation, @contact, @now)",
            new { id, incident, organisation, contact, now = work.Now });

    /// <summary>The link of an id, or null.</summary>
    public static Task<IncidentLink?> FindLink(UnitOfWork work, long id) =>
        work.Find<IncidentLink>(
            """
            SELECT k.Id, k.IncidentId, k.OrganisationId, k.ContactId, c.RemovedAt
            FROM IncidentLink k
            JOIN PartnerContact c ON c.Id = k.ContactId AND c.OrganisationId = k.OrganisationId
            WHERE k.Id = @id
            """,
            new { id });

    /// <summary>The links of some contacts in an incident.</summary>
    public static Task<IReadOnlyList<IncidentLink>> Links(UnitOfWork work, long incident, IReadOnlyCollection<long> contacts) =>
        work.List<IncidentLink>(
            """
            SELECT k.Id, k.IncidentId, k.OrganisationId, k.ContactId, c.RemovedAt
            FROM IncidentLink k
            JOIN PartnerContact c ON c.Id = k.ContactId
            WHERE k.IncidentId = @incident AND k.ContactId IN @contacts
            """,
            new { incident, contacts });
}
