using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;

namespace GrantsPortal.TestWorld;

/// <summary>Funds, budgets and the ledger.</summary>
public sealed partial class City
{
    private Programme? _fund;
    private FundingSource? _source;

    /// <summary>The city's programme, with a budget of 500,000 in each year from last year to three years from now; the same one each time.</summary>
    public async Task<Programme> Fund()
    {
        if (_fund is null)
        {
            _fund = await FundWithoutBudget();
            foreach (var year in Enumerable.Range(Now.Year - 1, 5))
            {
                await Budget(_fund, year, 500_000m);
            }
        }

        return _fund;
    }

    /// <summary>A programme that finance has given nothing.</summary>
    public async Task<Programme> FundWithoutBudget(string name = "Community safety fund") =>
        (await Portal.Get<ProgrammeDesk>().Create(await Officer(), new ProgrammeText(name, "Small grants for safer, closer neighbourhoods.", "GBP"))).Value;

    /// <summary>Finance acting.</summary>
    public Task<Actor> Finance() => Staff("Fina Finance", Roles.Finance);

    /// <summary>The city's own money as a funding source; the same one each time.</summary>
    public async Task<FundingSource> Source() => _source ??= (await Portal.Get<BudgetDesk>().AddSource(Actor.System, new SourceText("City budget", null, "CITY-1", null, false))).Value;

    /// <summary>Gives a fund money of a year from the city's own; its account code is FUND-year.</summary>
    public async Task<FundBudget> Budget(Programme fund, int year, decimal amount) =>
        (await Portal.Get<BudgetDesk>().Add(Actor.System, fund.Id, new BudgetText(year, (await Source()).Id, amount, $"FUND-{year}", null))).Value;

    /// <summary>Changes what a fund has in a year, through its first budget there.</summary>
    public async Task<FundBudget> Rebudget(Programme fund, int year, decimal amount)
    {
        var budget = (await Read(work => BudgetRepository.OfFund(work, fund.Id))).First(one => one.Year == year);
        return (await Portal.Get<BudgetDesk>().Edit(Actor.System, budget.Id, budget.Version, new BudgetText(year, budget.SourceId, amount, budget.AccountCode, null))).Value;
    }

    /// <summary>Lets an approver commit more than is free.</summary>
    public async Task MayOverdraw(Actor approver)
    {
        var administrator = await Staff("Adi Administrator", Roles.Administrator);
        Done((await Portal.Get<OverdrawDesk>().Give(administrator, approver.Person)).Refusals);
    }

    /// <summary>Everything that <c>verify</c> finds broken.</summary>
    public async Task<IReadOnlyList<string>> Unsound()
    {
        var broken = new List<string>();
        await foreach (var one in Portal.Get<Verification>().Run())
        {
            broken.AddRange(one.Broken);
        }

        return broken;
    }

    /// <summary>The ledger's figures of the city's programme in a year.</summary>
    public async Task<YearFigures> Figures(int year)
    {
        var fund = await Fund();
        return (await Read(work => Ledger.OfFund(work, fund.Id))).In(year);
    }
}
