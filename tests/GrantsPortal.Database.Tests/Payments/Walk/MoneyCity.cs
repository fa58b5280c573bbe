using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Payments;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Database.Tests.Payments.Walk;

/// <summary>The process is gone.</summary>
public sealed class Died : Exception;

/// <summary>Ends the process in the middle of the next transaction that moves a payment.</summary>
internal sealed class Death : ISubscriber<PaymentMoved>
{
    /// <summary>Whether it waits.</summary>
    public bool Waits { get; set; }

    /// <inheritdoc/>
    public Task On(PaymentMoved happened, UnitOfWork work) => Waits ? throw new Died() : Task.CompletedTask;
}

/// <summary>A city that pays one organisation by bank and another through Stripe; walks take awards of their own.</summary>
internal sealed class MoneyCity : IAsyncDisposable
{
    private MoneyCity(StripeStandIn stripe, City city) => (Stripe, City) = (stripe, city);

    public City City { get; }

    public StripeStandIn Stripe { get; }

    public Death Death { get; } = new();

    public PaidAward ByBank { get; private set; } = null!;

    public PaidByStripe ByStripe { get; private set; } = null!;

    public HttpClient Webhooks { get; private set; } = null!;

    /// <summary>Finance, Finance, and somebody who is Finance and an approver.</summary>
    public IReadOnlyList<Actor> People => [ByBank.Fay, ByBank.Femi, ByStripe.Releaser];

    public static async Task<MoneyCity> Found()
    {
        var stripe = await StripeStandIn.Start();
        stripe.TopUp(100_000_000);
        var city = new MoneyCity(stripe, new City([.. City.BankSettings, .. stripe.Settings.Select(setting => (setting.Name, (string?)setting.Value)), ("Documents:WeasyPrint", "no-such-program")]));
        city.City.Portal.Additions.Add(services => services.AddSingleton<ISubscriber<PaymentMoved>>(city.Death));
        city.ByBank = await city.City.ActiveAward(1_000_000);
        await city.City.ConfirmAccount(city.ByBank, City.BritishAccount);
        await city.City.Rebudget(await city.City.Fund(), city.City.Today.Year, 50_000_000m);
        city.ByStripe = await city.City.PaidBy(stripe);
        city.Webhooks = city.City.Portal.CreateClient();
        return city;
    }

    /// <summary>An award like a paid one, with three instalments due today.</summary>
    public async Task<Award> NewAward(PaidAward like)
    {
        var award = await City.Write(Actor.System, async work =>
        {
            var made = like.Award with { Id = work.NewId(), Reference = await work.NextReference("AW"), ApplicationId = null, DecisionId = null, AmountMinor = 1_000_000, State = AwardState.Active, CreatedAt = work.Now };
            await AwardRepository.Insert(work, made, "");
            await BudgetLineRepository.Insert(work, new AwardBudgetLine { AwardId = made.Id, Number = 1, Name = "All of it", AmountMinor = made.AmountMinor, AgreedMinor = made.AmountMinor });
            await YearRepository.Insert(work, new AwardYear { AwardId = made.Id, Year = City.Today.Year, AmountMinor = made.AmountMinor, State = AwardYearState.Confirmed });
            return made;
        });
        await City.Commit(award);
        await City.CounterSign(award);
        await City.Plan(like with { Award = award }, [.. new[] { 200_000L, 300_000, 500_000 }.Select((amount, i) => City.DateLine($"Part {i + 1}", amount, City.Today, City.Today.Year))]);
        return award;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Webhooks?.Dispose();
        City.Dispose();
        await Stripe.DisposeAsync();
    }
}
