using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Walk;

/// <summary>What has to hold after every step, and at the end once everything is told and paid.</summary>
internal sealed partial class MoneyWalk
{
    private const int MostRounds = 12;

    /// <summary>The four of them: the ledger balances, nothing is paid twice, nothing is lost, and what is free, bound, sent and paid is the budget.</summary>
    public async Task Holds()
    {
        Assert.Empty(await City.BrokenMoney());
        var arrivals = await Arrivals();
        Assert.True(arrivals.Values.All(times => times <= 1), $"Paid twice: {string.Join(", ", arrivals.Where(one => one.Value > 1).Select(one => one.Key))}");
        Assert.Empty(await Lost());
        var fund = (await City.Read(work => Ledger.OfFund(work, _awards[0].ProgrammeId!.Value))).In(City.Today.Year);
        Assert.Equal(fund.BudgetedMinor, fund.PaidMinor + fund.SentMinor + fund.FreeMinor + fund.CommittedMinor - fund.ReturnedMinor);
        foreach (var award in _awards)
        {
            var books = await Books(award);
            Assert.Equal((await City.PlanOf(award)).Instalments.Sum(instalment => instalment.AmountMinor), books.CommittedMinor + books.SentMinor + books.PaidMinor);
        }
    }

    /// <summary>How often money of each instalment went to its payee and stayed, as bank and Stripe have it; by reference of award and title.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Arrivals()
    {
        var made = _world.Stripe.Transfers.Where(transfer => !(bool)transfer["reversed"]!).ToLookup(transfer => (string)transfer["metadata"]!["payment"]!);
        var arrivals = new Dictionary<string, int>();
        foreach (var award in _awards)
        {
            var payments = await City.PaymentsOf(award);
            foreach (var instalment in payments.GroupBy(payment => payment.InstalmentId))
            {
                arrivals[$"{award.Reference} {instalment.First().InstalmentTitle} {instalment.Key}"] = instalment.Sum(payment => _bank.Stayed(payment.Reference) + made[payment.Reference].Count());
            }
        }

        return arrivals;
    }

    /// <summary>Tells everything outstanding twice, mends what went wrong, and pays what is not paid, as people would.</summary>
    public async Task Settle()
    {
        for (var round = 0; round < MostRounds && (round == 0 || await Unpaid()); round++)
        {
            City.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
            await Run<StripeLookUpJob>();
            foreach (var award in _awards)
            {
                await Answer(award, approve: true);
            }

            await PayEverything();
            await TellEverything();
        }
    }

    /// <summary>Everything that is still to be paid has been, once, and the books say the same.</summary>
    public async Task IsSettled()
    {
        await Holds();
        foreach (var award in _awards)
        {
            var plan = await City.PlanOf(award);
            Assert.All(plan.Instalments, instalment => Assert.Equal(PaymentState.Paid, plan.PaymentOf(instalment)!.State));
            var books = await Books(award);
            Assert.Equal((0, 0, plan.Instalments.Sum(instalment => instalment.AmountMinor)), (books.CommittedMinor, books.SentMinor, books.PaidMinor));
            Assert.Equal(plan.Instalments.Count, (await City.PaymentsOf(award)).Count(payment => payment.State == PaymentState.Paid));
        }

        Assert.All((await Arrivals()).Values, times => Assert.InRange(times, 0, 1));
        Assert.Empty(await City.OpenLines());
    }

    private async Task PayEverything()
    {
        foreach (var reference in _batches)
        {
            if (await City.BatchOf(reference) is { State: BatchState.Open } open)
            {
                await Batches.Cancel(_world.ByBank.Fay, reference, open.Version, "Put together anew");
            }
        }

        foreach (var award in _awards)
        {
            var plan = await City.PlanOf(award);
            foreach (var failed in plan.Instalments.Select(instalment => plan.PaymentOf(instalment)!).Where(payment => payment.State == PaymentState.Failed))
            {
                await Desk.Retry(_world.ByBank.Fay, failed.Reference);
            }

            foreach (var payment in await City.PaymentsOf(award))
            {
                await Desk.Prepare(_world.ByBank.Fay, [payment.Reference]);
                foreach (var actor in _world.People)
                {
                    await Desk.Approve(actor, [payment.Reference]);
                }
            }
        }

        await PutTogether(_world.ByBank.Fay);

        // Where each of the three prepared something, only who prepares nothing can let all of it go.
        foreach (var actor in _world.People.Append(_world.ByBank.Ada))
        {
            foreach (var reference in _batches)
            {
                await HandToTheBank(actor, reference, _ => false);
            }

            foreach (var payment in (await City.PaymentsOf(_awards[1])).Where(payment => payment is { State: PaymentState.Approved, IsReleased: false }))
            {
                await City.Portal.Get<TransferDesk>().Release(actor, [payment.Id]);
            }
        }
    }

    private async Task TellEverything()
    {
        if (_world.Stripe.Available(_world.ByStripe.Account) > 0)
        {
            _payouts.Add(_world.Stripe.PayOut(_world.ByStripe.Account));
        }

        _payouts.ForEach(_world.Stripe.Arrives);
        await Run<StripeFollowJob>();
        for (var time = 0; time < 2; time++)
        {
            for (var number = _world.Stripe.Events.Count - 1; number >= _events; number--)
            {
                await Announce(number);
            }

            if (_bank.Entries > 0)
            {
                await Book(_world.ByBank.Fay, _bank.Statement(0, _bank.Entries, backwards: time == 1));
            }
        }
    }

    private async Task<bool> Unpaid()
    {
        foreach (var award in _awards)
        {
            var plan = await City.PlanOf(award);
            if (plan.Instalments.Any(instalment => plan.PaymentOf(instalment)!.State != PaymentState.Paid))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Instalments whose last attempt is neither alive nor failed, so that nobody would pay them.</summary>
    private async Task<IReadOnlyList<string>> Lost()
    {
        var lost = new List<string>();
        foreach (var award in _awards)
        {
            var plan = await City.PlanOf(award);
            lost.AddRange(plan.Instalments.Where(instalment => plan.PaymentOf(instalment) is null or { State: PaymentState.Cancelled }).Select(instalment => $"{award.Reference} {instalment.Title}"));
        }

        return lost;
    }
}
