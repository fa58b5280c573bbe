using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Funds;

public sealed class BudgetTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private BudgetDesk Desk => _city.Portal.Get<BudgetDesk>();

    [Fact]
    public async Task Every_change_of_a_budget_is_posted_as_the_difference()
    {
        var (fund, finance) = (await _city.FundWithoutBudget(), await _city.Finance());
        var source = (await _city.Source()).Id;
        var budget = (await Desk.Add(finance, fund.Id, new BudgetText(2026, source, 1_000, "4100", "Council, 3 May"))).Value;
        budget = (await Desk.Edit(finance, budget.Id, budget.Version, new BudgetText(2026, source, 1_250.50m, "4100", null))).Value;
        budget = (await Desk.Edit(finance, budget.Id, budget.Version, new BudgetText(2026, source, 1_250.50m, "4101", null))).Value;
        Assert.True((await Desk.Edit(finance, budget.Id, budget.Version, new BudgetText(2026, source, 900, "4101", null))).Done);

        var posted = await _city.Read(work => LedgerReader.List(work, new EntryFilter(fund.Id, 2026, LedgerAccount.Free), null, 10));
        Assert.Equal([-35_050, 25_050, 100_000], posted.Select(row => row.AmountMinor));
        Assert.Equal(90_000, (await _city.Read(work => Ledger.OfFund(work, fund.Id))).BudgetedMinor);
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_budget_is_not_lowered_below_what_is_bound()
    {
        var fund = await _city.FundWithoutBudget();
        var budget = await _city.Budget(fund, 2026, 1_000);
        await _city.Write(Actor.System, work => Ledger.Post(work, "commit:award:7", Postings.Commit(fund.Id, 2026, LedgerSubject.Award(7), new Money(700, "GBP")), new DateOnly(2026, 6, 1)));
        var refused = await Desk.Edit(await _city.Finance(), budget.Id, budget.Version, new BudgetText(2026, budget.SourceId, 699.99m, "4100", null));
        Assert.Equal("budget.bound", refused.Refusals[0].Code);
        Assert.Equal([new Money(300, "GBP"), new Money(300.01m, "GBP")], refused.Refusals[0].Args);
        Assert.Equal((100_000, 1), (await _city.Read(work => BudgetRepository.Find(work, budget.Id))) is { } same ? (same.AmountMinor, same.Version) : default);
        Assert.True((await Desk.Edit(await _city.Finance(), budget.Id, budget.Version, new BudgetText(2026, budget.SourceId, 700, "4100", null))).Done);
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_fund_has_one_budget_of_a_year_and_source_and_the_second_to_change_it_is_told()
    {
        var (fund, finance) = (await _city.FundWithoutBudget(), await _city.Finance());
        var budget = await _city.Budget(fund, 2026, 1_000);
        var text = new BudgetText(2026, budget.SourceId, 500, "4100", null);
        Assert.Equal("budget.there-already", (await Desk.Add(finance, fund.Id, text)).Refusals[0].Code);
        Assert.True((await Desk.Edit(finance, budget.Id, budget.Version, text)).Done);
        Assert.Equal("fund.changed-meanwhile", (await Desk.Edit(finance, budget.Id, budget.Version, text with { Amount = 400 })).Refusals[0].Code);
        Assert.Equal(50_000, (await _city.Read(work => Ledger.OfFund(work, fund.Id))).BudgetedMinor);
    }

    [Fact]
    public async Task A_closed_source_gives_no_new_budgets()
    {
        var (fund, source) = (await _city.FundWithoutBudget(), await _city.Source());
        Assert.True((await Desk.EditSource(Actor.System, source.Id, source.Version, new SourceText(source.Name, null, "CITY-1", null, Closed: true))).Done);
        Assert.Equal("source.closed", (await Desk.Add(Actor.System, fund.Id, new BudgetText(2026, source.Id, 1, "4100", null))).Refusals[0].Code);
    }

    [Fact]
    public async Task A_programmes_currency_stays_once_money_is_in_it()
    {
        var (fund, desk) = (await _city.FundWithoutBudget(), _city.Portal.Get<ProgrammeDesk>());
        var euros = (await desk.Edit(await _city.Officer(), fund.Id, fund.Version, new ProgrammeText(fund.Name, null, "EUR"))).Value;
        await _city.Budget(euros, 2026, 10);
        Assert.Equal("programme.currency-fixed", (await desk.Edit(await _city.Officer(), fund.Id, fund.Version + 1, new ProgrammeText(fund.Name, null, "GBP"))).Refusals[0].Code);
    }

    [Fact]
    public async Task The_old_budget_of_a_programme_is_taken_over_once()
    {
        var fund = await _city.FundWithoutBudget();
        await _city.Write(Actor.System, async work => await work.Execute("UPDATE Programme SET BudgetMinor = 123400, Year = 2025") + await work.Execute("DELETE FROM Upgrade"));
        var upgrades = _city.Portal.Get<GrantsPortal.Platform.Database.Upgrades>();
        Assert.Contains("funds.budgets", await upgrades.Apply());
        Assert.Empty(await upgrades.Apply());
        Assert.Equal(123_400, (await _city.Read(work => Ledger.OfFund(work, fund.Id))).In(2025).FreeMinor);

        await _city.Write(Actor.System, work => work.Execute("DELETE FROM Upgrade"));
        await upgrades.Apply();
        Assert.Equal(123_400, (await _city.Read(work => Ledger.OfFund(work, fund.Id))).BudgetedMinor);
        Assert.Empty(await _city.Unsound());
    }
}
