using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Publishing.Register;

namespace GrantsPortal.Web.Publishing;

/// <summary>
/// What the city itself funded and published: the last full year with awards, or this year so far where there is none
/// before it, and the years beside it. Figures of different currencies are never added; the year's largest is told.
/// </summary>
public sealed class HomeFigures : IHomeFigures
{
    private const int Years = 8;

    /// <inheritdoc/>
    public async Task<FundedFigures?> Funded(UnitOfWork work, DateOnly today)
    {
        var funded = await RegisterRepository.FundedByYear(work, today);
        var thisYear = today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if ((funded.FirstOrDefault(year => year.Year != thisYear) ?? funded.FirstOrDefault()) is not { } told)
        {
            return null;
        }

        var bars = funded.Where(year => year.Currency == told.Currency).Take(Years).Reverse()
            .Select(year => new FundedBar(year.Year, year.Sum, year.Awards)).ToList();
        return new FundedFigures(told.Year, told.Sum, told.Awards, told.Organisations, bars[^1].Label == thisYear ? "What we funded year by year, this year so far" : "What we funded year by year", bars);
    }
}
