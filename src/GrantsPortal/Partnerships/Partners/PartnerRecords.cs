using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>What the city keeps of organisations as partners. Every organisation registered in the portal has a row.</summary>
public static partial class PartnerRecords
{
    private const string Columns =
        """
        o.Id AS OrganisationId, o.Name, COALESCE(q.State, 'Prospect') AS State, COALESCE(q.StateSince, o.CreatedAt) AS StateSince, q.StateReason, COALESCE(q.Tier, 'Light') AS Tier,
        q.FocalPointId, q.DeputyId, q.LastContactAt, q.NextContactOn, COALESCE(q.LanguageCodes, '') AS LanguageCodes, COALESCE(q.ThemeCodes, '') AS ThemeCodes,
        COALESCE(q.DistrictNames, '') AS DistrictNames, q.Communities, COALESCE(q.Version, 0) AS Version
        """;

    private const string From = "FROM Organisation o LEFT JOIN Partner q ON q.OrganisationId = o.Id";

    /// <summary>The partner; null where there is no such organisation.</summary>
    public static Task<Partner?> Find(UnitOfWork work, long organisation) =>
        work.Find<Partner>($"SELECT {Columns} {From} WHERE o.Id = @organisation", new { organisation });

    /// <summary>Partners by organisation; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<Partner>> Find(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<Partner>($"SELECT {Columns} {From} WHERE o.Id IN @organisations", new { organisations });

    /// <summary>Gives an organisation its row; nothing where it has one.</summary>
    public static Task Insert(UnitOfWork work, long organisation, string districts = "") =>
        work.Execute(
            """
            INSERT INTO Partner (OrganisationId, State, StateSince, Tier, LanguageCodes, ThemeCodes, DistrictNames, Version)
            SELECT o.Id, 'Prospect', o.CreatedAt, 'Light', '', '', @districts, 1
            FROM Organisation o
            WHERE o.Id = @organisation AND NOT EXISTS (SELECT 1 FROM Partner q WHERE q.OrganisationId = o.Id)
            """,
            new { organisation, districts });

    /// <summary>Writes everything of it; false when somebody was quicker.</summary>
    public static async Task<bool> Update(UnitOfWork work, Partner partner, int version)
    {
        if (version == 0)
        {
            await Insert(work, partner.OrganisationId);
        }

        return await work.Guarded(
            """
            UPDATE Partner
            SET State = @State, StateSince = @StateSince, StateReason = @StateReason, Tier = @Tier, FocalPointId = @FocalPointId, DeputyId = @DeputyId,
                NextContactOn = @NextContactOn, LanguageCodes = @LanguageCodes, ThemeCodes = @ThemeCodes, DistrictNames = @DistrictNames, Communities = @Communities,
                Version = Version + 1
            WHERE OrganisationId = @OrganisationId AND Version = @guard
            """,
            new
            {
                partner.OrganisationId,
                partner.State,
                partner.StateSince,
                partner.StateReason,
                partner.Tier,
                partner.FocalPointId,
                partner.DeputyId,
                partner.NextContactOn,
                partner.LanguageCodes,
                partner.ThemeCodes,
                partner.DistrictNames,
                partner.Communities,
                guard = version == 0 ? 1 : version,
            });
    }

    /// <summary>
    /// Notes that a partner was spoken to: the latest contact counts, whatever order they are noted in. The next contact becomes
    /// <paramref name="next"/>; without one, a day that is past by this contact is forgotten.
    /// </summary>
    public static async Task Contacted(UnitOfWork work, long organisation, DateTimeOffset at, DateOnly on, DateOnly? next)
    {
        await Insert(work, organisation);
        await work.Execute(
            """
            UPDATE Partner
            SET LastContactAt = CASE WHEN LastContactAt IS NULL OR LastContactAt < @at THEN @at ELSE LastContactAt END,
                NextContactOn = CASE WHEN @next IS NOT NULL THEN @next WHEN NextContactOn <= @on THEN NULL ELSE NextContactOn END
            WHERE OrganisationId = @organisation
            """,
            new { organisation, at, on, next });
    }

    /// <summary>Who acts for each of some partners on a day (focal point, cover, deputy); those without anybody are left out. At most 1,000 ids.</summary>
    public static async Task<IReadOnlyDictionary<long, FocalPoint>> FocalPoints(UnitOfWork work, IReadOnlyCollection<long> organisations, DateOnly today)
    {
        if (organisations.Count == 0)
        {
            return new Dictionary<long, FocalPoint>();
        }

        var rows = await work.List<Officers>(
            """
            SELECT q.OrganisationId, f.Id AS FocalPointId, d.Id AS DeputyId
            FROM Partner q
            LEFT JOIN Person f ON f.Id = q.FocalPointId AND f.DisabledAt IS NULL AND f.ErasedAt IS NULL
            LEFT JOIN Person d ON d.Id = q.DeputyId AND d.DisabledAt IS NULL AND d.ErasedAt IS NULL
            WHERE q.OrganisationId IN @organisations
            """,
            new { organisations });
        var covers = await Covers(work, today);
        return rows.Select(row => CoverRules.Acting(row.OrganisationId, row.FocalPointId, row.DeputyId, covers, today)).OfType<FocalPoint>().ToDictionary(one => one.OrganisationId);
    }

    /// <summary>The covers that hold on a day or begin later, by who is away; at most 500.</summary>
    public static Task<IReadOnlyList<PartnerCover>> Covers(UnitOfWork work, DateOnly from) =>
        work.List<PartnerCover>(
            $"""
            SELECT c.Id, c.PersonId, p.Name AS PersonName, c.CoverId, v.Name AS CoverName, c.FromOn, c.UntilOn, c.Note, c.EndedAt
            FROM PartnerCover c
            JOIN Person p ON p.Id = c.PersonId
            JOIN Person v ON v.Id = c.CoverId AND v.DisabledAt IS NULL AND v.ErasedAt IS NULL
            WHERE c.UntilOn >= @from AND c.EndedAt IS NULL
            ORDER BY c.FromOn, c.Id
            {Dialect.Page}
            """,
            new { from, take = 500 });

    private sealed class Officers
    {
        public long OrganisationId { get; init; }

        public long? FocalPointId { get; init; }

        public long? DeputyId { get; init; }
    }
}

/// <summary>Every organisation that is registered is a prospect from that moment, and its Owner the first whom the city writes to.</summary>
public sealed class PartnersAreKept : ISubscriber<OrganisationRegistered>
{
    /// <inheritdoc/>
    public async Task On(OrganisationRegistered happened, UnitOfWork work)
    {
        await PartnerRecords.Insert(work, happened.Organisation.Id, Platform.Text.CodeList.Kept(happened.Organisation.District is { } district ? [district] : []));
        await Contacts.ContactMoves.AddOwner(work, happened.Organisation.Id, work.Actor.Person);
    }
}
