using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    ShortText,

    /// <summary>Paragraphs, with a word limit.</summary>
    LongText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount in the call's currency.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of several choices.</summary>
    OneOf,

    /// <summary>Any number of choices.</summary>
    SeveralOf,

    /// <summary>An uploaded document.</summary>
    File,

    /// <summary>A table of items and amounts that adds up.</summary>
    Budget,

    /// <summary>A statement the applicant makes by ticking it.</summary>
    Declaration,
}

/// <summary>What the portal itself uses an answer for.</summary>
public enum QuestionPurpose
{
    /// <summary>For reading alone.</summary>
    None,

    /// <summary>The project's title.</summary>
    Title,

    /// <summary>The amount asked for.</summary>
    AmountAsked,

    /// <summary>First day of the project.</summary>
    StartsOn,

    /// <summary>Last day of the project.</summary>
    EndsOn,

    /// <summary>What the public may read of the project.</summary>
    PublicSummary,
}

/// <summary>One choice of a question.</summary>
/// <param name="Key">Stable name stored with answers.</param>
/// <param name="Label">What the applicant reads.</param>
public sealed record Choice(string Key, Words Label);

/// <summary>One question of a form.</summary>
public sealed record Question
{
    /// <summary>Stable name, unique in the form; answers are stored under it across versions.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it asks for.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>What the portal uses the answer for.</summary>
    public QuestionPurpose Purpose { get; init; }

    /// <summary>The question itself.</summary>
    public Words Label { get; init; } = Words.None;

    /// <summary>One line below it.</summary>
    public Words Hint { get; init; } = Words.None;

    /// <summary>Longer help, opened on request; Markdown.</summary>
    public Words Help { get; init; } = Words.None;

    /// <summary>Whether it must be answered before submitting.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Most words of a text.</summary>
    public int? WordLimit { get; init; }

    /// <summary>Smallest number or amount in whole units.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number or amount in whole units.</summary>
    public decimal? Max { get; init; }

    /// <summary>Choices of <see cref="QuestionKind.OneOf"/> and <see cref="QuestionKind.SeveralOf"/>.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Most files of a <see cref="QuestionKind.File"/>.</summary>
    public int MaxFiles { get; init; } = 1;
}

/// <summary>A part of the form that is filled in at one go.</summary>
public sealed record FormSection
{
    /// <summary>Stable name, unique in the form.</summary>
    public string Key { get; init; } = "";

    /// <summary>Heading.</summary>
    public Words Title { get; init; } = Words.None;

    /// <summary>What to know before answering; Markdown.</summary>
    public Words Guidance { get; init; } = Words.None;

    /// <summary>The questions, in order.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>One question of the eligibility check: a choice, of which some answers let one go on.</summary>
public sealed record EligibilityQuestion
{
    /// <summary>Stable name, unique in the check.</summary>
    public string Key { get; init; } = "";

    /// <summary>The question.</summary>
    public Words Text { get; init; } = Words.None;

    /// <summary>One line below it.</summary>
    public Words Hint { get; init; } = Words.None;

    /// <summary>The answers offered; "yes" and "no" when the officer gave none.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Keys of the answers that let one go on.</summary>
    public IReadOnlyList<string> Passing { get; init; } = [];

    /// <summary>Why other answers do not.</summary>
    public Words WhyNot { get; init; } = Words.None;

    /// <summary>Where else to look; Markdown.</summary>
    public Words Elsewhere { get; init; } = Words.None;

    /// <summary>The answers as offered: the officer's choices, or yes and no.</summary>
    public IReadOnlyList<Choice> Offered() => Choices.Count > 0 ? Choices : YesAndNo;

    private static readonly IReadOnlyList<Choice> YesAndNo = [new(Yes, Words.Of("Yes")), new(No, Words.Of("No"))];

    /// <summary>Key of the answer "yes" where the officer gave no choices.</summary>
    public const string Yes = "yes";

    /// <summary>Key of the answer "no" where the officer gave no choices.</summary>
    public const string No = "no";
}

/// <summary>
/// What a call asks: the eligibility check, the sections and questions, the documents. A published version is never
/// changed; a change makes the next version.
/// </summary>
public sealed record FormDefinition
{
    /// <summary>The check before applying.</summary>
    public IReadOnlyList<EligibilityQuestion> Eligibility { get; init; } = [];

    /// <summary>The sections, in order.</summary>
    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    /// <summary>Documents asked for; each a question of kind <see cref="QuestionKind.File"/>.</summary>
    public IReadOnlyList<Question> Documents { get; init; } = [];

    /// <summary>Every question and document, in order.</summary>
    public IEnumerable<Question> AllQuestions() => Sections.SelectMany(section => section.Questions).Concat(Documents);

    /// <summary>The question with a purpose, or null.</summary>
    public Question? For(QuestionPurpose purpose) => AllQuestions().FirstOrDefault(question => question.Purpose == purpose);
}

/// <summary>A version of a call's form as stored.</summary>
public sealed class CallForm
{
    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>1 for the first version.</summary>
    public int Version { get; init; }

    /// <summary>The definition as JSON.</summary>
    public string Definition { get; init; } = "";

    /// <summary>When applicants first saw it, in UTC; null while it is a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>SHA-256 of the definition as published, in hexadecimal; null while it is a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>Counts edits of the draft.</summary>
    public int EditVersion { get; init; }

    /// <summary>The definition.</summary>
    public FormDefinition Read() => Platform.Json.Read<FormDefinition>(Definition);
}
