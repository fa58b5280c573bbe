using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Walk;

/// <summary>
/// Two awards, one paid by bank and one through Stripe, taken through anything that people, bank, Stripe and bad luck can do,
/// by the use cases that the pages call. Where the money really went, bank and Stripe know.
/// </summary>
internal sealed partial class MoneyWalk
{
    private readonly MoneyCity _world;
    private readonly Award[] _awards;
    private readonly ModelBank _bank = new();
    private readonly List<string> _batches = [];
    private readonly List<string> _payouts = [];
    private readonly int _events;

    private MoneyWalk(MoneyCity world, Award[] awards) => (_world, _awards, _events) = (world, awards, world.Stripe.Events.Count);

    private City City => _world.City;

    private PaymentDesk Desk => City.Portal.Get<PaymentDesk>();

    private BatchDesk Batches => City.Portal.Get<BatchDesk>();

    /// <summary>A walk that stands at its beginning.</summary>
    public static async Task<MoneyWalk> Begin(MoneyCity world) => new(world, [await world.NewAward(world.ByBank), await world.NewAward(world.ByStripe.Paid)]);

    /// <summary>Takes a step. What is refused changes nothing; when the process dies, what it was doing is undone.</summary>
    public async Task Take(MoneyStep step)
    {
        _world.Death.Waits = step.Dies;
        try
        {
            await Happens(step);
        }
        catch (Died)
        {
        }
        finally
        {
            _world.Death.Waits = false;
            _world.Stripe.Calm();
        }
    }

    private async Task Happens(MoneyStep step)
    {
        var actor = _world.People[step.Person];
        var payments = await City.PaymentsOf(_awards[step.Award]);
        var payment = payments[step.Pick % payments.Count];
        switch (step.Act)
        {
            case MoneyAct.Prepare:
                await Desk.Prepare(actor, [payment.Reference]);
                break;
            case MoneyAct.Approve:
                await Desk.Approve(actor, [payment.Reference]);
                break;
            case MoneyAct.TakeBack:
                await Desk.TakeBack(actor, payment.Reference, payment.Version, "Look again");
                break;
            case MoneyAct.Cancel:
                await Desk.Cancel(actor, payment.Reference, payment.Version, "Another reference is needed");
                break;
            case MoneyAct.Retry:
                await Desk.Retry(actor, payment.Reference);
                break;
            case MoneyAct.Batch:
                await PutTogether(actor);
                break;
            case MoneyAct.DropBatch when _batches.Count > 0:
                var dropped = await City.BatchOf(_batches[step.Pick % _batches.Count]);
                await Batches.Cancel(actor, dropped.Reference, dropped.Version, "Not today");
                break;
            case MoneyAct.Release when _batches.Count > 0:
                await HandToTheBank(actor, _batches[^(1 + (step.Pick % _batches.Count))], i => ((step.Luck >> (i % 3)) & 1) == 1);
                break;
            case MoneyAct.Transfer:
                if (step.Fault is { } fault)
                {
                    _world.Stripe.Next("POST /v1/transfers", fault);
                }

                await City.Portal.Get<TransferDesk>().Release(actor, [payment.Id]);
                break;
            case MoneyAct.LookUp:
                await Run<StripeLookUpJob>();
                break;
            case MoneyAct.NextDay:
                City.Portal.Clock.Advance(step.Luck < 4 ? TimeSpan.FromMinutes(11) : TimeSpan.FromHours(25));
                _world.Stripe.ForgetKeys();
                break;
            case MoneyAct.PayOut:
                PayOut(step);
                break;
            case MoneyAct.Announce when _world.Stripe.Events.Count > _events:
                await Announce(_events + ((step.Pick + (12 * step.Luck)) % (_world.Stripe.Events.Count - _events)));
                break;
            case MoneyAct.Follow:
                await Run<StripeFollowJob>();
                break;
            case MoneyAct.Statement when _bank.Entries > 0:
                await Book(actor, _bank.Statement(step.Pick % _bank.Entries, 1 + step.Luck, step.Person == 1));
                break;
            case MoneyAct.Vary:
                await Vary(_awards[step.Award], (step.Luck - 5) * 40_000L);
                break;
            case MoneyAct.Answer:
                await Answer(_awards[step.Award], approve: step.Luck > 1);
                break;
            case MoneyAct.End when step.Luck < 3:
                await End(_awards[step.Award], step.Luck);
                break;
        }
    }

    private async Task PutTogether(Actor actor)
    {
        var ready = (await City.PaymentsOf(_awards[0])).Where(payment => payment is { State: PaymentState.Approved, IsReleased: false, BatchId: null });
        var made = await Batches.Make(actor, [.. ready.Select(payment => payment.Id)], City.Today.AddDays(2));
        if (made.Done)
        {
            _batches.Add(made.Value);
        }
    }

    /// <summary>Releases a batch; the bank gets the file that was made.</summary>
    private async Task HandToTheBank(Actor actor, string reference, Func<int, bool> bounces)
    {
        if ((await Batches.Release(actor, reference, (await City.BatchOf(reference)).Version)).Done)
        {
            _bank.Take((await Batches.Download(_world.ByBank.Fay, reference, "xml")).Value, City.Today, bounces);
        }
    }

    private void PayOut(MoneyStep step)
    {
        if (_payouts.Count > 0 && step.Luck < 6)
        {
            var payout = _payouts[step.Pick % _payouts.Count];
            if (step.Luck < 2)
            {
                _world.Stripe.Bounces(payout);
                _payouts.Remove(payout);
            }
            else
            {
                _world.Stripe.Arrives(payout);
            }
        }
        else if (_world.Stripe.Available(_world.ByStripe.Account) > 0)
        {
            _payouts.Add(_world.Stripe.PayOut(_world.ByStripe.Account));
        }
    }

    private async Task Announce(int number)
    {
        using var answer = await StripeStandIn.Deliver(_world.Webhooks, _world.Stripe.Events[number], City.Now);
    }

    private async Task Book(Actor finance, byte[] statement)
    {
        var desk = City.Portal.Get<StatementDesk>();
        using var content = new MemoryStream(statement);
        if (await desk.Upload(finance, content, "statement.xml") is { Done: true } taken)
        {
            var (read, plan) = await City.PlanOf(taken.Value);
            await desk.Book(finance, read.Id, read.Version, plan.Seen);
        }
    }

    private async Task Vary(Award award, long changeMinor)
    {
        var (owner, desk) = (Owner(award), City.Portal.Get<VariationDesk>());
        var entry = await City.Wish(Like(award), entry => entry with { Lines = [.. entry.Lines.Select(line => line with { AmountMinor = line.AmountMinor + changeMinor })] });
        if (await desk.Save(owner, award.Reference, VariationSide.Grantee, null, 0, entry) is not { Done: true } draft)
        {
            return;
        }

        var version = (await City.Variation(Like(award), draft.Value, VariationSide.Grantee)).Version;
        if ((await desk.Ask(owner, award.Reference, VariationSide.Grantee, draft.Value, version)).Refused)
        {
            await desk.Withdraw(owner, award.Reference, VariationSide.Grantee, draft.Value, version);
        }
    }

    private async Task Answer(Award award, bool approve)
    {
        if (await City.Read(work => VariationRepository.Asked(work, award.Id)) is { } asked)
        {
            var (actor, desk) = (asked.Turn == VariationTurn.Approver ? _world.ByStripe.Releaser : _world.ByBank.Officer, City.Portal.Get<VariationDesk>());
            _ = approve ? await desk.Approve(actor, award.Reference, asked.Number, asked.Version) : await desk.Decline(actor, award.Reference, VariationSide.City, asked.Number, asked.Version, "Not this year");
        }
    }

    /// <summary>Ends an award early: nothing, half or all of what is bound is still paid.</summary>
    private async Task End(Award award, int halves)
    {
        var still = (await Books(award)).CommittedMinor / 2 * halves;
        await City.Portal.Get<StandingDesk>().Do(
            _world.ByBank.Officer, award.Reference, AwardStates.Terminate, (await Now(award)).Version,
            new StandingEntry("The group closes its doors.", null, "Ola Officer, 020 7946 0000", City.Today, still));
    }

    private Task Run<TJob>()
        where TJob : IJob => City.Job<TJob>().Run(TestContext.Current.CancellationToken);

    private PaidAward Paid(Award award) => award == _awards[0] ? _world.ByBank : _world.ByStripe.Paid;

    private Actor Owner(Award award) => City.As(Paid(award).Applicant.Owner);

    private RunningAward Like(Award award) => new(award, Paid(award).Applicant, _world.ByBank.Officer, _world.ByStripe.Releaser);

    private Task<LedgerFigures> Books(Award award) => City.Read(work => Ledger.Of(work, SubjectKind.Award, award.Id));

    private async Task<Award> Now(Award award) => (await City.Read(work => AwardRepository.Find(work, award.Id)))!;
}
