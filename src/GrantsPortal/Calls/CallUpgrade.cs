using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Calls;

/// <summary>Posts what calls announce that were published before the ledger was kept.</summary>
public sealed class CallUpgrade(IOptions<PortalOptions> portal) : IUpgrade
{
    /// <inheritdoc/>
    public string Name => "calls.ledger";

    /// <inheritdoc/>
    public async Task Run(UnitOfWork work)
    {
        foreach (var call in await CallRepository.Announced(work))
        {
            await CallLedger.Follow(work, call.Id, portal.Value, Instants.DayOf(call.PublishedAt ?? work.Now, portal.Value.Zone));
        }
    }
}
