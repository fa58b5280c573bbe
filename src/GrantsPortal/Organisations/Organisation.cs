namespace GrantsPortal.Organisations;

/// <summary>What kind of organisation it is.</summary>
public enum OrganisationKind
{
    /// <summary>Group of people, registered or not.</summary>
    CommunityGroup,

    /// <summary>Congregation or other faith community.</summary>
    FaithCommunity,

    /// <summary>Registered charity.</summary>
    Charity,

    /// <summary>Social enterprise.</summary>
    SocialEnterprise,

    /// <summary>School, college or university.</summary>
    School,

    /// <summary>Business.</summary>
    Business,

    /// <summary>Public body.</summary>
    PublicBody,
}

/// <summary>How an organisation gets letters with legal effect.</summary>
public enum LetterDelivery
{
    /// <summary>The letter itself by e-mail.</summary>
    Email,

    /// <summary>A notice by e-mail to sign in and read it, for organisations at risk.</summary>
    SignIn,
}

/// <summary>What a member of an organisation may do.</summary>
public enum MemberRole
{
    /// <summary>Everything, signing and members included.</summary>
    Owner,

    /// <summary>Writes and submits applications.</summary>
    Editor,

    /// <summary>Reads.</summary>
    Viewer,
}

/// <summary>Where a record came from.</summary>
public enum RecordSource
{
    /// <summary>Made in the portal.</summary>
    Portal,

    /// <summary>Read from open data on grants.</summary>
    Imported,
}

/// <summary>An organisation: applicant organisation seen from funding, partner organisation seen from partnership.</summary>
public sealed record Organisation
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Name as it calls itself.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address; unique.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public OrganisationKind Kind { get; init; }

    /// <summary>Identifier on an official register, as org-id.guide writes it (GB-CHC-1136419); null for groups on none.</summary>
    public string? OfficialId { get; init; }

    /// <summary>Legal number as the organisation wrote it; unregistered groups have none.</summary>
    public string? LegalNumber { get; init; }

    /// <summary>General e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>General telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Website.</summary>
    public string? Website { get; init; }

    /// <summary>Street address; may be empty for those at risk.</summary>
    public string? Address { get; init; }

    /// <summary>Town.</summary>
    public string? Town { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>District of the city.</summary>
    public string? District { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    public string? Country { get; init; }

    /// <summary>What it does, in its own words.</summary>
    public string? About { get; init; }

    /// <summary>Its income in its last full year, in minor units of <see cref="IncomeCurrency"/>; null when it did not say.</summary>
    public long? YearlyIncomeMinor { get; init; }

    /// <summary>ISO 4217 code of what it counts its income in.</summary>
    public string? IncomeCurrency { get; init; }

    /// <summary>How letters reach it.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>How its awards are published unless said otherwise.</summary>
    public Publication PublishedAs { get; init; }

    /// <summary>Where the record came from.</summary>
    public RecordSource Source { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when no Owner is left, in UTC; null while there is one, and for imported records that never had one.</summary>
    public DateTimeOffset? OwnerlessSince { get; init; }

    /// <summary>Counts edits, so that two people do not overwrite each other.</summary>
    public int Version { get; init; }
}

/// <summary>An organisation was registered in the portal; its Owner acts.</summary>
public sealed record OrganisationRegistered(Organisation Organisation);

/// <summary>How much of an award the public reads.</summary>
public enum Publication
{
    /// <summary>In full.</summary>
    Full,

    /// <summary>Without naming the recipient.</summary>
    Unnamed,

    /// <summary>Not at all.</summary>
    Withheld,
}

/// <summary>A person's membership of an organisation.</summary>
public sealed class Membership
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The organisation's name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The organisation's part of an address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>What the person may do.</summary>
    public MemberRole Role { get; init; }

    /// <summary>Whether the member may write and submit.</summary>
    public bool MayEdit => Role is MemberRole.Owner or MemberRole.Editor;

    /// <summary>Whether the member signs for the organisation and looks after its members.</summary>
    public bool IsOwner => Role is MemberRole.Owner;
}
