using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Exercises;

/// <summary>Exercises run over drills alone, and their states say what their clocks say.</summary>
public sealed class ExercisesAreWhole : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Under every table-top exercise that has started lies a drill and nothing real; clocks stand still only where an exercise is paused; nothing is delivered before the start, and every objective of a report has a standing.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<string>(
            $"""
            SELECT x.Reference
            FROM Exercise x
            LEFT JOIN Incident i ON i.Id = x.IncidentId
            WHERE (x.StartedAt IS NOT NULL AND COALESCE(i.IsDrill, 0) = 0)
                OR (x.State IN ('Planned', 'CalledOff') AND (x.StartedAt IS NOT NULL OR x.IncidentId IS NOT NULL))
                OR (x.State NOT IN ('Planned', 'CalledOff') AND x.StartedAt IS NULL)
                OR (x.State = 'Paused' AND x.PausedAt IS NULL) OR (x.State <> 'Paused' AND x.PausedAt IS NOT NULL)
                OR x.PausedTicks < 0
                OR EXISTS (SELECT 1 FROM ExerciseInject j WHERE j.ExerciseId = x.Id AND j.DeliveredAt IS NOT NULL AND (x.StartedAt IS NULL OR j.DeliveredAt < x.StartedAt OR j.DeliveredAt > x.EndedAt))
                OR (x.State = 'Reported' AND EXISTS (SELECT 1 FROM ExerciseObjective o WHERE o.ExerciseId = x.Id AND o.Standing IS NULL))
            ORDER BY x.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(reference => $"The records of exercise {reference} are not whole.")];
    }
}
