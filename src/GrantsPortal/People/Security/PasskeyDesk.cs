using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Identity;

namespace GrantsPortal.People.Security;

/// <summary>Adds, uses and removes passkeys; the ceremonies themselves are the web's.</summary>
public sealed class PasskeyDesk(PortalDatabase database, SignInDesk signIn)
{
    /// <summary>The most characters a passkey's name has.</summary>
    public const int LongestName = 60;

    /// <summary>Keeps a passkey whose ceremony succeeded, under the name its owner gives it.</summary>
    public async Task Add(Actor actor, UserPasskeyInfo passkey, string? name)
    {
        await using var work = await database.Write(actor);
        var called = PersonNames.Clean(name) is { Done: true } clean && clean.Value.Length <= LongestName ? clean.Value : "Passkey";
        await PasskeyRepository.Keep(work, actor.Person, Passkeys.Hash(passkey.CredentialId), called, Passkeys.Write(passkey));
        await Tell(work, actor.Person, AccountChange.PasskeyAdded);
        await work.Commit();
    }

    /// <summary>Removes a passkey. Refused at <c>Current</c> with <c>person.password-wrong</c>, or with <c>person.no-passkey</c>.</summary>
    public async Task<Outcome> Remove(Actor actor, string? current, string credentialHash)
    {
        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        await using var work = await database.Write(actor);
        if (!await PasskeyRepository.Remove(work, actor.Person, credentialHash))
        {
            return new Refusal("person.no-passkey");
        }

        await Tell(work, actor.Person, AccountChange.PasskeyRemoved);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes a sign-in by a passkey whose ceremony succeeded; false when the account is switched off or gone.</summary>
    public async Task<bool> SignIn(Account account, UserPasskeyInfo passkey)
    {
        await using var work = await database.Write(new Actor(account.Id, account.Name, new HashSet<string>()));
        if (await AccountRepository.Find(work, account.Id) is not { DisabledAt: null })
        {
            return false;
        }

        await PasskeyRepository.Keep(work, account.Id, Passkeys.Hash(passkey.CredentialId), passkey.Name, Passkeys.Write(passkey));
        await AccountRepository.NoteSignIn(work, account.Id);
        work.Audit("person.signed-in", nameof(Person), account.Id, new { by = "passkey" });
        await work.Commit();
        return true;
    }

    /// <summary>Notes that the person who acts used a passkey of theirs once more, whose ceremony succeeded; false when it is somebody else's.</summary>
    public async Task<bool> Prove(Actor actor, Account account, UserPasskeyInfo passkey)
    {
        await using var work = await database.Write(actor);
        if (account.Id != actor.Person || await AccountRepository.Find(work, account.Id) is not { DisabledAt: null })
        {
            return false;
        }

        await PasskeyRepository.Keep(work, account.Id, Passkeys.Hash(passkey.CredentialId), passkey.Name, Passkeys.Write(passkey));
        work.Audit("person.proved-again", nameof(Person), account.Id, new { by = "passkey" });
        await work.Commit();
        return true;
    }

    private static async Task Tell(UnitOfWork work, long person, string what)
    {
        work.Audit($"person.{what}", nameof(Person), person);
        work.Mail((await PersonRepository.Find(work, person))!.AsRecipient(), new AccountChanged(what, work.Now), nameof(Person), person);
    }
}
