namespace GrantsPortal.Payments.Schedule;

/// <summary>What accepted spending pays of an instalment on receipts.</summary>
/// <param name="Instalment">The instalment.</param>
/// <param name="CoveredMinor">How much of it, in minor units: more than nothing, at most its amount.</param>
public sealed record CoveredInstalment(Instalment Instalment, long CoveredMinor)
{
    /// <summary>Whether all of it is paid.</summary>
    public bool Whole => CoveredMinor == Instalment.AmountMinor;
}

/// <summary>How accepted spending pays instalments on receipts.</summary>
public static class ReceiptRules
{
    /// <summary>
    /// The instalments that what was accepted so far pays, each up to its amount. Spending uses up instalments in the order of
    /// the schedule: money that came earlier was spent first, so that an advance is never paid a second time on receipts.
    /// </summary>
    /// <param name="schedule">Every instalment of the award.</param>
    /// <param name="acceptedMinor">What accepted reports count as spent in all, in minor units.</param>
    public static IReadOnlyList<CoveredInstalment> Covered(IEnumerable<Instalment> schedule, long acceptedMinor)
    {
        var (covered, left) = (new List<CoveredInstalment>(), acceptedMinor);
        foreach (var instalment in schedule.OrderBy(instalment => instalment.DueOn).ThenBy(instalment => instalment.Number))
        {
            if (left > 0 && instalment is { Basis: InstalmentBasis.Receipts, MetAt: null })
            {
                covered.Add(new CoveredInstalment(instalment, Math.Min(left, instalment.AmountMinor)));
            }

            left -= instalment.AmountMinor;
        }

        return covered;
    }
}
