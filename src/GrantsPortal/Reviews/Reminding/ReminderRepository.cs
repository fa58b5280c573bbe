using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Reminding;

/// <summary>A review that is not submitted, as a reminder names it.</summary>
public sealed class OpenReview
{
    /// <summary>The review.</summary>
    public long Id { get; init; }

    /// <summary>Who reviews.</summary>
    public long ReviewerId { get; init; }

    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>The call's title in its source language.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>When it was assigned, in UTC.</summary>
    public DateTimeOffset AssignedAt { get; init; }

    /// <summary>By when, in UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the reviewer was last reminded, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }
}

/// <summary>Finds the reviews to remind of.</summary>
public static class ReminderRepository
{
    private const string Select =
        """
        SELECT r.Id, r.ReviewerId, r.CallId, s.Title AS CallTitle, r.AssignedAt, r.DueAt, r.RemindedAt
        FROM Review r
        JOIN Application a ON a.Id = r.ApplicationId AND a.State = 'InReview'
        JOIN Call c ON c.Id = r.CallId
        JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
        """;

    /// <summary>The open reviews of a call; at most 5,000.</summary>
    public static Task<IReadOnlyList<OpenReview>> OfCall(UnitOfWork work, long call) =>
        work.List<OpenReview>(
            $"{Select} WHERE r.CallId = @call AND r.State IN @open ORDER BY r.ReviewerId, r.Id {Dialect.Page}",
            new { call, open = ReviewStates.Open, take = 10 * RankingReader.Most });

    /// <summary>The open reviews due before an instant, those due first on top; at most 2,000.</summary>
    public static Task<IReadOnlyList<OpenReview>> DueBefore(UnitOfWork work, DateTimeOffset before) =>
        work.List<OpenReview>(
            $"{Select} WHERE r.State IN @open AND r.DueAt <= @before ORDER BY r.DueAt, r.Id {Dialect.Page}",
            new { before, open = ReviewStates.Open, take = 2000 });
}
