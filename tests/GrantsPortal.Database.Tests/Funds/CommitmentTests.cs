using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Calls;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.YearEnd;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Funds;

public sealed class CommitmentTests : IDisposable
{
    /// <summary>The year the work of the tests' applications begins in; calls are published and decided in 2026.</summary>
    private const int Begins = 2027;

    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private DecisionDesk Desk => _city.Portal.Get<DecisionDesk>();

    [Fact]
    public async Task The_ledger_follows_a_call_from_its_publication_to_its_decision()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund, 1_200_000), new Wish(RecommendedOutcome.Decline));
        Assert.Equal((10_000_000, 0, 0), await Stand());

        var first = (await Desk.Propose(listing.Officer, listing.Call.Id)).Value;
        Assert.Equal((10_000_000, 1_200_000, 0), await Stand());
        Assert.True((await Desk.SendBack(listing.Approver, first, 1, "Say why")).Done);
        Assert.Equal((10_000_000, 0, 0), await Stand());
        var second = (await Desk.Propose(listing.Officer, listing.Call.Id)).Value;
        Assert.True((await Desk.TakeBack(listing.Officer, second, 1)).Done);
        Assert.Equal((10_000_000, 0, 0), await Stand());

        var third = (await Desk.Propose(listing.Officer, listing.Call.Id)).Value;
        Assert.True((await Desk.Approve(listing.Approver, third, 1)).Done);
        Assert.Equal((0, 0, 1_200_000), await Stand());
        var call = await _city.Again(listing.Call);
        Assert.True((await _city.Portal.Get<CallDesk>().Archive(listing.Officer, call.Id, call.Version)).Done);
        Assert.Equal((0, 0, 1_200_000), await Stand());
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_published_calls_new_budget_and_year_are_called_for_instead()
    {
        var call = await _city.OpenCall();
        var (desk, officer) = (_city.Portal.Get<CallDesk>(), await _city.Officer());
        call = (await desk.EditMoney(officer, call.Id, call.Version, new CallMoney(call.ProgrammeId, "GBP", 80_000, 500, 20_000))).Value;
        Assert.Equal(8_000_000, (await _city.Figures(2026)).CalledMinor);
        Assert.True((await desk.EditDates(officer, call.Id, call.Version, new CallDates(call.OpensAt, call.ClosesAt, new DateOnly(2027, 1, 15), 2, call.ReviewDueAt))).Done);
        Assert.Equal((0, 8_000_000), ((await _city.Figures(2026)).CalledMinor, (await _city.Figures(2027)).CalledMinor));
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_call_is_in_the_currency_of_its_programme()
    {
        var call = await _city.DraftCall();
        var refused = await _city.Portal.Get<CallDesk>().EditMoney(await _city.Officer(), call.Id, call.Version, new CallMoney(call.ProgrammeId, "EUR", 80_000, 500, 20_000));
        Assert.Equal("call.currency-of-programme", refused.Refusals[0].Code);
    }

    [Fact]
    public async Task A_refused_and_a_lapsed_offer_release_what_they_bound()
    {
        var listing = await _city.Told(new Wish(RecommendedOutcome.Fund, 300_000), new Wish(RecommendedOutcome.Fund, 200_000), new Wish(RecommendedOutcome.Fund, 100_000));
        Assert.Equal(600_000, (await _city.Figures(Begins)).CommittedMinor);
        var (refused, desk) = (await _city.AwardOf(listing.Applicants[0]), _city.Portal.Get<OfferDesk>());
        Assert.True((await desk.Refuse(City.As(listing.Applicants[0].Owner), refused.Reference, refused.Version, "We found other money", _city.Now)).Done);
        Assert.Equal(300_000, (await _city.Figures(Begins)).CommittedMinor);

        var lapsing = await _city.AwardOf(listing.Applicants[1]);
        _city.Portal.Clock.SetUtcNow(lapsing.OfferExpiresAt!.Value.AddHours(1));
        Assert.True(await desk.Lapse(lapsing));
        Assert.False(await desk.Lapse(lapsing));
        var figures = await _city.Figures(Begins);
        Assert.Equal((100_000, 49_900_000), (figures.CommittedMinor, figures.FreeMinor));
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_decision_beyond_what_is_free_in_the_fund_changes_nothing_and_one_within_it_is_done()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund, 300_000), new Wish(RecommendedOutcome.Fund, 200_000));
        await _city.Rebudget(await _city.Fund(), Begins, 4_999.99m);
        var refused = await Desk.Approve(listing.Approver, listing.Decision, 1, overdraw: "Because I say so");
        Assert.Equal("fund.not-free", refused.Refusals[0].Code);
        Assert.Equal([new Money(5_000, "GBP"), new Money(4_999.99m, "GBP"), "Community safety fund", "2027"], refused.Refusals[0].Args);
        Assert.Null(refused.Refusals[0].Field);
        Assert.Equal(DecisionState.Proposed, (await _city.Read(work => DecisionRepository.Find(work, listing.Decision)))!.State);
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM Award")));
        Assert.Equal((499_999, 0), await _city.Figures(Begins) is var same ? (same.FreeMinor, same.CommittedMinor) : default);

        await _city.Rebudget(await _city.Fund(), Begins, 5_000);
        Assert.True((await Desk.Approve(listing.Approver, listing.Decision, 1)).Done);
        Assert.Equal((0, 500_000), await _city.Figures(Begins) is var after ? (after.FreeMinor, after.CommittedMinor) : default);
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task An_approver_with_the_right_commits_more_and_the_reason_is_kept()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund, 300_000), new Wish(RecommendedOutcome.Fund, 200_000));
        await _city.Rebudget(await _city.Fund(), Begins, 4_000);
        await _city.MayOverdraw(listing.Approver);
        Assert.Equal("Overdraw", (await Desk.Approve(listing.Approver, listing.Decision, 1)).Refusals[0].Field);
        Assert.True((await Desk.Approve(listing.Approver, listing.Decision, 1, overdraw: " The council adds it on 3 July ")).Done);

        Assert.Equal(-100_000, (await _city.Figures(Begins)).FreeMinor);
        Assert.Equal("The council adds it on 3 July", Assert.Single(await _city.Read(work => DecisionRepository.Overdrawn(work, listing.Decision))).Reason);
        Assert.Equal(1, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'ledger.overdrawn' AND Change LIKE '%3 July%'")));
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_right_that_was_taken_away_is_gone()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund, 300_000));
        await _city.Rebudget(await _city.Fund(), Begins, 1_000);
        await _city.MayOverdraw(listing.Approver);
        Assert.True((await _city.Portal.Get<GrantsPortal.Funds.Overdrawing.OverdrawDesk>().Take(await _city.Staff("Ann Administrator", Roles.Administrator), listing.Approver.Person)).Done);
        Assert.Equal("fund.not-free", (await Desk.Approve(listing.Approver, listing.Decision, 1, overdraw: "The council agreed")).Refusals[0].Code);
    }

    [Fact]
    public async Task A_store_from_before_the_ledger_opens_it_once_and_verifies()
    {
        var listing = await _city.Told(new Wish(RecommendedOutcome.Fund, 300_000), new Wish(RecommendedOutcome.Fund, 200_000));
        var (refused, fund) = (await _city.AwardOf(listing.Applicants[1]), await _city.Fund());
        Assert.True((await _city.Portal.Get<OfferDesk>().Refuse(City.As(listing.Applicants[1].Owner), refused.Reference, refused.Version, "No", _city.Now)).Done);
        await _city.OpenCall("Another call");
        Assert.SkipUnless(_city.Portal.Database.Dialect == Dialect.Sqlite, "SQL Server: the triggers have other names.");
        await _city.Write(Actor.System, async work =>
        {
            foreach (var table in (string[])["LedgerEntry", "LedgerPosting"])
            {
                await work.Execute($"DROP TRIGGER {table}_NoDelete");
                await work.Execute($"DELETE FROM {table}");
            }

            await work.Execute("DELETE FROM LedgerBalance");
            await work.Execute("DELETE FROM FundBudget");
            await work.Execute("DELETE FROM Upgrade");
            return await work.Execute("UPDATE Programme SET BudgetMinor = 100000, Year = 2027");
        });
        Assert.NotEmpty(await _city.Unsound());

        var upgrades = _city.Portal.Get<Upgrades>();
        await upgrades.Apply();
        Assert.Empty(await _city.Unsound());
        var figures = await _city.Figures(Begins);
        Assert.Equal((100_000, 10_000_000, 300_000, -200_000), (figures.BudgetedMinor, (await _city.Figures(2026)).CalledMinor, figures.CommittedMinor, figures.FreeMinor));
        await _city.Write(Actor.System, work => work.Execute("DELETE FROM Upgrade"));
        await upgrades.Apply();
        Assert.Equal(figures.Balances, (await _city.Figures(Begins)).Balances);
        Assert.Empty(await _city.Unsound());
    }

    [Fact]
    public async Task A_year_end_report_agrees_with_the_ledger_award_by_award()
    {
        var listing = await _city.Told(new Wish(RecommendedOutcome.Fund, 300_000), new Wish(RecommendedOutcome.Fund, 200_000));
        var award = await _city.AwardOf(listing.Applicants[0]);
        var (fund, today) = (award.ProgrammeId!.Value, DateOnly.FromDateTime(_city.Now.UtcDateTime));
        await _city.Write(Actor.System, async work =>
        {
            await Ledger.Post(work, "send:payment:1", Postings.Send(fund, Begins, LedgerSubject.Award(award.Id), new Money(1_000, "GBP")), today);
            await Ledger.Post(work, "settle:payment:1", Postings.Settle(fund, Begins, LedgerSubject.Award(award.Id), new Money(1_000, "GBP")), today);
            return true;
        });
        var report = await _city.Read(work => YearEndReport.Read(work, _city.Portal.Get<SubjectBook>(), 2026, 1, today));
        Assert.Empty(report.Differences);
        Assert.False(report.IsOver);
        var year = report.Funds.Single(one => one.Year == Begins);
        Assert.Equal(new YearFlow(0, 500_000, 0, 100_000, 0, 400_000), year.Flow);
        Assert.Equal(award.Reference, report.Names[LedgerSubject.Award(award.Id)].Name);

        var next = await _city.Read(work => YearEndReport.Read(work, _city.Portal.Get<SubjectBook>(), 2027, 1, new DateOnly(2027, 12, 31)));
        Assert.Empty(next.Differences);
        Assert.Equal(400_000, next.Funds.Single(one => one.Year == Begins).Flow.CarriedInMinor);
    }

    private async Task<(long Called, long Recommended, long Committed)> Stand() =>
        ((await _city.Figures(2026)).CalledMinor, (await _city.Figures(Begins)).RecommendedMinor, (await _city.Figures(Begins)).CommittedMinor);
}
