using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Platform.Audit;

/// <summary>Walks the audit trail every night, so that tampering shows without anybody asking.</summary>
public sealed class AuditCheckJob(PortalDatabase database) : IJob
{
    /// <inheritdoc/>
    public string Name => "audit.check";

    /// <inheritdoc/>
    public string Does => "Checks that no entry of the audit trail was altered or removed.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Read(cancel);
        if (await AuditTrail.Check(work) is { Count: > 0 } wrong)
        {
            throw new InvalidDataException($"The audit trail is not whole. {wrong[0]}");
        }
    }
}
