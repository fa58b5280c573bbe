using CsCheck;
using GrantsPortal.Payments.Schedule;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Schedule;

public sealed class ReceiptRulesTests
{
    private static readonly Gen<Instalment[]> Schedules =
        Gen.Select(Gen.Bool, Gen.Long[1, 1_000_000], Gen.Int[0, 5]).Array[1, 8].Select(lines => lines.Select((line, i) => new Instalment
        {
            Id = i + 1,
            Number = i + 1,
            Basis = line.Item1 ? InstalmentBasis.Receipts : InstalmentBasis.Date,
            AmountMinor = line.Item2,
            DueOn = new DateOnly(2027, 1, 1).AddDays(line.Item3),
        }).ToArray());

    [Fact]
    public void An_advance_is_spent_first_and_receipts_pay_the_rest_up_to_their_amount()
    {
        Instalment[] schedule =
        [
            new() { Id = 1, Number = 1, Basis = InstalmentBasis.Date, AmountMinor = 300, DueOn = new(2027, 1, 1) },
            new() { Id = 2, Number = 2, Basis = InstalmentBasis.Receipts, AmountMinor = 500, DueOn = new(2027, 6, 1) },
        ];
        Assert.Empty(ReceiptRules.Covered(schedule, 300));
        Assert.Equal((200, false), (ReceiptRules.Covered(schedule, 500)[0].CoveredMinor, ReceiptRules.Covered(schedule, 500)[0].Whole));
        Assert.Equal((500, true), (ReceiptRules.Covered(schedule, 9_000)[0].CoveredMinor, ReceiptRules.Covered(schedule, 9_000)[0].Whole));
    }

    [Fact]
    public void No_more_is_paid_on_receipts_than_was_accepted_or_planned() =>
        Gen.Select(Schedules, Gen.Long[0, 9_000_000]).Sample((schedule, accepted) =>
        {
            var covered = ReceiptRules.Covered(schedule, accepted);
            return covered.All(one => one.CoveredMinor > 0 && one.CoveredMinor <= one.Instalment.AmountMinor) && covered.Sum(one => one.CoveredMinor) <= accepted;
        });

    [Fact]
    public void Spending_all_of_the_award_pays_every_instalment_on_receipts() =>
        Schedules.Sample(schedule =>
        {
            var covered = ReceiptRules.Covered(schedule, schedule.Sum(instalment => instalment.AmountMinor));
            return covered.All(one => one.Whole) && covered.Count == schedule.Count(instalment => instalment.Basis == InstalmentBasis.Receipts);
        });

    [Fact]
    public void More_accepted_spending_never_pays_less() =>
        Gen.Select(Schedules, Gen.Long[0, 5_000_000], Gen.Long[0, 1_000_000]).Sample((schedule, accepted, more) =>
            ReceiptRules.Covered(schedule, accepted).Sum(one => one.CoveredMinor) <= ReceiptRules.Covered(schedule, accepted + more).Sum(one => one.CoveredMinor));
}
