using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Jobs;

/// <summary>When a job ran, what came of it, and when it is due.</summary>
public sealed class JobRun
{
    /// <summary>The job.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who runs it; null when nobody does.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>Until when it belongs to them, in UTC.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it last began, in UTC.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }

    /// <summary>When it last ended, in UTC.</summary>
    public DateTimeOffset? LastFinishedAt { get; init; }

    /// <summary>Why the last run failed; null when it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>When it is due, in UTC; null before its first run, which is due at once.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>Whether somebody runs it at an instant.</summary>
    public bool RunningAt(DateTimeOffset now) => LeaseOwner is not null && LeaseUntil > now;

    /// <summary>Whether it should have begun well before an instant and did not.</summary>
    public bool LateAt(DateTimeOffset now) => !RunningAt(now) && NextDueAt is { } due && now - due > TimeSpan.FromMinutes(10);
}

/// <summary>The runs of jobs, and the lease that keeps two instances from running one at once.</summary>
public static class JobRepository
{
    /// <summary>Makes sure that a job has its row, with the instant it is first due.</summary>
    public static async Task Know(UnitOfWork work, string name, DateTimeOffset firstDue)
    {
        if (await work.Scalar<long>("SELECT COUNT(*) FROM JobRun WHERE Name = @name", new { name }) == 0)
        {
            await work.TryInsert("INSERT INTO JobRun (Name, NextDueAt) VALUES (@name, @firstDue)", new { name, firstDue });
        }
    }

    /// <summary>Every job that was ever known, by name; at most 200.</summary>
    public static Task<IReadOnlyList<JobRun>> All(UnitOfWork work) =>
        work.List<JobRun>(
            $"SELECT Name, LeaseOwner, LeaseUntil, LastStartedAt, LastFinishedAt, LastError, NextDueAt FROM JobRun ORDER BY Name {Dialect.Page}",
            new { take = 200 });

    /// <summary>Takes a job that is due; false when it is not, or somebody has it.</summary>
    public static Task<bool> Claim(UnitOfWork work, string name, string owner, TimeSpan lease) =>
        work.Guarded(
            """
            UPDATE JobRun
            SET LeaseOwner = @owner, LeaseUntil = @until, LastStartedAt = @now
            WHERE Name = @name AND (NextDueAt IS NULL OR NextDueAt <= @now) AND (LeaseUntil IS NULL OR LeaseUntil < @now)
            """,
            new { name, owner, now = work.Now, until = work.Now + lease });

    /// <summary>Keeps a job while it runs; false when it was lost.</summary>
    public static Task<bool> Renew(UnitOfWork work, string name, string owner, TimeSpan lease) =>
        work.Guarded(
            "UPDATE JobRun SET LeaseUntil = @until WHERE Name = @name AND LeaseOwner = @owner",
            new { name, owner, until = work.Now + lease });

    /// <summary>Notes how a run ended and when the next is due.</summary>
    public static Task<bool> End(UnitOfWork work, string name, string owner, string? error, DateTimeOffset nextDue) =>
        work.Guarded(
            """
            UPDATE JobRun
            SET LeaseOwner = NULL, LeaseUntil = NULL, LastFinishedAt = @now, LastError = @error, NextDueAt = @nextDue
            WHERE Name = @name AND LeaseOwner = @owner
            """,
            new { name, owner, error, now = work.Now, nextDue });

    /// <summary>Makes a job due now.</summary>
    public static Task<bool> MakeDue(UnitOfWork work, string name) =>
        work.Guarded("UPDATE JobRun SET NextDueAt = @now WHERE Name = @name", new { name, now = work.Now });
}
