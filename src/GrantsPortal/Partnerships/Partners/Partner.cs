using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>Where a partnership stands (product contract §4).</summary>
public enum PartnerState
{
    /// <summary>Known, not yet worked with.</summary>
    Prospect,

    /// <summary>Worked with.</summary>
    Active,

    /// <summary>At rest; may wake up again.</summary>
    Dormant,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>How closely a partner is kept in touch with; the days between contacts are <see cref="PartnerOptions"/>'.</summary>
public enum PartnerTier
{
    /// <summary>Every month or so.</summary>
    Close,

    /// <summary>Every quarter or so.</summary>
    Regular,

    /// <summary>Twice a year or so.</summary>
    Light,
}

/// <summary>What the city keeps of an organisation as a partner. Restricted notes are read one by one (<see cref="PartnerNote"/>), never with it.</summary>
public sealed record Partner
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the partnership stands.</summary>
    public PartnerState State { get; init; }

    /// <summary>Since when, in UTC.</summary>
    public DateTimeOffset StateSince { get; init; }

    /// <summary>Why it rests or is over.</summary>
    public string? StateReason { get; init; }

    /// <summary>How closely it is kept in touch with.</summary>
    public PartnerTier Tier { get; init; }

    /// <summary>The officer responsible for it.</summary>
    public long? FocalPointId { get; init; }

    /// <summary>Who steps in.</summary>
    public long? DeputyId { get; init; }

    /// <summary>When it was last spoken to, in UTC.</summary>
    public DateTimeOffset? LastContactAt { get; init; }

    /// <summary>On which day it is to be spoken to next.</summary>
    public DateOnly? NextContactOn { get; init; }

    /// <summary>BCP 47 codes of the languages it works in, as one text (<see cref="CodeList"/>).</summary>
    public string LanguageCodes { get; init; } = "";

    /// <summary>Codes of its themes, as one text.</summary>
    public string ThemeCodes { get; init; } = "";

    /// <summary>Names of the districts it works in, as one text.</summary>
    public string DistrictNames { get; init; } = "";

    /// <summary>The communities it serves, in its own words.</summary>
    public string? Communities { get; init; }

    /// <summary>Counts edits; 0 for an organisation that has no row yet.</summary>
    public int Version { get; init; }

    /// <summary>BCP 47 codes of the languages it works in.</summary>
    public IReadOnlyList<string> Languages => CodeList.Of(LanguageCodes);

    /// <summary>Codes of its themes.</summary>
    public IReadOnlyList<string> Themes => CodeList.Of(ThemeCodes);

    /// <summary>Names of the districts it works in.</summary>
    public IReadOnlyList<string> Districts => CodeList.Of(DistrictNames);
}

/// <summary>Who acts for the city towards a partner on a day.</summary>
/// <param name="OrganisationId">The partner.</param>
/// <param name="ActingId">Who acts: the focal point, who covers for them, or the deputy.</param>
/// <param name="DeputyId">Whom to turn to when there is no answer; null where there is none besides who acts.</param>
/// <param name="FocalPointId">Whose partner it is; null where it has none.</param>
public sealed record FocalPoint(long OrganisationId, long ActingId, long? DeputyId, long? FocalPointId)
{
    /// <summary>Whether somebody covers for an absent focal point.</summary>
    public bool Covered => FocalPointId is not null && FocalPointId != ActingId;
}

/// <summary>What a restricted note is about.</summary>
public enum PartnerNoteKind
{
    /// <summary>How far the partner trusts the city, and the city it.</summary>
    Trust,

    /// <summary>Whom it reaches, and whom not.</summary>
    Reach,
}

/// <summary>A restricted note on a partner; each reading is in the audit trail.</summary>
public sealed record PartnerNote
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>What it is about.</summary>
    public PartnerNoteKind Kind { get; init; }

    /// <summary>What it says; empty where it was not asked for.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public long WrittenBy { get; init; }

    /// <summary>Their name.</summary>
    public string WrittenByName { get; init; } = "";

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>Somebody covers for an officer who is away.</summary>
public sealed record PartnerCover
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Who is away.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>Who covers.</summary>
    public long CoverId { get; init; }

    /// <summary>Their name.</summary>
    public string CoverName { get; init; } = "";

    /// <summary>The first day, in the city's calendar.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly UntilOn { get; init; }

    /// <summary>What who covers needs to know.</summary>
    public string? Note { get; init; }

    /// <summary>When it was ended before its time, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => EndedAt is null && FromOn <= day && day <= UntilOn;
}
