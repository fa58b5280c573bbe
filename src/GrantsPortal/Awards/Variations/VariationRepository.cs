using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Variations;

/// <summary>Variations of awards.</summary>
public static class VariationRepository
{
    private const string Columns =
        """
        v.Id, v.AwardId, v.Number, v.Side, v.State, v.Turn, v.Reason, v.TermsBefore, v.TermsWanted, v.ChangeMinor, v.MovedMinor, v.CreatedBy,
        v.CreatedAt, v.AskedBy, a.Name AS AskedByName, v.AskedAt, v.CityBy, c.Name AS CityByName, v.CityAt, v.Overdraw, v.DecidedBy,
        d.Name AS DecidedByName, v.DecidedAt, v.DecisionNote, v.AgreedName, v.DocumentId, v.Version
        """;

    private const string From =
        """
        FROM Variation v
        LEFT JOIN Person a ON a.Id = v.AskedBy
        LEFT JOIN Person c ON c.Id = v.CityBy
        LEFT JOIN Person d ON d.Id = v.DecidedBy
        """;

    /// <summary>Its own drafts and what was asked for; the organisation sees what the city asks once an approver let it.</summary>
    private const string Seen =
        """
        ((v.AskedAt IS NOT NULL AND (@side = 'City' OR v.Side = 'Grantee' OR v.Turn = 'Owner')) OR (v.State = 'Draft' AND v.Side = @side))
        """;

    /// <summary>
    /// The variations of an award that a side may see, newest first: its own drafts, and everything that was asked for; at most 200.
    /// </summary>
    public static Task<IReadOnlyList<Variation>> Of(UnitOfWork work, long award, VariationSide side) =>
        work.List<Variation>(
            $"SELECT {Columns} {From} WHERE v.AwardId = @award AND {Seen} ORDER BY v.Number DESC {Dialect.Page}",
            new { award, side, take = 200 });

    /// <summary>One that a side may see, or null.</summary>
    public static Task<Variation?> Find(UnitOfWork work, long award, int number, VariationSide side) =>
        work.Find<Variation>(
            $"SELECT {Columns} {From} WHERE v.AwardId = @award AND v.Number = @number AND {Seen}",
            new { award, number, side });

    /// <summary>The draft of a side, or null.</summary>
    public static Task<Variation?> Draft(UnitOfWork work, long award, VariationSide side) =>
        work.Find<Variation>($"SELECT {Columns} {From} WHERE v.AwardId = @award AND v.Side = @side AND v.State = 'Draft'", new { award, side });

    /// <summary>The variation that waits for an answer, or null.</summary>
    public static Task<Variation?> Asked(UnitOfWork work, long award) =>
        work.Find<Variation>($"SELECT {Columns} {From} WHERE v.AwardId = @award AND v.State = 'Asked'", new { award });

    /// <summary>What the approved variations of an award moved and changed together, in minor units, and how many there are.</summary>
    public static async Task<ApprovedSoFar> Approved(UnitOfWork work, long award) =>
        (await work.Find<ApprovedSoFar>(
            """
            SELECT COALESCE(SUM(MovedMinor), 0) AS MovedMinor, COALESCE(SUM(ChangeMinor), 0) AS ChangeMinor, COALESCE(MAX(Number), 0) AS LastNumber
            FROM Variation
            WHERE AwardId = @award AND State = 'Approved'
            """,
            new { award }))!;

    /// <summary>Variations that wait for a side's answer, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<WaitingVariation>> Waiting(UnitOfWork work, VariationTurn turn) =>
        work.List<WaitingVariation>(
            $"""
            SELECT w.Reference, o.Name AS OrganisationName, w.Title, v.Number, v.Side, v.AskedBy, v.AskedAt
            FROM Variation v
            JOIN Award w ON w.Id = v.AwardId
            JOIN Organisation o ON o.Id = w.OrganisationId
            WHERE v.State = 'Asked' AND v.Turn = @turn
            ORDER BY v.AskedAt, v.Id
            {Dialect.Page}
            """,
            new { turn, take = 50 });

    /// <summary>Variations of the city that wait for an Owner, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<WaitingVariation>> WaitingForOwner(UnitOfWork work, long owner) =>
        work.List<WaitingVariation>(
            $"""
            SELECT w.Reference, o.Name AS OrganisationName, w.Title, v.Number, v.Side, v.AskedBy, v.AskedAt
            FROM Variation v
            JOIN Award w ON w.Id = v.AwardId
            JOIN Organisation o ON o.Id = w.OrganisationId
            JOIN Membership m ON m.OrganisationId = w.OrganisationId AND m.PersonId = @owner AND m.Role = 'Owner'
            WHERE v.State = 'Asked' AND v.Turn = 'Owner'
            ORDER BY v.AskedAt, v.Id
            {Dialect.Page}
            """,
            new { owner, take = 50 });

    /// <summary>Begins a draft; false when the side has one already.</summary>
    public static async Task<bool> Insert(UnitOfWork work, Variation variation) =>
        await work.TryInsert(
            """
            INSERT INTO Variation (Id, AwardId, Number, Side, State, Turn, Reason, TermsBefore, TermsWanted, ChangeMinor, MovedMinor, CreatedBy, CreatedAt, Version)
            SELECT @Id, @AwardId, (SELECT COALESCE(MAX(n.Number), 0) + 1 FROM Variation n WHERE n.AwardId = @AwardId), @Side, 'Draft', 'Officer', @Reason,
                @TermsBefore, @TermsWanted, 0, 0, @CreatedBy, @CreatedAt, 1
            """,
            new
            {
                variation.Id,
                variation.AwardId,
                variation.Side,
                variation.Reason,
                variation.TermsBefore,
                variation.TermsWanted,
                variation.CreatedBy,
                variation.CreatedAt,
            });

    /// <summary>Keeps what a draft says now; false when somebody was quicker.</summary>
    public static Task<bool> Save(UnitOfWork work, Variation variation) =>
        work.Guarded(
            """
            UPDATE Variation
            SET Reason = @Reason, TermsBefore = @TermsBefore, TermsWanted = @TermsWanted, Version = Version + 1
            WHERE Id = @Id AND State = 'Draft' AND Version = @Version
            """,
            new { variation.Id, variation.Version, variation.Reason, variation.TermsBefore, variation.TermsWanted });

    /// <summary>Asks for a draft while no other waits; false when one does or somebody was quicker.</summary>
    public static async Task<bool> Ask(UnitOfWork work, Variation variation) =>
        await work.Guarded(
            """
            UPDATE Variation
            SET State = 'Asked', Turn = @Turn, TermsBefore = @TermsBefore, TermsWanted = @TermsWanted, ChangeMinor = @ChangeMinor,
                MovedMinor = @MovedMinor, AskedBy = @person, AskedAt = @now, Version = Version + 1
            WHERE Id = @Id AND State = 'Draft' AND Version = @Version
              AND NOT EXISTS (SELECT 1 FROM Variation o WHERE o.AwardId = @AwardId AND o.State = 'Asked')
            """,
            new
            {
                variation.Id,
                variation.AwardId,
                variation.Version,
                variation.Turn,
                variation.TermsBefore,
                variation.TermsWanted,
                variation.ChangeMinor,
                variation.MovedMinor,
                person = work.Actor.Person,
                now = work.Now,
            });

    /// <summary>An approver lets the city ask; the Owners are next. False when somebody was quicker.</summary>
    public static Task<bool> LetAsk(UnitOfWork work, Variation variation, string? overdraw) =>
        work.Guarded(
            """
            UPDATE Variation
            SET Turn = 'Owner', CityBy = @person, CityAt = @now, Overdraw = @overdraw, Version = Version + 1
            WHERE Id = @Id AND State = 'Asked' AND Turn = 'Approver' AND Version = @Version
            """,
            new { variation.Id, variation.Version, person = work.Actor.Person, now = work.Now, overdraw });

    /// <summary>Answers or withdraws; false when somebody was quicker.</summary>
    public static Task<bool> Decide(UnitOfWork work, Variation variation, VariationState to, string? note) =>
        work.Guarded(
            """
            UPDATE Variation
            SET State = @to, TermsWanted = @TermsWanted, Overdraw = @Overdraw, AgreedName = @AgreedName, DecidedBy = @person, DecidedAt = @now,
                DecisionNote = @note, Version = Version + 1
            WHERE Id = @Id AND State = @from AND Version = @Version
            """,
            new
            {
                variation.Id,
                variation.Version,
                from = variation.State,
                to,
                variation.TermsWanted,
                variation.Overdraw,
                variation.AgreedName,
                person = work.Actor.PersonId,
                now = work.Now,
                note,
            });

    /// <summary>Notes the document of an approved variation.</summary>
    public static Task<int> SetDocument(UnitOfWork work, long id, long document) =>
        work.Execute("UPDATE Variation SET DocumentId = @document WHERE Id = @id", new { id, document });

    /// <summary>Ends what is open because the award ended: drafts are withdrawn, what was asked is declined. Says how many.</summary>
    public static Task<int> EndAll(UnitOfWork work, long award, string note) =>
        work.Execute(
            """
            UPDATE Variation
            SET State = CASE WHEN State = 'Draft' THEN 'Withdrawn' ELSE 'Declined' END, DecidedBy = @person, DecidedAt = @now, DecisionNote = @note,
                Version = Version + 1
            WHERE AwardId = @award AND State IN ('Draft', 'Asked')
            """,
            new { award, person = work.Actor.PersonId, now = work.Now, note });
}

/// <summary>What the approved variations of an award come to.</summary>
public sealed class ApprovedSoFar
{
    /// <summary>What they moved, in minor units.</summary>
    public long MovedMinor { get; init; }

    /// <summary>What they changed about the amount, in minor units.</summary>
    public long ChangeMinor { get; init; }

    /// <summary>The number of the last of them; 0 while there is none.</summary>
    public int LastNumber { get; init; }
}

/// <summary>A variation that waits for somebody.</summary>
public sealed class WaitingVariation
{
    /// <summary>The award's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>The variation's number.</summary>
    public int Number { get; init; }

    /// <summary>Who asks.</summary>
    public VariationSide Side { get; init; }

    /// <summary>The person who asked.</summary>
    public long AskedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }
}
