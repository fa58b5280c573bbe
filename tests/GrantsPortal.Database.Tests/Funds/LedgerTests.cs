using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task Many_at_once_never_bind_more_than_is_free()
    {
        var fund = await Budget(1_000);
        var posted = await Task.WhenAll(Enumerable.Range(1, 30).Select(award => Task.Run(() => Post($"commit:award:{award}", Postings.Commit(fund, 2026, LedgerSubject.Award(award), Pounds(100))))));
        Assert.Equal(10, posted.Count(outcome => outcome.Done && outcome.Value));
        Assert.All(posted.Where(outcome => outcome.Refused), outcome => Assert.Equal("ledger.not-enough", outcome.Refusals[0].Code));
        var figures = await _city.Read(work => Ledger.OfFund(work, fund));
        Assert.Equal((0, 100_000), (figures.FreeMinor, figures.CommittedMinor));
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Without_the_guard_they_would()
    {
        var fund = await Budget(1_000);
        var free = await Task.WhenAll(Enumerable.Range(1, 30).Select(_ => _city.Read(async work => (await Ledger.OfFund(work, fund)).FreeMinor)));
        await Task.WhenAll(free.Where(minor => minor >= 10_000).Select(_ => _city.Write(Actor.System, work =>
            work.Execute("UPDATE LedgerBalance SET AmountMinor = AmountMinor - 10000 WHERE ProgrammeId = @fund AND Account = 'Free'", new { fund }))));
        Assert.Equal(-200_000, (await _city.Read(work => Ledger.OfFund(work, fund))).FreeMinor);
    }

    [Fact]
    public async Task One_posting_made_by_many_at_once_counts_once()
    {
        var fund = await Budget(1_000);
        var posted = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => Task.Run(() => Post("commit:award:7", Postings.Commit(fund, 2026, Award, Pounds(900))))));
        Assert.All(posted, outcome => Assert.True(outcome.Done));
        Assert.Single(posted, outcome => outcome.Value);
        Assert.Equal(90_000, (await _city.Read(work => Ledger.OfFund(work, fund))).CommittedMinor);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_any_order_and_with_any_repeats_every_balance_and_the_identity_hold(int seed)
    {
        var (random, fund, posted) = (new Random(seed), await Budget(1_000), new Dictionary<string, IReadOnlyList<LedgerLine>>());
        for (var step = 0; step < 150; step++)
        {
            var subject = random.Next(3) is var which && which == 0 ? LedgerSubject.Claim(1) : LedgerSubject.Award(which);
            var (year, amount) = (2026 + random.Next(2), Pounds(random.Next(1, 400)));
            IReadOnlyList<LedgerLine> lines = random.Next(9) switch
            {
                0 => Postings.Spread(fund, year, 2053 - year + 2000, subject, amount),
                1 => Postings.Release(fund, year, subject, amount),
                2 => Postings.Send(fund, year, subject, amount),
                3 => Postings.Settle(fund, year, subject, amount),
                4 => Postings.Fail(fund, year, subject, amount),
                5 => Postings.Reverse(fund, year, subject, amount),
                6 => Postings.Return(fund, year, subject, amount),
                _ => Postings.Commit(fund, year, subject, amount),
            };
            var key = posted.Count > 0 && random.Next(4) == 0 ? posted.Keys.ElementAt(random.Next(posted.Count)) : $"step:{step}";
            var outcome = await Post(key, lines);
            Assert.Equal(posted.ContainsKey(key), outcome is { Done: true, Value: false });
            if (outcome is { Done: true, Value: true })
            {
                posted[key] = lines;
            }
        }

        Assert.InRange(posted.Count, 20, 150);
        var figures = await _city.Read(work => Ledger.OfFund(work, fund));
        Assert.All(figures.Years, year => Assert.True(year.Reconciles));
        Assert.All(Enum.GetValues<LedgerAccount>().Where(account => account != LedgerAccount.Budget && account != LedgerAccount.Free), account =>
            Assert.Equal(posted.Values.SelectMany(lines => lines).Where(line => line.Account == account).Sum(line => line.AmountMinor), figures.Balance(account)));
        Assert.All(figures.Years, year => Assert.True(year is { FreeMinor: >= 0, CommittedMinor: >= 0, SentMinor: >= 0, PaidMinor: >= 0 }));
        Assert.Empty(await Broken());
    }

    private static Money Pounds(decimal amount) => new(amount, "GBP");

    private async Task<long> Budget(decimal amount)
    {
        var fund = await _city.FundWithoutBudget();
        await _city.Budget(fund, 2026, amount);
        return fund.Id;
    }

    private Task<Outcome<bool>> Post(string key, IReadOnlyList<LedgerLine> lines, string? overdraw = null, DateOnly? on = null) =>
        _city.Write(Actor.System, work => Ledger.Post(work, key, lines, on ?? Day, overdraw));

    /// <summary>What of the ledger's own invariants is broken; its postings here belong to no payment.</summary>
    private async Task<IReadOnlyList<string>> Broken()
    {
        var broken = new List<string>();
        foreach (var invariant in _city.Portal.Services.GetServices<IInvariant>().Where(one => one.GetType().Namespace!.StartsWith("GrantsPortal.Funds", StringComparison.Ordinal)))
        {
            broken.AddRange(await _city.Read(invariant.Check));
        }

        return broken;
    }
}
