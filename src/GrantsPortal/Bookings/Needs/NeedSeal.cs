using System.Security.Cryptography;
using GrantsPortal.Platform;
using Microsoft.AspNetCore.DataProtection;

namespace GrantsPortal.Bookings.Needs;

/// <summary>Seals what people need, so that a copy of the database alone shows nothing.</summary>
public sealed class NeedSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.BookingNeeds");

    /// <summary>Needs as they are stored.</summary>
    public string Seal(BookingNeeds needs) => _protector.Protect(Json.Write(needs));

    /// <summary>Needs as they were sealed; null when the portal's own keys are gone.</summary>
    public BookingNeeds? Open(string stored)
    {
        try
        {
            return Json.Read<BookingNeeds>(_protector.Unprotect(stored));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
