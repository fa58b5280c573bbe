namespace GrantsPortal.Response.Exercises;

/// <summary>The clock of an exercise.</summary>
/// <param name="StartedAt">When it started, in UTC.</param>
/// <param name="Paused">How long it stood still in pauses that are over.</param>
/// <param name="PausedAt">Since when it stands still; null while it does not.</param>
public sealed record Timetable(DateTimeOffset StartedAt, TimeSpan Paused, DateTimeOffset? PausedAt);

/// <summary>When injects are due. All of it counts minutes from the start, so clocks put forward or back shift nothing.</summary>
public static class TimetableRules
{
    /// <summary>When a minute of the exercise comes, if it is not paused again, in UTC; while it is paused, counted to <paramref name="now"/>.</summary>
    public static DateTimeOffset At(Timetable timetable, int minute, DateTimeOffset now) =>
        timetable.StartedAt + timetable.Paused + (timetable.PausedAt is { } since ? now - since : TimeSpan.Zero) + TimeSpan.FromMinutes(minute);

    /// <summary>How long it has gone on, without pauses.</summary>
    public static TimeSpan Elapsed(Timetable timetable, DateTimeOffset now) => (timetable.PausedAt ?? now) - timetable.StartedAt - timetable.Paused;

    /// <summary>What is to be delivered now, in order; nothing while it is paused.</summary>
    public static IReadOnlyList<ExerciseInject> Due(Timetable timetable, IEnumerable<ExerciseInject> injects, DateTimeOffset now) =>
        timetable.PausedAt is not null ? [] : [.. InOrder(injects).Where(inject => inject.DeliveredAt is null && At(timetable, inject.Minute, now) <= now)];

    /// <summary>What comes later, in order.</summary>
    public static IReadOnlyList<ExerciseInject> Coming(Timetable timetable, IEnumerable<ExerciseInject> injects, DateTimeOffset now) =>
        [.. InOrder(injects).Where(inject => inject.DeliveredAt is null && (timetable.PausedAt is not null || At(timetable, inject.Minute, now) > now))];

    /// <summary>The clock standing still from now on; one that stands still already stays as it is.</summary>
    public static Timetable Pause(Timetable timetable, DateTimeOffset now) => timetable.PausedAt is null ? timetable with { PausedAt = now } : timetable;

    /// <summary>The clock going on: everything to come is later by exactly the length of the pause.</summary>
    public static Timetable Resume(Timetable timetable, DateTimeOffset now) =>
        timetable.PausedAt is { } since ? timetable with { Paused = timetable.Paused + (now - since), PausedAt = null } : timetable;

    /// <summary>By minute, then as written.</summary>
    public static IEnumerable<ExerciseInject> InOrder(IEnumerable<ExerciseInject> injects) => injects.OrderBy(inject => inject.Minute).ThenBy(inject => inject.Id);
}
