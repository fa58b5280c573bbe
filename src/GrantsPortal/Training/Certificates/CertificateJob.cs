using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Training.Certificates;

/// <summary>Gives certificates once a run is over and somebody has done what the course asks for.</summary>
public sealed class CertificateJob(PortalDatabase database, CertificateDesk desk) : IJob
{
    /// <summary>How long after a run it is still looked at by itself; later an officer presses the button.</summary>
    private static readonly TimeSpan Looks = TimeSpan.FromDays(120);

    /// <inheritdoc/>
    public string Name => "training.certificates";

    /// <inheritdoc/>
    public string Does => "Gives certificates to those who attended, and gave feedback where the course asks for it.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<long> runs;
        await using (var work = await database.Read(cancel))
        {
            runs = await CertificateRepository.ToGive(work, work.Now - Looks, work.Now);
        }

        foreach (var run in runs)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Give(Actor.System, run);
        }
    }
}
