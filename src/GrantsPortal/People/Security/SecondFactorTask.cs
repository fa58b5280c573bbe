using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People.Security;

/// <summary>Reminds the city's staff of the second factor that the settings ask for.</summary>
public sealed class SecondFactorTask(IOptions<AccountOptions> options) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (!options.Value.StaffSecondFactor || actor.PersonId is not { } person
            || await AccountRepository.Find(work, person) is not { TwoFactorEnabled: false }
            || !(await AccountRepository.Roles(work, person)).Any(Roles.Staff.Contains)
            || (await PasskeyRepository.Of(work, person)).Count > 0)
        {
            return [];
        }

        return [new TaskLine("Set up an authenticator app or a passkey: your roles rest until then", [], AccountRoutes.Security, null, "Account")];
    }
}
