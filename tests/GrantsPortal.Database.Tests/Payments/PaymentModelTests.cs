using CsCheck;
using GrantsPortal.Payments;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments;

/// <summary>Any order of acts, crashes and news, held against a bank that knows where the money really went.</summary>
public sealed class PaymentModelTests : IDisposable
{
    private const int Walks = 24;

    /// <summary>Walks are random; so many rounds of them without a double payment would be a wonder.</summary>
    private const int MostRounds = 8;

    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task However_acts_crashes_and_news_come_the_books_balance_and_every_instalment_is_paid_once()
    {
        var world = await World();
        Step.Walks.Sample(
            steps =>
            {
                var walk = new PaymentWalk(_city, world);
                Run(async () =>
                {
                    await walk.Walk(steps);
                    Assert.All(await walk.Arrivals(), arrived => Assert.InRange(arrived, 0, 1));
                    Assert.Empty(await _city.BrokenMoney());
                    Reconcile(await walk.Books());

                    await walk.Settle();
                    Assert.All(await walk.Latest(), payment => Assert.Equal(PaymentState.Paid, payment.State));
                    Assert.All(await walk.Arrivals(), arrived => Assert.Equal(1, arrived));
                    Assert.Empty(await _city.BrokenMoney());
                    var books = await walk.Books();
                    Assert.Equal((0, 0, 1_000_000), (books.CommittedMinor, books.SentMinor, books.PaidMinor));
                });
            },
            iter: Walks,
            threads: 1);
    }

    /// <summary>The control: the walks above can pay twice, and what stops them is the index on what lives.</summary>
    [Fact]
    public async Task Without_the_index_on_live_payments_the_same_walks_pay_an_instalment_twice()
    {
        var twice = false;
        for (var round = 0; round < MostRounds && !twice; round++)
        {
            using var city = new City();
            var world = await city.PayableAward();
            await city.Write(Actor.System, work => work.Execute("DROP INDEX UX_Payment_LiveInstalment"));
            Step.Walks.Sample(
                steps => Run(async () =>
                {
                    if (!twice)
                    {
                        var walk = new PaymentWalk(city, world);
                        await walk.Walk(steps);
                        await walk.Settle();
                        twice = (await walk.Arrivals()).Any(arrived => arrived > 1);
                    }
                }),
                iter: Walks,
                threads: 1);
            if (twice)
            {
                Assert.NotEmpty(await city.BrokenMoney());
            }
        }

        Assert.True(twice);
    }

    private static void Reconcile(GrantsPortal.Funds.Ledger.LedgerFigures books) =>
        Assert.Equal(1_000_000, books.CommittedMinor + books.SentMinor + books.PaidMinor);

    private static void Run(Func<Task> walk) => walk().GetAwaiter().GetResult();

    private Task<PaidAward> World() => _city.PayableAward();
}
