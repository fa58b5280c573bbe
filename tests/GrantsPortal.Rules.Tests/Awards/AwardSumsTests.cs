using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Awards;

/// <summary>
/// In whatever order an award is varied, moved within, set over years, paid, paused and ended: its lines and years add up
/// to it, the ledger holds what they say year by year, and nothing leaves the fund's budget.
/// </summary>
public sealed class AwardSumsTests
{
    private const long Budget = 10_000_000;

    private static readonly Gen<(int Act, long A, long B, int C)> Step = Gen.Select(Gen.Int[0, 5], Gen.Long[0, 300_000], Gen.Long[0, 300_000], Gen.Int[0, 7]);

    [Fact]
    public void Any_order_of_changes_keeps_the_sums_and_the_ledger() =>
        Step.Array[1, 60].Sample(steps =>
        {
            var world = new World();
            foreach (var step in steps)
            {
                world.Do(step.Act, step.A, step.B, step.C);
                if (!world.Holds())
                {
                    return false;
                }
            }

            return true;
        });

    private sealed class World
    {
        private readonly Dictionary<(LedgerAccount Account, int Year), long> _fund = [];
        private Award _award = new() { Id = 7, ProgrammeId = 1, State = AwardState.Active, Currency = "GBP", AmountMinor = 1_000_000, Title = "Evenings", AwardedOn = new DateOnly(2026, 6, 1) };
        private IReadOnlyList<AwardBudgetLine> _lines;
        private IReadOnlyList<AwardYear> _years;

        public World()
        {
            _lines = BudgetLineRules.Of(7, [("Rooms", 700_000), ("Food", 400_001), ("Travel", 3)], 1_000_000, "Evenings", "Rest");
            _years = YearRules.Of(7, 1_000_000, _award.AwardedOn, new DateOnly(2026, 7, 1), new DateOnly(2028, 6, 30), day => day.Year);
            foreach (var year in Enumerable.Range(2026, 4))
            {
                Post(Postings.Budget(1, year, Money.FromMinor(Budget, "GBP")));
            }

            Post(AwardWholes.Bind(_award, [], Terms.Years));
        }

        private AwardTerms Terms => AwardTerms.Of(new AwardWhole(_award, _lines, _years));

        private PaidOut Paid => new(_years.ToDictionary(year => year.Year, year => At(LedgerAccount.Sent, year.Year) + At(LedgerAccount.Paid, year.Year)));

        private long At(LedgerAccount account, int year) => _fund.GetValueOrDefault((account, year));

        public void Do(int act, long a, long b, int c)
        {
            switch (act)
            {
                case 0:
                    Vary(a, b, c);
                    break;
                case 1 when MovementRules.CanMove(_award.State) && MovementRules.Check(_lines, (c % 3) + 1, ((c + 1) % 3) + 1, a % 50_000, 10, "GBP").Count == 0:
                    Put(MovementRules.After(Terms.Lines, (c % 3) + 1, ((c + 1) % 3) + 1, a % 50_000), agreed: false);
                    break;
                case 2 when VariationRules.CanVary(_award.State):
                    Set([.. Terms.Years.Where(year => year.Year != 2029).Select((year, i) => year with { AmountMinor = year.AmountMinor - (i == 0 ? a : 0) }), new(2029, Terms.Years.Where(year => year.Year == 2029).Sum(year => year.AmountMinor) + a)]);
                    break;
                case 3:
                    Pay(2026 + (c % 4), b);
                    break;
                case 4 when AwardStates.Table.Can(_award.State, c % 2 == 0 ? AwardStates.Suspend : AwardStates.Resume):
                    _award = _award with { State = AwardStates.Table.Move(_award.State, c % 2 == 0 ? AwardStates.Suspend : AwardStates.Resume).Value };
                    break;
                case 5 when c == 0 && AwardStates.Table.Can(_award.State, AwardStates.Terminate):
                    End(a);
                    break;
            }
        }

        public bool Holds()
        {
            var years = _years.Select(year => year.Year).Concat(_fund.Keys.Select(key => key.Year)).Distinct().ToList();
            return _lines.Sum(line => line.AmountMinor) == _award.AmountMinor && _years.Sum(year => year.AmountMinor) == _award.AmountMinor
                && _lines.All(line => line.AmountMinor >= 0) && _years.All(year => year.AmountMinor >= 0)
                && years.All(year =>
                {
                    var bound = At(LedgerAccount.Committed, year) + At(LedgerAccount.Sent, year) + At(LedgerAccount.Paid, year);
                    var agreed = _years.FirstOrDefault(one => one.Year == year)?.AmountMinor ?? 0;
                    return (_award.State == AwardState.Terminated ? bound <= agreed : bound == agreed) && At(LedgerAccount.Free, year) + bound == Budget
                        && At(LedgerAccount.Committed, year) >= 0;
                });
        }

        private void Vary(long a, long b, int c)
        {
            var before = Terms;
            var entry = new VariationEntry(null, null, "Evenings", "Other", [.. before.Lines.Select((line, i) => line with { AmountMinor = Math.Max(0, line.AmountMinor + (i == c % 3 ? a - 150_000 : 0)) }), new(0, "More", c == 7 ? b : 0)], null, "Because");
            var wanted = entry.Wanted(before, Paid);
            if (VariationRules.CanVary(_award.State) && VariationRules.Check(before, wanted, Paid, "GBP").Count == 0)
            {
                Post(AwardWholes.Bind(_award, before.Years, wanted.Years));
                _years = YearRules.Set(_award, _years, wanted.Years, byApprover: c % 2 == 0);
                _award = _award with { AmountMinor = wanted.AmountMinor, Summary = wanted.Summary };
                Put(wanted.Lines, agreed: true);
            }
        }

        private void Set(IReadOnlyList<TermsYear> years)
        {
            IReadOnlyList<TermsYear> wanted = [.. years.Where(year => year.AmountMinor != 0)];
            if (YearRules.Check(wanted, _award.AmountMinor, Paid, "GBP").Count == 0)
            {
                Post(AwardWholes.Bind(_award, Terms.Years, wanted));
                _years = YearRules.Set(_award, _years, wanted, byApprover: false);
            }
        }

        private void Pay(int year, long amount)
        {
            if (_award.State == AwardState.Active && amount > 0 && amount <= At(LedgerAccount.Committed, year) && _years.First(one => one.Year == year).Payable)
            {
                Post(Postings.Send(1, year, LedgerSubject.Award(7), Money.FromMinor(amount, "GBP")));
                Post(Postings.Settle(1, year, LedgerSubject.Award(7), Money.FromMinor(amount, "GBP")));
            }
        }

        private void End(long still)
        {
            var money = new AwardMoney(_years.ToDictionary(year => year.Year, year => At(LedgerAccount.Committed, year.Year)), Paid.TotalMinor);
            foreach (var year in StandingRules.Released(money, Math.Min(still, money.CommittedMinor)))
            {
                Post(Postings.Release(1, year.Year, LedgerSubject.Award(7), Money.FromMinor(year.AmountMinor, "GBP")));
            }

            _award = _award with { State = AwardStates.Table.Move(_award.State, AwardStates.Terminate).Value };
        }

        private void Put(IReadOnlyList<TermsLine> lines, bool agreed) =>
            _lines = [.. lines.Select(line => new AwardBudgetLine { AwardId = 7, Number = line.Number, Name = line.Name, AmountMinor = line.AmountMinor, AgreedMinor = agreed ? line.AmountMinor : _lines.First(one => one.Number == line.Number).AgreedMinor })];

        private void Post(IReadOnlyList<LedgerLine> lines)
        {
            foreach (var line in lines)
            {
                _fund[(line.Account, line.Year)] = At(line.Account, line.Year) + line.AmountMinor;
            }
        }
    }
}
