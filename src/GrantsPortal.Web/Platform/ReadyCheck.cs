using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Platform;

/// <summary>
/// Whether this instance can serve: the database answers and is up to date, and the storage can be written. E-mail that
/// waits long only degrades it, since pages work all the same.
/// </summary>
public sealed class ReadyCheck(PortalDatabase database, IOptions<StorageOptions> storage) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);
    private bool _upToDate;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            _upToDate = _upToDate || Migrations.Pending(database).Count == 0;
            if (!_upToDate)
            {
                return HealthCheckResult.Unhealthy("The database is not up to date.");
            }

            StorageCheckup.Free(Path.GetFullPath(storage.Value.Path));
            await using var work = await database.Read(cancellationToken);
            var outbox = await OutboxReader.Backlog(work);
            return outbox.OldestStuckAt is { } oldest && work.Now - oldest > Late
                ? HealthCheckResult.Degraded("E-mails are not leaving.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database or the storage does not answer.", fault);
        }
    }
}
