using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Offers;

/// <summary>Partners who take part in introductions, and what they offer and seek.</summary>
public static class PartnerRepository
{
    private const string Columns = "p.OrganisationId, p.Visible, p.VisibleAt, p.LetInAt, p.AskedAt, p.Version";

    private const string EntryColumns = "e.Id, e.OrganisationId, e.Side, e.Kind, e.Term, e.Words, e.Note, e.Until, e.ByOfficer";

    /// <summary>How far a partner takes part; not at all where nothing was ever said.</summary>
    public static async Task<PartnerProfile> Profile(UnitOfWork work, long organisation) =>
        await work.Find<PartnerProfile>($"SELECT {Columns} FROM PartnerProfile p WHERE p.OrganisationId = @organisation", new { organisation })
        ?? new PartnerProfile { OrganisationId = organisation };

    /// <summary>How far partners take part, those alone of whom something was said; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<PartnerProfile>> Profiles(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<PartnerProfile>($"SELECT {Columns} FROM PartnerProfile p WHERE p.OrganisationId IN @organisations", new { organisations });

    /// <summary>The profile for an act, made if need be; its row stays locked until the transaction ends, so that acts on one partner come one after another.</summary>
    public static async Task<PartnerProfile> Lock(UnitOfWork work, long organisation)
    {
        const string Locked = $"SELECT {Columns} FROM PartnerProfile p {Dialect.Locked} WHERE p.OrganisationId = @organisation";
        if (await work.Find<PartnerProfile>(Locked, new { organisation }) is { } profile)
        {
            return profile;
        }

        await work.Execute("INSERT INTO PartnerProfile (OrganisationId, Visible, Version) VALUES (@organisation, 0, 1)", new { organisation });
        return (await work.Find<PartnerProfile>(Locked, new { organisation }))!;
    }

    /// <summary>Says whether a partner may be proposed by name.</summary>
    public static Task SetVisible(UnitOfWork work, long organisation, bool visible) =>
        work.Execute("UPDATE PartnerProfile SET Visible = @visible, VisibleAt = @now, Version = Version + 1 WHERE OrganisationId = @organisation", new { organisation, visible, now = work.Now });

    /// <summary>Lets a partner take part; false when it does already.</summary>
    public static Task<bool> LetIn(UnitOfWork work, long organisation) =>
        work.Guarded(
            "UPDATE PartnerProfile SET LetInAt = @now, LetInBy = @by, Version = Version + 1 WHERE OrganisationId = @organisation AND LetInAt IS NULL",
            new { organisation, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Whether the city granted a partner money that it took.</summary>
    public static async Task<bool> HoldsAward(UnitOfWork work, long organisation) =>
        await work.Scalar<long>(
            "SELECT COUNT(*) FROM Award a WHERE a.OrganisationId = @organisation AND a.State IN ('Accepted', 'Active', 'Suspended', 'Completed', 'Closed')", new { organisation }) > 0;

    /// <summary>Notes that a partner was asked whether its entries still hold.</summary>
    public static Task MarkAsked(UnitOfWork work, long organisation) =>
        work.Execute("UPDATE PartnerProfile SET AskedAt = @now, Version = Version + 1 WHERE OrganisationId = @organisation", new { organisation, now = work.Now });

    /// <summary>What a partner offers and seeks, what has run out included; at most 300.</summary>
    public static Task<IReadOnlyList<PartnerEntry>> Entries(UnitOfWork work, long organisation) =>
        work.List<PartnerEntry>(
            $"SELECT {EntryColumns} FROM PartnerEntry e WHERE e.OrganisationId = @organisation ORDER BY e.Side, e.Kind, e.Words, e.Id {Dialect.Page}", new { organisation, take = 300 });

    /// <summary>What partners offer and seek on a day; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<PartnerEntry>> Entries(UnitOfWork work, IReadOnlyCollection<long> organisations, DateOnly today) =>
        work.List<PartnerEntry>(
            $"SELECT {EntryColumns} FROM PartnerEntry e WHERE e.OrganisationId IN @organisations AND e.Until >= @today ORDER BY e.OrganisationId, e.Id", new { organisations, today });

    /// <summary>Writes the entries of one side and kind instead of those there were.</summary>
    public static async Task Put(UnitOfWork work, long organisation, EntrySide side, EntryKind kind, IEnumerable<PartnerEntry> entries)
    {
        await work.Execute("DELETE FROM PartnerEntry WHERE OrganisationId = @organisation AND Side = @side AND Kind = @kind", new { organisation, side, kind });
        foreach (var entry in entries)
        {
            await work.Execute(
                """
                INSERT INTO PartnerEntry (Id, OrganisationId, Side, Kind, Term, Words, Note, Until, ByOfficer, CreatedAt, CreatedBy)
                VALUES (@Id, @OrganisationId, @Side, @Kind, @Term, @Words, @Note, @Until, @ByOfficer, @now, @by)
                """,
                new { entry.Id, entry.OrganisationId, entry.Side, entry.Kind, entry.Term, entry.Words, entry.Note, entry.Until, entry.ByOfficer, now = work.Now, by = work.Actor.PersonId });
        }
    }

    /// <summary>Lets every entry of a partner hold until a day, unless it holds longer; says how many.</summary>
    public static Task<int> Extend(UnitOfWork work, long organisation, DateOnly until) =>
        work.Execute("UPDATE PartnerEntry SET Until = @until WHERE OrganisationId = @organisation AND Until < @until", new { organisation, until });

    /// <summary>Partners with an entry that runs out on or before a day, with the first such day after another; at most 200.</summary>
    public static Task<IReadOnlyList<RunningOut>> RunningOut(UnitOfWork work, DateOnly from, DateOnly to) =>
        work.List<RunningOut>(
            $"""
            SELECT e.OrganisationId, MIN(e.Until) AS FirstDay, p.AskedAt
            FROM PartnerEntry e
            JOIN PartnerProfile p ON p.OrganisationId = e.OrganisationId
            WHERE e.Until >= @from AND e.Until <= @to
            GROUP BY e.OrganisationId, p.AskedAt
            ORDER BY MIN(e.Until), e.OrganisationId
            {Dialect.Page}
            """,
            new { from, to, take = 200 });

    /// <summary>The organisations of a person who may write for them, with an entry that runs out soon; at most 20.</summary>
    public static Task<IReadOnlyList<PartnerName>> RunningOutFor(UnitOfWork work, long person, DateOnly from, DateOnly to) =>
        work.List<PartnerName>(
            $"""
            SELECT o.Id, o.Name, o.Slug
            FROM Membership m
            JOIN Organisation o ON o.Id = m.OrganisationId
            WHERE m.PersonId = @person AND m.Role IN ('Owner', 'Editor')
                AND EXISTS (SELECT 1 FROM PartnerEntry e WHERE e.OrganisationId = o.Id AND e.Until >= @from AND e.Until <= @to)
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { person, from, to, take = 20 });

    /// <summary>The partners that share a term with a partner, those whose offers meet its wishes first; at most <paramref name="take"/>.</summary>
    public static Task<IReadOnlyList<long>> Candidates(UnitOfWork work, long organisation, DateOnly today, bool hidden, int take) =>
        work.List<long>(
            $"""
            SELECT e.OrganisationId
            FROM PartnerEntry m
            JOIN PartnerEntry e ON e.Kind = m.Kind AND e.Term = m.Term AND e.Until >= @today AND e.OrganisationId <> m.OrganisationId
            JOIN PartnerProfile p ON p.OrganisationId = e.OrganisationId
            WHERE m.OrganisationId = @organisation AND m.Until >= @today AND p.LetInAt IS NOT NULL AND (p.Visible = 1 OR @hidden = 1)
            GROUP BY e.OrganisationId
            ORDER BY SUM(CASE WHEN e.Side <> m.Side THEN 3 ELSE 1 END) DESC, e.OrganisationId
            {Dialect.Page}
            """,
            new { organisation, today, hidden, take });

    /// <summary>A page of the staff's list of partners, by name.</summary>
    public static Task<IReadOnlyList<PartnerRow>> Search(UnitOfWork work, string? search, PartnerFilter filter, DateOnly today, string? afterName, long afterId, int take) =>
        work.List<PartnerRow>(
            $"""
            SELECT o.Id, o.Name, o.Slug, o.FoldedName, o.District, p.Visible, p.LetInAt,
                (SELECT COUNT(*) FROM PartnerEntry e WHERE e.OrganisationId = o.Id AND e.Side = 'Offer' AND e.Until >= @today) AS Offers,
                (SELECT COUNT(*) FROM PartnerEntry e WHERE e.OrganisationId = o.Id AND e.Side = 'Seek' AND e.Until >= @today) AS Wishes
            FROM PartnerProfile p
            JOIN Organisation o ON o.Id = p.OrganisationId
            WHERE (@pattern IS NULL OR o.SearchText LIKE @pattern OR EXISTS (SELECT 1 FROM PartnerEntry e WHERE e.OrganisationId = o.Id AND e.Term LIKE @pattern))
                AND (@afterName IS NULL OR o.FoldedName > @afterName OR (o.FoldedName = @afterName AND o.Id > @afterId))
                AND (@filter = 'All' OR (@filter = 'Waiting' AND p.LetInAt IS NULL) OR (@filter = 'Visible' AND p.LetInAt IS NOT NULL AND p.Visible = 1)
                    OR (@filter = 'Hidden' AND p.LetInAt IS NOT NULL AND p.Visible = 0))
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search), filter, today, afterName, afterId, take });

    /// <summary>How many partners each filter shows.</summary>
    public static async Task<PartnerCounts> Counts(UnitOfWork work) =>
        await work.Find<PartnerCounts>(
            """
            SELECT COUNT(*) AS Every, COALESCE(SUM(CASE WHEN p.LetInAt IS NULL THEN 1 ELSE 0 END), 0) AS Waiting,
                COALESCE(SUM(CASE WHEN p.LetInAt IS NOT NULL AND p.Visible = 1 THEN 1 ELSE 0 END), 0) AS Visible,
                COALESCE(SUM(CASE WHEN p.LetInAt IS NOT NULL AND p.Visible = 0 THEN 1 ELSE 0 END), 0) AS Hidden
            FROM PartnerProfile p
            """) ?? new PartnerCounts();
}

/// <summary>A partner as lists name it.</summary>
public sealed class PartnerName
{
    /// <summary>The organisation.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";
}

/// <summary>Which partners the staff's list shows.</summary>
public enum PartnerFilter
{
    /// <summary>All of whom something was said.</summary>
    All,

    /// <summary>Those not let in yet.</summary>
    Waiting,

    /// <summary>Those proposed to others by name.</summary>
    Visible,

    /// <summary>Those that others do not see.</summary>
    Hidden,
}

/// <summary>A row of the staff's list of partners.</summary>
public sealed class PartnerRow
{
    /// <summary>The organisation.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Its name as names are compared; the list's key.</summary>
    public string FoldedName { get; init; } = "";

    /// <summary>Its district.</summary>
    public string? District { get; init; }

    /// <summary>Whether it may be proposed by name.</summary>
    public bool Visible { get; init; }

    /// <summary>When the city let it in, in UTC.</summary>
    public DateTimeOffset? LetInAt { get; init; }

    /// <summary>How many offers hold.</summary>
    public int Offers { get; init; }

    /// <summary>How many wishes hold.</summary>
    public int Wishes { get; init; }
}

/// <summary>How many partners each filter shows.</summary>
public sealed class PartnerCounts
{
    /// <summary>All.</summary>
    public int Every { get; init; }

    /// <summary>Not let in yet.</summary>
    public int Waiting { get; init; }

    /// <summary>Proposed by name.</summary>
    public int Visible { get; init; }

    /// <summary>Not seen by others.</summary>
    public int Hidden { get; init; }
}

/// <summary>A partner with entries that run out soon.</summary>
public sealed class RunningOut
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The first day on which one runs out.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>When it was last asked, in UTC.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
