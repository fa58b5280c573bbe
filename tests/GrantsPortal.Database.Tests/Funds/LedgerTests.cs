using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Funds;

public sealed class LedgerTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly LedgerSubject Award = LedgerSubject.Award(7);
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_posting_made_twice_counts_once()
    {
        var fund = await Budget(1_000);
        Assert.True((await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(400)))).Value);
        Assert.False((await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(400)))).Value);

        var figures = await _city.Read(work => Ledger.OfFund(work, fund));
        Assert.Equal((60_000, 40_000), (figures.FreeMinor, figures.CommittedMinor));
        Assert.Equal(40_000, (await _city.Read(work => Ledger.Of(work, SubjectKind.Award, 7))).In(2026).CommittedMinor);
    }

    [Fact]
    public async Task More_than_is_free_is_refused_and_changes_nothing_unless_somebody_says_why()
    {
        var fund = await Budget(1_000);
        var refused = await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(1_001)));
        Assert.Equal("ledger.not-enough", refused.Refusals[0].Code);
        Assert.Equal([LedgerAccount.Free, Pounds(1_000), Pounds(1_001)], refused.Refusals[0].Args);
        Assert.Equal(100_000, (await _city.Read(work => Ledger.OfFund(work, fund))).FreeMinor);

        Assert.True((await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(1_001)), "The council added it on 3 June")).Value);
        Assert.Equal(-100, (await _city.Read(work => Ledger.OfFund(work, fund))).FreeMinor);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task What_is_bound_for_one_award_is_not_sent_for_another()
    {
        var fund = await Budget(1_000);
        await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(500)));
        Assert.True((await Post("send:1", Postings.Send(fund, 2026, LedgerSubject.Award(8), Pounds(1)))).Refused);
        Assert.True((await Post("send:1", Postings.Send(fund, 2025, Award, Pounds(1)))).Refused);
        Assert.True((await Post("send:1", Postings.Send(fund, 2026, Award, Pounds(500)))).Value);
        Assert.True((await Post("send:2", Postings.Send(fund, 2026, Award, Pounds(1)))).Refused);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task A_refusal_within_a_longer_act_leaves_the_rest_of_it_whole()
    {
        var fund = await Budget(1_000);
        await _city.Write(Actor.System, async work =>
        {
            Assert.True((await Ledger.Post(work, "commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(600)), Day)).Value);
            Assert.True((await Ledger.Post(work, "spread:award:7", Postings.Spread(fund, 2026, 2027, Award, Pounds(600)), Day)).Refused);
            return true;
        });
        Assert.Equal(60_000, (await _city.Read(work => Ledger.Of(work, SubjectKind.Award, 7))).In(2026).CommittedMinor);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task The_figures_of_a_day_are_those_of_what_was_posted_until_then()
    {
        var fund = await Budget(1_000);
        await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(600)), on: Day.AddDays(2));
        Assert.Equal(0, (await _city.Read(work => Ledger.OfFund(work, fund, 2026, Day.AddDays(1)))).CommittedMinor);
        Assert.Equal(60_000, (await _city.Read(work => Ledger.OfFund(work, fund, 2026, Day.AddDays(2)))).CommittedMinor);
    }

    [Fact]
    public async Task Entries_are_never_changed_or_removed()
    {
        await Budget(1_000);
        foreach (var tamper in (string[])["UPDATE LedgerEntry SET AmountMinor = 1", "DELETE FROM LedgerEntry", "UPDATE LedgerPosting SET PostedOn = '2020-01-01'", "DELETE FROM LedgerPosting"])
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _city.Write(Actor.System, work => work.Execute(tamper)));
        }

        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Verify_finds_a_balance_that_was_tampered_with()
    {
        var fund = await Budget(1_000);
        await Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(400)));
        Assert.Empty(await Broken());
        await _city.Write(Actor.System, work => work.Execute("UPDATE LedgerBalance SET AmountMinor = AmountMinor + 1 WHERE Account = 'Free'"));
        Assert.Contains(await Broken(), sentence => sentence.Contains("Free", StringComparison.Ordinal));
    }

    private static Money Pounds(decimal amount) => new(amount, "GBP");

    private async Task<long> Budget(decimal amount)
    {
        var fund = (await _city.Fund()).Id;
        Assert.True((await Post("budget:test", Postings.Budget(fund, 2026, Pounds(amount)))).Value);
        return fund;
    }

    private Task<Outcome<bool>> Post(string key, IReadOnlyList<LedgerLine> lines, string? overdraw = null, DateOnly? on = null) =>
        _city.Write(Actor.System, work => Ledger.Post(work, key, lines, on ?? Day, overdraw));

    private async Task<IReadOnlyList<string>> Broken()
    {
        var broken = new List<string>();
        await foreach (var one in _city.Portal.Get<Verification>().Run())
        {
            broken.AddRange(one.Broken);
        }

        return broken;
    }
}
