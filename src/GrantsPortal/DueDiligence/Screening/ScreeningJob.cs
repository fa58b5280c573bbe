using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>Keeps organisations with an award screened: again when their names, their people or the lists have changed.</summary>
public sealed class ScreeningJob(PortalDatabase database, ScreeningDesk desk) : IJob
{
    private const int AtOnce = 200;

    /// <inheritdoc/>
    public string Name => "due-diligence.screening";

    /// <inheritdoc/>
    public string Does => "Compares organisations with an award, and their people, with the lists in use when either has changed.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        var after = 0L;
        IReadOnlyList<long> page;
        do
        {
            await using (var work = await database.Read(cancel))
            {
                if ((await ScreeningRepository.Lists(work)).Count == 0)
                {
                    return;
                }

                page = await ScreeningRepository.WithAwards(work, after, AtOnce);
            }

            foreach (var organisation in page)
            {
                cancel.ThrowIfCancellationRequested();
                await desk.ScreenIfChanged(organisation);
                after = organisation;
            }
        }
        while (page.Count == AtOnce);
    }
}
