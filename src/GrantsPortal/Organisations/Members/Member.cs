namespace GrantsPortal.Organisations.Members;

/// <summary>A member of an organisation, as the other members see them.</summary>
public sealed class Member
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their address.</summary>
    public string Email { get; init; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What they may do.</summary>
    public MemberRole Role { get; init; }

    /// <summary>Since when, in UTC.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>Since when their account is switched off; null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; init; }
}

/// <summary>Somebody became a member who was none before; told within the transaction, before anything of the organisation is theirs to read.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="PersonId">The person.</param>
public sealed record MemberJoined(long OrganisationId, long PersonId);
