using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared.Conflicts;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>A question of the form or a document asked for. Which fields are shown depends on its kind.</summary>
public sealed class QuestionForm : EditForm
{
    /// <summary>What it asks for.</summary>
    public QuestionKind Kind { get; set; }

    /// <summary>The section it lies in; <see cref="FormEdits.Documents"/> for a document.</summary>
    public string Section { get; set; } = "";

    /// <summary>The question.</summary>
    public string? Label { get; set; }

    /// <summary>One line below it.</summary>
    public string? Hint { get; set; }

    /// <summary>Longer help; Markdown.</summary>
    public string? Help { get; set; }

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; set; } = true;

    /// <summary>What the portal uses the answer for.</summary>
    public QuestionPurpose Purpose { get; set; }

    /// <summary>Most words of a long text.</summary>
    public int? WordLimit { get; set; }

    /// <summary>Smallest number or amount.</summary>
    public decimal? Min { get; set; }

    /// <summary>Largest number or amount.</summary>
    public decimal? Max { get; set; }

    /// <summary>Choices, one a line.</summary>
    public string? Choices { get; set; }

    /// <summary>Most documents.</summary>
    public int? MaxFiles { get; set; }

    /// <summary>Filled with a question.</summary>
    public static QuestionForm Of(Question question, string section, QuestionKind? kind = null) => new()
    {
        Kind = kind ?? question.Kind,
        Section = section,
        Label = question.Label.ToString(),
        Hint = question.Hint.ToString(),
        Help = question.Help.ToString(),
        Required = question.Required,
        Purpose = question.Purpose,
        WordLimit = question.WordLimit,
        Min = question.Min,
        Max = question.Max,
        Choices = string.Join('\n', question.Choices.Select(choice => choice.Label.ToString())),
        MaxFiles = question.MaxFiles,
    };

    /// <summary>The question as typed, over the one before; fields that its kind does not have fall away.</summary>
    public Question Read(Question? before, string language)
    {
        var was = before ?? new Question();
        var numbers = Kind is QuestionKind.Number or QuestionKind.Money;
        return was with
        {
            Kind = Kind,
            Purpose = FormRules.KindsFor(Purpose).Contains(Kind) ? Purpose : QuestionPurpose.None,
            Label = Put(was.Label, language, Label),
            Hint = Put(was.Hint, language, Hint),
            Help = Put(was.Help, language, Help),
            Required = Required,
            WordLimit = Kind == QuestionKind.LongText ? WordLimit : null,
            Min = numbers ? Min : null,
            Max = numbers ? Max : null,
            Choices = Kind is QuestionKind.OneOf or QuestionKind.SeveralOf ? FormEdits.Choices(Choices, was.Choices, language) : [],
            MaxFiles = Kind == QuestionKind.File ? MaxFiles ?? 1 : 1,
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Label", "Question", Label), new("Hint", "Hint", Hint), new("Help", "Help", Help), new("Required", "Must be answered", Required ? "yes" : "no"),
        new("Purpose", "What the answer is used for", Purpose.ToString()), new("WordLimit", "Most words", Said(WordLimit)), new("Min", "Smallest", Said(Min)),
        new("Max", "Largest", Said(Max)), new("Choices", "Choices", Choices), new("MaxFiles", "Most documents", Said(MaxFiles)), new("Section", "Section", Section),
    ];

    /// <summary>Words with one language replaced; the first language written becomes the source.</summary>
    internal static Words Put(Words words, string language, string? text) =>
        words.IsEmpty ? (string.IsNullOrWhiteSpace(text) ? Words.None : Words.Of(Lines(text), language)) : words.With(language, Lines(text));

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");

    private static string? Said(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>A question of the eligibility check.</summary>
public sealed class CheckForm : EditForm
{
    /// <summary>The question.</summary>
    public string? Text { get; set; }

    /// <summary>One line below it.</summary>
    public string? Hint { get; set; }

    /// <summary>Answers that let one apply, one a line.</summary>
    public string? Passing { get; set; }

    /// <summary>Answers that do not, one a line.</summary>
    public string? Failing { get; set; }

    /// <summary>Why those do not.</summary>
    public string? WhyNot { get; set; }

    /// <summary>Where else to look; Markdown.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>Filled with a question; a new one offers yes and no.</summary>
    public static CheckForm Of(EligibilityQuestion? question)
    {
        var shown = question ?? new EligibilityQuestion { Passing = [EligibilityQuestion.Yes] };
        string Lines(bool passing) => string.Join('\n', shown.Offered().Where(choice => shown.Passing.Contains(choice.Key) == passing).Select(choice => choice.Label.ToString()));
        return new()
        {
            Text = shown.Text.ToString(),
            Hint = shown.Hint.ToString(),
            Passing = Lines(true),
            Failing = Lines(false),
            WhyNot = shown.WhyNot.ToString(),
            Elsewhere = shown.Elsewhere.ToString(),
        };
    }

    /// <summary>The question as typed, over the one before.</summary>
    public EligibilityQuestion Read(EligibilityQuestion? before, string language)
    {
        var was = before ?? new EligibilityQuestion();
        var offered = FormEdits.Choices($"{Passing}\n{Failing}", was.Offered(), language);
        var passing = FormEdits.Choices(Passing, was.Offered()).Select(choice => choice.Label.ToString()).ToHashSet(StringComparer.Ordinal);
        var plain = offered.Select(choice => choice.Key).Order().SequenceEqual([EligibilityQuestion.No, EligibilityQuestion.Yes]);
        return was with
        {
            Text = QuestionForm.Put(was.Text, language, Text),
            Hint = QuestionForm.Put(was.Hint, language, Hint),
            Choices = plain ? [] : offered,
            Passing = [.. offered.Where(choice => passing.Contains(choice.Label.ToString())).Select(choice => choice.Key)],
            WhyNot = QuestionForm.Put(was.WhyNot, language, WhyNot),
            Elsewhere = QuestionForm.Put(was.Elsewhere, language, Elsewhere),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Text", "Question", Text), new("Hint", "Hint", Hint), new("Passing", "Answers that let people apply", Passing), new("Failing", "Other answers", Failing),
        new("WhyNot", "Why those do not fit", WhyNot), new("Elsewhere", "Where else to look", Elsewhere),
    ];
}

/// <summary>A criterion of the rubric.</summary>
public sealed class CriterionForm : EditForm
{
    /// <summary>Heading.</summary>
    public string? Title { get; set; }

    /// <summary>What to look for.</summary>
    public string? Description { get; set; }

    /// <summary>How much it counts beside the others.</summary>
    public int? Weight { get; set; }

    /// <summary>Best score.</summary>
    public int? MaxScore { get; set; }

    /// <summary>What each score means, one a line from 0 up.</summary>
    public string? Guidance { get; set; }

    /// <summary>Filled with a criterion.</summary>
    public static CriterionForm Of(Criterion? criterion) => new()
    {
        Title = criterion?.Title.ToString(),
        Description = criterion?.Description.ToString(),
        Weight = criterion?.Weight ?? 1,
        MaxScore = criterion?.MaxScore ?? 4,
        Guidance = criterion is null ? null : string.Join('\n', criterion.Guidance.Select(words => words.ToString())),
    };

    /// <summary>The criterion as typed, over the one before.</summary>
    public Criterion Read(Criterion? before, string language)
    {
        var was = before ?? new Criterion();
        var lines = (Guidance ?? "").ReplaceLineEndings("\n").Trim().Split('\n', StringSplitOptions.TrimEntries);
        return was with
        {
            Title = QuestionForm.Put(was.Title, language, Title),
            Description = QuestionForm.Put(was.Description, language, Description),
            Weight = Weight ?? 0,
            MaxScore = MaxScore ?? 0,
            Guidance = lines is [""] ? [] : [.. lines.Select((line, score) => QuestionForm.Put(score < was.Guidance.Count ? was.Guidance[score] : Words.None, language, line))],
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Title", "Title", Title), new("Description", "What to look for", Description), new("Weight", "Weight", Weight?.ToString(CultureInfo.InvariantCulture)),
        new("MaxScore", "Best score", MaxScore?.ToString(CultureInfo.InvariantCulture)), new("Guidance", "What each score means", Guidance),
    ];
}
