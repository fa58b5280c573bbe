using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Caseload;

/// <summary>A partner on caseloads, as it is read.</summary>
public sealed class CaseloadRow
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>How many commitments are open.</summary>
    public int OpenOnes { get; init; }

    /// <summary>How many of them are overdue.</summary>
    public int OverdueOnes { get; init; }

    /// <summary>When the next is due.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>How many contacts are to be confirmed anew.</summary>
    public int Stale { get; init; }

    /// <summary>How many addresses do not work.</summary>
    public int Undeliverable { get; init; }
}

/// <summary>What was said at a handover.</summary>
public sealed class HandoverRow
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who handed over.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Who took on.</summary>
    public string ToName { get; init; } = "";

    /// <summary>What was said.</summary>
    public string? Note { get; init; }

    /// <summary>How many restricted notes passed on.</summary>
    public int NotesPassed { get; init; }

    /// <summary>How many were forgotten.</summary>
    public int NotesEnded { get; init; }
}

/// <summary>Caseloads, handovers, covers.</summary>
public static class CaseloadRepository
{
    /// <summary>The partners of some officers as focal point or deputy; at most 500, those that ended left out unless something is promised.</summary>
    public static Task<IReadOnlyList<CaseloadRow>> Of(UnitOfWork work, IReadOnlyCollection<long> officers, DateOnly today, DateTimeOffset staleBefore) =>
        work.List<CaseloadRow>(
            $"""
            SELECT q.OrganisationId, COALESCE(c.OpenOnes, 0) AS OpenOnes, COALESCE(c.OverdueOnes, 0) AS OverdueOnes, c.NextDue,
                (SELECT COUNT(*) FROM PartnerContact k WHERE k.OrganisationId = q.OrganisationId AND k.RemovedAt IS NULL AND COALESCE(k.ConfirmedAt, k.CreatedAt) <= @staleBefore) AS Stale,
                (SELECT COUNT(*) FROM PartnerContact k WHERE k.OrganisationId = q.OrganisationId AND k.RemovedAt IS NULL AND k.EmailFailedAt IS NOT NULL) AS Undeliverable
            FROM Partner q
            LEFT JOIN (
                SELECT m.OrganisationId, COUNT(*) AS OpenOnes, SUM(CASE WHEN m.DueOn < @today THEN 1 ELSE 0 END) AS OverdueOnes, MIN(m.DueOn) AS NextDue
                FROM Commitment m
                WHERE m.State = 'Open'
                GROUP BY m.OrganisationId) c ON c.OrganisationId = q.OrganisationId
            WHERE (q.FocalPointId IN @officers OR q.DeputyId IN @officers) AND (q.State <> 'Ended' OR c.OpenOnes > 0)
            ORDER BY q.OrganisationId
            {Dialect.Page}
            """,
            new { officers, today, staleBefore, take = 500 });

    /// <summary>How many active or prospective partners nobody is responsible for.</summary>
    public static Task<int> WithoutFocalPoint(UnitOfWork work) =>
        work.Scalar<int>("SELECT COUNT(*) FROM Partner q WHERE q.FocalPointId IS NULL AND q.State IN ('Prospect', 'Active')");

    /// <summary>Keeps a handover.</summary>
    internal static Task InsertHandover(UnitOfWork work, long id, long organisation, HandoverPlan plan, bool asDeputy, int passed, int ended) =>
        work.Execute(
            """
            INSERT INTO PartnerHandover (Id, OrganisationId, FromId, ToId, AsDeputy, Note, NotesPassed, NotesEnded, At, HandedBy)
            VALUES (@id, @organisation, @FromId, @ToId, @asDeputy, @note, @passed, @ended, @now, @by)
            """,
            new { id, organisation, plan.FromId, plan.ToId, asDeputy, note = string.IsNullOrWhiteSpace(plan.Partners[organisation]) ? null : plan.Partners[organisation]!.Trim(), passed, ended, now = work.Now, by = work.Actor.Person });

    /// <summary>What was said at the handovers of a partner, the latest first; at most 50.</summary>
    public static Task<IReadOnlyList<HandoverRow>> Handovers(UnitOfWork work, long organisation) =>
        work.List<HandoverRow>(
            $"""
            SELECT h.At, f.Name AS FromName, t.Name AS ToName, h.Note, h.NotesPassed, h.NotesEnded
            FROM PartnerHandover h
            JOIN Person f ON f.Id = h.FromId
            JOIN Person t ON t.Id = h.ToId
            WHERE h.OrganisationId = @organisation
            ORDER BY h.At DESC, h.Id DESC
            {Dialect.Page}
            """,
            new { organisation, take = 50 });

    /// <summary>How many handovers of a partner there were.</summary>
    public static Task<int> CountHandovers(UnitOfWork work, long organisation) =>
        work.Scalar<int>("SELECT COUNT(*) FROM PartnerHandover h WHERE h.OrganisationId = @organisation", new { organisation });

    /// <summary>Keeps a cover.</summary>
    internal static Task InsertCover(UnitOfWork work, PartnerCover cover) =>
        work.Execute(
            "INSERT INTO PartnerCover (Id, PersonId, CoverId, FromOn, UntilOn, Note, CreatedAt, CreatedBy) VALUES (@Id, @PersonId, @CoverId, @FromOn, @UntilOn, @Note, @now, @by)",
            new { cover.Id, cover.PersonId, cover.CoverId, cover.FromOn, cover.UntilOn, cover.Note, now = work.Now, by = work.Actor.Person });

    /// <summary>Ends a cover.</summary>
    internal static Task EndCover(UnitOfWork work, long id) => work.Execute("UPDATE PartnerCover SET EndedAt = @now WHERE Id = @id AND EndedAt IS NULL", new { id, now = work.Now });
}
