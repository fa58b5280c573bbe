using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Instalments on receipts follow what reports count as spent.</summary>
public sealed partial class ScheduleDesk
{
    /// <summary>
    /// Makes what accepted spending pays of instalments on receipts due, in the caller's transaction. Of one that is covered
    /// in part, the covered part falls due and the rest goes on waiting as an instalment of its own. Returns how many fell due.
    /// </summary>
    /// <param name="work">The caller's unit of work.</param>
    /// <param name="award">The award.</param>
    /// <param name="acceptedMinor">What accepted reports count as spent in all, in minor units.</param>
    /// <param name="note">What is said of it.</param>
    public async Task<int> FulfilReceipts(UnitOfWork work, Award award, long acceptedMinor, string note)
    {
        var due = 0;
        foreach (var covered in ReceiptRules.Covered(await ScheduleRepository.Of(work, award.Id), acceptedMinor))
        {
            if (covered.Whole || await Split(work, award, covered))
            {
                due += await Fulfil(work, award, InstalmentBasis.Receipts, covered.Instalment.Id, note);
            }
        }

        return due;
    }

    /// <summary>False when somebody has the payment in hand, so that it stays as it is.</summary>
    private async Task<bool> Split(UnitOfWork work, Award award, CoveredInstalment covered)
    {
        var (before, part) = (covered.Instalment, covered.Instalment with { AmountMinor = covered.CoveredMinor });
        if (!await ScheduleRepository.Update(work, part, waitsAnew: false)
            || (await PaymentRepository.Live(work, before.Id) is { } payment && !await moves.Replan(work, payment, part)))
        {
            return false;
        }

        var rest = before with
        {
            Id = work.NewId(),
            Number = await ScheduleRepository.LastNumber(work, award.Id) + 1,
            AmountMinor = before.AmountMinor - covered.CoveredMinor,
        };
        await ScheduleRepository.Insert(work, rest);
        await moves.OpenFor(work, award, rest);
        work.Audit("instalment.split", "Award", award.Id, new { instalment = before.Id, rest = rest.Id, part.AmountMinor, restMinor = rest.AmountMinor });
        return true;
    }
}
