using GrantsPortal.Organisations;

namespace GrantsPortal.Response.Log;

/// <summary>What a line of the log says.</summary>
public enum LineKind
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>Somebody confirmed a call-down; the words say to how many partners.</summary>
    CallDown,

    /// <summary>A contact was alerted.</summary>
    Alerted,

    /// <summary>A deputy was alerted because nobody answered.</summary>
    Deputy,

    /// <summary>Nobody of a partner can be reached by e-mail or text message.</summary>
    NobodyToReach,

    /// <summary>Nobody of a partner is left to alert.</summary>
    NobodyLeft,

    /// <summary>An alert could not be delivered.</summary>
    NotDelivered,

    /// <summary>They are well.</summary>
    Well,

    /// <summary>They can help.</summary>
    CanHelp,

    /// <summary>They need help.</summary>
    NeedHelp,

    /// <summary>A need was recorded.</summary>
    Need,

    /// <summary>An offer was recorded.</summary>
    Offer,

    /// <summary>A need and an offer were put together, and both told.</summary>
    Match,

    /// <summary>A need or an offer is settled.</summary>
    Settled,

    /// <summary>Somebody noted something.</summary>
    Note,

    /// <summary>What is known was written anew.</summary>
    Situation,

    /// <summary>Somebody may read the situation page.</summary>
    ReaderAdded,

    /// <summary>Somebody may read it no more.</summary>
    ReaderRemoved,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>Something was put into a table-top exercise.</summary>
    Inject,

    /// <summary>How that was answered.</summary>
    InjectAnswered,

    /// <summary>The clock of a table-top exercise was stopped.</summary>
    ExercisePaused,

    /// <summary>It goes on.</summary>
    ExerciseResumed,
}

/// <summary>One line of an incident's log. Names are not kept in it: they are read from the records it points at.</summary>
public sealed record IncidentLine
{
    /// <summary>Its number, from 1, without gaps.</summary>
    public int Number { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What it says.</summary>
    public LineKind Kind { get; init; }

    /// <summary>The partner it is of.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The partner's name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>How letters reach the partner.</summary>
    public LetterDelivery? LettersBy { get; init; }

    /// <summary>The contact it is of.</summary>
    public long? ContactId { get; init; }

    /// <summary>The contact's name, as long as it is kept.</summary>
    public string? ContactName { get; init; }

    /// <summary>Who of the city did it; null for the clock and for partners.</summary>
    public long? PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string? PersonName { get; init; }

    /// <summary>The way of an alert: <c>Email</c> or <c>Text</c>.</summary>
    public string? Way { get; init; }

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";
}

/// <summary>A line before it has its number.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Words">What was said.</param>
/// <param name="OrganisationId">The partner it is of.</param>
/// <param name="ContactId">The contact it is of.</param>
/// <param name="Way">The way of an alert.</param>
public sealed record LineDraft(LineKind Kind, string Words = "", long? OrganisationId = null, long? ContactId = null, string? Way = null);
