using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace GrantsPortal.Response;

/// <summary>What a signed link is for; a link for one purpose is of no use for another.</summary>
public enum LinkPurpose
{
    /// <summary>A contact of a partner answers.</summary>
    Answer,

    /// <summary>An outside counterpart reads the situation page.</summary>
    Situation,

    /// <summary>The holder of a role says whether it is still theirs; record and key are the role's own.</summary>
    Role,
}

/// <summary>
/// Makes and reads the links of incidents. A link holds the id of a record and a signature (HMAC-SHA256, 128 bits) over
/// purpose, incident and record, made with a key of that incident alone. The key is kept sealed, and destroyed when the
/// incident closes: from then on nobody, not even the portal, can make or read a link of it.
/// </summary>
public sealed class IncidentSeal(IDataProtectionProvider protection)
{
    private const int SignatureBytes = 16;
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.IncidentLinks");

    /// <summary>A new key, sealed.</summary>
    public string NewKey() => _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>What stands in the address of a link; throws when the incident has no key.</summary>
    public string Token(LinkPurpose purpose, long incident, string? key, long record) =>
        $"{WebEncoders.Base64UrlEncode(BitConverter.GetBytes(record))}{WebEncoders.Base64UrlEncode(Signature(purpose, incident, Opened(key) ?? throw new InvalidOperationException("The incident is closed."), record))}";

    /// <summary>The record that a link says it is of; it proves nothing before <see cref="Holds"/> says so. Null for what cannot be one.</summary>
    public static long? RecordOf(string token)
    {
        if (token.Length != 33)
        {
            return null;
        }

        try
        {
            return BitConverter.ToInt64(WebEncoders.Base64UrlDecode(token[..11]));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a link was made for this purpose, incident and record, with the key that the incident still has.</summary>
    public bool Holds(string token, LinkPurpose purpose, long incident, string? key, long record)
    {
        if (Opened(key) is not { } opened || RecordOf(token) != record)
        {
            return false;
        }

        var expected = Encoding.ASCII.GetBytes(WebEncoders.Base64UrlEncode(Signature(purpose, incident, opened, record)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token[11..]));
    }

    private static byte[] Signature(LinkPurpose purpose, long incident, byte[] key, long record) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(FormattableString.Invariant($"{purpose}:{incident}:{record}")))[..SignatureBytes];

    private byte[]? Opened(string? key)
    {
        try
        {
            return key is null ? null : Convert.FromBase64String(_protector.Unprotect(key));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
