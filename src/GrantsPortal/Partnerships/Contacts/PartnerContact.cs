using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>How somebody is reached.</summary>
public enum ContactWay
{
    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Telephone call.</summary>
    Phone,

    /// <summary>Text message.</summary>
    Text,
}

/// <summary>What the city does with somebody's name and address.</summary>
public enum ContactPurpose
{
    /// <summary>Being written to about the partnership.</summary>
    WrittenTo,

    /// <summary>Being named to other partners, such as in an introduction.</summary>
    NamedToPartners,

    /// <summary>Being called in a crisis.</summary>
    CallDown,

    /// <summary>Standing in the public directory.</summary>
    Directory,
}

/// <summary>Why the city may (Regulation (EU) 2016/679, Article 6(1); the UK GDPR counts alike).</summary>
public enum LawfulBasis
{
    /// <summary>A task in the public interest: (e).</summary>
    PublicTask,

    /// <summary>Consent, which may be taken back at any time: (a).</summary>
    Consent,

    /// <summary>Somebody's vital interests: (d).</summary>
    VitalInterests,
}

/// <summary>Somebody whom the city reaches at a partner; with or without an account.</summary>
public sealed record PartnerContact
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Their account, where they have one.</summary>
    public long? PersonId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do there.</summary>
    public string? Role { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>BCP 47 codes of the languages they speak, as one text (<see cref="CodeList"/>).</summary>
    public string LanguageCodes { get; init; } = "";

    /// <summary>They do not want e-mail.</summary>
    public bool NotByEmail { get; init; }

    /// <summary>They do not want to be called.</summary>
    public bool NotByPhone { get; init; }

    /// <summary>They do not want text messages.</summary>
    public bool NotByText { get; init; }

    /// <summary>Whether they can be reached day and night.</summary>
    public bool DayAndNight { get; init; }

    /// <summary>Their place in a call-down: 1 first, 2 deputy and so on; 0 not called in a crisis.</summary>
    public int CallOrder { get; init; }

    /// <summary>What the city may do with their name, as one text of <see cref="ContactPurpose"/>s.</summary>
    public string PurposeNames { get; init; } = "";

    /// <summary>When it was noted, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the partner last said that it is right, in UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When the partner was last asked, in UTC.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Since when e-mail to the address comes back, in UTC.</summary>
    public DateTimeOffset? EmailFailedAt { get; init; }

    /// <summary>What the other mail server said.</summary>
    public string? EmailFailure { get; init; }

    /// <summary>When it was removed, in UTC.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>BCP 47 codes of the languages they speak.</summary>
    public IReadOnlyList<string> Languages => CodeList.Of(LanguageCodes);

    /// <summary>What the city may do with their name.</summary>
    public IReadOnlyList<ContactPurpose> Purposes => [.. CodeList.Of(PurposeNames).Select(Enum.Parse<ContactPurpose>)];

    /// <summary>Whether the city may do this with their name.</summary>
    public bool Agreed(ContactPurpose purpose) => CodeList.Of(PurposeNames).Contains(purpose.ToString());
}
