using System.Security.Cryptography;
using System.Text;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>An invitation to become a member of an organisation, answered by whoever signs in with the invited address.</summary>
public sealed class Invitation
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>The invited address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The invited address as addresses are compared.</summary>
    public string NormalizedEmail { get; init; } = "";

    /// <summary>The role offered.</summary>
    public MemberRole Role { get; init; }

    /// <summary>Who invited.</summary>
    public long InvitedBy { get; init; }

    /// <summary>Name of who invited.</summary>
    public string InvitedByName { get; init; } = "";

    /// <summary>When it was last sent, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be answered, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was accepted, in UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When it was taken back or declined, in UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }
}

/// <summary>The secret in an invitation's link. The database keeps its hash alone.</summary>
public static class InvitationToken
{
    /// <summary>A new token of 256 random bits, fit for an address.</summary>
    public static string Make() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>SHA-256 of a token, in hexadecimal.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
