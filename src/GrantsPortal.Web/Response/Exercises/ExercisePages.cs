using GrantsPortal.Response.Exercises;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GrantsPortal.Web.Response.Exercises;

/// <summary>What the pages of table-top exercises need.</summary>
public static class ExercisePages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddExercisePages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, ExerciseSentences>()
        .AddSingleton<ExerciseForms>();

    /// <summary>What the writer may answer for: the seal of what was pointed out, once something was refused; empty for nothing.</summary>
    internal static string Seal(ModelStateDictionary state, IReadOnlyList<(string Field, string? Text)> texts)
    {
        state.Remove("Knowing");
        return state.IsValid ? "" : ExerciseTextRules.Seal(texts);
    }
}
