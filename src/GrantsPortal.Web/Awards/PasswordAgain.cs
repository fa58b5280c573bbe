using GrantsPortal.People;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards;

/// <summary>Asks somebody who is signed in for their password once more; wrong ones count towards the account's lock.</summary>
public sealed class PasswordAgain(PortalDatabase database, SignInDesk desk)
{
    /// <summary>Whether it is the password of the person's account, and the account is not locked or switched off.</summary>
    public async Task<bool> IsRight(Actor actor, string? password)
    {
        Person? person;
        await using (var work = await database.Read())
        {
            person = await PersonRepository.Find(work, actor.Person);
        }

        return person is not null && (await desk.Check(person.Email, password)).Verdict is PasswordVerdict.Right or PasswordVerdict.SecondStep;
    }
}
