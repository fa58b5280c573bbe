using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Security;

/// <summary>Changes one's e-mail address: after the password, confirmed at the new address, told to the old one.</summary>
public sealed class EmailDesk(PortalDatabase database, SignInDesk signIn)
{
    /// <summary>How long a change can be confirmed.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private const int MailsAnHour = 3;

    /// <summary>
    /// Asks the new address for its consent; whether somebody else has it is not told. Refused at <c>Current</c> with
    /// <c>person.password-wrong</c>, or at <c>Email</c> as <see cref="EmailAddresses"/> does.
    /// </summary>
    public async Task<Outcome> Ask(Actor actor, string? current, string? email)
    {
        var clean = EmailAddresses.Clean(email);
        if (clean.Refused)
        {
            return clean.Refusals[0].At("Email");
        }

        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        var account = proven.Value;
        await using var work = await database.Write(actor);
        if (await AccountLinkRepository.Sent(work, LinkPurpose.ChangeEmail, clean.Value, work.Now.AddHours(-1)) >= MailsAnHour)
        {
            return Outcome.Ok;
        }

        var token = await AccountLinkRepository.Insert(work, LinkPurpose.ChangeEmail, clean.Value, Holds, account.Id, account.SecurityStamp, clean.Value);
        var owner = await AccountRepository.FindByEmail(work, clean.Value);
        if (owner is null || owner.Id == account.Id)
        {
            work.Mail(account.ToPerson().AsRecipient() with { PersonId = null, Address = clean.Value }, new ConfirmNewAddress(AccountRoutes.ConfirmEmail(token), work.Now + Holds));
        }
        else
        {
            work.Mail(owner.ToPerson().AsRecipient(), new AccountExists(AccountRoutes.ForgotPassword), nameof(Person), owner.Id);
        }

        work.Audit("person.email-change-asked", nameof(Person), account.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The new address behind a link, to be shown. Refused as <see cref="AccountLinkRepository.Find"/> does.</summary>
    public async Task<Outcome<string>> Find(string token)
    {
        await using var work = await database.Read();
        var link = await AccountLinkRepository.Find(work, LinkPurpose.ChangeEmail, token);
        return link.Refused ? link.Refusals[0] : link.Value.Content!;
    }

    /// <summary>Makes the new address count; other sign-ins end, the old address is told. Refused as <see cref="Find"/> does, or with <c>person.email-taken</c>.</summary>
    public async Task<Outcome> Confirm(string token, string? keepSession)
    {
        await using var work = await database.Write(Actor.Public);
        var link = await AccountLinkRepository.Find(work, LinkPurpose.ChangeEmail, token);
        if (link.Refused)
        {
            return link.Refusals[0];
        }

        var account = (await AccountRepository.Find(work, link.Value.PersonId!.Value))!;
        var before = account.ToPerson();
        var owner = await AccountRepository.FindByEmail(work, link.Value.Content!);
        if (owner is not null && owner.Id != account.Id)
        {
            return new Refusal("person.email-taken");
        }

        account.Email = link.Value.Content!;
        account.NormalizedEmail = EmailAddresses.Normalize(account.Email);
        account.EmailConfirmed = true;
        account.SecurityStamp = Secrets.Stamp();
        if (!await AccountLinkRepository.Use(work, link.Value.TokenHash) || !await AccountRepository.Update(work, account))
        {
            return new Refusal("link.used");
        }

        await SignInTicketRepository.EndAll(work, account.Id, keepSession ?? "");
        await SignInTicketRepository.Restamp(work, account.Id, keepSession ?? "", account.SecurityStamp);
        work.Audit("person.email-changed", nameof(Person), account.Id);
        work.Mail(before.AsRecipient(), new AccountChanged(AccountChange.Email, work.Now), nameof(Person), account.Id);
        await work.Publish(new AddressProved(account.Email));
        await work.Commit();
        return Outcome.Ok;
    }
}
