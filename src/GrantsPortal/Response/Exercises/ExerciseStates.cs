using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.Exercises;

/// <summary>The machine of a table-top exercise.</summary>
public static class ExerciseStates
{
    /// <summary>It starts.</summary>
    public const string Start = "start";

    /// <summary>It stands still.</summary>
    public const string Pause = "pause";

    /// <summary>It goes on.</summary>
    public const string Resume = "resume";

    /// <summary>It is over.</summary>
    public const string End = "end";

    /// <summary>Its report is finished.</summary>
    public const string Report = "report";

    /// <summary>It does not take place.</summary>
    public const string CallOff = "call-off";

    private const string Officer = "Focal point, programme officer or administrator";

    /// <summary>The table.</summary>
    public static readonly StateTable<ExerciseState> Table = new(
        "table-top exercise",
        new Dictionary<ExerciseState, StateName>
        {
            [ExerciseState.Planned] = new("Planned", "Planned"),
            [ExerciseState.Running] = new("Running", "Running"),
            [ExerciseState.Paused] = new("Paused", "Paused"),
            [ExerciseState.Ended] = new("To be written up", "Over"),
            [ExerciseState.Reported] = new("Reported", "Over"),
            [ExerciseState.CalledOff] = new("Called off", "Called off"),
        },
        [
            new(ExerciseState.Planned, Start, "Start", ExerciseState.Running, Officer),
            new(ExerciseState.Planned, CallOff, "Call off", ExerciseState.CalledOff, Officer),
            new(ExerciseState.Running, Pause, "Pause", ExerciseState.Paused, Officer),
            new(ExerciseState.Paused, Resume, "Go on", ExerciseState.Running, Officer),
            new(ExerciseState.Running, End, "End", ExerciseState.Ended, Officer),
            new(ExerciseState.Paused, End, "End", ExerciseState.Ended, Officer),
            new(ExerciseState.Ended, Report, "Finish the report", ExerciseState.Reported, Officer),
        ]);
}
