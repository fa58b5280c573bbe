using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards;

/// <summary>
/// Opens the ledger for proposals and awards made before it was kept: those that wait or stand, on the day they were made. Awards
/// read from open data are not the city's to pay and stay out of it.
/// </summary>
public sealed class AwardUpgrade(IOptions<PortalOptions> portal) : IUpgrade
{
    private const string Reason = "Committed before the ledger was kept";
    private const int AtOnce = 500;

    /// <inheritdoc/>
    public string Name => "awards.ledger";

    /// <inheritdoc/>
    public async Task Run(UnitOfWork work)
    {
        foreach (var decision in await DecisionRepository.List(work, DecisionState.Proposed, null, AtOnce))
        {
            if (decision.TotalMinor > 0)
            {
                var on = Day(decision.ProposedAt);
                await AwardLedger.Recommend(work, decision.Id, await DecisionRepository.FundOf(work, decision.Id), decision.Currency, [(YearOf(on), decision.TotalMinor)], on);
            }
        }

        for (var (last, more) = (0L, true); more;)
        {
            var awards = await AwardRepository.Standing(work, last, AtOnce);
            foreach (var award in awards)
            {
                await Open(work, award);
            }

            (last, more) = (awards.Count > 0 ? awards[^1].Id : last, awards.Count == AtOnce);
        }
    }

    private async Task Open(UnitOfWork work, Award award)
    {
        var years = await YearRepository.Of(work, award.Id);
        var posted = await AwardLedger.Commit(work, award, years, award.AwardedOn, Reason);
        if (posted.Refused)
        {
            throw new InvalidOperationException($"The award {award.Reference} could not be taken into the ledger: {posted.Refusals[0].Code}.");
        }
    }

    private DateOnly Day(DateTimeOffset instant) => Instants.DayOf(instant, portal.Value.Zone);

    private int YearOf(DateOnly day) => BudgetYear.Of(day, portal.Value.BudgetYearStartsMonth);
}
