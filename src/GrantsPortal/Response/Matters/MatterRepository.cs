using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Matters;

/// <summary>Needs and offers in incidents, and what was put together.</summary>
public static class MatterRepository
{
    private const string Columns =
        "m.Id, m.IncidentId, m.OrganisationId, o.Name AS OrganisationName, o.LettersBy, m.Side, m.Capability, m.Words, m.Languages, m.District, m.State, m.ByAnswer, m.NotedAt, m.Version";

    /// <summary>An incident's needs and offers, the oldest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<IncidentMatter>> Of(UnitOfWork work, long incident) =>
        work.List<IncidentMatter>(
            $"SELECT {Columns} FROM IncidentMatter m JOIN Organisation o ON o.Id = m.OrganisationId WHERE m.IncidentId = @incident ORDER BY m.Id {Dialect.Page}",
            new { incident, take = 2000 });

    /// <summary>One of an incident, or null.</summary>
    public static Task<IncidentMatter?> Find(UnitOfWork work, long incident, long id) =>
        work.Find<IncidentMatter>($"SELECT {Columns} FROM IncidentMatter m JOIN Organisation o ON o.Id = m.OrganisationId WHERE m.IncidentId = @incident AND m.Id = @id", new { incident, id });

    /// <summary>
    /// What partners on an incident's list said beforehand that they can do, as offers with their organisation's id: of those who need
    /// no help themselves, and where the same was not offered in the incident.
    /// </summary>
    public static Task<IReadOnlyList<IncidentMatter>> SaidBeforehand(UnitOfWork work, long incident) =>
        work.List<IncidentMatter>(
            $"""
            SELECT f.OrganisationId AS Id, p.IncidentId, f.OrganisationId, o.Name AS OrganisationName, o.LettersBy, 'Offer' AS Side, f.Capability, f.Words, f.Languages,
                o.District, 'Open' AS State, CAST(0 AS bit) AS ByAnswer, p.ListedAt AS NotedAt, 0 AS Version
            FROM CrisisOffer f
            JOIN IncidentPartner p ON p.OrganisationId = f.OrganisationId AND p.IncidentId = @incident
            JOIN Organisation o ON o.Id = f.OrganisationId
            WHERE p.Standing <> 'NeedHelp' AND NOT EXISTS (
                SELECT 1 FROM IncidentMatter m
                WHERE m.IncidentId = @incident AND m.OrganisationId = f.OrganisationId AND m.Side = 'Offer' AND m.Capability = f.Capability)
            ORDER BY f.OrganisationId, f.Capability
            {Dialect.Page}
            """,
            new { incident, take = 2000 });

    /// <summary>Adds one; its id.</summary>
    public static async Task<long> Insert(UnitOfWork work, IncidentMatter matter)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO IncidentMatter (Id, IncidentId, OrganisationId, Side, Capability, Words, Languages, District, State, ByAnswer, NotedAt, NotedBy, Version)
            VALUES (@id, @IncidentId, @OrganisationId, @Side, @Capability, @Words, @Languages, @District, 'Open', @ByAnswer, @now, @by, 1)
            """,
            new
            {
                id,
                matter.IncidentId,
                matter.OrganisationId,
                matter.Side,
                matter.Capability,
                matter.Words,
                matter.Languages,
                matter.District,
                matter.ByAnswer,
                now = work.Now,
                by = work.Actor.PersonId,
            });
        return id;
    }

    /// <summary>What of a side a partner has open in an incident.</summary>
    public static Task<IReadOnlyList<IncidentMatter>> OpenOf(UnitOfWork work, long incident, long organisation, MatterSide side) =>
        work.List<IncidentMatter>(
            $"""
            SELECT {Columns}
            FROM IncidentMatter m
            JOIN Organisation o ON o.Id = m.OrganisationId
            WHERE m.IncidentId = @incident AND m.OrganisationId = @organisation AND m.Side = @side AND m.State <> 'Settled'
            ORDER BY m.Id
            {Dialect.Page}
            """,
            new { incident, organisation, side, take = 100 });

    /// <summary>Moves one to another state; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, IncidentMatter matter, MatterState to) =>
        work.Guarded(
            "UPDATE IncidentMatter SET State = @to, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @Version",
            new { matter.Id, matter.State, matter.Version, to });

    /// <summary>Puts two together; false when they are.</summary>
    public static Task<bool> Match(UnitOfWork work, long incident, long need, long offer) =>
        work.TryInsert(
            "INSERT INTO IncidentMatch (Id, IncidentId, NeedId, OfferId, ConfirmedAt, ConfirmedBy) VALUES (@id, @incident, @need, @offer, @now, @by)",
            new { id = work.NewId(), incident, need, offer, now = work.Now, by = work.Actor.Person });

    /// <summary>What was put together in an incident.</summary>
    public static Task<IReadOnlyList<IncidentMatch>> Matches(UnitOfWork work, long incident) =>
        work.List<IncidentMatch>(
            $"""
            SELECT x.Id, x.NeedId, x.OfferId, x.ConfirmedAt, p.Name AS ConfirmedBy
            FROM IncidentMatch x
            JOIN Person p ON p.Id = x.ConfirmedBy
            WHERE x.IncidentId = @incident
            ORDER BY x.Id
            {Dialect.Page}
            """,
            new { incident, take = 2000 });

    /// <summary>What a partner said beforehand of a capability, or null.</summary>
    public static Task<CrisisOffer?> Beforehand(UnitOfWork work, long organisation, CrisisCapability capability) =>
        work.Find<CrisisOffer>("SELECT f.OrganisationId, f.Capability, f.Words, f.Languages FROM CrisisOffer f WHERE f.OrganisationId = @organisation AND f.Capability = @capability", new { organisation, capability });
}
