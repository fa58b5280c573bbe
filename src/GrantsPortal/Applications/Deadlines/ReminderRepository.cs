using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications.Deadlines;

/// <summary>Somebody to remind of a draft.</summary>
public sealed class ReminderRow
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Title of the call.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>The deadline, in UTC.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>When the draft was begun, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The person's language.</summary>
    public string Language { get; init; } = "";
}

/// <summary>Which drafts were reminded of, and when.</summary>
public static class ReminderRepository
{
    /// <summary>Most people of one run.</summary>
    public const int Most = 1_000;

    /// <summary>
    /// Those to remind now: drafts whose call closes within so many days and that were not reminded of for
    /// this deadline. A draft's people come together; at most <see cref="Most"/> people a run.
    /// </summary>
    public static Task<IReadOnlyList<ReminderRow>> Due(UnitOfWork work, int daysBefore) =>
        work.List<ReminderRow>(
            $"""
            SELECT a.Id AS ApplicationId, a.Reference, s.Title AS CallTitle, c.ClosesAt, a.CreatedAt, p.Id AS PersonId, p.Name, p.Email, p.Language
            FROM Application a
            JOIN Call c ON c.Id = a.CallId AND c.State = 'Published' AND c.ClosesAt > @now AND c.ClosesAt <= @until
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.Role <> 'Viewer'
            JOIN Person p ON p.Id = CASE WHEN a.OrganisationId IS NULL THEN a.StartedBy ELSE m.PersonId END
            WHERE a.State = 'Draft' AND p.DisabledAt IS NULL
                AND NOT EXISTS (SELECT 1 FROM ApplicationReminder r WHERE r.ApplicationId = a.Id AND r.DaysBefore = @daysBefore AND r.ClosesAt = c.ClosesAt)
            ORDER BY a.Id, p.Id
            {Dialect.Page}
            """,
            new { now = work.Now, until = work.Now.AddDays(daysBefore), daysBefore, take = Most });

    /// <summary>Notes that a draft was reminded of; false when it was already.</summary>
    public static Task<bool> Remember(UnitOfWork work, long application, int daysBefore, DateTimeOffset closesAt) =>
        work.TryInsert(
            "INSERT INTO ApplicationReminder (ApplicationId, DaysBefore, ClosesAt, SentAt) VALUES (@application, @daysBefore, @closesAt, @now)",
            new { application, daysBefore, closesAt, now = work.Now });
}
