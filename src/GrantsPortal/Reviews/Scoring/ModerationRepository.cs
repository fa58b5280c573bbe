using GrantsPortal.Applications;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>How diverging reviews of an application were settled.</summary>
public sealed class ModerationNote
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>What was found.</summary>
    public string Note { get; init; } = "";

    /// <summary>Name of the officer who wrote it.</summary>
    public string WrittenByName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>Moderation notes.</summary>
public static class ModerationRepository
{
    private const string Select =
        """
        SELECT n.ApplicationId, n.Note, p.Name AS WrittenByName, n.WrittenAt, n.Version
        FROM ModerationNote n
        JOIN Person p ON p.Id = n.WrittenBy
        """;

    /// <summary>The note on an application, or null.</summary>
    public static Task<ModerationNote?> Find(UnitOfWork work, long application) =>
        work.Find<ModerationNote>($"{Select} WHERE n.ApplicationId = @application", new { application });

    /// <summary>The notes on applications of a call.</summary>
    public static Task<IReadOnlyList<ModerationNote>> ForCall(UnitOfWork work, long call) =>
        work.List<ModerationNote>($"{Select} WHERE n.CallId = @call", new { call });

    /// <summary>Writes a note; false when another was saved since the version seen (0: none).</summary>
    public static Task<bool> Save(UnitOfWork work, Application application, string note, int version)
    {
        var args = new { id = application.Id, call = application.CallId, note, by = work.Actor.PersonId, now = work.Now, version };
        return version == 0
            ? work.TryInsert(
                "INSERT INTO ModerationNote (ApplicationId, CallId, Note, WrittenBy, WrittenAt, Version) VALUES (@id, @call, @note, @by, @now, 1)", args)
            : work.Guarded(
                """
                UPDATE ModerationNote
                SET Note = @note, WrittenBy = @by, WrittenAt = @now, Version = Version + 1
                WHERE ApplicationId = @id AND Version = @version
                """,
                args);
    }
}
