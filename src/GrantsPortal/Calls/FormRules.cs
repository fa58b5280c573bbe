using GrantsPortal.Platform;

namespace GrantsPortal.Calls;

/// <summary>What a form must be before applicants may see it.</summary>
public static class FormRules
{
    /// <summary>Most words a long text may allow.</summary>
    public const int MostWords = 5_000;

    /// <summary>Most files one question may take.</summary>
    public const int MostFiles = 10;

    /// <summary>Most questions of one form.</summary>
    public const int MostQuestions = 150;

    /// <summary>Everything wrong with a form, and where; empty when it may be published.</summary>
    public static IReadOnlyList<Shortcoming> Check(FormDefinition form)
    {
        var wrong = new List<Shortcoming>();
        wrong.AddRange(form.Eligibility.SelectMany(Check).Select(why => new Shortcoming(CallPart.Eligibility, why)));
        wrong.AddRange(Repeated(form.Eligibility.Select(question => question.Key)).Select(key => new Shortcoming(CallPart.Eligibility, new Refusal("form.key-repeated", key))));
        wrong.AddRange(Sections(form).Select(why => new Shortcoming(CallPart.Form, why)));
        wrong.AddRange(form.Sections.SelectMany(section => section.Questions).SelectMany(Check).Select(why => new Shortcoming(CallPart.Form, why)));
        wrong.AddRange(Purposes(form).Select(why => new Shortcoming(CallPart.Form, why)));
        wrong.AddRange(form.Documents.SelectMany(Document).Select(why => new Shortcoming(CallPart.Documents, why)));
        return wrong;
    }

    /// <summary>
    /// What is wrong with one question: <c>question.label-missing</c>, <c>question.word-limit</c>, <c>question.choices-few</c>,
    /// <c>question.choice-empty</c>, <c>question.choice-repeated</c>, <c>question.max-below-min</c>, <c>question.files-number</c>, <c>question.purpose-kind</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Question question)
    {
        var label = question.Label.ToString();
        if (question.Label.IsEmpty)
        {
            return [new Refusal("question.label-missing").At("Label")];
        }

        var wrong = new List<Refusal>();
        if (question.Kind == QuestionKind.LongText && question.WordLimit is not (>= 1 and <= MostWords))
        {
            wrong.Add(new Refusal("question.word-limit", label, MostWords).At("WordLimit"));
        }

        if (question.Kind is QuestionKind.OneOf or QuestionKind.SeveralOf)
        {
            wrong.AddRange(Choices(label, question.Choices));
        }

        if (question.Min > question.Max)
        {
            wrong.Add(new Refusal("question.max-below-min", label).At("Max"));
        }

        if (question.Kind == QuestionKind.File && question.MaxFiles is not (>= 1 and <= MostFiles))
        {
            wrong.Add(new Refusal("question.files-number", label, MostFiles).At("MaxFiles"));
        }

        if (!KindsFor(question.Purpose).Contains(question.Kind))
        {
            wrong.Add(new Refusal("question.purpose-kind", label).At("Purpose"));
        }

        return wrong;
    }

    /// <summary>
    /// What is wrong with one question of the check: <c>eligibility.text-missing</c>, <c>eligibility.passing-missing</c>,
    /// <c>eligibility.decides-nothing</c> (every answer lets one go on), <c>eligibility.why-not-missing</c>, and those of choices.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(EligibilityQuestion question)
    {
        var text = question.Text.ToString();
        if (question.Text.IsEmpty)
        {
            return [new Refusal("eligibility.text-missing").At("Text")];
        }

        var wrong = new List<Refusal>();
        if (question.Choices.Count > 0)
        {
            wrong.AddRange(Choices(text, question.Choices));
        }

        var offered = question.Offered().Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal);
        var passing = question.Passing.Count(offered.Contains);
        if (passing == 0)
        {
            wrong.Add(new Refusal("eligibility.passing-missing", text).At("Passing"));
        }
        else if (passing == offered.Count)
        {
            wrong.Add(new Refusal("eligibility.decides-nothing", text).At("Passing"));
        }

        if (question.WhyNot.IsEmpty)
        {
            wrong.Add(new Refusal("eligibility.why-not-missing", text).At("WhyNot"));
        }

        return wrong;
    }

    /// <summary>The kinds of question that can serve a purpose.</summary>
    public static IReadOnlyList<QuestionKind> KindsFor(QuestionPurpose purpose) => purpose switch
    {
        QuestionPurpose.Title => [QuestionKind.ShortText],
        QuestionPurpose.AmountAsked => [QuestionKind.Money],
        QuestionPurpose.StartsOn or QuestionPurpose.EndsOn => [QuestionKind.Date],
        QuestionPurpose.PublicSummary => [QuestionKind.ShortText, QuestionKind.LongText],
        _ => Enum.GetValues<QuestionKind>(),
    };

    private static IEnumerable<Refusal> Document(Question document) =>
        document.Kind == QuestionKind.File ? Check(document) : [new Refusal("form.document-kind", document.Label.ToString())];

    private static IEnumerable<Refusal> Sections(FormDefinition form)
    {
        if (!form.Sections.Any(section => section.Questions.Count > 0))
        {
            yield return new Refusal("form.no-questions");
        }

        if (form.AllQuestions().Count() > MostQuestions)
        {
            yield return new Refusal("form.too-many-questions", MostQuestions);
        }

        foreach (var section in form.Sections)
        {
            if (section.Title.IsEmpty)
            {
                yield return new Refusal("form.section-title-missing");
            }
            else if (section.Questions.Count == 0)
            {
                yield return new Refusal("form.section-empty", section.Title.ToString());
            }
        }

        foreach (var key in Repeated(form.AllQuestions().Select(question => question.Key)).Concat(Repeated(form.Sections.Select(section => section.Key))))
        {
            yield return new Refusal("form.key-repeated", key);
        }
    }

    private static IEnumerable<Refusal> Purposes(FormDefinition form)
    {
        var counts = form.AllQuestions().CountBy(question => question.Purpose).ToDictionary();
        if (counts.GetValueOrDefault(QuestionPurpose.Title) != 1)
        {
            yield return new Refusal("form.title-question");
        }

        if (counts.GetValueOrDefault(QuestionPurpose.AmountAsked) != 1)
        {
            yield return new Refusal("form.amount-question");
        }

        if (new[] { QuestionPurpose.StartsOn, QuestionPurpose.EndsOn, QuestionPurpose.PublicSummary }.Any(purpose => counts.GetValueOrDefault(purpose) > 1))
        {
            yield return new Refusal("form.purpose-repeated");
        }
    }

    private static IEnumerable<Refusal> Choices(string label, IReadOnlyList<Choice> choices)
    {
        if (choices.Count < 2)
        {
            yield return new Refusal("question.choices-few", label).At("Choices");
        }
        else if (choices.Any(choice => choice.Key.Length == 0 || choice.Label.IsEmpty))
        {
            yield return new Refusal("question.choice-empty", label).At("Choices");
        }
        else if (Repeated(choices.Select(choice => choice.Key)).Any())
        {
            yield return new Refusal("question.choice-repeated", label).At("Choices");
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> keys) =>
        keys.CountBy(key => key, StringComparer.Ordinal).Where(count => count.Value > 1).Select(count => count.Key);
}
