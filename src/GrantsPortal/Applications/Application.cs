using GrantsPortal.Platform;
using GrantsPortal.Platform.States;

namespace GrantsPortal.Applications;

/// <summary>The states of an application (product contract §4).</summary>
public enum ApplicationState
{
    /// <summary>Being written by the applicant.</summary>
    Draft,

    /// <summary>Sent in.</summary>
    Submitted,

    /// <summary>Sent back for clarification.</summary>
    ChangesRequested,

    /// <summary>Found not eligible.</summary>
    Ineligible,

    /// <summary>Taken back by the applicant.</summary>
    Withdrawn,

    /// <summary>With reviewers.</summary>
    InReview,

    /// <summary>Recommended for funding.</summary>
    Recommended,

    /// <summary>Recommended as reserve.</summary>
    Reserve,

    /// <summary>Not recommended.</summary>
    NotRecommended,

    /// <summary>Decided: funded.</summary>
    Awarded,

    /// <summary>Decided: not funded.</summary>
    Declined,
}

/// <summary>One organisation's answer to a call.</summary>
public sealed record Application
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as GP-2026-0042.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>The applicant organisation; null until one is attached.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Name of the applicant organisation; empty until one is attached.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Who began it.</summary>
    public long StartedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; init; }

    /// <summary>Version of the call's form it answers.</summary>
    public int FormVersion { get; init; }

    /// <summary>The project's title, from the answer with that purpose.</summary>
    public string? Title { get; init; }

    /// <summary>Amount asked for in minor units, from the answer with that purpose.</summary>
    public long? AskedMinor { get; init; }

    /// <summary>ISO 4217 code of the call's currency.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What was answered in the eligibility check, as JSON.</summary>
    public string? Eligibility { get; init; }

    /// <summary>Whether the applicant asked an officer to look at the draft.</summary>
    public bool OfficerMayLook { get; init; }

    /// <summary>Why it was found eligible or not.</summary>
    public string? EligibilityReason { get; init; }

    /// <summary>What the applicant is asked to change or clarify.</summary>
    public string? ChangesAsked { get; init; }

    /// <summary>By when, in UTC.</summary>
    public DateTimeOffset? ChangesDueAt { get; init; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything of it was last saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was last submitted, in UTC: the instant the request reached the server.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>SHA-256 of what was last submitted, in hexadecimal.</summary>
    public string? SubmittedHash { get; init; }

    /// <summary>How many times it was submitted.</summary>
    public int SubmissionNumber { get; init; }

    /// <summary>When its decision letter was sent, in UTC; until then the applicant sees only that it is being decided.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Counts changes of state and of the record itself, not of answers.</summary>
    public int Version { get; init; }

    /// <summary>The state as the applicant may see it.</summary>
    public ApplicationState SeenAs => ApplicationStates.SeenByApplicants(State, ToldAt is not null);

    /// <summary>Amount asked for.</summary>
    public Money? Asked => AskedMinor is { } minor ? Money.FromMinor(minor, Currency) : null;
}

/// <summary>The machine of an application.</summary>
public static class ApplicationStates
{
    /// <summary>Sends it in.</summary>
    public const string Submit = "submit";

    /// <summary>Takes it back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Asks for clarification.</summary>
    public const string RequestChanges = "request-changes";

    /// <summary>Goes on with what was submitted, without waiting for clarification.</summary>
    public const string GoOn = "go-on";

    /// <summary>Finds it not eligible.</summary>
    public const string FindIneligible = "find-ineligible";

    /// <summary>Gives it to reviewers.</summary>
    public const string SendToReview = "send-to-review";

    /// <summary>Recommends funding.</summary>
    public const string Recommend = "recommend";

    /// <summary>Recommends it as reserve.</summary>
    public const string PutInReserve = "reserve";

    /// <summary>Recommends against it.</summary>
    public const string NotRecommend = "not-recommend";

    /// <summary>Takes the recommendation back.</summary>
    public const string Reconsider = "reconsider";

    /// <summary>Decides to fund it.</summary>
    public const string Award = "award";

    /// <summary>Decides not to fund it.</summary>
    public const string Decline = "decline";

    private const string Applicant = "Owner or Editor of the organisation";
    private const string Officer = "Programme officer";
    private const string Approver = "Approver who did not recommend";

    /// <summary>
    /// The state as applicants see it: neither what is recommended, nor what was decided before its letter was sent, shows
    /// in words, colour or order. <see cref="ApplicationState.Reserve"/> stands for "being decided".
    /// </summary>
    public static ApplicationState SeenByApplicants(ApplicationState state, bool told) => state switch
    {
        ApplicationState.Recommended or ApplicationState.NotRecommended => ApplicationState.Reserve,
        ApplicationState.Awarded or ApplicationState.Declined when !told => ApplicationState.Reserve,
        _ => state,
    };

    /// <summary>The table: product contract §4.</summary>
    public static readonly StateTable<ApplicationState> Table = new(
        "application",
        new Dictionary<ApplicationState, StateName>
        {
            [ApplicationState.Draft] = new("Draft", "Draft"),
            [ApplicationState.Submitted] = new("Submitted", "Submitted"),
            [ApplicationState.ChangesRequested] = new("Changes requested", "We asked you to clarify"),
            [ApplicationState.Ineligible] = new("Not eligible", "Not eligible"),
            [ApplicationState.Withdrawn] = new("Withdrawn", "Withdrawn"),
            [ApplicationState.InReview] = new("In review", "Being reviewed"),
            [ApplicationState.Recommended] = new("Recommended", "Being decided"),
            [ApplicationState.Reserve] = new("Reserve", "Being decided"),
            [ApplicationState.NotRecommended] = new("Not recommended", "Being decided"),
            [ApplicationState.Awarded] = new("Awarded", "Successful"),
            [ApplicationState.Declined] = new("Declined", "Not successful"),
        },
        [
            new(ApplicationState.Draft, Submit, "Submit application", ApplicationState.Submitted, Applicant, "ApplicationReceived"),
            new(ApplicationState.ChangesRequested, Submit, "Submit application", ApplicationState.Submitted, Applicant, "ApplicationReceived"),
            new(ApplicationState.Draft, Withdraw, "Withdraw application", ApplicationState.Withdrawn, Applicant, "ApplicationWithdrawn"),
            new(ApplicationState.Submitted, Withdraw, "Withdraw application", ApplicationState.Withdrawn, Applicant, "ApplicationWithdrawn"),
            new(ApplicationState.ChangesRequested, Withdraw, "Withdraw application", ApplicationState.Withdrawn, Applicant, "ApplicationWithdrawn"),
            new(ApplicationState.InReview, Withdraw, "Withdraw application", ApplicationState.Withdrawn, Applicant, "ApplicationWithdrawn"),
            new(ApplicationState.Submitted, RequestChanges, "Ask for clarification", ApplicationState.ChangesRequested, Officer, "ChangesRequested"),
            new(ApplicationState.ChangesRequested, GoOn, "Go on without an answer", ApplicationState.Submitted, Officer),
            new(ApplicationState.Submitted, FindIneligible, "Not eligible", ApplicationState.Ineligible, Officer, "ApplicationIneligible"),
            new(ApplicationState.Submitted, SendToReview, "Send to review", ApplicationState.InReview, Officer),
            new(ApplicationState.InReview, Recommend, "Recommend funding", ApplicationState.Recommended, Officer),
            new(ApplicationState.InReview, PutInReserve, "Put in reserve", ApplicationState.Reserve, Officer),
            new(ApplicationState.InReview, NotRecommend, "Recommend to decline", ApplicationState.NotRecommended, Officer),
            new(ApplicationState.Recommended, Reconsider, "Take recommendation back", ApplicationState.InReview, Officer),
            new(ApplicationState.Reserve, Reconsider, "Take recommendation back", ApplicationState.InReview, Officer),
            new(ApplicationState.NotRecommended, Reconsider, "Take recommendation back", ApplicationState.InReview, Officer),
            new(ApplicationState.Recommended, Award, "Approve", ApplicationState.Awarded, Approver, "DecisionLetter"),
            new(ApplicationState.Reserve, Award, "Approve", ApplicationState.Awarded, Approver, "DecisionLetter"),
            new(ApplicationState.Recommended, Decline, "Approve", ApplicationState.Declined, Approver, "DecisionLetter"),
            new(ApplicationState.Reserve, Decline, "Approve", ApplicationState.Declined, Approver, "DecisionLetter"),
            new(ApplicationState.NotRecommended, Decline, "Approve", ApplicationState.Declined, Approver, "DecisionLetter"),
        ]);
}
