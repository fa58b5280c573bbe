using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.Families;

/// <summary>Whether support is asked for or offered.</summary>
public enum SupportSide
{
    /// <summary>A partner asks on behalf of families.</summary>
    Asked,

    /// <summary>A partner offers it.</summary>
    Offered,
}

/// <summary>What support is about.</summary>
public enum SupportKind
{
    /// <summary>Grief, burial, remembrance.</summary>
    Bereavement,

    /// <summary>Shock, fear, injury of the soul.</summary>
    Trauma,

    /// <summary>Rights, papers, courts, compensation.</summary>
    Legal,

    /// <summary>Money, housing, food, ways, children, school and work.</summary>
    Practical,
}

/// <summary>How many families, roughly: a rough number tells nobody apart.</summary>
public enum SupportBand
{
    /// <summary>One.</summary>
    One,

    /// <summary>Two to five.</summary>
    Few,

    /// <summary>Six to twenty.</summary>
    Some,

    /// <summary>More than twenty.</summary>
    Many,
}

/// <summary>What became of it.</summary>
public enum SupportState
{
    /// <summary>It was written down.</summary>
    Open,

    /// <summary>Somebody works on what was asked for.</summary>
    Followed,

    /// <summary>What was asked for is there.</summary>
    Met,

    /// <summary>It was ended without, and why is said.</summary>
    Closed,

    /// <summary>What was offered is in use.</summary>
    Used,

    /// <summary>What was offered is offered no longer.</summary>
    Withdrawn,
}

/// <summary>
/// Support asked for or offered after an incident: kept by need and partner. There is no place in it for the name of a person who needs it,
/// and none may be written into its words.
/// </summary>
public sealed record FamilySupport
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What people call it by: <c>FS-2026-0001</c>, or <c>FX-2026-0001</c> in an exercise.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The partner that asks or offers.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The part of its address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>The incident it follows; null for none.</summary>
    public long? IncidentId { get; init; }

    /// <summary>That incident's reference.</summary>
    public string? IncidentReference { get; init; }

    /// <summary>What that incident is called.</summary>
    public string? IncidentTitle { get; init; }

    /// <summary>Whether it belongs to an exercise.</summary>
    public bool IsDrill { get; init; }

    /// <summary>Asked or offered.</summary>
    public SupportSide Side { get; init; }

    /// <summary>What it is about.</summary>
    public SupportKind Kind { get; init; }

    /// <summary>How many families, roughly.</summary>
    public SupportBand Band { get; init; }

    /// <summary>What is needed or offered, in words; empty once its time is over.</summary>
    public string Words { get; init; } = "";

    /// <summary>Languages, as kept.</summary>
    public string Languages { get; init; } = "";

    /// <summary>The district; empty for the whole city.</summary>
    public string District { get; init; } = "";

    /// <summary>What became of it.</summary>
    public SupportState State { get; init; }

    /// <summary>Who follows it up; null where nobody does, or who did has left.</summary>
    public long? FollowerId { get; init; }

    /// <summary>Their name.</summary>
    public string? FollowerName { get; init; }

    /// <summary>Who stands in for them.</summary>
    public long? DeputyId { get; init; }

    /// <summary>Their name.</summary>
    public string? DeputyName { get; init; }

    /// <summary>Whether the partner wrote it itself.</summary>
    public bool ByPartner { get; init; }

    /// <summary>The day of the city's calendar on which it was opened, from which reviews are counted.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was last ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it, or why it was ended.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>When its words were forgotten, in UTC.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Languages.</summary>
    public IReadOnlyList<string> LanguageNames => CodeList.Of(Languages);

    /// <summary>Whether it has come to an end.</summary>
    public bool IsOver => SupportStates.IsOver(State);

    /// <summary>The exercise it belongs to; null for what is real. Nothing of one is ever put together with anything outside it.</summary>
    public long? DrillId => IsDrill ? IncidentId : null;
}

/// <summary>Support as it is written down.</summary>
public sealed record SupportPlan
{
    /// <summary>Asked or offered.</summary>
    public SupportSide Side { get; init; }

    /// <summary>The partner.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Reference of the incident it follows; null for none.</summary>
    public string? Incident { get; init; }

    /// <summary>What it is about.</summary>
    public SupportKind? Kind { get; init; }

    /// <summary>How many families, roughly.</summary>
    public SupportBand? Band { get; init; }

    /// <summary>What is needed or offered.</summary>
    public string Words { get; init; } = "";

    /// <summary>Languages, of the portal's list.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The district; empty for the whole city.</summary>
    public string District { get; init; } = "";

    /// <summary>Who follows it up; null for who acts for the partner today.</summary>
    public long? FollowerId { get; init; }

    /// <summary>Who stands in for them.</summary>
    public long? DeputyId { get; init; }
}
