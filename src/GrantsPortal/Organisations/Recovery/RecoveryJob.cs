using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Organisations.Recovery;

/// <summary>Makes the named person Owner when a waiting time has passed without an objection.</summary>
public sealed class RecoveryJob(PortalDatabase database, RecoveryDesk desk) : IJob
{
    /// <inheritdoc/>
    public string Name => "ownership-recovery";

    /// <inheritdoc/>
    public string Does => "Lets a new Owner in when the waiting time of a recovery is over and nobody objected.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<OwnershipRecovery> due;
        await using (var work = await database.Read(cancel))
        {
            // A read unit of work is opened at the same clock that decides what is due.
            due = await RecoveryRepository.Due(work);
        }

        foreach (var recovery in due)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Finish(Actor.System, recovery.OrganisationId, recovery.Id);
        }
    }
}
