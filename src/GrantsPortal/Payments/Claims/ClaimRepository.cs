using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Claims;

/// <summary>Claims of panel members.</summary>
public static class ClaimRepository
{
    private const string Columns =
        """
        c.Id, c.Reference, c.PersonId, p.Name AS PersonName, c.CallId, x.Title AS CallTitle, c.Kind, c.State, c.OnDay, c.ForWhat, c.AmountMinor,
        c.Currency, c.ReceiptId, c.ProgrammeId, c.Year, c.SubmittedAt, d.Name AS DecidedByName, c.DecidedAt, c.Reason, y.Reference AS PaymentReference,
        y.State AS PaymentState, c.Version
        """;

    private const string From =
        """
        FROM Claim c
        JOIN Person p ON p.Id = c.PersonId
        JOIN Call l ON l.Id = c.CallId
        JOIN CallText x ON x.CallId = l.Id AND x.Language = l.SourceLanguage
        LEFT JOIN Person d ON d.Id = c.DecidedBy
        LEFT JOIN Payment y ON y.Id = (SELECT MAX(q.Id) FROM Payment q WHERE q.ClaimId = c.Id)
        """;

    /// <summary>The claim by its reference, or null; for staff and for code.</summary>
    public static Task<Claim?> Find(UnitOfWork work, string reference) =>
        work.Find<Claim>($"SELECT {Columns} {From} WHERE c.Reference = @reference", new { reference });

    /// <summary>The claim if the person made it, or null.</summary>
    public static Task<Claim?> FindFor(UnitOfWork work, string reference, long person) =>
        work.Find<Claim>($"SELECT {Columns} {From} WHERE c.Reference = @reference AND c.PersonId = @person", new { reference, person });

    /// <summary>What a person claimed, newest first; at most 200.</summary>
    public static Task<IReadOnlyList<Claim>> Of(UnitOfWork work, long person) =>
        work.List<Claim>($"SELECT {Columns} {From} WHERE c.PersonId = @person ORDER BY c.Id DESC {Dialect.Page}", new { person, take = 200 });

    /// <summary>Claims in a state, newest first, before an id.</summary>
    public static Task<IReadOnlyList<Claim>> In(UnitOfWork work, ClaimState state, long? before, int take) =>
        work.List<Claim>(
            $"SELECT {Columns} {From} WHERE c.State = @state AND (@before IS NULL OR c.Id < @before) ORDER BY c.Id DESC {Dialect.Page}",
            new { state, before, take });

    /// <summary>How many claims stand in each state.</summary>
    public static Task<IReadOnlyList<ClaimCount>> Counts(UnitOfWork work) =>
        work.List<ClaimCount>("SELECT c.State, COUNT(*) AS Number FROM Claim c GROUP BY c.State");

    /// <summary>The calls in whose panel a person is, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<PanelCall>> Panels(UnitOfWork work, long person, string language) =>
        work.List<PanelCall>(
            $"""
            SELECT l.Id, COALESCE(t.Title, s.Title) AS Title, l.Currency, l.ProgrammeId
            FROM Call l
            JOIN CallText s ON s.CallId = l.Id AND s.Language = l.SourceLanguage
            LEFT JOIN CallText t ON t.CallId = l.Id AND t.Language = @language
            WHERE EXISTS (SELECT 1 FROM CallReviewer m WHERE m.CallId = l.Id AND m.PersonId = @person)
               OR EXISTS (SELECT 1 FROM Review r JOIN Application a ON a.Id = r.ApplicationId WHERE a.CallId = l.Id AND r.ReviewerId = @person)
            ORDER BY l.Id DESC
            {Dialect.Page}
            """,
            new { person, language, take = 100 });

    /// <summary>Adds a claim.</summary>
    public static Task Insert(UnitOfWork work, Claim claim) =>
        work.Execute(
            """
            INSERT INTO Claim (Id, Reference, PersonId, CallId, Kind, State, OnDay, ForWhat, AmountMinor, Currency, ReceiptId, ProgrammeId, SubmittedAt, Version)
            VALUES (@Id, @Reference, @PersonId, @CallId, @Kind, 'Submitted', @OnDay, @ForWhat, @AmountMinor, @Currency, @ReceiptId, @ProgrammeId, @now, 1)
            """,
            new
            {
                claim.Id,
                claim.Reference,
                claim.PersonId,
                claim.CallId,
                claim.Kind,
                claim.OnDay,
                claim.ForWhat,
                claim.AmountMinor,
                claim.Currency,
                claim.ReceiptId,
                claim.ProgrammeId,
                now = work.Now,
            });

    /// <summary>Decides on a claim that is not the actor's own; false when somebody was quicker.</summary>
    public static Task<bool> Decide(UnitOfWork work, Claim claim, int version, ClaimState to, int? year, string? reason) =>
        work.Guarded(
            """
            UPDATE Claim
            SET State = @to, Year = @year, Reason = @reason, DecidedBy = @by, DecidedAt = @now, Version = Version + 1
            WHERE Id = @id AND State = 'Submitted' AND Version = @version AND PersonId <> @by
            """,
            new { id = claim.Id, version, to, year, reason, by = work.Actor.Person, now = work.Now });

    /// <summary>Takes a claim back; false when it was decided.</summary>
    public static Task<bool> Withdraw(UnitOfWork work, Claim claim) =>
        work.Guarded(
            "UPDATE Claim SET State = 'Withdrawn', Version = Version + 1 WHERE Id = @id AND State = 'Submitted' AND PersonId = @person",
            new { id = claim.Id, person = work.Actor.Person });
}

/// <summary>How many claims stand in a state.</summary>
public sealed class ClaimCount
{
    /// <summary>The state.</summary>
    public ClaimState State { get; init; }

    /// <summary>How many.</summary>
    public long Number { get; init; }
}

/// <summary>A call in whose panel somebody is.</summary>
public sealed class PanelCall
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The fund it draws on.</summary>
    public long ProgrammeId { get; init; }
}
