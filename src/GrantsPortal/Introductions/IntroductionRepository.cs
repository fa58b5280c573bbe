using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions;

/// <summary>Introductions and their two sides. Lists stand in a file beside this one.</summary>
public static partial class IntroductionRepository
{
    private const string Columns =
        """
        i.Id, i.Reference, i.LowId, i.HighId, i.State, i.AskedFor, i.AskedBy, i.Words, i.Reasons, i.CreatedAt, i.LapsesAt, i.RemindedAt, i.MadeAt,
        i.OutcomeAskedAt, i.EndedAt, i.EndReason, i.Version
        """;

    private const string SideColumns =
        "s.IntroductionId, s.OrganisationId, s.AskedAt, s.Answer, s.AnsweredAt, s.AnsweredBy, s.ContactId, s.ContactPhone, s.ForOfficer, s.Outcome, s.OutcomeWords, s.OutcomeAt";

    /// <summary>The introduction, for staff; or null.</summary>
    public static Task<Introduction?> Find(UnitOfWork work, string reference) =>
        work.Find<Introduction>($"SELECT {Columns} FROM Introduction i WHERE i.Reference = @reference", new { reference });

    /// <summary>The introduction if the person belongs to a side of it that was asked or asks; or null.</summary>
    public static Task<Introduction?> FindFor(UnitOfWork work, string reference, long person) =>
        work.Find<Introduction>(
            $"""
            SELECT {Columns} FROM Introduction i
            WHERE i.Reference = @reference AND EXISTS (
                SELECT 1 FROM IntroductionSide s JOIN Membership m ON m.OrganisationId = s.OrganisationId AND m.PersonId = @person
                WHERE s.IntroductionId = i.Id AND (s.AskedAt IS NOT NULL OR i.AskedFor = s.OrganisationId))
            """,
            new { reference, person });

    /// <summary>Its two sides.</summary>
    public static Task<IReadOnlyList<IntroductionSide>> Sides(UnitOfWork work, long introduction) =>
        work.List<IntroductionSide>(
            $"SELECT {SideColumns} FROM IntroductionSide s WHERE s.IntroductionId = @introduction ORDER BY s.OrganisationId {Dialect.Page}", new { introduction, take = 2 });

    /// <summary>What was between two organisations, seen from the first.</summary>
    public static async Task<PairHistory> Between(UnitOfWork work, long one, long other, DateTimeOffset now)
    {
        var past = await work.List<Past>(
            $"""
            SELECT i.State, i.EndReason, i.EndedAt, s.OrganisationId AS DeclinedBy
            FROM Introduction i
            LEFT JOIN IntroductionSide s ON s.IntroductionId = i.Id AND s.Answer = 'Declined'
            WHERE i.LowId = @low AND i.HighId = @high
            ORDER BY i.Id DESC
            {Dialect.Page}
            """,
            new { low = Math.Min(one, other), high = Math.Max(one, other), take = 50 });
        return new PairHistory(
            other,
            past.Any(row => row.State is IntroductionState.Proposed or IntroductionState.Asked or IntroductionState.AgreedByOne),
            past.Any(row => row.State == IntroductionState.Made),
            past.FirstOrDefault(row => row.DeclinedBy is not null)?.DeclinedBy,
            past.Any(row => row.EndReason == IntroductionEnd.Unanswered && row.EndedAt >= now.AddMonths(-6)));
    }

    /// <summary>How many introductions an organisation asked for since an instant.</summary>
    public static async Task<int> AskedFor(UnitOfWork work, long organisation, DateTimeOffset since) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM Introduction i WHERE i.AskedFor = @organisation AND i.CreatedAt >= @since", new { organisation, since });

    /// <summary>Adds an introduction and its sides; false when one between the two is going on.</summary>
    public static async Task<bool> Insert(UnitOfWork work, Introduction introduction)
    {
        var made = await work.TryInsert(
            """
            INSERT INTO Introduction (Id, Reference, LowId, HighId, State, AskedFor, AskedBy, Words, Reasons, CreatedAt, LapsesAt, Version)
            VALUES (@Id, @Reference, @LowId, @HighId, @State, @AskedFor, @AskedBy, @Words, @Reasons, @CreatedAt, @LapsesAt, 1)
            """,
            new
            {
                introduction.Id,
                introduction.Reference,
                introduction.LowId,
                introduction.HighId,
                introduction.State,
                introduction.AskedFor,
                introduction.AskedBy,
                introduction.Words,
                introduction.Reasons,
                introduction.CreatedAt,
                introduction.LapsesAt,
            });
        foreach (var organisation in made ? [introduction.LowId, introduction.HighId] : Array.Empty<long>())
        {
            await work.Execute("INSERT INTO IntroductionSide (IntroductionId, OrganisationId) VALUES (@Id, @organisation)", new { introduction.Id, organisation });
        }

        return made;
    }

    /// <summary>Moves it to another state; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, Introduction introduction, IntroductionState to, DateTimeOffset? lapsesAt, IntroductionEnd? end = null) =>
        work.Guarded(
            """
            UPDATE Introduction
            SET State = @to, LapsesAt = @lapsesAt, EndReason = @end, RemindedAt = CASE WHEN LapsesAt = @lapsesAt THEN RemindedAt ELSE NULL END,
                MadeAt = CASE WHEN @to = 'Made' THEN @now ELSE MadeAt END,
                EndedAt = CASE WHEN @to IN ('Declined', 'Lapsed') THEN @now ELSE EndedAt END, Version = Version + 1
            WHERE Id = @Id AND State = @State AND Version = @Version
            """,
            new { introduction.Id, introduction.State, introduction.Version, to, lapsesAt, end, now = work.Now });

    /// <summary>Notes that a side was asked.</summary>
    public static Task<bool> MarkAsked(UnitOfWork work, long introduction, long organisation) =>
        work.Guarded(
            "UPDATE IntroductionSide SET AskedAt = @now WHERE IntroductionId = @introduction AND OrganisationId = @organisation AND AskedAt IS NULL",
            new { introduction, organisation, now = work.Now });

    /// <summary>Notes what a side said; false when it had said something.</summary>
    public static Task<bool> Answer(UnitOfWork work, long introduction, long organisation, SideAnswer answer, long? contact, string? phone, string? forOfficer) =>
        work.Guarded(
            """
            UPDATE IntroductionSide
            SET Answer = @answer, AnsweredAt = @now, AnsweredBy = @by, ContactId = @contact, ContactPhone = @phone, ForOfficer = @forOfficer
            WHERE IntroductionId = @introduction AND OrganisationId = @organisation AND Answer IS NULL
            """,
            new { introduction, organisation, answer, contact, phone, forOfficer, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Keeps what came of it for a side, instead of what it said before.</summary>
    public static Task<bool> PutOutcome(UnitOfWork work, long introduction, long organisation, IntroductionOutcome outcome, string words) =>
        work.Guarded(
            "UPDATE IntroductionSide SET Outcome = @outcome, OutcomeWords = @words, OutcomeAt = @now WHERE IntroductionId = @introduction AND OrganisationId = @organisation",
            new { introduction, organisation, outcome, words, now = work.Now });

    /// <summary>Notes that those who had not answered were reminded; false when they had been.</summary>
    public static Task<bool> MarkReminded(UnitOfWork work, Introduction introduction) =>
        work.Guarded("UPDATE Introduction SET RemindedAt = @now, Version = Version + 1 WHERE Id = @Id AND Version = @Version AND RemindedAt IS NULL", new { introduction.Id, introduction.Version, now = work.Now });

    /// <summary>Notes that both were asked what came of it; false when they had been.</summary>
    public static Task<bool> MarkOutcomeAsked(UnitOfWork work, Introduction introduction) =>
        work.Guarded("UPDATE Introduction SET OutcomeAskedAt = @now, Version = Version + 1 WHERE Id = @Id AND Version = @Version AND OutcomeAskedAt IS NULL", new { introduction.Id, introduction.Version, now = work.Now });

    /// <summary>Takes a person's contact and words out of introductions.</summary>
    public static async Task Forget(UnitOfWork work, long person)
    {
        await work.Execute("UPDATE IntroductionSide SET ContactId = NULL, ContactPhone = NULL WHERE ContactId = @person", new { person });
        await work.Execute("UPDATE IntroductionSide SET ForOfficer = NULL, OutcomeWords = NULL WHERE AnsweredBy = @person", new { person });
    }

    private sealed class Past
    {
        public IntroductionState State { get; init; }

        public IntroductionEnd? EndReason { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public long? DeclinedBy { get; init; }
    }
}
