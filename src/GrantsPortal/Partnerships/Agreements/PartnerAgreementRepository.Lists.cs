using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Which agreements a list shows.</summary>
public enum AgreementFilter
{
    /// <summary>All but those ended or lapsed.</summary>
    Standing,

    /// <summary>In force today.</summary>
    InForce,

    /// <summary>In force, their last day within ninety days.</summary>
    Ending,

    /// <summary>In force with an overdue goal.</summary>
    Overdue,

    /// <summary>Waiting for signatures.</summary>
    Offered,

    /// <summary>Drafts.</summary>
    Draft,

    /// <summary>Lapsed or ended.</summary>
    Over,
}

/// <summary>Where a page of the list ends.</summary>
/// <param name="EndsOn">The last day of its last agreement.</param>
/// <param name="Id">Its id.</param>
public sealed record AgreementKey(DateOnly EndsOn, long Id);

/// <summary>An agreement as the list shows it.</summary>
public sealed class AgreementLine
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as PA-2026-0003.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is.</summary>
    public PartnerAgreementKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What somebody's act made of it.</summary>
    public PartnerAgreementState State { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>How many goals it has.</summary>
    public int Goals { get; init; }

    /// <summary>How many are reached.</summary>
    public int Met { get; init; }

    /// <summary>How many are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>Whether a version follows.</summary>
    public bool Followed { get; init; }

    /// <summary>How it stands on a day.</summary>
    public PartnerAgreementStanding Standing(DateOnly today) => PartnerAgreementRules.Standing(State, StartsOn, EndsOn, today);
}

/// <summary>How many each filter shows.</summary>
public sealed class AgreementCounts
{
    /// <summary>All but those ended or lapsed.</summary>
    public int Standing { get; init; }

    /// <summary>In force.</summary>
    public int InForce { get; init; }

    /// <summary>Ending within ninety days.</summary>
    public int Ending { get; init; }

    /// <summary>With an overdue goal.</summary>
    public int Overdue { get; init; }

    /// <summary>Waiting for signatures.</summary>
    public int Offered { get; init; }

    /// <summary>Drafts.</summary>
    public int Draft { get; init; }

    /// <summary>Lapsed or ended.</summary>
    public int Over { get; init; }

    /// <summary>How many a filter shows.</summary>
    public int Of(AgreementFilter filter) => filter switch
    {
        AgreementFilter.Standing => Standing,
        AgreementFilter.InForce => InForce,
        AgreementFilter.Ending => Ending,
        AgreementFilter.Overdue => Overdue,
        AgreementFilter.Offered => Offered,
        AgreementFilter.Draft => Draft,
        _ => Over,
    };
}

/// <summary>Lists of agreements.</summary>
public static partial class PartnerAgreementRepository
{
    private const string Line =
        """
        SELECT a.Id, a.Reference, a.Kind, a.Title, a.State, a.StartsOn, a.EndsOn,
            (SELECT COUNT(*) FROM PartnerGoal g WHERE g.AgreementId = a.Id) AS Goals,
            (SELECT COUNT(*) FROM PartnerGoal g WHERE g.AgreementId = a.Id AND g.State = 'Met') AS Met,
            (SELECT COUNT(*) FROM PartnerGoal g WHERE g.AgreementId = a.Id AND a.State = 'InForce' AND g.State = 'Open' AND g.DueOn < @today) AS Overdue,
            CASE WHEN EXISTS (SELECT 1 FROM PartnerAgreement n WHERE n.FollowsId = a.Id AND n.State <> 'Ended') THEN 1 ELSE 0 END AS Followed
        FROM PartnerAgreement a
        """;

    private const string Lapsed = "(a.State = 'InForce' AND a.EndsOn < @today)";

    private const string Holds = "(a.State = 'InForce' AND a.StartsOn <= @today AND a.EndsOn >= @today)";

    private const string Late = "(a.State = 'InForce' AND a.EndsOn >= @today AND EXISTS (SELECT 1 FROM PartnerGoal l WHERE l.AgreementId = a.Id AND l.State = 'Open' AND l.DueOn < @today))";

    private const string OfPartner = "(@organisation IS NULL OR EXISTS (SELECT 1 FROM PartnerAgreementParty q WHERE q.AgreementId = a.Id AND q.OrganisationId = @organisation))";

    private const string Shown =
        $"""
        ((@show = 'Standing' AND a.State <> 'Ended' AND NOT {Lapsed}) OR (@show = 'InForce' AND {Holds}) OR (@show = 'Ending' AND {Holds} AND a.EndsOn <= @soon)
            OR (@show = 'Overdue' AND {Late}) OR (@show = 'Offered' AND a.State = 'Offered') OR (@show = 'Draft' AND a.State = 'Draft')
            OR (@show = 'Over' AND (a.State = 'Ended' OR {Lapsed})))
        """;

    /// <summary>A page of agreements, those first that end soonest.</summary>
    public static Task<IReadOnlyList<AgreementLine>> Page(UnitOfWork work, AgreementFilter show, long? organisation, DateOnly today, AgreementKey? after, int take) =>
        work.List<AgreementLine>(
            $"""
            {Line}
            WHERE {Shown} AND {OfPartner} AND (@afterOn IS NULL OR a.EndsOn > @afterOn OR (a.EndsOn = @afterOn AND a.Id > @afterId))
            ORDER BY a.EndsOn, a.Id
            {Dialect.Page}
            """,
            new { show, organisation, today, soon = today.AddDays(PartnerAgreementRules.EndDays[0]), afterOn = after?.EndsOn, afterId = after?.Id ?? 0, take });

    /// <summary>How many each filter shows.</summary>
    public static async Task<AgreementCounts> Counts(UnitOfWork work, long? organisation, DateOnly today) =>
        await work.Find<AgreementCounts>(
            $"""
            SELECT COALESCE(SUM(CASE WHEN a.State <> 'Ended' AND NOT {Lapsed} THEN 1 ELSE 0 END), 0) AS Standing, COALESCE(SUM(CASE WHEN {Holds} THEN 1 ELSE 0 END), 0) AS InForce,
                COALESCE(SUM(CASE WHEN {Holds} AND a.EndsOn <= @soon THEN 1 ELSE 0 END), 0) AS Ending,
                COALESCE(SUM(CASE WHEN a.State = 'InForce' AND a.EndsOn >= @today AND late.LateOnes > 0 THEN 1 ELSE 0 END), 0) AS Overdue,
                COALESCE(SUM(CASE WHEN a.State = 'Offered' THEN 1 ELSE 0 END), 0) AS Offered, COALESCE(SUM(CASE WHEN a.State = 'Draft' THEN 1 ELSE 0 END), 0) AS Draft,
                COALESCE(SUM(CASE WHEN a.State = 'Ended' OR {Lapsed} THEN 1 ELSE 0 END), 0) AS "Over"
            FROM PartnerAgreement a
            LEFT JOIN (SELECT g.AgreementId, COUNT(*) AS LateOnes FROM PartnerGoal g WHERE g.State = 'Open' AND g.DueOn < @today GROUP BY g.AgreementId) late ON late.AgreementId = a.Id
            WHERE {OfPartner}
            """,
            new { organisation, today, soon = today.AddDays(PartnerAgreementRules.EndDays[0]) }) ?? new AgreementCounts();

    /// <summary>What a member's organisations agreed with the city, drafts left out, those first that end last; at most 100.</summary>
    public static Task<IReadOnlyList<AgreementLine>> ForMember(UnitOfWork work, long person, DateOnly today) =>
        work.List<AgreementLine>(
            $"""
            {Line}
            WHERE (a.State <> 'Draft' AND (a.State <> 'Ended' OR a.InForceAt IS NOT NULL))
                AND EXISTS (SELECT 1 FROM PartnerAgreementParty q JOIN Membership m ON m.OrganisationId = q.OrganisationId WHERE q.AgreementId = a.Id AND m.PersonId = @person)
            ORDER BY a.EndsOn DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { person, today, take = 100 });

    /// <summary>Offered agreements by when they were offered, oldest first; at most 100 ids.</summary>
    public static Task<IReadOnlyList<long>> Offered(UnitOfWork work) =>
        work.List<long>($"SELECT a.Id FROM PartnerAgreement a WHERE a.State = 'Offered' ORDER BY a.OfferedAt, a.Id {Dialect.Page}", new { take = 100 });

    /// <summary>Agreements in force whose last day lies between two days and that no version follows, soonest first; at most 500.</summary>
    public static Task<IReadOnlyList<PartnerAgreement>> Ending(UnitOfWork work, DateOnly from, DateOnly until) =>
        work.List<PartnerAgreement>(
            $"""
            SELECT {Columns} {From}
            WHERE a.State = 'InForce' AND a.EndsOn >= @from AND a.EndsOn <= @until AND n.Id IS NULL
            ORDER BY a.EndsOn, a.Id
            {Dialect.Page}
            """,
            new { from, until, take = 500 });

    /// <summary>A partner's agreements that came into force before an instant (at any time where it is null), the latest first.</summary>
    public static Task<IReadOnlyList<PartnerAgreement>> InForce(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<PartnerAgreement>(
            $"""
            SELECT {Columns} {From}
            JOIN PartnerAgreementParty q ON q.AgreementId = a.Id AND q.OrganisationId = @organisation
            WHERE a.InForceAt IS NOT NULL AND (@before IS NULL OR a.InForceAt < @before)
            ORDER BY a.InForceAt DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>A partner's agreements that were in force and were ended before an instant (at any time where it is null), the latest first.</summary>
    public static Task<IReadOnlyList<PartnerAgreement>> Ended(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<PartnerAgreement>(
            $"""
            SELECT {Columns} {From}
            JOIN PartnerAgreementParty q ON q.AgreementId = a.Id AND q.OrganisationId = @organisation
            WHERE a.InForceAt IS NOT NULL AND a.EndedAt IS NOT NULL AND (@before IS NULL OR a.EndedAt < @before)
            ORDER BY a.EndedAt DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
