using System.Security.Cryptography;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.AspNetCore.DataProtection;

namespace GrantsPortal.Payments.Bank;

/// <summary>
/// Keeps files that hold account numbers: sealed with the portal's keys, so that whoever copies the disk's documents reads none.
/// A record keeps the hash of what was sealed.
/// </summary>
public sealed class FileSeal(IDataProtectionProvider protection, FileStore files)
{
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.BankFile");

    /// <summary>Seals and keeps a file; returns its document and the hash of its content, in hexadecimal.</summary>
    public async Task<(long Id, string Hash)> Keep(UnitOfWork work, byte[] content, string name)
    {
        var saved = await files.Keep(_protector.Protect(content), name, "application/octet-stream");
        return (await StoredFileRepository.Insert(work, saved), HashOf(content));
    }

    /// <summary>Opens a file; null when it is gone, was altered, or the keys it was sealed with are missing.</summary>
    public async Task<byte[]?> Open(UnitOfWork work, long id, string hash)
    {
        if (await StoredFileRepository.Find(work, id) is not { } stored || !files.Has(stored.Hash))
        {
            return null;
        }

        try
        {
            await using var content = files.Open(stored.Hash);
            var @sealed = new byte[content.Length];
            await content.ReadExactlyAsync(@sealed);
            var opened = _protector.Unprotect(@sealed);
            return HashOf(opened) == hash ? opened : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
