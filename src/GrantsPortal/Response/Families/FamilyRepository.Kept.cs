using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Families;

/// <summary>An entry without its words, for figures.</summary>
public sealed class FamilyMark
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Asked or offered.</summary>
    public SupportSide Side { get; init; }

    /// <summary>What it is about.</summary>
    public SupportKind Kind { get; init; }

    /// <summary>The day it was opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>A review without its words, for figures.</summary>
public sealed class ReviewMark
{
    /// <summary>The entry.</summary>
    public long SupportId { get; init; }

    /// <summary>How many weeks after it was opened.</summary>
    public int Week { get; init; }

    /// <summary>The day it is due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The day it was done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>The day on which it was dropped.</summary>
    public DateOnly? DroppedOn { get; init; }

    /// <summary>How it went.</summary>
    public SupportStanding? Standing { get; init; }
}

/// <summary>A partner to choose.</summary>
public sealed class FamilyPartner
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What figures, export, erasure and the end of the time of keeping read and write.</summary>
public static partial class FamilyRepository
{
    /// <summary>Entries of an incident, or all that are real, for figures; the latest 5,000.</summary>
    public static Task<IReadOnlyList<FamilyMark>> Marks(UnitOfWork work, long? incident) =>
        work.List<FamilyMark>(
            $"""
            SELECT s.Id, s.Side, s.Kind, s.OpenedOn, s.OpenedAt, s.EndedAt
            FROM FamilySupport s
            LEFT JOIN Incident i ON i.Id = s.IncidentId
            WHERE (@incident IS NULL AND (i.IsDrill IS NULL OR i.IsDrill = 0)) OR s.IncidentId = @incident
            ORDER BY s.Id DESC
            {Dialect.Page}
            """,
            new { incident, take = 5000 });

    /// <summary>Reviews of the same, at most 20,000.</summary>
    public static Task<IReadOnlyList<ReviewMark>> ReviewMarks(UnitOfWork work, long? incident) =>
        work.List<ReviewMark>(
            $"""
            SELECT r.SupportId, r.Week, r.DueOn, r.DoneOn, r.DroppedOn, r.Standing
            FROM FamilyReview r
            JOIN FamilySupport s ON s.Id = r.SupportId
            LEFT JOIN Incident i ON i.Id = s.IncidentId
            WHERE (@incident IS NULL AND (i.IsDrill IS NULL OR i.IsDrill = 0)) OR s.IncidentId = @incident
            ORDER BY r.SupportId DESC, r.Week
            {Dialect.Page}
            """,
            new { incident, take = 20000 });

    /// <summary>Partners to choose from, by name; at most 2,000.</summary>
    public static Task<IReadOnlyList<FamilyPartner>> Partners(UnitOfWork work) =>
        work.List<FamilyPartner>($"SELECT o.Id, o.Name FROM Partner q JOIN Organisation o ON o.Id = q.OrganisationId WHERE q.State <> 'Ended' ORDER BY o.Name, o.Id {Dialect.Page}", new { take = 2000 });

    /// <summary>References of what a person follows or stands in for.</summary>
    public static Task<IReadOnlyList<string>> FollowedBy(UnitOfWork work, long person) =>
        work.List<string>($"SELECT s.Reference FROM FamilySupport s WHERE s.FollowerId = @person OR s.DeputyId = @person ORDER BY s.Id {Dialect.Page}", new { person, take = 1000 });

    /// <summary>References of what a person wrote down.</summary>
    public static Task<IReadOnlyList<string>> OpenedBy(UnitOfWork work, long person) =>
        work.List<string>($"SELECT s.Reference FROM FamilySupport s WHERE s.OpenedBy = @person ORDER BY s.Id {Dialect.Page}", new { person, take = 1000 });

    /// <summary>Takes a person out of what they follow; the entries stay.</summary>
    public static async Task Leave(UnitOfWork work, long person)
    {
        await work.Execute("UPDATE FamilySupport SET FollowerId = DeputyId, DeputyId = NULL, Version = Version + 1 WHERE FollowerId = @person", new { person });
        await work.Execute("UPDATE FamilySupport SET DeputyId = NULL, Version = Version + 1 WHERE DeputyId = @person", new { person });
    }

    /// <summary>What ended before an instant, has no review left and still has its words; at most 500.</summary>
    public static Task<IReadOnlyList<long>> ToForget(UnitOfWork work, DateTimeOffset before) =>
        work.List<long>(
            $"""
            SELECT s.Id
            FROM FamilySupport s
            WHERE s.EndedAt < @before AND s.ForgottenAt IS NULL AND NOT EXISTS (SELECT 1 FROM FamilyReview r WHERE r.SupportId = s.Id AND r.DoneOn IS NULL AND r.DroppedOn IS NULL)
            ORDER BY s.EndedAt
            {Dialect.Page}
            """,
            new { before, take = 500 });

    /// <summary>Takes the words out of entries, their reviews and what they were put together with; kind, number, district and days stay for the figures.</summary>
    public static async Task Forget(UnitOfWork work, IReadOnlyCollection<long> ids)
    {
        await work.Execute("UPDATE FamilySupport SET Words = '', Outcome = '', ForgottenAt = @now, Version = Version + 1 WHERE Id IN @ids", new { ids, now = work.Now });
        await work.Execute("UPDATE FamilyReview SET Said = '', NextStep = '', PartnerWords = '', DropReason = '' WHERE SupportId IN @ids", new { ids });
        await work.Execute("UPDATE FamilyMatch SET Words = '' WHERE AskId IN @ids", new { ids });
    }
}
