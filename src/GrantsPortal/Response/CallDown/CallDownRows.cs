using GrantsPortal.Organisations;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.CallDown;

/// <summary>A partner as a call-down list reads it.</summary>
public sealed class PartnerLine
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it is.</summary>
    public string? District { get; init; }

    /// <summary>How letters reach it; one at risk gets alerts that say nothing of substance.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>Languages, as kept.</summary>
    public string LanguageCodes { get; init; } = "";

    /// <summary>Themes, as kept.</summary>
    public string ThemeCodes { get; init; } = "";

    /// <summary>Districts, as kept.</summary>
    public string DistrictNames { get; init; } = "";

    /// <summary>Whom it serves, in its words.</summary>
    public string? Communities { get; init; }

    /// <summary>Whether it reads its letters behind sign-in.</summary>
    public bool IsCareful => LettersBy == LetterDelivery.SignIn;

    /// <summary>What rules read of it.</summary>
    public Callable With(IReadOnlyList<CrisisCapability> capabilities) =>
        new(OrganisationId, [.. CodeList.Of(DistrictNames).Append(District ?? "").Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)], CodeList.Of(ThemeCodes), Communities, capabilities);
}

/// <summary>How a partner stands.</summary>
public enum PartnerStanding
{
    /// <summary>It has not answered.</summary>
    Silent,

    /// <summary>It is well.</summary>
    Well,

    /// <summary>It can help.</summary>
    CanHelp,

    /// <summary>It needs help.</summary>
    NeedHelp,
}

/// <summary>A partner on an incident's list.</summary>
public sealed class IncidentPartner
{
    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it is.</summary>
    public string? District { get; init; }

    /// <summary>How letters reach it.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>Why it is on the list, as kept.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>When it came onto the list, in UTC.</summary>
    public DateTimeOffset ListedAt { get; init; }

    /// <summary>When it was first asked, in UTC; null while nobody of it could be.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How it stands.</summary>
    public PartnerStanding Standing { get; init; }

    /// <summary>When it first answered, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it last answered, in UTC.</summary>
    public DateTimeOffset? LastAnswerAt { get; init; }

    /// <summary>When the next contact is alerted, in UTC; null when it has answered or nobody is left.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Counts moves.</summary>
    public int Version { get; init; }
}

/// <summary>The four large counts.</summary>
public sealed class IncidentCounts
{
    /// <summary>On the list.</summary>
    public int Listed { get; init; }

    /// <summary>Asked.</summary>
    public int Asked { get; init; }

    /// <summary>Answered.</summary>
    public int Answered { get; init; }

    /// <summary>Asked and silent.</summary>
    public int Silent { get; init; }

    /// <summary>Needing help.</summary>
    public int NeedHelp { get; init; }

    /// <summary>Able to help.</summary>
    public int CanHelp { get; init; }

    /// <summary>On the list, and nobody of it could be alerted or has answered.</summary>
    public int NotReached => Listed - Asked;
}

/// <summary>The way of an alert.</summary>
public enum AlertWay
{
    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By text message.</summary>
    Text,
}

/// <summary>An alert that was sent.</summary>
public sealed class IncidentAlert
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>The way.</summary>
    public AlertWay Way { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AlertedAt { get; init; }

    /// <summary>When it was found not to have arrived, in UTC.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}

/// <summary>A link by which a contact answers, with what decides whether it still holds.</summary>
public sealed class IncidentLink
{
    /// <summary>Record id, which the link carries.</summary>
    public long Id { get; init; }

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>When the contact was removed, in UTC.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}
