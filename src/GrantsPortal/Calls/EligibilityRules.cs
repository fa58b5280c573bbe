namespace GrantsPortal.Calls;

/// <summary>What came of the eligibility check.</summary>
/// <param name="Unanswered">Questions without an answer, or with one that was not offered.</param>
/// <param name="Failed">Questions whose answer does not let one go on.</param>
public sealed record EligibilityResult(IReadOnlyList<EligibilityQuestion> Unanswered, IReadOnlyList<EligibilityQuestion> Failed)
{
    /// <summary>Whether every question was answered and every answer lets one go on.</summary>
    public bool Eligible => Unanswered.Count == 0 && Failed.Count == 0;
}

/// <summary>The eligibility check.</summary>
public static class EligibilityRules
{
    /// <summary>Judges the answers, by question key; answers to questions that are not asked are ignored.</summary>
    public static EligibilityResult Check(FormDefinition form, IReadOnlyDictionary<string, string> answers)
    {
        var unanswered = form.Eligibility.Where(question => AnswerTo(question, answers) is null).ToList();
        var failed = form.Eligibility.Where(question => AnswerTo(question, answers) is { } answer && !question.Passing.Contains(answer)).ToList();
        return new(unanswered, failed);
    }

    private static string? AnswerTo(EligibilityQuestion question, IReadOnlyDictionary<string, string> answers) =>
        answers.TryGetValue(question.Key, out var answer) && question.Offered().Any(choice => choice.Key == answer) ? answer : null;
}
