using GrantsPortal.Applications;
using GrantsPortal.Platform;

namespace GrantsPortal.Response.RapidFund;

/// <summary>A rapid-response fund: a call opened from a template in an incident.</summary>
public sealed record OpenedFund
{
    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>Its part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>Reference of the incident.</summary>
    public string IncidentReference { get; init; } = "";

    /// <summary>The template.</summary>
    public long TemplateId { get; init; }

    /// <summary>Hours to the promised decision.</summary>
    public int Hours { get; init; }

    /// <summary>Days from payment to report.</summary>
    public int ReportDays { get; init; }

    /// <summary>One decider.</summary>
    public long FirstDeciderId { get; init; }

    /// <summary>Their deputy.</summary>
    public long? FirstDeputyId { get; init; }

    /// <summary>The other decider.</summary>
    public long SecondDeciderId { get; init; }

    /// <summary>Their deputy.</summary>
    public long? SecondDeputyId { get; init; }

    /// <summary>Budget in minor units.</summary>
    public long BudgetMinor { get; init; }

    /// <summary>What its standing awards take of it, in minor units.</summary>
    public long AwardedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>When it closes, in UTC.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>When it was opened, in UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who opened it.</summary>
    public long OpenedBy { get; init; }

    /// <summary>Name of who opened it.</summary>
    public string OpenedByName { get; init; } = "";

    /// <summary>How many contacts were told by e-mail.</summary>
    public int Told { get; init; }

    /// <summary>Who decides.</summary>
    public RapidSeats Seats => new(FirstDeciderId, FirstDeputyId, SecondDeciderId, SecondDeputyId);

    /// <summary>Budget.</summary>
    public Money Budget => Money.FromMinor(BudgetMinor, Currency);

    /// <summary>What is left of it.</summary>
    public Money Left => Money.FromMinor(BudgetMinor - AwardedMinor, Currency);
}

/// <summary>What a decider said.</summary>
public enum RapidAnswer
{
    /// <summary>An amount.</summary>
    Yes,

    /// <summary>Nothing.</summary>
    No,
}

/// <summary>The place of one of two deciders on one application.</summary>
public sealed record RapidSeat
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>1 or 2.</summary>
    public int Number { get; init; }

    /// <summary>Who sits there; null while nobody does who may.</summary>
    public long? PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string? PersonName { get; init; }

    /// <summary>What they said; null before they did.</summary>
    public RapidAnswer? Answer { get; init; }

    /// <summary>The amount, in minor units.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>An application on the short road, with its clock.</summary>
public sealed record RapidCase
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The applicant organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Where the application stands.</summary>
    public ApplicationState State { get; init; }

    /// <summary>Amount asked for, in minor units.</summary>
    public long AskedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>When it was submitted, in UTC.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>Hours to the promised decision.</summary>
    public int Hours { get; init; }

    /// <summary>The submission that is decided on.</summary>
    public int Submission { get; init; }

    /// <summary>By when a decision was promised, in UTC.</summary>
    public DateTimeOffset PromisedAt { get; init; }

    /// <summary>When the deciders were reminded, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When the officer was told that it is late, in UTC.</summary>
    public DateTimeOffset? LateToldAt { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Reference of the award it led to.</summary>
    public string? AwardReference { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Amount asked for.</summary>
    public Money Asked => Money.FromMinor(AskedMinor, Currency);

    /// <summary>Where its clock stands.</summary>
    public PromiseState ClockAt(DateTimeOffset now) => RapidRules.Clock(PromisedAt, Hours, now);

    /// <summary>Whether the deciders have to answer now.</summary>
    public bool Waits => State == ApplicationState.Submitted && DecidedAt is null;
}
