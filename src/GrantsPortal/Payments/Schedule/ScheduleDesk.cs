using GrantsPortal.Awards;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Schedule;

/// <summary>When an award is paid.</summary>
public sealed partial class ScheduleDesk(PaymentMoves moves)
{
    /// <summary>
    /// Notes, in the caller's transaction, that what instalments wait for is there, and makes their payments due: the id of a
    /// milestone, the number of an accepted report, or the id of an instalment whose receipts were seen. Returns how many
    /// payments fell due; none when none waits for it, or all of it was known.
    /// </summary>
    public async Task<int> Fulfil(UnitOfWork work, Award award, InstalmentBasis basis, long key)
    {
        var due = 0;
        foreach (var instalment in (await ScheduleRepository.Of(work, award.Id)).Where(instalment => ScheduleRules.WaitsFor(instalment, basis, key)))
        {
            if (!await ScheduleRepository.Meet(work, instalment.Id))
            {
                continue;
            }

            work.Audit("instalment.met", "Award", award.Id, new { instalment = instalment.Id, instalment.Number, basis, key });
            if (await PaymentRepository.Live(work, instalment.Id) is { } payment && await moves.FallDue(work, payment, moves.Today(work)))
            {
                due++;
            }
        }

        return due;
    }
}
