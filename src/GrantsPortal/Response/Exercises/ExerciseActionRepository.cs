using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Exercises;

/// <summary>What is to be done because of exercises.</summary>
public static class ExerciseActionRepository
{
    private const string Select =
        """
        SELECT a.Id, a.ExerciseId, x.Reference, x.Title, a.What, a.Who, a.OfficerId, p.Name AS OfficerName, a.DueOn, a.DoneAt
        FROM ExerciseAction a
        JOIN Exercise x ON x.Id = a.ExerciseId
        LEFT JOIN Person p ON p.Id = a.OfficerId
        """;

    /// <summary>Those of an exercise, the first due first; at most 100.</summary>
    public static Task<IReadOnlyList<ExerciseAction>> Of(UnitOfWork work, long exercise) =>
        work.List<ExerciseAction>($"{Select} WHERE a.ExerciseId = @exercise ORDER BY a.DueOn, a.Id {Dialect.Page}", new { exercise, take = 100 });

    /// <summary>Those of every exercise that are open, the first due first.</summary>
    public static Task<IReadOnlyList<ExerciseAction>> Open(UnitOfWork work, int take) =>
        work.List<ExerciseAction>($"{Select} WHERE a.DoneAt IS NULL ORDER BY a.DueOn, a.Id {Dialect.Page}", new { take });

    /// <summary>Those of exercises that ended before an instant that are open still.</summary>
    public static Task<IReadOnlyList<ExerciseAction>> OpenBefore(UnitOfWork work, DateTimeOffset before, int take) =>
        work.List<ExerciseAction>($"{Select} WHERE a.DoneAt IS NULL AND x.EndedAt < @before ORDER BY a.DueOn, a.Id {Dialect.Page}", new { before, take });

    /// <summary>An officer's that are open.</summary>
    public static Task<IReadOnlyList<ExerciseAction>> OpenOf(UnitOfWork work, long officer, int take) =>
        work.List<ExerciseAction>($"{Select} WHERE a.DoneAt IS NULL AND a.OfficerId = @officer ORDER BY a.DueOn, a.Id {Dialect.Page}", new { officer, take });

    /// <summary>Those due by a day of which the officer was not reminded yet.</summary>
    public static Task<IReadOnlyList<ExerciseAction>> ToRemind(UnitOfWork work, DateOnly today, int take) =>
        work.List<ExerciseAction>(
            $"{Select} WHERE a.DoneAt IS NULL AND a.RemindedAt IS NULL AND a.OfficerId IS NOT NULL AND a.DueOn <= @today ORDER BY a.DueOn, a.Id {Dialect.Page}",
            new { today, take });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, long exercise, ActionPlan action) =>
        work.Execute(
            "INSERT INTO ExerciseAction (Id, ExerciseId, What, Who, OfficerId, DueOn) VALUES (@id, @exercise, @what, @who, @OfficerId, @due)",
            new
            {
                id = work.NewId(),
                exercise,
                what = action.What.Trim().ReplaceLineEndings("\n"),
                who = action.OfficerId is null ? action.Who.Trim() : "",
                action.OfficerId,
                due = action.DueOn!.Value,
            });

    /// <summary>Notes that the officer is reminded; false when that was done, or there is nothing left to do.</summary>
    public static Task<bool> Remind(UnitOfWork work, long id) =>
        work.Guarded("UPDATE ExerciseAction SET RemindedAt = @now WHERE Id = @id AND RemindedAt IS NULL AND DoneAt IS NULL", new { id, now = work.Now });

    /// <summary>Notes that it is done; false when it was already, or there is none.</summary>
    public static Task<bool> Finish(UnitOfWork work, long id) =>
        work.Guarded("UPDATE ExerciseAction SET DoneAt = @now, DoneBy = @by WHERE Id = @id AND DoneAt IS NULL", new { id, now = work.Now, by = work.Actor.Person });
}
