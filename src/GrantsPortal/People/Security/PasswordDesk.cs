using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People.Security;

/// <summary>Changes passwords: by the old one, or by a link sent to the person's address.</summary>
public sealed class PasswordDesk(PortalDatabase database, IPasswordHasher<Account> hasher, SignInDesk signIn, IOptions<PortalOptions> portal)
{
    /// <summary>How long a reset link holds.</summary>
    public static readonly TimeSpan ResetHolds = TimeSpan.FromHours(1);

    private const int MailsAnHour = 3;

    /// <summary>Sends a reset link when there is an account at the address; whether there is one is not told.</summary>
    public async Task AskReset(string? email)
    {
        await using var work = await database.Write(Actor.Public);
        var account = await AccountRepository.FindByEmail(work, email ?? "");
        if (account is null || account.DisabledAt is not null
            || await AccountLinkRepository.Sent(work, LinkPurpose.Reset, account.Email, work.Now.AddHours(-1)) >= MailsAnHour)
        {
            return;
        }

        var token = await AccountLinkRepository.Insert(work, LinkPurpose.Reset, account.Email, ResetHolds, account.Id, account.SecurityStamp);
        work.Mail(account.ToPerson().AsRecipient(), new ResetPassword(AccountRoutes.ResetPassword(token), work.Now + ResetHolds), nameof(Person), account.Id);
        work.Audit("person.reset-asked", nameof(Person), account.Id);
        await work.Commit();
    }

    /// <summary>Whose password a link sets. Refused as <see cref="AccountLinkRepository.Find"/> does.</summary>
    public async Task<Outcome<Person>> Find(LinkPurpose purpose, string token)
    {
        await using var work = await database.Read();
        var link = await AccountLinkRepository.Find(work, purpose, token);
        return link.Refused ? link.Refusals[0]
            : await PersonRepository.Find(work, link.Value.PersonId!.Value) is { } person ? person
            : new Refusal("link.unknown");
    }

    /// <summary>
    /// Sets a password by a link: every sign-in ends, the address counts as confirmed. Refused as <see cref="Find"/> and, at
    /// <c>Password</c>, as <see cref="PasswordRules"/> do.
    /// </summary>
    public async Task<Outcome<Person>> Reset(LinkPurpose purpose, string token, string? password)
    {
        var found = await Find(purpose, token);
        if (found.Refused)
        {
            return found;
        }

        var person = found.Value;
        if (Unfit(person, password) is { Count: > 0 } refusals)
        {
            return Outcome<Person>.Refuse(refusals);
        }

        var hash = hasher.HashPassword(new Account(), password!);
        await using var work = await database.Write(new Actor(person.Id, person.Name, new HashSet<string>()));
        if (!await AccountLinkRepository.Use(work, Secrets.Hash(token)) || !await AccountRepository.SetPassword(work, person.Id, hash, Secrets.Stamp(), confirm: true))
        {
            return new Refusal("link.used");
        }

        await SignInTicketRepository.EndAll(work, person.Id);
        Tell(work, person, purpose == LinkPurpose.Welcome ? "person.welcomed" : "person.password-reset");
        await work.Publish(new AddressProved(person.Email));
        await work.Commit();
        return person;
    }

    /// <summary>
    /// Changes one's own password; every other sign-in ends. Refused at <c>Current</c> with <c>person.password-wrong</c>, or at
    /// <c>Password</c> as <see cref="PasswordRules"/> do.
    /// </summary>
    public async Task<Outcome> Change(Actor actor, string? current, string? password, string keepSession)
    {
        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        var person = proven.Value.ToPerson();
        if (Unfit(person, password) is { Count: > 0 } refusals)
        {
            return Outcome.Refuse(refusals);
        }

        var hash = hasher.HashPassword(new Account(), password!);
        var stamp = Secrets.Stamp();
        await using var work = await database.Write(actor);
        await AccountRepository.SetPassword(work, person.Id, hash, stamp, confirm: false);
        await SignInTicketRepository.Restamp(work, person.Id, keepSession, stamp);
        await SignInTicketRepository.EndAll(work, person.Id, keepSession);
        Tell(work, person, "person.password-changed");
        await work.Commit();
        return Outcome.Ok;
    }

    private List<Refusal> Unfit(Person person, string? password) =>
        [.. PasswordRules.Check(password, person.Name, person.Email, portal.Value.City).Select(refusal => refusal.At("Password"))];

    private static void Tell(UnitOfWork work, Person person, string act)
    {
        work.Audit(act, nameof(Person), person.Id);
        work.Mail(person.AsRecipient(), new AccountChanged(AccountChange.Password, work.Now), nameof(Person), person.Id);
    }
}
