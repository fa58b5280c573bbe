using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using Microsoft.AspNetCore.Identity;

namespace GrantsPortal.Web.People;

/// <summary>What somebody who is signed in proves themselves with once more; the partial view _Again asks for it.</summary>
public class AgainForm
{
    /// <summary>Password.</summary>
    public string? Password { get; set; }

    /// <summary>Code of the authenticator app, where the account has one.</summary>
    public string? Code { get; set; }

    /// <summary>What the browser made of a passkey, as JSON, in place of both.</summary>
    public string? Credential { get; set; }
}

/// <summary>How somebody can prove themselves.</summary>
/// <param name="Password">By a password.</param>
/// <param name="Code">With a code beside it.</param>
/// <param name="Passkey">By a passkey.</param>
public sealed record AgainWays(bool Password, bool Code, bool Passkey);

/// <summary>
/// Asks somebody who is signed in to prove once more that it is them, before they bind an organisation or the city: by a
/// passkey of theirs, or by what signing in asks of them, password and code. Wrong ones count towards the account's lock.
/// </summary>
public sealed class ProvenAgain(SignInManager<Account> ceremonies, SignInDesk signIn, PasskeyDesk passkeys, AccountDesk accounts)
{
    /// <summary>Refused at <c>Password</c> with <c>person.passkey-failed</c>, or as <see cref="SignInDesk.ProveFully"/> says.</summary>
    public async Task<Outcome> Judge(Actor actor, AgainForm form)
    {
        if (string.IsNullOrEmpty(form.Credential))
        {
            return await signIn.ProveFully(actor, form.Password, form.Code);
        }

        var asserted = await Attempt(() => ceremonies.PerformPasskeyAssertionAsync(form.Credential));
        return asserted is { Succeeded: true } && await passkeys.Prove(actor, asserted.User, asserted.Passkey)
            ? Outcome.Ok
            : new Refusal("person.passkey-failed").At(nameof(form.Password));
    }

    /// <summary>How somebody can.</summary>
    public async Task<AgainWays> Of(Actor actor)
    {
        var seen = await accounts.Overview(actor);
        return new AgainWays(seen.Account.PasswordHash is not null, seen.Account.TwoFactorEnabled, seen.Passkeys.Count > 0);
    }

    /// <summary>The outcome of a ceremony; null when it was never begun, or the answer is no answer.</summary>
    public static async Task<T?> Attempt<T>(Func<Task<T>> ceremony)
        where T : class
    {
        try
        {
            return await ceremony();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or System.Text.Json.JsonException or PasskeyException or FormatException)
        {
            return null;
        }
    }
}
