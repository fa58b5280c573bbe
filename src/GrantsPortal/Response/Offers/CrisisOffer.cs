namespace GrantsPortal.Response.Offers;

/// <summary>What a partner can do in a crisis.</summary>
public enum CrisisCapability
{
    /// <summary>Speaks languages.</summary>
    Languages,

    /// <summary>Has a place to come together, to rest or to be safe.</summary>
    Space,

    /// <summary>Sends chaplains or others who pray and sit with people.</summary>
    Chaplaincy,

    /// <summary>Counsels.</summary>
    Counselling,

    /// <summary>Hears rumours and puts them right.</summary>
    RumourControl,

    /// <summary>Sends volunteers.</summary>
    Volunteers,

    /// <summary>Stands by families.</summary>
    FamilySupport,
}

/// <summary>One thing that a partner offers, said before it is needed.</summary>
public sealed record CrisisOffer
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>What.</summary>
    public CrisisCapability Capability { get; init; }

    /// <summary>How much, for whom, when: in the partner's words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Languages, as <see cref="Platform.Text.CodeList"/> keeps them.</summary>
    public string Languages { get; init; } = "";
}

/// <summary>Who last said what a partner offers.</summary>
public sealed record CrisisSheet
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Whether an officer wrote it down.</summary>
    public bool ByOfficer { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who.</summary>
    public long? SavedBy { get; init; }

    /// <summary>Counts edits; 0 when nothing was said yet.</summary>
    public int Version { get; init; }
}
