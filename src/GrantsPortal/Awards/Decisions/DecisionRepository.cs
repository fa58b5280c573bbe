using GrantsPortal.Applications.Consortia;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>Decisions and their lines.</summary>
public static class DecisionRepository
{
    private const string Columns =
        """
        d.Id, d.CallId, c.Slug AS CallSlug, t.Title AS CallTitle, d.Kind, d.State, d.ProposedBy, p.Name AS ProposedByName, d.ProposedAt,
        d.Note, d.TotalMinor, d.AvailableMinor, d.Currency, d.DecidedBy, q.Name AS DecidedByName, d.DecidedAt, d.DecisionNote,
        d.LettersSentAt, d.Version
        """;

    private const string From =
        """
        FROM Decision d
        JOIN Call c ON c.Id = d.CallId
        JOIN CallText t ON t.CallId = c.Id AND t.Language = c.SourceLanguage
        JOIN Person p ON p.Id = d.ProposedBy
        LEFT JOIN Person q ON q.Id = d.DecidedBy
        """;

    /// <summary>The decision, or null; for staff and for code.</summary>
    public static Task<Decision?> Find(UnitOfWork work, long id) =>
        work.Find<Decision>($"SELECT {Columns} {From} WHERE d.Id = @id", new { id });

    /// <summary>Decisions, newest first, before a given one; null filters take all.</summary>
    public static Task<IReadOnlyList<Decision>> List(UnitOfWork work, DecisionState? state, long? before, int take) =>
        work.List<Decision>(
            $"""
            SELECT {Columns}
            {From}
            WHERE (@state IS NULL OR d.State = @state) AND (@before IS NULL OR d.Id < @before)
            ORDER BY d.Id DESC
            {Dialect.Page}
            """,
            new { state, before, take });

    /// <summary>Decisions of a call, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<Decision>> OfCall(UnitOfWork work, long call) =>
        work.List<Decision>($"SELECT {Columns} {From} WHERE d.CallId = @call ORDER BY d.Id DESC {Dialect.Page}", new { call, take = 100 });

    /// <summary>What decisions are about, by id; at most 1,000.</summary>
    public static Task<IReadOnlyList<Decision>> Named(UnitOfWork work, IReadOnlyList<long> ids) =>
        work.List<Decision>($"SELECT {Columns} {From} WHERE d.Id IN @ids ORDER BY d.Id {Dialect.Page}", new { ids, take = 1000 });

    /// <summary>The fund that a decision's call draws on.</summary>
    public static Task<long> FundOf(UnitOfWork work, long decision) =>
        work.Scalar<long>("SELECT c.ProgrammeId FROM Decision d JOIN Call c ON c.Id = d.CallId WHERE d.Id = @decision", new { decision });

    /// <summary>Why a decision's awards were committed beyond what was free; at most 20 reasons, newest first.</summary>
    public static Task<IReadOnlyList<OverdrawnBy>> Overdrawn(UnitOfWork work, long decision) =>
        work.List<OverdrawnBy>(
            $"""
            SELECT p.OverdrawReason AS Reason, q.Name, MAX(p.PostedAt) AS At
            FROM LedgerPosting p
            JOIN LedgerEntry e ON e.PostingId = p.Id AND e.Subject = 'Award' AND e.Account = 'Committed'
            JOIN Award a ON a.Id = e.SubjectId
            LEFT JOIN Person q ON q.Id = p.PostedBy
            WHERE a.DecisionId = @decision AND p.OverdrawReason IS NOT NULL
            GROUP BY p.OverdrawReason, q.Name
            ORDER BY MAX(p.PostedAt) DESC
            {Dialect.Page}
            """,
            new { decision, take = 20 });

    /// <summary>How many decisions there are per state.</summary>
    public static Task<IReadOnlyList<StateCount>> Counts(UnitOfWork work) =>
        work.List<StateCount>("SELECT d.State, COUNT(*) AS Number FROM Decision d GROUP BY d.State");

    /// <summary>The applicant organisations of a decision with which an organisation of the person's applied, itself included.</summary>
    public static Task<IReadOnlyList<long>> AppliedWith(UnitOfWork work, long decision, long person) =>
        work.List<long>(
            $"""
            SELECT DISTINCT a.OrganisationId
            FROM DecisionLine l
            JOIN Application a ON a.Id = l.ApplicationId
            JOIN Membership m ON {ConsortiumRepository.Applies} AND m.PersonId = @person
            WHERE l.DecisionId = @decision AND a.OrganisationId IS NOT NULL
            """,
            new { decision, person });

    /// <summary>
    /// Proposals that a person may decide: none they proposed, recommended anything in, or whose list holds an
    /// organisation they belong to; at most 50, oldest first.
    /// </summary>
    public static Task<IReadOnlyList<Decision>> WaitingFor(UnitOfWork work, long person) =>
        work.List<Decision>(
            $"""
            SELECT {Columns}
            {From}
            WHERE d.State = 'Proposed' AND d.ProposedBy <> @person
              AND NOT EXISTS (SELECT 1 FROM DecisionLine l WHERE l.DecisionId = d.Id AND l.RecommendedBy = @person)
              AND NOT EXISTS (SELECT 1 FROM DecisionLine l
                              JOIN Application a ON a.Id = l.ApplicationId
                              JOIN Membership m ON {ConsortiumRepository.Applies} AND m.PersonId = @person
                              WHERE l.DecisionId = d.Id)
              AND NOT EXISTS (SELECT 1 FROM DecisionLine l
                              JOIN Application a ON a.Id = l.ApplicationId
                              JOIN Conflict x ON x.ApplicationId = a.Id OR x.OrganisationId = a.OrganisationId
                              WHERE l.DecisionId = d.Id AND x.PersonId = @person)
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>Approved decisions whose letters wait; at most 50, oldest first.</summary>
    public static Task<IReadOnlyList<Decision>> LettersWaiting(UnitOfWork work) =>
        work.List<Decision>(
            $"""
            SELECT {Columns}
            {From}
            WHERE d.State = 'Approved' AND d.LettersSentAt IS NULL
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { take = 50 });

    /// <summary>The lines of a decision in the list's order; at most 2,000.</summary>
    public static Task<IReadOnlyList<DecisionLine>> Lines(UnitOfWork work, long decision) =>
        work.List<DecisionLine>(
            $"""
            SELECT l.DecisionId, l.ApplicationId, a.Reference, a.OrganisationId, COALESCE(o.Name, '') AS OrganisationName, a.Title, l.Outcome,
                l.AmountMinor, a.AskedMinor, a.Currency, l.Reason, l.RecommendedBy, r.Name AS RecommendedByName, l.Place, l.Score, l.Reviews
            FROM DecisionLine l
            JOIN Application a ON a.Id = l.ApplicationId
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            JOIN Person r ON r.Id = l.RecommendedBy
            WHERE l.DecisionId = @decision
            ORDER BY l.Place, l.ApplicationId
            {Dialect.Page}
            """,
            new { decision, take = RankingReader.Most });

    /// <summary>The applications of a call that an approved decision left in reserve, in its order; at most 500.</summary>
    public static Task<IReadOnlyList<ReserveRow>> Reserves(UnitOfWork work, long call) =>
        work.List<ReserveRow>(
            $"""
            SELECT a.Id AS ApplicationId, a.Reference, COALESCE(o.Name, '') AS OrganisationName, a.Title, a.AskedMinor, a.Currency, l.Place, l.Score, l.Reviews, l.Reason
            FROM Application a
            JOIN DecisionLine l ON l.ApplicationId = a.Id AND l.Outcome = 'Reserve'
            JOIN Decision d ON d.Id = l.DecisionId AND d.State = 'Approved'
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.CallId = @call AND a.State = 'Reserve'
            ORDER BY l.Place, a.Id
            {Dialect.Page}
            """,
            new { call, take = 500 });

    /// <summary>How many applications of a call still wait for an officer, so that its list is not complete.</summary>
    public static async Task<int> Unfinished(UnitOfWork work, long call) =>
        (int)await work.Scalar<long>("SELECT COUNT(*) FROM Application WHERE CallId = @call AND State IN ('Submitted', 'ChangesRequested')", new { call });

    /// <summary>The people with a declared conflict about an application on the list, and about which; at most 500.</summary>
    public static Task<IReadOnlyList<TookNoPart>> Conflicts(UnitOfWork work, long decision) =>
        work.List<TookNoPart>(
            $"""
            SELECT DISTINCT x.PersonId, p.Name, a.Id AS ApplicationId, a.Reference, COALESCE(o.Name, '') AS OrganisationName, x.Reason
            FROM DecisionLine l
            JOIN Application a ON a.Id = l.ApplicationId
            JOIN Conflict x ON x.ApplicationId = a.Id OR x.OrganisationId = a.OrganisationId
            JOIN Person p ON p.Id = x.PersonId
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE l.DecisionId = @decision
            ORDER BY p.Name, a.Reference
            {Dialect.Page}
            """,
            new { decision, take = 500 });

    /// <summary>Adds a proposal; false when another of the same call waits already.</summary>
    public static Task<bool> Insert(UnitOfWork work, Decision decision) =>
        work.TryInsert(
            """
            INSERT INTO Decision (Id, CallId, Kind, State, ProposedBy, ProposedAt, Note, TotalMinor, AvailableMinor, Currency, Version)
            VALUES (@Id, @CallId, @Kind, @State, @ProposedBy, @ProposedAt, @Note, @TotalMinor, @AvailableMinor, @Currency, 1)
            """,
            new
            {
                decision.Id,
                decision.CallId,
                decision.Kind,
                decision.State,
                decision.ProposedBy,
                decision.ProposedAt,
                decision.Note,
                decision.TotalMinor,
                decision.AvailableMinor,
                decision.Currency,
            });

    /// <summary>Adds a line to a proposal.</summary>
    public static Task<int> InsertLine(UnitOfWork work, DecisionLine line) =>
        work.Execute(
            """
            INSERT INTO DecisionLine (DecisionId, ApplicationId, Outcome, AmountMinor, Reason, RecommendedBy, Place, Score, Reviews)
            VALUES (@DecisionId, @ApplicationId, @Outcome, @AmountMinor, @Reason, @RecommendedBy, @Place, @Score, @Reviews)
            """,
            new
            {
                line.DecisionId,
                line.ApplicationId,
                line.Outcome,
                line.AmountMinor,
                line.Reason,
                line.RecommendedBy,
                line.Place,
                line.Score,
                line.Reviews,
            });

    /// <summary>
    /// Decides a proposal if it is still the one that was read, and if who decides neither proposed nor recommended
    /// anything in it, belongs to no organisation on it and declared no conflict about it.
    /// </summary>
    public static Task<bool> Decide(UnitOfWork work, Decision decision, DecisionState to, string? note) =>
        work.Guarded(
            $"""
            UPDATE Decision
            SET State = @to, DecidedBy = @person, DecidedAt = @now, DecisionNote = @note, Version = Version + 1
            WHERE Id = @id AND State = 'Proposed' AND Version = @version AND ProposedBy <> @person
              AND NOT EXISTS (SELECT 1 FROM DecisionLine l WHERE l.DecisionId = @id AND l.RecommendedBy = @person)
              AND NOT EXISTS (SELECT 1 FROM DecisionLine l
                              JOIN Application a ON a.Id = l.ApplicationId
                              JOIN Membership m ON {ConsortiumRepository.Applies} AND m.PersonId = @person
                              WHERE l.DecisionId = @id)
              AND NOT EXISTS (SELECT 1 FROM DecisionLine l
                              JOIN Application a ON a.Id = l.ApplicationId
                              JOIN Conflict x ON x.ApplicationId = a.Id OR x.OrganisationId = a.OrganisationId
                              WHERE l.DecisionId = @id AND x.PersonId = @person)
            """,
            new { id = decision.Id, version = decision.Version, to, note, person = work.Actor.Person, now = work.Now });

    /// <summary>Takes a proposal back if nobody has decided it.</summary>
    public static Task<bool> TakeBack(UnitOfWork work, Decision decision) =>
        work.Guarded(
            """
            UPDATE Decision
            SET State = 'TakenBack', DecidedBy = @person, DecidedAt = @now, Version = Version + 1
            WHERE Id = @id AND State = 'Proposed' AND Version = @version
            """,
            new { id = decision.Id, version = decision.Version, person = work.Actor.Person, now = work.Now });

    /// <summary>Notes that the letters went out, once and for all.</summary>
    public static Task<bool> LettersSent(UnitOfWork work, Decision decision) =>
        work.Guarded(
            """
            UPDATE Decision
            SET LettersSentAt = @now, Version = Version + 1
            WHERE Id = @id AND State = 'Approved' AND LettersSentAt IS NULL AND Version = @version
            """,
            new { id = decision.Id, version = decision.Version, now = work.Now });
}

/// <summary>How many records are in a state.</summary>
public sealed class StateCount
{
    /// <summary>The state's stored name.</summary>
    public string State { get; init; } = "";

    /// <summary>How many.</summary>
    public long Number { get; init; }
}

/// <summary>An application in reserve, with the reason it was put there.</summary>
public sealed class ReserveRow
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Name of the applicant organisation.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The project's title.</summary>
    public string? Title { get; init; }

    /// <summary>Amount asked for in minor units.</summary>
    public long? AskedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Place in the list that put it in reserve.</summary>
    public int Place { get; init; }

    /// <summary>Mean of the weighted scores in basis points.</summary>
    public int? Score { get; init; }

    /// <summary>How many reviews were submitted.</summary>
    public int Reviews { get; init; }

    /// <summary>Why it was put in reserve.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Somebody who took no part in judging an application because of a conflict of interest.</summary>
public sealed class TookNoPart
{
    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>About which application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Name of the applicant organisation.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>What was declared.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Why more was committed than was free, and who said so.</summary>
public sealed class OverdrawnBy
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who.</summary>
    public string? Name { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }
}
