using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships;

/// <summary>Which partners the list shows.</summary>
public enum PartnerFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those with an open commitment.</summary>
    Open,

    /// <summary>Those with an overdue commitment.</summary>
    Overdue,

    /// <summary>Those with an open commitment that the reader follows up.</summary>
    Mine,
}

/// <summary>A partner as the list shows it.</summary>
public sealed class PartnerRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name as names are compared; part of the list's key.</summary>
    public string FoldedName { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public OrganisationKind Kind { get; init; }

    /// <summary>District.</summary>
    public string? District { get; init; }

    /// <summary>How many commitments are open.</summary>
    public int Open { get; init; }

    /// <summary>How many of them are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>When the next is due; part of the list's key.</summary>
    public DateOnly? NextDue { get; init; }
}

/// <summary>How many partners each filter shows.</summary>
public sealed class PartnerCounts
{
    /// <summary>All.</summary>
    public int Every { get; init; }

    /// <summary>With an open commitment.</summary>
    public int Open { get; init; }

    /// <summary>With an overdue one.</summary>
    public int Overdue { get; init; }

    /// <summary>With an open one that the reader follows up.</summary>
    public int Mine { get; init; }
}

/// <summary>Where a page of the list ends.</summary>
/// <param name="Due">When the next commitment of its last partner is due.</param>
/// <param name="Name">Its folded name.</param>
/// <param name="Id">Its id.</param>
public sealed record PartnerKey(DateOnly? Due, string Name, long Id);

/// <summary>Partner organisations by the urgency of what is promised.</summary>
public static class PartnerRepository
{
    private const string Promised =
        """
        LEFT JOIN (
            SELECT c.OrganisationId, COUNT(*) AS OpenOnes, SUM(CASE WHEN c.DueOn < @today THEN 1 ELSE 0 END) AS OverdueOnes,
                SUM(CASE WHEN c.OwnerId = @person THEN 1 ELSE 0 END) AS MyOnes, MIN(c.DueOn) AS NextDue
            FROM Commitment c
            WHERE c.State = 'Open'
            GROUP BY c.OrganisationId) q ON q.OrganisationId = o.Id
        """;

    /// <summary>A page of the organisations registered here, those first whose next commitment is due soonest, then by name.</summary>
    public static Task<IReadOnlyList<PartnerRow>> Search(UnitOfWork work, string? search, PartnerFilter show, long person, DateOnly today, PartnerKey? after, int take) =>
        work.List<PartnerRow>(
            $"""
            SELECT o.Id, o.Name, o.FoldedName, o.Kind, o.District, COALESCE(q.OpenOnes, 0) AS "Open", COALESCE(q.OverdueOnes, 0) AS Overdue, q.NextDue
            FROM Organisation o
            {Promised}
            WHERE o.Source = 'Portal' AND (@pattern IS NULL OR o.SearchText LIKE @pattern)
                AND (@show = 'All' OR (@show = 'Open' AND q.OpenOnes > 0) OR (@show = 'Overdue' AND q.OverdueOnes > 0) OR (@show = 'Mine' AND q.MyOnes > 0))
                AND (@afterName IS NULL
                    OR (@afterDue IS NOT NULL AND (q.NextDue IS NULL OR q.NextDue > @afterDue
                        OR (q.NextDue = @afterDue AND (o.FoldedName > @afterName OR (o.FoldedName = @afterName AND o.Id > @afterId)))))
                    OR (@afterDue IS NULL AND q.NextDue IS NULL AND (o.FoldedName > @afterName OR (o.FoldedName = @afterName AND o.Id > @afterId))))
            ORDER BY CASE WHEN q.NextDue IS NULL THEN 1 ELSE 0 END, q.NextDue, o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search), show, person, today, afterDue = after?.Due, afterName = after?.Name, afterId = after?.Id ?? 0, take });

    /// <summary>How many each filter shows.</summary>
    public static async Task<PartnerCounts> Counts(UnitOfWork work, string? search, long person, DateOnly today) =>
        await work.Find<PartnerCounts>(
            $"""
            SELECT COUNT(*) AS "Every", SUM(CASE WHEN q.OpenOnes > 0 THEN 1 ELSE 0 END) AS "Open", SUM(CASE WHEN q.OverdueOnes > 0 THEN 1 ELSE 0 END) AS Overdue,
                SUM(CASE WHEN q.MyOnes > 0 THEN 1 ELSE 0 END) AS Mine
            FROM Organisation o
            {Promised}
            WHERE o.Source = 'Portal' AND (@pattern IS NULL OR o.SearchText LIKE @pattern)
            """,
            new { pattern = Folded.Pattern(search), person, today }) ?? new PartnerCounts();
}
