using CsCheck;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Funds;

public sealed class PostingsTests
{
    private static readonly LedgerSubject[] Subjects = [LedgerSubject.Award(1), LedgerSubject.Award(2), LedgerSubject.Claim(1)];

    /// <summary>Any posting there is, of two funds and three years.</summary>
    private static readonly Gen<IReadOnlyList<LedgerLine>> Any =
        from kind in Gen.Int[0, 12]
        from fund in Gen.Long[1, 2]
        from year in Gen.Int[2025, 2027]
        from later in Gen.Int[1, 2]
        from subject in Gen.Int[0, 2].Select(i => Subjects[i])
        from minor in Gen.Long[1, 1_000_000]
        from less in Gen.Bool
        let amount = Money.FromMinor(minor, "GBP")
        select kind switch
        {
            0 => Postings.Budget(fund, year, Money.FromMinor(less ? -minor : minor, "GBP")),
            1 => Postings.Call(fund, year, subject.Id, amount),
            2 => Postings.CallOver(fund, year, subject.Id, amount),
            3 => Postings.Recommend(fund, year, subject.Id, amount),
            4 => Postings.NotRecommended(fund, year, subject.Id, amount),
            5 => Postings.Commit(fund, year, subject, amount),
            6 => Postings.Release(fund, year, subject, amount),
            7 => Postings.Spread(fund, year, year + later, subject, amount),
            8 => Postings.Send(fund, year, subject, amount),
            9 => Postings.Settle(fund, year, subject, amount),
            10 => Postings.Fail(fund, year, subject, amount),
            11 => Postings.Reverse(fund, year, subject, amount),
            _ => Postings.Return(fund, year, subject, amount),
        };

    [Fact]
    public void Every_posting_adds_up_to_zero() => Any.Sample(LedgerRules.Balances);

    [Fact]
    public void After_any_postings_what_is_free_bound_sent_and_paid_less_returned_is_what_is_budgeted() =>
        Any.List[1, 40].Sample(postings => Funds(postings).All(figures => figures.Reconciles));

    [Fact]
    public void The_balances_moved_are_the_lines_added_up_for_the_fund_and_for_each_subject() =>
        Any.List[1, 40].Sample(postings =>
        {
            var lines = postings.SelectMany(lines => lines).ToList();
            var moves = postings.SelectMany(LedgerRules.Moves).ToList();
            return Enum.GetValues<LedgerAccount>().All(account =>
                Sum(moves.Where(move => move.Account == account && move.Subject == SubjectKind.None)) == lines.Where(line => line.Account == account).Sum(line => line.AmountMinor)
                && Sum(moves.Where(move => move.Account == account && move is { Subject: SubjectKind.Award, SubjectId: 2 }))
                    == (LedgerRules.BySubject(account) ? lines.Where(line => line.Account == account && line is { Subject: SubjectKind.Award, SubjectId: 2 }).Sum(line => line.AmountMinor) : 0));
        });

    [Fact]
    public void Only_what_is_taken_is_guarded_and_a_fund_pays_back_and_fills_up_freely() =>
        Any.Sample(posting => LedgerRules.Moves(posting).All(move => move.Guarded == (move.AmountMinor < 0 && LedgerRules.NeverBelowZero(move.Account))));

    [Fact]
    public void Lines_of_two_years_that_only_add_up_together_are_no_posting()
    {
        LedgerLine Line(LedgerAccount account, int year, long minor) => new(account, 1, year, SubjectKind.None, 0, minor, "GBP");
        Assert.False(LedgerRules.Balances([Line(LedgerAccount.Free, 2025, -100), Line(LedgerAccount.Free, 2026, 100)]));
        Assert.True(LedgerRules.Balances([Line(LedgerAccount.Free, 2026, -100), Line(LedgerAccount.Committed, 2026, 100)]));
        Assert.False(LedgerRules.Balances([]));
    }

    [Fact]
    public void Nothing_and_less_than_nothing_cannot_be_posted_but_a_budget_can_shrink()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Postings.Commit(1, 2026, LedgerSubject.Award(1), Money.Zero("GBP")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Postings.Send(1, 2026, LedgerSubject.Award(1), new Money(-1, "GBP")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Postings.Budget(1, 2026, Money.Zero("GBP")));
        Assert.True(LedgerRules.Balances(Postings.Budget(1, 2026, new Money(-1, "GBP"))));
    }

    [Theory]
    [InlineData("2026-03-31", 4, 2025)]
    [InlineData("2026-04-01", 4, 2026)]
    [InlineData("2026-01-01", 1, 2026)]
    [InlineData("2026-12-31", 1, 2026)]
    public void A_budget_year_is_named_after_the_year_it_starts_in(string day, int month, int year) =>
        Assert.Equal(year, BudgetYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), month));

    private static IEnumerable<YearFigures> Funds(IEnumerable<IReadOnlyList<LedgerLine>> postings) =>
        postings.SelectMany(lines => lines).GroupBy(line => (line.ProgrammeId, line.Year)).Select(group =>
            new YearFigures(group.Key.Year, "GBP", group.GroupBy(line => line.Account).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.AmountMinor))));

    private static long Sum(IEnumerable<BalanceMove> moves) => moves.Sum(move => move.AmountMinor);
}
