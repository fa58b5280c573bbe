using GrantsPortal.Payments;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Stripe;

/// <summary>Whatever happens in whatever order, the ledger balances, nothing is paid twice and nothing is lost.</summary>
public sealed class StripeStoryTests : IAsyncLifetime
{
    private static readonly StripeFault[] Faults = [StripeFault.RateLimited, StripeFault.Broken, StripeFault.BrokenAfter, StripeFault.Cut, StripeFault.CutAfter];

    private readonly List<Payment> _payments = [];
    private readonly List<string> _payouts = [];
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private PaidByStripe _world = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _city = City.With(_stripe);
        _world = await _city.PaidBy(_stripe);
        _client = _city.Portal.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_order_of_releases_faults_looks_payouts_and_announcements_pays_twice_or_loses_a_payment(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 6; i++)
        {
            _payments.Add(await _city.ApprovedPayment(_world, 10_000 + i));
        }

        for (var step = 0; step < 60; step++)
        {
            await Happens(random);
            await OneTransferForEach($"seed {seed}, step {step}");
        }

        _stripe.Calm();
        for (var i = 0; i < 3; i++)
        {
            _city.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
            await _city.Job<StripeLookUpJob>().Run(TestContext.Current.CancellationToken);
        }

        await OneTransferForEach($"seed {seed}, the end");
        Assert.DoesNotContain(await Now(), payment => payment.IsReleased);
        Assert.Empty(await _city.BrokenMoney());
    }

    private async Task Happens(Random random)
    {
        var desk = _city.Portal.Get<TransferDesk>();
        var payment = _payments[random.Next(_payments.Count)];
        switch (random.Next(9))
        {
            case 0 or 1:
                if (random.Next(3) > 0)
                {
                    _stripe.Next("POST /v1/transfers", Faults[random.Next(Faults.Length)]);
                }

                await desk.Release(_world.Releaser, [payment.Id]);
                break;
            case 2:
                await desk.LookUp(Actor.System, payment.Id);
                break;
            case 3:
                await _city.Job<StripeLookUpJob>().Run(TestContext.Current.CancellationToken);
                break;
            case 4:
                _city.Portal.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 12)));
                break;
            case 5 when random.Next(2) == 0:
                _city.Portal.Clock.Advance(TimeSpan.FromHours(25));
                _stripe.ForgetKeys();
                break;
            case 5 when _stripe.Available(_world.Account) > 0:
                _payouts.Add(_stripe.PayOut(_world.Account));
                break;
            case 6 when _payouts.Count > 0:
                var payout = _payouts[random.Next(_payouts.Count)];
                if (random.Next(3) > 0)
                {
                    _stripe.Arrives(payout);
                }
                else
                {
                    _stripe.Bounces(payout);
                    _payouts.Remove(payout);
                }

                break;
            case 7 when _stripe.Events.Count > 0:
                using (await StripeStandIn.Deliver(_client, _stripe.Events[random.Next(_stripe.Events.Count)], _city.Now))
                {
                }

                break;
            case 8:
                await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);
                break;
        }
    }

    private async Task OneTransferForEach(string when)
    {
        var made = _stripe.Transfers.Where(transfer => !(bool)transfer["reversed"]!).ToLookup(transfer => (string)transfer["metadata"]!["payment"]!);
        foreach (var payment in await Now())
        {
            var transfers = made[payment.Reference].Count();
            var goingBack = (await _city.Read(work => StripeRepository.TransferOf(work, payment.Id)))?.BackAskedAt is not null;
            Assert.True(
                payment switch
                {
                    { IsReleased: true } => transfers <= 1,
                    { State: PaymentState.Sent or PaymentState.Paid } => transfers == 1 || (goingBack && transfers == 0),
                    _ => transfers == 0,
                },
                $"{payment.Reference} is {payment.State} with {transfers} transfers ({when}).");
        }
    }

    private async Task<IReadOnlyList<Payment>> Now() => await _city.Read(work => PaymentRepository.Find(work, [.. _payments.Select(payment => payment.Id)]));
}
