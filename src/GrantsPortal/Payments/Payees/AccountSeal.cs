using System.Security.Cryptography;
using System.Text.Json;
using GrantsPortal.Payments.Bank.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace GrantsPortal.Payments.Payees;

/// <summary>Seals the numbers of accounts, so that a copy of the database alone shows none.</summary>
public sealed class AccountSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.PayeeAccount");

    /// <summary>An account as it is stored.</summary>
    public string Seal(BankAccount account) => _protector.Protect(JsonSerializer.Serialize(account));

    /// <summary>An account as it was sealed; null when there is none or the portal's own keys are gone.</summary>
    public BankAccount? Open(string? stored)
    {
        try
        {
            return stored is null ? null : JsonSerializer.Deserialize<BankAccount>(_protector.Unprotect(stored));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
