using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Response.Exercises;

/// <summary>What table-top exercises offer to the container.</summary>
public static class ExercisesModule
{
    /// <summary>Registers use cases, jobs, tasks and invariants.</summary>
    public static IServiceCollection AddExercises(this IServiceCollection services) => services
        .AddSingleton<ExerciseDesk>()
        .AddSingleton<ExerciseLetters>()
        .AddSingleton<ExerciseDelivery>()
        .AddSingleton<ExerciseRun>()
        .AddSingleton<ExercisePapers>()
        .AddSingleton<IJob, ExerciseJob>()
        .AddSingleton<IJob, ExerciseReminders>()
        .AddSingleton<ITaskSource, ExerciseTasks>()
        .AddSingleton<IInvariant, ExercisesAreWhole>();
}
