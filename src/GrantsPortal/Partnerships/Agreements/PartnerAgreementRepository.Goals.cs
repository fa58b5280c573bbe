using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Goals, and what was noted of them.</summary>
public static partial class PartnerAgreementRepository
{
    /// <summary>The goals of some agreements, in their order.</summary>
    public static async Task<ILookup<long, PartnerGoal>> Goals(UnitOfWork work, IReadOnlyCollection<long> agreements) =>
        (agreements.Count == 0 ? [] : await work.List<PartnerGoal>(
            """
            SELECT g.Id, g.AgreementId, g.What, g.OrganisationId, o.Name AS OrganisationName, g.DueOn, g.State, g.RemindedOn, g.Version
            FROM PartnerGoal g
            LEFT JOIN Organisation o ON o.Id = g.OrganisationId
            WHERE g.AgreementId IN @agreements
            ORDER BY g.AgreementId, g.Place
            """,
            new { agreements })).ToLookup(goal => goal.AgreementId);

    /// <summary>What was noted of an agreement's goals, the latest first; at most 500.</summary>
    public static async Task<ILookup<long, GoalProgress>> Progress(UnitOfWork work, long agreement) =>
        (await work.List<GoalProgress>(
            $"""
            SELECT p.GoalId, p.NotedOn, p.Words, p.State, b.Name AS NotedByName
            FROM PartnerGoalProgress p
            JOIN PartnerGoal g ON g.Id = p.GoalId
            JOIN Person b ON b.Id = p.NotedBy
            WHERE g.AgreementId = @agreement
            ORDER BY p.NotedOn DESC, p.Id DESC
            {Dialect.Page}
            """,
            new { agreement, take = 500 })).ToLookup(note => note.GoalId);

    /// <summary>Moves a goal; false when somebody noted something meanwhile.</summary>
    public static Task<bool> MoveGoal(UnitOfWork work, PartnerGoal goal, PartnerGoalState to, int version) =>
        work.Guarded("UPDATE PartnerGoal SET State = @to, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @version", new { goal.Id, goal.State, to, version });

    /// <summary>Adds a note on a goal.</summary>
    public static Task Note(UnitOfWork work, long goal, DateOnly on, string words, PartnerGoalState state) =>
        work.Execute(
            "INSERT INTO PartnerGoalProgress (Id, GoalId, NotedOn, Words, State, NotedAt, NotedBy) VALUES (@id, @goal, @on, @words, @state, @now, @by)",
            new { id = work.NewId(), goal, on, words, state, now = work.Now, by = work.Actor.Person });

    /// <summary>Open goals of agreements in force due up to a day, soonest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<DueGoal>> DueGoals(UnitOfWork work, DateOnly until, DateOnly today) =>
        work.List<DueGoal>(
            $"""
            SELECT g.Id, a.Reference, a.Id AS AgreementId, a.Title, g.What, g.OrganisationId, o.Name AS OrganisationName, g.DueOn, g.RemindedOn
            FROM PartnerGoal g
            JOIN PartnerAgreement a ON a.Id = g.AgreementId AND a.State = 'InForce' AND a.EndsOn >= @today
            LEFT JOIN Organisation o ON o.Id = g.OrganisationId
            WHERE g.State = 'Open' AND g.DueOn <= @until
            ORDER BY g.DueOn, g.Id
            {Dialect.Page}
            """,
            new { until, today, take = 2000 });

    /// <summary>Notes that people are reminded of a goal; false when they were that day.</summary>
    public static Task<bool> MarkReminded(UnitOfWork work, long goal, DateOnly today) =>
        work.Guarded("UPDATE PartnerGoal SET RemindedOn = @today WHERE Id = @goal AND State = 'Open' AND (RemindedOn IS NULL OR RemindedOn < @today)", new { goal, today });

    /// <summary>What a person signed, for their own download; at most 500.</summary>
    public static Task<IReadOnlyList<SignedAgreement>> SignedBy(UnitOfWork work, long person) =>
        work.List<SignedAgreement>(
            $"""
            SELECT a.Reference, a.Title, s.Name, s.SignedAt, s.SetAsideAt
            FROM PartnerAgreementSignature s
            JOIN PartnerAgreement a ON a.Id = s.AgreementId
            WHERE s.PersonId = @person
            ORDER BY s.SignedAt, s.Id
            {Dialect.Page}
            """,
            new { person, take = 500 });

    /// <summary>What a person noted of goals, for their own download; at most 500.</summary>
    public static Task<IReadOnlyList<NotedGoal>> NotedBy(UnitOfWork work, long person) =>
        work.List<NotedGoal>(
            $"""
            SELECT g.What, p.NotedOn, p.Words
            FROM PartnerGoalProgress p
            JOIN PartnerGoal g ON g.Id = p.GoalId
            WHERE p.NotedBy = @person
            ORDER BY p.NotedOn, p.Id
            {Dialect.Page}
            """,
            new { person, take = 500 });

    /// <summary>Forgets signatures of a person that bind nobody: set aside, or under what never came into force.</summary>
    public static Task<int> ForgetUnbinding(UnitOfWork work, long person) =>
        work.Execute(
            """
            DELETE FROM PartnerAgreementSignature
            WHERE PersonId = @person AND (SetAsideAt IS NOT NULL
                OR EXISTS (SELECT 1 FROM PartnerAgreement a WHERE a.Id = PartnerAgreementSignature.AgreementId AND a.InForceAt IS NULL))
            """,
            new { person });
}

/// <summary>A signature, in the download of who gave it.</summary>
public sealed class SignedAgreement
{
    /// <summary>The agreement's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>Since when it does not count; in UTC.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }
}

/// <summary>A note on a goal, in the download of who wrote it.</summary>
public sealed class NotedGoal
{
    /// <summary>The goal.</summary>
    public string What { get; init; } = "";

    /// <summary>As of which day.</summary>
    public DateOnly NotedOn { get; init; }

    /// <summary>What was noted.</summary>
    public string Words { get; init; } = "";
}
