using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using GrantsPortal.People;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.People;

/// <summary>
/// Keeps sign-in tickets in the database; the browser's cookie holds a key alone. What a ticket is worth is looked up at
/// every request, so that signing out, a disabled account or a changed role counts from the next one on.
/// </summary>
public sealed class TicketStore(PortalDatabase database, IDataProtectionProvider protection, IHttpContextAccessor http, IOptions<AccountOptions> options) : ITicketStore
{
    private static readonly TimeSpan SeenTo = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.SignInTicket");

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Secrets.Token();
        var person = long.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        await using var work = await database.Write(Actor.System);
        await SignInTicketRepository.Insert(work, Secrets.Hash(key), person, ticket.Principal.FindFirstValue(Principals.Stamp)!, Sealed(ticket), Expiry(ticket, work.Now), Address(), Device());
        await work.Commit();
        return key;
    }

    /// <inheritdoc/>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var work = await database.Write(Actor.System);
        await SignInTicketRepository.Renew(work, Secrets.Hash(key), Sealed(ticket), Expiry(ticket, work.Now));
        await work.Commit();
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        SignInTicket? kept;
        IReadOnlyList<string> roles;
        bool touch;
        await using (var work = await database.Read())
        {
            kept = await SignInTicketRepository.Find(work, Secrets.Hash(key), work.Now, work.Now.AddDays(-options.Value.LongestDays));
            if (kept is null || Opened(kept.Ticket) is null)
            {
                return null;
            }

            roles = Working(kept, await AccountRepository.Roles(work, kept.PersonId));
            touch = work.Now - kept.SeenAt > SeenTo;
        }

        if (touch)
        {
            await using var work = await database.Write(Actor.System);
            await SignInTicketRepository.Touch(work, kept.KeyHash);
            await work.Commit();
        }

        var ticket = Opened(kept.Ticket)!;
        return new AuthenticationTicket(Principals.ForRequest(kept, roles), ticket.Properties, ticket.AuthenticationScheme);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key)
    {
        await using var work = await database.Write(Actor.System);
        await SignInTicketRepository.End(work, Secrets.Hash(key));
        await work.Commit();
    }

    // Where staff must have a second factor, their roles rest until they have set one up.
    private IReadOnlyList<string> Working(SignInTicket kept, IReadOnlyList<string> roles) =>
        options.Value.StaffSecondFactor && !kept.HasSecondFactor ? [.. roles.Except(Roles.Staff)] : roles;

    private DateTimeOffset Expiry(AuthenticationTicket ticket, DateTimeOffset now) =>
        ticket.Properties.ExpiresUtc ?? now.AddHours(options.Value.IdleHours);

    private string Sealed(AuthenticationTicket ticket) =>
        Convert.ToBase64String(_protector.Protect(TicketSerializer.Default.Serialize(ticket)));

    private AuthenticationTicket? Opened(string kept)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(Convert.FromBase64String(kept)));
        }
        catch (CryptographicException)
        {
            // Sealed with keys that are gone: whoever it was signs in again.
            return null;
        }
    }

    private string? Address() => http.HttpContext?.Connection.RemoteIpAddress?.ToString();

    private string? Device()
    {
        var device = http.HttpContext?.Request.Headers.UserAgent.ToString();
        return string.IsNullOrEmpty(device) ? null : device.Length > 300 ? device[..300] : device;
    }
}
