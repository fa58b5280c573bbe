using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Brings money asked back to mind.</summary>
public sealed class RecoveryJob(PortalDatabase database, RecoveryDesk desk, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "repayment-reminders";

    /// <inheritdoc/>
    public string Does => "Reminds organisations of money they are asked to pay back";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        var today = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone);
        IReadOnlyList<Repayment> asked;
        await using (var work = await database.Read(cancel))
        {
            asked = await RepaymentRepository.ToRemind(work, today.AddDays(7), 3);
        }

        foreach (var repayment in asked.Where(repayment => RepaymentRules.RemindNow(repayment, today)))
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Remind(repayment);
        }
    }
}
