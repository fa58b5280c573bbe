using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Letters;

/// <summary>The decision letter of one application.</summary>
public sealed record Letter
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The decision it tells of.</summary>
    public long DecisionId { get; init; }

    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The application's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The applicant organisation.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Name of the applicant organisation.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>What was decided.</summary>
    public RecommendedOutcome Outcome { get; init; }

    /// <summary>BCP 47 code of the language it is written in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Subject of the e-mail and heading of the page.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it says; Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>How it goes out.</summary>
    public LetterDelivery DeliverBy { get; init; }

    /// <summary>When it went out, in UTC; nobody outside reads it before.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Reference of the award it offers.</summary>
    public string? AwardReference { get; init; }

    /// <summary>Amount it offers in minor units.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Amount it offers.</summary>
    public Money? Amount => AmountMinor is { } minor ? Money.FromMinor(minor, Currency) : null;

    /// <summary>Whether it offers an award.</summary>
    public bool Offers => AwardReference is not null;
}

/// <summary>Somebody who gets a letter, and how.</summary>
public sealed class LetterRecipient
{
    /// <summary>The letter.</summary>
    public long LetterId { get; init; }

    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their address.</summary>
    public string Address { get; init; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The letter itself, or a notice to sign in and read it.</summary>
    public LetterDelivery DeliverBy { get; init; }
}
