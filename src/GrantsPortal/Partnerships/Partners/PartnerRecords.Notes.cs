using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Partners;

public static partial class PartnerRecords
{
    /// <summary>The restricted notes of some partners without their words: that there are some, by whom, from when; at most 1,000.</summary>
    public static Task<IReadOnlyList<PartnerNote>> NotesOf(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<PartnerNote>(
            $"""
            SELECT n.Id, n.OrganisationId, n.Kind, '' AS Words, n.WrittenAt, n.WrittenBy, p.Name AS WrittenByName, n.Version
            FROM PartnerNote n
            JOIN Person p ON p.Id = n.WrittenBy
            WHERE n.OrganisationId IN @organisations
            ORDER BY n.OrganisationId, n.Kind, n.Id
            {Dialect.Page}
            """,
            new { organisations, take = 1_000 });

    /// <summary>The restricted notes of a kind with their words, the latest first; at most 50. Whoever asks notes the reading in the audit trail.</summary>
    internal static Task<IReadOnlyList<PartnerNote>> ReadNotes(UnitOfWork work, long organisation, PartnerNoteKind kind) =>
        work.List<PartnerNote>(
            $"""
            SELECT n.Id, n.OrganisationId, n.Kind, n.Words, n.WrittenAt, n.WrittenBy, p.Name AS WrittenByName, n.Version
            FROM PartnerNote n
            JOIN Person p ON p.Id = n.WrittenBy
            WHERE n.OrganisationId = @organisation AND n.Kind = @kind
            ORDER BY n.Id DESC
            {Dialect.Page}
            """,
            new { organisation, kind, take = 50 });

    /// <summary>Keeps a restricted note.</summary>
    internal static Task InsertNote(UnitOfWork work, long id, long organisation, PartnerNoteKind kind, string words) =>
        work.Execute(
            "INSERT INTO PartnerNote (Id, OrganisationId, Kind, Words, WrittenAt, WrittenBy, Version) VALUES (@id, @organisation, @kind, @words, @now, @by, 1)",
            new { id, organisation, kind, words, now = work.Now, by = work.Actor.Person });

    /// <summary>Forgets restricted notes of a partner; says how many.</summary>
    internal static Task<int> DeleteNotes(UnitOfWork work, long organisation, IReadOnlyCollection<long> notes) =>
        work.Execute("DELETE FROM PartnerNote WHERE OrganisationId = @organisation AND Id IN @notes", new { organisation, notes });
}
