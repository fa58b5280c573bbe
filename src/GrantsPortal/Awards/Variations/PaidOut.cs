using GrantsPortal.Funds.Ledger;

namespace GrantsPortal.Awards.Variations;

/// <summary>What of an award is paid or on its way, by budget year, in minor units. Nothing that is changed may fall below it.</summary>
public sealed record PaidOut(IReadOnlyDictionary<int, long> ByYear)
{
    /// <summary>Nothing is paid.</summary>
    public static readonly PaidOut Nothing = new(new Dictionary<int, long>());

    /// <summary>In all years.</summary>
    public long TotalMinor => ByYear.Values.Sum();

    /// <summary>In one year.</summary>
    public long In(int year) => ByYear.GetValueOrDefault(year);

    /// <summary>As the ledger has it.</summary>
    public static PaidOut Of(LedgerFigures figures) =>
        new(figures.Years.GroupBy(year => year.Year).ToDictionary(years => years.Key, years => years.Sum(year => year.SentMinor + year.PaidMinor)));
}
