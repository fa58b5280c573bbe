namespace GrantsPortal.Bookings.Feedback;

/// <summary>How a question is answered.</summary>
public enum QuestionType
{
    /// <summary>From 1, poor, to 5, very good.</summary>
    Rating,

    /// <summary>One of several answers given.</summary>
    Choice,

    /// <summary>In one's own words; never has to be answered.</summary>
    Text,

    /// <summary>A statement of competence, rated from 1, not at all, to 5, fully; before and after.</summary>
    Statement,
}

/// <summary>When people are asked.</summary>
public enum FeedbackMoment
{
    /// <summary>Before the first session: the statements of competence alone.</summary>
    Before,

    /// <summary>When it is over: everything.</summary>
    After,
}

/// <summary>A question asked after every date of a course or event.</summary>
public sealed record FeedbackQuestion
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Place among the questions.</summary>
    public int Position { get; init; }

    /// <summary>How it is answered.</summary>
    public QuestionType Type { get; init; }

    /// <summary>What is asked.</summary>
    public string Words { get; init; } = "";

    /// <summary>The answers to choose from, one a line.</summary>
    public string Choices { get; init; } = "";

    /// <summary>Since when it is not asked any more, in UTC; kept for the answers it got.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The answers to choose from.</summary>
    public IReadOnlyList<string> Options => Choices.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether it has to be answered.</summary>
    public bool IsRequired => Type != QuestionType.Text;
}

/// <summary>That the questions of a course or event were written, and how often they were changed.</summary>
public sealed record FeedbackForm
{
    /// <summary>When they were changed last, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>A question as an officer writes it.</summary>
/// <param name="Type">How it is answered; no statement.</param>
/// <param name="Words">What is asked.</param>
/// <param name="Choices">The answers to choose from, of a choice.</param>
public sealed record QuestionPlan(QuestionType Type, string Words, IReadOnlyList<string> Choices);

/// <summary>What an officer has people asked.</summary>
/// <param name="Questions">The questions asked afterwards.</param>
/// <param name="Statements">The statements of competence rated before and after.</param>
public sealed record FeedbackPlan(IReadOnlyList<QuestionPlan> Questions, IReadOnlyList<string> Statements);

/// <summary>That somebody was asked, and whether they answered.</summary>
public sealed record FeedbackSheet
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>Before or after.</summary>
    public FeedbackMoment Moment { get; init; }

    /// <summary>When they were asked, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When they were reminded, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When they first answered, in UTC; null until they do.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When they answered last, in UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>One answer.</summary>
public sealed record FeedbackAnswer
{
    /// <summary>Whose booking.</summary>
    public long BookingId { get; init; }

    /// <summary>Before or after.</summary>
    public FeedbackMoment Moment { get; init; }

    /// <summary>To which question.</summary>
    public long QuestionId { get; init; }

    /// <summary>From 1 to 5, of ratings and statements.</summary>
    public int? Rating { get; init; }

    /// <summary>The choice, or one's own words.</summary>
    public string? Words { get; init; }
}
