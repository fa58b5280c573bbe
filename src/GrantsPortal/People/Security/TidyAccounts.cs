using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.People.Security;

/// <summary>Forgets sign-ins that have expired, and links a week after.</summary>
public sealed class TidyAccounts(PortalDatabase database) : IJob
{
    /// <inheritdoc/>
    public string Name => "tidy-accounts";

    /// <inheritdoc/>
    public string Does => "Forgets sign-ins and links that have run out.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System, cancel);
        await SignInTicketRepository.Forget(work);
        await AccountLinkRepository.Forget(work, work.Now.AddDays(-7));
        await work.Commit(cancel);
    }
}
