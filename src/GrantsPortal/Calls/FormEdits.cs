using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>What an officer does to a form that is being written; each act gives the form as it is after.</summary>
public static class FormEdits
{
    /// <summary>Stands for the documents where a section's key is asked for.</summary>
    public const string Documents = "documents";

    /// <summary>Adds a section at the end, or replaces the one with its key, keeping its questions.</summary>
    public static FormDefinition PutSection(FormDefinition form, string? key, Words title, Words guidance)
    {
        var section = form.Sections.FirstOrDefault(s => s.Key == key);
        return section is null
            ? form with { Sections = [.. form.Sections, new FormSection { Key = NewKey(title.ToString(), form.Sections.Select(s => s.Key).Append(Documents)), Title = title, Guidance = guidance }] }
            : form with { Sections = [.. form.Sections.Select(s => s.Key == key ? s with { Title = title, Guidance = guidance } : s)] };
    }

    /// <summary>Removes a section with its questions.</summary>
    public static FormDefinition RemoveSection(FormDefinition form, string key) =>
        form with { Sections = [.. form.Sections.Where(section => section.Key != key)] };

    /// <summary>Moves a section one place up (-1) or down (1).</summary>
    public static FormDefinition MoveSection(FormDefinition form, string key, int by) =>
        form with { Sections = Moved(form.Sections, section => section.Key == key, by) };

    /// <summary>
    /// Puts a question into a section, or among the documents: in the place of the one whose key is given, else at the end.
    /// A question that asks for another kind of answer than before gets a key of its own, since answers are kept under it.
    /// </summary>
    public static FormDefinition PutQuestion(FormDefinition form, string section, string? key, Question question)
    {
        var before = key is null ? null : Find(form, key);
        var kept = before?.Kind == question.Kind ? key! : NewKey(question.Label.ToString(), form.AllQuestions().Select(q => q.Key));
        var put = question with { Key = kept };
        var stays = before is not null && SectionOf(form, key!) == section;
        if (stays)
        {
            return EachList(form, (_, list) => [.. list.Select(q => q.Key == key ? put : q)]);
        }

        var without = before is null ? form : RemoveQuestion(form, key!);
        return EachList(without, (name, list) => name == section ? [.. list, put] : list);
    }

    /// <summary>Removes a question or a document.</summary>
    public static FormDefinition RemoveQuestion(FormDefinition form, string key) =>
        EachList(form, (_, list) => [.. list.Where(question => question.Key != key)]);

    /// <summary>Moves a question one place up (-1) or down (1) within its section; past its end into the next one.</summary>
    public static FormDefinition MoveQuestion(FormDefinition form, string key, int by)
    {
        var at = form.Sections.ToList().FindIndex(section => section.Questions.Any(question => question.Key == key));
        if (at >= 0 && at + by >= 0 && at + by < form.Sections.Count && EdgeOf(form.Sections[at], by).Key == key)
        {
            var question = Find(form, key)!;
            var next = form.Sections[at + by].Key;
            return EachList(RemoveQuestion(form, key), (name, list) => name != next ? list : by < 0 ? [.. list, question] : [question, .. list]);
        }

        return EachList(form, (_, list) => Moved(list, question => question.Key == key, by));
    }

    /// <summary>Puts a question of the check: in the place of the one whose key is given, else at the end.</summary>
    public static FormDefinition PutCheck(FormDefinition form, string? key, EligibilityQuestion question)
    {
        var known = form.Eligibility.Any(q => q.Key == key);
        var put = question with { Key = known ? key! : NewKey(question.Text.ToString(), form.Eligibility.Select(q => q.Key)) };
        return form with { Eligibility = known ? [.. form.Eligibility.Select(q => q.Key == key ? put : q)] : [.. form.Eligibility, put] };
    }

    /// <summary>Removes a question of the check.</summary>
    public static FormDefinition RemoveCheck(FormDefinition form, string key) =>
        form with { Eligibility = [.. form.Eligibility.Where(question => question.Key != key)] };

    /// <summary>Moves a question of the check one place up (-1) or down (1).</summary>
    public static FormDefinition MoveCheck(FormDefinition form, string key, int by) =>
        form with { Eligibility = Moved(form.Eligibility, question => question.Key == key, by) };

    /// <summary>Puts a criterion: in the place of the one whose key is given, else at the end.</summary>
    public static RubricDefinition PutCriterion(RubricDefinition rubric, string? key, Criterion criterion)
    {
        var known = rubric.Criteria.Any(c => c.Key == key);
        var put = criterion with { Key = known ? key! : NewKey(criterion.Title.ToString(), rubric.Criteria.Select(c => c.Key)) };
        return rubric with { Criteria = known ? [.. rubric.Criteria.Select(c => c.Key == key ? put : c)] : [.. rubric.Criteria, put] };
    }

    /// <summary>Removes a criterion.</summary>
    public static RubricDefinition RemoveCriterion(RubricDefinition rubric, string key) =>
        rubric with { Criteria = [.. rubric.Criteria.Where(criterion => criterion.Key != key)] };

    /// <summary>Moves a criterion one place up (-1) or down (1).</summary>
    public static RubricDefinition MoveCriterion(RubricDefinition rubric, string key, int by) =>
        rubric with { Criteria = Moved(rubric.Criteria, criterion => criterion.Key == key, by) };

    /// <summary>The question or document with a key, or null.</summary>
    public static Question? Find(FormDefinition form, string key) => form.AllQuestions().FirstOrDefault(question => question.Key == key);

    /// <summary>The section a question lies in, <see cref="Documents"/> for a document; null when there is no such question.</summary>
    public static string? SectionOf(FormDefinition form, string key) =>
        form.Documents.Any(document => document.Key == key)
            ? Documents
            : form.Sections.FirstOrDefault(section => section.Questions.Any(question => question.Key == key))?.Key;

    /// <summary>Choices from one line each; a choice whose words stay keeps its key.</summary>
    public static IReadOnlyList<Choice> Choices(string? lines, IReadOnlyList<Choice> before, string language = "en")
    {
        var choices = new List<Choice>();
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var known = before.FirstOrDefault(choice => choice.Label.ToString() == line && choices.All(c => c.Key != choice.Key));
            choices.Add(known ?? new Choice(NewKey(line, choices.Concat(before).Select(choice => choice.Key)), Words.Of(line, language)));
        }

        return choices;
    }

    /// <summary>A key made from words that none of those taken has; at most 40 characters.</summary>
    public static string NewKey(string words, IEnumerable<string> taken)
    {
        var slug = Folded.Slug(words) is { Length: > 0 } own ? own[..Math.Min(own.Length, 36)].TrimEnd('-') : "item";
        var all = taken.ToHashSet(StringComparer.Ordinal);
        var key = slug;
        for (var number = 2; all.Contains(key); number++)
        {
            key = FormattableString.Invariant($"{slug}-{number}");
        }

        return key;
    }

    private static Question EdgeOf(FormSection section, int by) => by < 0 ? section.Questions[0] : section.Questions[^1];

    private static FormDefinition EachList(FormDefinition form, Func<string, IReadOnlyList<Question>, IReadOnlyList<Question>> change) => form with
    {
        Sections = [.. form.Sections.Select(section => section with { Questions = change(section.Key, section.Questions) })],
        Documents = change(Documents, form.Documents),
    };

    private static List<T> Moved<T>(IReadOnlyList<T> list, Predicate<T> which, int by)
    {
        var moved = list.ToList();
        var at = moved.FindIndex(which);
        if (at >= 0 && at + by >= 0 && at + by < moved.Count)
        {
            (moved[at], moved[at + by]) = (moved[at + by], moved[at]);
        }

        return moved;
    }
}
