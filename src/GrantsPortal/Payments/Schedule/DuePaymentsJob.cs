using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Makes planned payments due when their day has come.</summary>
public sealed class DuePaymentsJob(PortalDatabase database, PaymentMoves moves) : IJob
{
    /// <inheritdoc/>
    public string Name => "payments.due";

    /// <inheritdoc/>
    public string Does => "Makes planned payments due when their day has come.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<Payment> due;
        await using (var work = await database.Read(cancel))
        {
            due = await PaymentRepository.DayHasCome(work, moves.Today(work));
        }

        foreach (var payment in due)
        {
            cancel.ThrowIfCancellationRequested();
            await using var work = await database.Write(Actor.System, cancel);
            if (await moves.FallDue(work, payment, payment.DueOn))
            {
                await work.Commit(cancel);
            }
        }
    }
}
