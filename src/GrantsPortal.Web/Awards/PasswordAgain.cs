using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Awards;

/// <summary>Asks somebody who is signed in for their password once more; wrong ones count towards the account's lock.</summary>
public sealed class PasswordAgain(SignInDesk desk)
{
    /// <summary>Whether it is the password of the person's account, and the account is not locked.</summary>
    public Task<bool> IsRight(Actor actor, string? password) => desk.IsPassword(actor, password);
}
