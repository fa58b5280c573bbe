using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace GrantsPortal.People.Security;

/// <summary>Seals the keys of authenticator apps, so that a copy of the database alone makes no codes.</summary>
public sealed class KeyGuard(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.AuthenticatorKey");

    /// <summary>The key as it is stored.</summary>
    public string Seal(string key) => _protector.Protect(key);

    /// <summary>The key; null when there is none or the portal's own keys are gone.</summary>
    public string? Open(string? stored)
    {
        try
        {
            return stored is null ? null : _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
