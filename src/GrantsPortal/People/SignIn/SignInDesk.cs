using GrantsPortal.People.Security;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People.SignIn;

/// <summary>What came of an e-mail address and a password.</summary>
public enum PasswordVerdict
{
    /// <summary>No such account, wrong password, or locked: one answer for all three.</summary>
    Wrong,

    /// <summary>The password is right, and the account is switched off.</summary>
    Disabled,

    /// <summary>The password is right; a second step is needed.</summary>
    SecondStep,

    /// <summary>Signed in.</summary>
    Right,
}

/// <summary>A verdict, with the account when the password was right.</summary>
public sealed record PasswordCheck(PasswordVerdict Verdict, Account? Account = null);

/// <summary>Judges who may sign in. Every attempt is counted before it is judged, and costs the same whether the account exists or not.</summary>
public sealed class SignInDesk(PortalDatabase database, IPasswordHasher<Account> hasher, KeyGuard keys, IOptions<AccountOptions> options)
{
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(new Account(), Secrets.Token()));

    /// <summary>Judges an e-mail address and a password; notes the sign-in when nothing more is needed.</summary>
    public async Task<PasswordCheck> Check(string? email, string? password)
    {
        var account = await Counted(await ByEmail(email ?? ""));
        var verified = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? _nobodysHash.Value, Bounded(password));
        if (account?.PasswordHash is null || verified == PasswordVerificationResult.Failed)
        {
            await Failed(account);
            return new PasswordCheck(PasswordVerdict.Wrong);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await Rehash(account, password!);
        }

        if (account.DisabledAt is not null)
        {
            return new PasswordCheck(PasswordVerdict.Disabled, account);
        }

        if (account.TwoFactorEnabled)
        {
            await Forgive(account);
            return new PasswordCheck(PasswordVerdict.SecondStep, account);
        }

        await Welcome(account, "password");
        return new PasswordCheck(PasswordVerdict.Right, account);
    }

    /// <summary>Judges a code of the authenticator app, the second step. Refused with <c>person.code-wrong</c>, also for a locked account, a code used before, or when the account changed since the first step.</summary>
    public Task<Outcome<Account>> CheckCode(long person, string stamp, string? code) =>
        SecondStep(person, stamp, "authenticator app", (work, account) => Matches(work, account, code));

    /// <summary>Judges a recovery code, the second step when the app is out of reach; it is used up. Refused with <c>person.code-wrong</c>.</summary>
    public Task<Outcome<Account>> CheckRecoveryCode(long person, string stamp, string? code) =>
        SecondStep(person, stamp, "recovery code", async (work, account) =>
        {
            var right = await RecoveryCodes.Redeem(work, account.Id, code ?? "");
            if (right)
            {
                work.Mail(account.ToPerson().AsRecipient(), new AccountChanged(AccountChange.CodeUsed, work.Now), nameof(Person), account.Id);
            }

            return right;
        });

    /// <summary>
    /// Judges the password of somebody who is signed in, before something that a stolen sign-in must not do. Wrong ones are
    /// counted as at sign-in. Refused with <c>person.password-wrong</c>.
    /// </summary>
    public Task<Outcome<Account>> Prove(Actor actor, string? password) => Prove(actor, password, _ => Task.FromResult(true));

    /// <summary>
    /// The same before something that binds others: where the account has an authenticator app, its code is asked for too.
    /// Refused at <c>Password</c> with <c>person.password-wrong</c> or at <c>Code</c> with <c>person.code-wrong</c>.
    /// </summary>
    public async Task<Outcome> ProveFully(Actor actor, string? password, string? code)
    {
        var proven = await Prove(actor, password, account => account.TwoFactorEnabled ? IsCode(account, code) : Task.FromResult(true));
        return proven.Done ? Outcome.Ok : proven.Refusals[0] is { Code: "person.code-wrong" } wrong ? wrong.At("Code") : proven.Refusals[0].At("Password");
    }

    private async Task<Outcome<Account>> Prove(Actor actor, string? password, Func<Account, Task<bool>> second)
    {
        Account? account;
        await using (var work = await database.Read())
        {
            account = await AccountRepository.Find(work, actor.Person);
        }

        account = await Counted(account);
        if (account?.PasswordHash is null || hasher.VerifyHashedPassword(account, account.PasswordHash, Bounded(password)) == PasswordVerificationResult.Failed)
        {
            await Failed(account);
            return new Refusal("person.password-wrong");
        }

        if (!await second(account))
        {
            await Failed(account);
            return new Refusal("person.code-wrong");
        }

        await Forgive(account);
        return account;
    }

    /// <summary>Notes that somebody is signed in, by what.</summary>
    public async Task Welcome(Account account, string by)
    {
        await using var work = await database.Write(new Actor(account.Id, account.Name, new HashSet<string>()));
        await AccountRepository.NoteSignIn(work, account.Id);
        work.Audit("person.signed-in", nameof(Person), account.Id, new { by });
        await work.Commit();
    }

    private async Task<Outcome<Account>> SecondStep(long person, string stamp, string by, Func<UnitOfWork, Account, Task<bool>> judge)
    {
        Account? account;
        await using (var work = await database.Read())
        {
            account = await AccountRepository.Find(work, person);
        }

        account = await Counted(account);
        if (account is not { TwoFactorEnabled: true, DisabledAt: null } || account.SecurityStamp != stamp)
        {
            return new Refusal("person.code-wrong");
        }

        await using (var work = await database.Write(new Actor(account.Id, account.Name, new HashSet<string>())))
        {
            if (await judge(work, account))
            {
                await AccountRepository.NoteSignIn(work, account.Id);
                work.Audit("person.signed-in", nameof(Person), account.Id, new { by });
                await work.Commit();
                return account;
            }
        }

        await Failed(account);
        return new Refusal("person.code-wrong");
    }

    private async Task<bool> IsCode(Account account, string? code)
    {
        await using var work = await database.Write(new Actor(account.Id, account.Name, new HashSet<string>()));
        var right = await Matches(work, account, code);
        await work.Commit();
        return right;
    }

    private async Task<bool> Matches(UnitOfWork work, Account account, string? code) =>
        keys.Open(account.AuthenticatorKey) is { } key
        && Totp.Match(key, code, work.Now) is { } step
        && await TokenRepository.Advance(work, account.Id, step);

    private async Task<Account?> ByEmail(string email)
    {
        await using var work = await database.Read();
        return await AccountRepository.FindByEmail(work, email);
    }

    private async Task<Account?> Counted(Account? account)
    {
        if (account is null)
        {
            return null;
        }

        await using var work = await database.Write(Actor.Public);
        var until = work.Now.AddMinutes(options.Value.LockMinutes);
        if (!await AccountRepository.CountAttempt(work, account.Id, options.Value.Attempts, until))
        {
            return null;
        }

        var counted = await AccountRepository.Find(work, account.Id);
        await work.Commit();
        return counted;
    }

    private async Task Failed(Account? account)
    {
        if (account is null || account.AccessFailedCount < options.Value.Attempts)
        {
            return;
        }

        await using var work = await database.Write(Actor.Public);
        work.Audit("person.locked", nameof(Person), account.Id, new { until = account.LockoutEnd });
        work.Mail(account.ToPerson().AsRecipient(), new AccountChanged(AccountChange.Locked, work.Now), nameof(Person), account.Id);
        await work.Commit();
    }

    private async Task Forgive(Account account)
    {
        await using var work = await database.Write(Actor.Public);
        await AccountRepository.ForgiveAttempt(work, account.Id);
        await work.Commit();
    }

    private async Task Rehash(Account account, string password)
    {
        var renewed = hasher.HashPassword(account, password);
        await using var work = await database.Write(Actor.System);
        await AccountRepository.Rehash(work, account.Id, account.PasswordHash!, renewed);
        await work.Commit();
    }

    private static string Bounded(string? password) => password is { Length: <= 4 * PasswordRules.Longest } ? password : "";
}
