using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions;

public static partial class IntroductionRepository
{
    private const string RowColumns =
        """
        i.Id, i.Reference, i.State, i.EndReason, i.AskedFor, i.LowId, i.HighId, l.Name AS LowName, l.Slug AS LowSlug, h.Name AS HighName, h.Slug AS HighSlug, i.CreatedAt, i.LapsesAt,
        i.MadeAt, i.EndedAt, a.Answer AS LowAnswer, b.Answer AS HighAnswer, a.Outcome AS LowOutcome, b.Outcome AS HighOutcome
        """;

    private const string RowFrom =
        """
        FROM Introduction i
        JOIN Organisation l ON l.Id = i.LowId
        JOIN Organisation h ON h.Id = i.HighId
        JOIN IntroductionSide a ON a.IntroductionId = i.Id AND a.OrganisationId = i.LowId
        JOIN IntroductionSide b ON b.IntroductionId = i.Id AND b.OrganisationId = i.HighId
        """;

    // The other side's name leaves the database only where it may be read; its contact only by Contact, below.
    private const string MineSelect =
        """
        SELECT i.Id, i.Reference, i.State, i.CreatedAt, i.LapsesAt, i.MadeAt, i.OutcomeAskedAt, i.AskedFor, mine.OrganisationId AS MineId, g.Name AS MineName, g.Slug AS MineSlug, m.Role,
            CASE WHEN p.Visible = 1 OR i.AskedFor = theirs.OrganisationId OR theirs.Answer = 'Agreed' THEN o.Name ELSE NULL END AS TheirsName,
            mine.Answer AS MyAnswer, mine.Outcome AS MyOutcome
        FROM Membership m
        JOIN IntroductionSide mine ON mine.OrganisationId = m.OrganisationId
        JOIN Introduction i ON i.Id = mine.IntroductionId
        JOIN IntroductionSide theirs ON theirs.IntroductionId = i.Id AND theirs.OrganisationId <> mine.OrganisationId
        JOIN Organisation g ON g.Id = mine.OrganisationId
        JOIN Organisation o ON o.Id = theirs.OrganisationId
        LEFT JOIN PartnerProfile p ON p.OrganisationId = theirs.OrganisationId
        WHERE m.PersonId = @person AND i.State <> 'Proposed' AND (mine.AskedAt IS NOT NULL OR i.AskedFor = mine.OrganisationId)
        """;

    /// <summary>A page of the staff's list, the latest first, before an id.</summary>
    public static Task<IReadOnlyList<IntroductionRow>> Search(UnitOfWork work, IntroductionState? state, string? search, long? before, int take) =>
        work.List<IntroductionRow>(
            $"""
            SELECT {RowColumns} {RowFrom}
            WHERE (@state IS NULL OR i.State = @state) AND (@before IS NULL OR i.Id < @before)
                AND (@pattern IS NULL OR l.SearchText LIKE @pattern OR h.SearchText LIKE @pattern)
            ORDER BY i.Id DESC
            {Dialect.Page}
            """,
            new { state = state?.ToString(), pattern = Folded.Pattern(search), before, take });

    /// <summary>The introductions of an organisation, for staff, the latest first; at most 50.</summary>
    public static Task<IReadOnlyList<IntroductionRow>> Of(UnitOfWork work, long organisation) =>
        work.List<IntroductionRow>(
            $"SELECT {RowColumns} {RowFrom} WHERE i.LowId = @organisation OR i.HighId = @organisation ORDER BY i.Id DESC {Dialect.Page}", new { organisation, take = 50 });

    /// <summary>How many introductions are in each state.</summary>
    public static Task<IReadOnlyList<IntroductionCount>> Counts(UnitOfWork work) =>
        work.List<IntroductionCount>("SELECT i.State, COUNT(*) AS Number FROM Introduction i GROUP BY i.State");

    /// <summary>What sides say came of the introductions that were made.</summary>
    public static async Task<OutcomeFigures> Outcomes(UnitOfWork work) =>
        await work.Find<OutcomeFigures>(
            """
            SELECT COUNT(DISTINCT i.Id) AS Made, COUNT(DISTINCT CASE WHEN i.OutcomeAskedAt IS NOT NULL THEN i.Id END) AS AskedOf,
                COALESCE(SUM(CASE WHEN s.Outcome = 'Useful' THEN 1 ELSE 0 END), 0) AS Useful,
                COALESCE(SUM(CASE WHEN s.Outcome = 'NotUseful' THEN 1 ELSE 0 END), 0) AS NotUseful,
                COALESCE(SUM(CASE WHEN s.Outcome = 'TooEarly' THEN 1 ELSE 0 END), 0) AS TooEarly
            FROM Introduction i
            JOIN IntroductionSide s ON s.IntroductionId = i.Id
            WHERE i.State = 'Made'
            """) ?? new OutcomeFigures();

    /// <summary>A person's introductions over all their organisations, the latest first; at most 200.</summary>
    public static Task<IReadOnlyList<MyIntroduction>> Mine(UnitOfWork work, long person) =>
        work.List<MyIntroduction>($"{MineSelect} ORDER BY i.Id DESC {Dialect.Page}", new { person, take = 200 });

    /// <summary>What a person who may answer has to answer, or to say the outcome of; at most 50.</summary>
    public static Task<IReadOnlyList<MyIntroduction>> ToDo(UnitOfWork work, long person, DateTimeOffset now) =>
        work.List<MyIntroduction>(
            $"""
            {MineSelect}
                AND m.Role IN ('Owner', 'Editor')
                AND ((i.State IN ('Asked', 'AgreedByOne') AND mine.Answer IS NULL AND i.LapsesAt > @now) OR (i.State = 'Made' AND i.OutcomeAskedAt IS NOT NULL AND mine.Outcome IS NULL))
            ORDER BY i.LapsesAt, i.Id
            {Dialect.Page}
            """,
            new { person, now, take = 50 });

    /// <summary>Whom to write to on the other side of an introduction that was made; null before, and where the person is gone.</summary>
    public static Task<PassedContact?> Contact(UnitOfWork work, long introduction, long organisation) =>
        work.Find<PassedContact>(
            """
            SELECT p.Name, p.Email, s.ContactPhone AS Phone
            FROM IntroductionSide s
            JOIN Introduction i ON i.Id = s.IntroductionId
            JOIN Person p ON p.Id = s.ContactId
            WHERE s.IntroductionId = @introduction AND s.OrganisationId = @organisation AND i.State = 'Made' AND p.ErasedAt IS NULL
            """,
            new { introduction, organisation });

    /// <summary>Introductions that the clock has something to do with; at most 200.</summary>
    public static Task<IReadOnlyList<string>> Due(UnitOfWork work, DateTimeOffset now, DateTimeOffset remindBefore, DateTimeOffset madeBefore) =>
        work.List<string>(
            $"""
            SELECT i.Reference
            FROM Introduction i
            WHERE (i.State IN ('Asked', 'AgreedByOne') AND (i.LapsesAt < @now OR (i.RemindedAt IS NULL AND i.LapsesAt <= @remindBefore)))
                OR (i.State = 'Made' AND i.OutcomeAskedAt IS NULL AND i.MadeAt <= @madeBefore)
            ORDER BY i.Id
            {Dialect.Page}
            """,
            new { now, remindBefore, madeBefore, take = 200 });

    /// <summary>What an officer put together and asked nobody about yet; at most 20.</summary>
    public static Task<IReadOnlyList<IntroductionRow>> ProposedBy(UnitOfWork work, long officer) =>
        work.List<IntroductionRow>($"SELECT {RowColumns} {RowFrom} WHERE i.State = 'Proposed' AND i.AskedBy = @officer ORDER BY i.Id {Dialect.Page}", new { officer, take = 20 });

    /// <summary>Introductions that a person asked for, answered or is the contact of; at most 200.</summary>
    public static Task<IReadOnlyList<PersonalIntroduction>> OfPerson(UnitOfWork work, long person) =>
        work.List<PersonalIntroduction>(
            $"""
            SELECT i.Reference, o.Name AS Organisation, s.Answer, s.AnsweredAt, s.ContactPhone, s.Outcome, s.OutcomeWords
            FROM IntroductionSide s
            JOIN Introduction i ON i.Id = s.IntroductionId
            JOIN Organisation o ON o.Id = s.OrganisationId
            WHERE s.ContactId = @person OR s.AnsweredBy = @person
            ORDER BY i.Id
            {Dialect.Page}
            """,
            new { person, take = 200 });
}
