using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Security;

/// <summary>The authenticator app and its recovery codes. Taking either away, or making new codes, asks for the password.</summary>
public sealed class SecondFactorDesk(PortalDatabase database, SignInDesk signIn, KeyGuard keys)
{
    /// <summary>The key to put into an app; the same until the app is set up. Null when one is set up already.</summary>
    public async Task<string?> KeyToAdd(Actor actor)
    {
        await using var work = await database.Write(actor);
        var account = await AccountRepository.Find(work, actor.Person);
        if (account is null || account.TwoFactorEnabled)
        {
            return null;
        }

        if (keys.Open(account.AuthenticatorKey) is { } key)
        {
            return key;
        }

        key = Totp.NewKey();
        await AccountRepository.SetAuthenticatorKey(work, account.Id, keys.Seal(key));
        await work.Commit();
        return key;
    }

    /// <summary>
    /// Sets the app up by its first code and gives recovery codes; other sign-ins end. Refused at <c>Current</c> with
    /// <c>person.password-wrong</c>, at <c>Code</c> with <c>person.code-wrong</c>, or with <c>person.app-already</c>.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<string>>> Add(Actor actor, string? current, string? code, string keepSession)
    {
        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        await using var work = await database.Write(actor);
        var account = (await AccountRepository.Find(work, actor.Person))!;
        if (account.TwoFactorEnabled || keys.Open(account.AuthenticatorKey) is not { } key)
        {
            return new Refusal("person.app-already");
        }

        if (Totp.Match(key, code, work.Now) is not { } step || !await TokenRepository.Advance(work, account.Id, step))
        {
            return new Refusal("person.code-wrong").At("Code");
        }

        account.TwoFactorEnabled = true;
        var codes = await NewCodes(work, account.Id);
        await Changed(work, account, AccountChange.AppAdded, keepSession);
        return Outcome<IReadOnlyList<string>>.Of(codes);
    }

    /// <summary>Takes the app and its recovery codes away. Refused at <c>Current</c> with <c>person.password-wrong</c>.</summary>
    public async Task<Outcome> Remove(Actor actor, string? current, string keepSession)
    {
        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        await using var work = await database.Write(actor);
        var account = (await AccountRepository.Find(work, actor.Person))!;
        account.TwoFactorEnabled = false;
        account.AuthenticatorKey = null;
        await RecoveryCodes.Forget(work, account.Id);
        await Changed(work, account, AccountChange.AppRemoved, keepSession);
        return Outcome.Ok;
    }

    /// <summary>Makes new recovery codes in place of all others. Refused at <c>Current</c> with <c>person.password-wrong</c>, or with <c>person.no-app</c>.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> Renew(Actor actor, string? current)
    {
        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        if (!proven.Value.TwoFactorEnabled)
        {
            return new Refusal("person.no-app");
        }

        await using var work = await database.Write(actor);
        var codes = await NewCodes(work, actor.Person);
        work.Audit("person.new-codes", nameof(Person), actor.Person);
        work.Mail(proven.Value.ToPerson().AsRecipient(), new AccountChanged(AccountChange.NewCodes, work.Now), nameof(Person), actor.Person);
        await work.Commit();
        return Outcome<IReadOnlyList<string>>.Of(codes);
    }

    private static async Task<IReadOnlyList<string>> NewCodes(UnitOfWork work, long person)
    {
        IReadOnlyList<string> codes = [.. Enumerable.Range(0, RecoveryCodes.Count).Select(_ => RecoveryCodes.New())];
        await RecoveryCodes.Replace(work, person, codes);
        return codes;
    }

    private static async Task Changed(UnitOfWork work, Account account, string what, string keepSession)
    {
        account.SecurityStamp = Secrets.Stamp();
        if (!await AccountRepository.Update(work, account))
        {
            throw new InvalidOperationException("The account changed within one transaction.");
        }

        await SignInTicketRepository.EndAll(work, account.Id, keepSession);
        await SignInTicketRepository.Restamp(work, account.Id, keepSession, account.SecurityStamp);
        work.Audit($"person.{what}", nameof(Person), account.Id);
        work.Mail(account.ToPerson().AsRecipient(), new AccountChanged(what, work.Now), nameof(Person), account.Id);
        await work.Commit();
    }
}
