using GrantsPortal.Calls;

namespace GrantsPortal.Applications.Drafting;

/// <summary>What changed between two versions of a form, for the person whose draft answers the earlier one.</summary>
/// <param name="Added">Questions that are new.</param>
/// <param name="Changed">Questions that ask something else, or otherwise.</param>
/// <param name="Removed">Questions that are no longer asked; their answers stay in the draft but are not submitted.</param>
public sealed record FormDifference(IReadOnlyList<Question> Added, IReadOnlyList<Question> Changed, IReadOnlyList<Question> Removed)
{
    /// <summary>Compares by key, as answers are kept.</summary>
    public static FormDifference Between(FormDefinition before, FormDefinition after)
    {
        var old = before.AllQuestions().ToDictionary(question => question.Key, StringComparer.Ordinal);
        var now = after.AllQuestions().ToDictionary(question => question.Key, StringComparer.Ordinal);
        return new(
            [.. now.Values.Where(question => !old.ContainsKey(question.Key))],
            [.. now.Values.Where(question => old.TryGetValue(question.Key, out var was) && Platform.Json.Write(was) != Platform.Json.Write(question))],
            [.. old.Values.Where(question => !now.ContainsKey(question.Key))]);
    }
}
