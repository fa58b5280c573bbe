using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.States;

namespace GrantsPortal.Awards;

/// <summary>The states of an award (product contract §4).</summary>
public enum AwardState
{
    /// <summary>Offered; waits for the organisation's answer.</summary>
    Offered,

    /// <summary>The organisation accepted the terms.</summary>
    Accepted,

    /// <summary>The organisation refused.</summary>
    Refused,

    /// <summary>The offer ran out unanswered.</summary>
    Lapsed,

    /// <summary>Under way.</summary>
    Active,

    /// <summary>Stopped for the time being.</summary>
    Suspended,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Ended early.</summary>
    Terminated,

    /// <summary>Closed out.</summary>
    Closed,
}

/// <summary>Money granted.</summary>
public sealed record Award
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as AW-2026-0007.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The application it answers; null for awards read from open data.</summary>
    public long? ApplicationId { get; init; }

    /// <summary>The decision that made it; null for awards read from open data.</summary>
    public long? DecisionId { get; init; }

    /// <summary>The call; null for awards read from open data.</summary>
    public long? CallId { get; init; }

    /// <summary>Who gets it.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Name of who gets it; never shown to the public unless <see cref="Publication"/> is full.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The programme that pays.</summary>
    public long? ProgrammeId { get; init; }

    /// <summary>Name of the programme.</summary>
    public string? ProgrammeName { get; init; }

    /// <summary>Where it stands.</summary>
    public AwardState State { get; init; }

    /// <summary>What it is for, in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string? Summary { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Day of the decision.</summary>
    public DateOnly AwardedOn { get; init; }

    /// <summary>First day of the work.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>When it was offered, in UTC.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Until when the offer stands, in UTC.</summary>
    public DateTimeOffset? OfferExpiresAt { get; init; }

    /// <summary>When an unanswered offer was brought to mind, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>The terms offered; Markdown.</summary>
    public string? Terms { get; init; }

    /// <summary>BCP 47 code of the language the terms are in.</summary>
    public string? TermsLanguage { get; init; }

    /// <summary>BCP 47 code of the language that its documents are in: that of its terms, else the city's own.</summary>
    public string LanguageIn(PortalOptions portal) => TermsLanguage ?? portal.SourceLanguage;

    /// <summary>When the organisation answered, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How many Owners have to sign: the organisation's rule, frozen when the award was offered.</summary>
    public SigningRule SigningRule { get; init; }

    /// <summary>Counts signatures of the organisation, those that were set aside included.</summary>
    public int Signings { get; init; }

    /// <summary>The Owner who answered; the last who signed.</summary>
    public long? AnsweredBy { get; init; }

    /// <summary>Name typed with the last signature.</summary>
    public string? AcceptedName { get; init; }

    /// <summary>Why the organisation refused.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The accepted agreement as HTML.</summary>
    public long? AgreementHtmlId { get; init; }

    /// <summary>The accepted agreement as PDF, where PDFs can be made.</summary>
    public long? AgreementPdfId { get; init; }

    /// <summary>SHA-256 of the agreement's HTML, in hexadecimal.</summary>
    public string? AgreementHash { get; init; }

    /// <summary>How much the public may read, as an officer set it; what is in force is <see cref="InForce"/>.</summary>
    public Publication Publication { get; init; }

    /// <summary>What the recipient asked for instead, until an officer answers.</summary>
    public Publication? PublicationAsked { get; init; }

    /// <summary>Why an officer set it so.</summary>
    public string? PublicationReason { get; init; }

    /// <summary>Why the recipient asked for less.</summary>
    public string? PublicationAskedReason { get; init; }

    /// <summary>Who paid, where it is not the city itself.</summary>
    public string? FunderName { get; init; }

    /// <summary>Where the record came from.</summary>
    public RecordSource Source { get; init; }

    /// <summary>Identifier in the open data it was read from.</summary>
    public string? ImportId { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);

    /// <summary>How much the public reads now: while a request waits, the safer of what is set and what was asked for.</summary>
    public Publication InForce => PublicationAsked is { } asked && asked > Publication ? asked : Publication;
}

/// <summary>The machine of an award.</summary>
public static class AwardStates
{
    /// <summary>Accepts the offer.</summary>
    public const string Accept = "accept";

    /// <summary>Refuses the offer.</summary>
    public const string Refuse = "refuse";

    /// <summary>Lets the offer run out.</summary>
    public const string Lapse = "lapse";

    /// <summary>Starts the award.</summary>
    public const string Activate = "activate";

    /// <summary>Stops it for the time being.</summary>
    public const string Suspend = "suspend";

    /// <summary>Lets a paused award go on.</summary>
    public const string Resume = "resume";

    /// <summary>Notes that the work is done.</summary>
    public const string Complete = "complete";

    /// <summary>Ends it early.</summary>
    public const string Terminate = "terminate";

    /// <summary>Closes it out.</summary>
    public const string Close = "close";

    private const string Owner = "Owner of the organisation";
    private const string Officer = "Programme officer";
    private const string Closer = "Programme officer or approver, but not who completed it or handed it on";

    /// <summary>The table: product contract §4.</summary>
    public static readonly StateTable<AwardState> Table = new(
        "award",
        new Dictionary<AwardState, StateName>
        {
            [AwardState.Offered] = new("Offered", "Offered to you"),
            [AwardState.Accepted] = new("Accepted", "Accepted"),
            [AwardState.Refused] = new("Refused", "Refused"),
            [AwardState.Lapsed] = new("Lapsed", "Offer ran out"),
            [AwardState.Active] = new("Active", "Under way"),
            [AwardState.Suspended] = new("Suspended", "Paused"),
            [AwardState.Completed] = new("Completed", "Completed"),
            [AwardState.Terminated] = new("Terminated", "Ended early"),
            [AwardState.Closed] = new("Closed", "Closed"),
        },
        [
            new(AwardState.Offered, Accept, "Accept award", AwardState.Accepted, "Owner of the organisation, two of them where its rule says so", "AwardAccepted"),
            new(AwardState.Offered, Refuse, "Refuse award", AwardState.Refused, Owner, "AwardRefused"),
            new(AwardState.Offered, Lapse, "Let the offer lapse", AwardState.Lapsed, "The clock", "AwardLapsed"),
            new(AwardState.Accepted, Activate, "Start award", AwardState.Active, Officer),
            new(AwardState.Active, Suspend, "Suspend award", AwardState.Suspended, Officer, "StandingLetter"),
            new(AwardState.Suspended, Resume, "Resume award", AwardState.Active, Officer, "StandingLetter"),
            new(AwardState.Active, Complete, "Complete award", AwardState.Completed, Officer, "AwardCompleted"),
            new(AwardState.Active, Terminate, "Terminate award", AwardState.Terminated, Officer, "StandingLetter"),
            new(AwardState.Suspended, Terminate, "Terminate award", AwardState.Terminated, Officer, "StandingLetter"),
            new(AwardState.Suspended, Close, "Close award", AwardState.Closed, Closer, "AwardClosed"),
            new(AwardState.Completed, Close, "Close award", AwardState.Closed, Closer, "AwardClosed"),
            new(AwardState.Terminated, Close, "Close award", AwardState.Closed, Closer, "AwardClosed"),
        ]);
}
