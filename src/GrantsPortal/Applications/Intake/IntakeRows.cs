namespace GrantsPortal.Applications.Intake;

/// <summary>What the officers' list is narrowed to.</summary>
/// <param name="Call">The call's part of the address; null for every call.</param>
/// <param name="State">One state; null for every one.</param>
/// <param name="Search">Words to look for in reference, title and organisation.</param>
/// <param name="Officer">Whether the reader is a programme officer, who also sees drafts whose writers asked for a look.</param>
public sealed record IntakeFilter(string? Call, ApplicationState? State, string? Search, bool Officer = true);

/// <summary>An application in the officers' list.</summary>
public sealed class IntakeRow
{
    /// <summary>Record id, by which the list pages.</summary>
    public long Id { get; init; }

    /// <summary>Such as GP-2026-0042.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; init; }

    /// <summary>The project's title.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the organisation.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Title of the call.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>The call's part of the address.</summary>
    public string CallSlug { get; init; } = "";

    /// <summary>Amount asked for in minor units.</summary>
    public long? AskedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>When it was last submitted, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>By when to clarify, in UTC.</summary>
    public DateTimeOffset? ChangesDueAt { get; init; }

    /// <summary>How many times it was submitted; 0 for a draft that officers were asked to look at.</summary>
    public int SubmissionNumber { get; init; }
}

/// <summary>How many applications are in a state.</summary>
public sealed class StateCount
{
    /// <summary>The state.</summary>
    public ApplicationState State { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>A call to narrow the list to, with how many were submitted to it.</summary>
public sealed class CallCount
{
    /// <summary>The call's part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many applications.</summary>
    public int Number { get; init; }
}

/// <summary>Who reads a note.</summary>
public enum NoteAudience
{
    /// <summary>The city's staff alone.</summary>
    Staff,

    /// <summary>Staff and the applicant.</summary>
    Applicant,
}

/// <summary>A note on an application.</summary>
public sealed class ApplicationNote
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Who reads it.</summary>
    public NoteAudience Audience { get; init; }

    /// <summary>What it says.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of who wrote it.</summary>
    public string AuthorName { get; init; } = "";
}

/// <summary>Something that happened to an application, from the audit trail.</summary>
public sealed class HistoryLine
{
    /// <summary>Place in the audit trail.</summary>
    public long Sequence { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What was done, such as <c>application.submit</c>.</summary>
    public string Act { get; init; } = "";

    /// <summary>Name of who did it; empty for the portal itself.</summary>
    public string PersonName { get; init; } = "";
}
