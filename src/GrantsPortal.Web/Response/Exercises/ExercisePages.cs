using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.Exercises;

/// <summary>What the pages of table-top exercises need.</summary>
public static class ExercisePages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddExercisePages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, ExerciseSentences>()
        .AddSingleton<ExerciseForms>();
}
