using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People.Registration;

/// <summary>A registration that waits for its address to be confirmed. Each keeps its own password: no other's can take its place.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Address it was sent to.</param>
/// <param name="PasswordHash">Hash of the password chosen.</param>
/// <param name="Language">Language registered in.</param>
/// <param name="ReturnPath">Path of the portal to go on to; null for none.</param>
public sealed record PendingRegistration(string Name, string Email, string PasswordHash, string Language, string? ReturnPath);

/// <summary>
/// Registers people. There is no account until whoever reads the address confirms it, and nobody learns whether there
/// was one before: the answer and its time are the same, an e-mail tells an existing owner.
/// </summary>
public sealed class RegistrationDesk(PortalDatabase database, IPasswordHasher<Account> hasher, IOptions<PortalOptions> portal)
{
    /// <summary>How long a registration can be confirmed.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromDays(2);

    private const int MailsAnHour = 3;

    /// <summary>Takes a registration. Refused at <c>Name</c>, <c>Email</c> or <c>Password</c> for what was typed, never for who has an account.</summary>
    public async Task<Outcome> Register(string? name, string? email, string? password, string language, string? returnPath)
    {
        var (cleanName, cleanEmail) = (PersonNames.Clean(name), EmailAddresses.Clean(email));
        List<Refusal> refusals =
        [
            .. cleanName.Refusals.Select(r => r.At("Name")),
            .. cleanEmail.Refusals.Select(r => r.At("Email")),
            .. PasswordRules.Check(password, name, email, portal.Value.City).Select(r => r.At("Password")),
        ];
        if (refusals.Count > 0)
        {
            return Outcome.Refuse(refusals);
        }

        var hash = hasher.HashPassword(new Account(), password!);
        await using var work = await database.Write(Actor.Public);
        if (await AccountLinkRepository.Sent(work, LinkPurpose.Register, cleanEmail.Value, work.Now.AddHours(-1)) >= MailsAnHour)
        {
            return Outcome.Ok;
        }

        var pending = new PendingRegistration(cleanName.Value, cleanEmail.Value, hash, language, returnPath);
        var existing = await AccountRepository.FindByEmail(work, cleanEmail.Value);
        var token = await AccountLinkRepository.Insert(work, LinkPurpose.Register, cleanEmail.Value, Holds, content: existing is null ? Json.Write(pending) : null);
        if (existing is null)
        {
            work.Mail(new Recipient(null, pending.Email, pending.Name, language), new ConfirmRegistration(AccountRoutes.Confirm(token), work.Now + Holds));
        }
        else if (existing.DisabledAt is null)
        {
            work.Mail(existing.ToPerson().AsRecipient(), new AccountExists(AccountRoutes.ForgotPassword), nameof(Person), existing.Id);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The registration behind a link, to be shown. Refused as <see cref="AccountLinkRepository.Find"/> does.</summary>
    public async Task<Outcome<PendingRegistration>> Find(string token)
    {
        await using var work = await database.Read();
        var link = await AccountLinkRepository.Find(work, LinkPurpose.Register, token);
        return link.Refused ? link.Refusals[0]
            : link.Value.Content is { } content ? Json.Read<PendingRegistration>(content)
            : new Refusal("link.unknown");
    }

    /// <summary>
    /// Confirms a registration: makes the account. Refused as <see cref="Find"/> does, or with <c>person.email-taken</c> when
    /// an account came to be at the address meanwhile.
    /// </summary>
    public async Task<Outcome<PendingRegistration>> Confirm(string token)
    {
        var found = await Find(token);
        if (found.Refused)
        {
            return found;
        }

        var pending = found.Value;
        await using var work = await database.Write(Actor.Public);
        if (!await AccountLinkRepository.Use(work, Secrets.Hash(token)))
        {
            return new Refusal("link.used");
        }

        var account = PeopleDesk.NewAccount(work, pending.Name, pending.Email, pending.PasswordHash, pending.Language);
        if (!await AccountRepository.Insert(work, account))
        {
            return new Refusal("person.email-taken");
        }

        work.Audit("person.registered", nameof(Person), account.Id);
        await work.Publish(new AddressProved(account.Email));
        await work.Commit();
        return pending;
    }
}
