using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Mail;

/// <summary>Sends what lies in the outbox: at once after a commit in this process, and every now and then for the rest.</summary>
public sealed class OutboxWorker(OutboxSender sender, OutboxBell bell, IOptions<JobOptions> jobs, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (jobs.Value.Enabled && !stop.IsCancellationRequested)
        {
            try
            {
                await sender.Drain(stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                log.LogError(fault, "The outbox could not be sent; it is tried again in {Rest}", Rest);
            }

            await bell.Wait(Rest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
