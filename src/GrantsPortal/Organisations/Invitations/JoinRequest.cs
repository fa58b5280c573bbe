using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>What came of a request to join.</summary>
public enum JoinAnswer
{
    /// <summary>The person was let in.</summary>
    Accepted,

    /// <summary>The person was not let in.</summary>
    Declined,
}

/// <summary>Somebody's request to be let into an organisation.</summary>
public sealed class JoinRequest
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>Who asks.</summary>
    public long PersonId { get; init; }

    /// <summary>Name of who asks.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>Confirmed address of who asks.</summary>
    public string PersonEmail { get; init; } = "";

    /// <summary>What they say about it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When an Owner answered, in UTC; null while it waits.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>Tells an Owner that somebody asks to be let in.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Who">Name of who asks.</param>
/// <param name="Path">Where it is answered.</param>
public sealed record JoinRequested(string Organisation, string Who, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static JoinRequested Sample { get; } = new("Riverside Youth Forum", "Jonas Keller", "/my/organisation/riverside-youth-forum/members");
}

/// <summary>Tells somebody that they were not let in; those who are get <see cref="Members.MembershipChanged"/>.</summary>
/// <param name="Organisation">The organisation's name.</param>
public sealed record JoinDeclined(string Organisation) : Message
{
    /// <summary>For the preview.</summary>
    public static JoinDeclined Sample { get; } = new("Riverside Youth Forum");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;
}
