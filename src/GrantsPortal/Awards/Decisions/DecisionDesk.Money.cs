using GrantsPortal.Applications;
using GrantsPortal.Awards.Years;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Decisions;

/// <summary>What a decision needs from its fund in a budget year, and what is free there.</summary>
/// <param name="Fund">Name of the fund.</param>
/// <param name="FundSlug">The fund's part of an address.</param>
/// <param name="Year">The budget year.</param>
/// <param name="YearWords">The budget year as people write it.</param>
/// <param name="Needed">What would be committed.</param>
/// <param name="Free">What is free.</param>
public sealed record FundNeed(string Fund, string FundSlug, int Year, string YearWords, Money Needed, Money Free)
{
    /// <summary>Whether more is needed than is free.</summary>
    public bool IsShort => Needed > Free;
}

/// <summary>The fund behind a decision.</summary>
public sealed partial class DecisionDesk
{
    /// <summary>What a proposal needs from its fund in each budget year, beside what is free there now.</summary>
    public static async Task<IReadOnlyList<FundNeed>> Needs(UnitOfWork work, long decision, PortalOptions portal) =>
        await Needs(work, await Ledger.Held(work, SubjectKind.Decision, decision, LedgerAccount.Recommended), portal);

    private static async Task<IReadOnlyList<FundNeed>> Needs(UnitOfWork work, IReadOnlyList<Holding> needed, PortalOptions portal)
    {
        var needs = new List<FundNeed>();
        foreach (var fund in needed.GroupBy(holding => holding.ProgrammeId))
        {
            var (programme, figures) = ((await ProgrammeRepository.Find(work, fund.Key))!, await Ledger.OfFund(work, fund.Key));
            needs.AddRange(fund.Select(holding => new FundNeed(
                programme.Name,
                programme.Slug,
                holding.Year,
                BudgetYear.Write(holding.Year, portal.BudgetYearStartsMonth),
                holding.Amount,
                Money.FromMinor(figures.Years.FirstOrDefault(year => year.Year == holding.Year && year.Currency == holding.Currency)?.FreeMinor ?? 0, holding.Currency))));
        }

        return needs;
    }

    /// <summary>Commits the awards that were made, or says what is missing.</summary>
    private async Task<Refusal?> Bind(UnitOfWork work, Call call, IReadOnlyList<Award> made, string? overdraw)
    {
        var years = (await YearRepository.OfAll(work, [.. made.Select(award => award.Id)])).ToLookup(year => year.AwardId);
        var needed = made.SelectMany(award => years[award.Id]).GroupBy(year => year.Year).OrderBy(year => year.Key)
            .Select(year => new Holding { ProgrammeId = call.ProgrammeId, Year = year.Key, Currency = call.Currency, AmountMinor = DecisionRules.Total(year.Select(part => (long?)part.AmountMinor)) })
            .ToList();
        var holdsRight = await OverdrawRepository.Holds(work, work.Actor);
        foreach (var need in await Needs(work, needed, portal.Value))
        {
            if (FundRules.MayCommit(need.Needed, need.Free, need.Fund, need.YearWords, holdsRight, overdraw) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var award in made)
        {
            var bound = await AwardLedger.Commit(work, award, [.. years[award.Id]], Today(work), holdsRight ? overdraw : null);
            if (bound.Refused)
            {
                return new Refusal("decision.changed-meanwhile");
            }
        }

        return null;
    }

    /// <summary>Notes in the ledger what a proposal would bind, in the years it would bind it in.</summary>
    private async Task Recommend(UnitOfWork work, Call call, long decision, IReadOnlyList<DecisionLine> lines)
    {
        var years = new List<(int, long)>();
        foreach (var line in lines.Where(line => line.Funds))
        {
            var application = (await ApplicationRepository.Find(work, line.ApplicationId))!;
            years.AddRange(await awards.Years(work, call, application, line.AmountMinor!.Value));
        }

        await AwardLedger.Recommend(work, decision, call.ProgrammeId, call.Currency, years, Today(work));
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
