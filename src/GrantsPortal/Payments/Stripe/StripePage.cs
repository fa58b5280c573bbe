using System.Collections.Concurrent;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>A payment that waits to be released through Stripe.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Against">What stands against releasing it now, the receiving account as it is now included.</param>
/// <param name="Mine">Whether the reader prepared it and so cannot release it.</param>
public sealed record Releasable(Payment Payment, IReadOnlyList<Refusal> Against, bool Mine)
{
    /// <summary>Whether the reader can release it now.</summary>
    public bool May => Against.Count == 0 && !Mine;
}

/// <summary>What Finance sees of Stripe.</summary>
/// <param name="On">Whether Stripe is set up.</param>
/// <param name="Balance">What the platform's balance has, in minor units by currency; null where no answer came.</param>
/// <param name="Missing">What is missing to release everything that waits, in minor units by currency.</param>
/// <param name="Waiting">What waits to be released.</param>
/// <param name="Unanswered">Transfers whose answer is missing.</param>
/// <param name="Attention">Transfers that a person has to look at.</param>
/// <param name="Underway">Transfers that lie in organisations' accounts at Stripe.</param>
/// <param name="NotReady">Accounts that could not be paid when they were last looked at.</param>
/// <param name="LastEvent">When Stripe last announced something, in UTC.</param>
public sealed record StripeView(
    bool On,
    IReadOnlyDictionary<string, long>? Balance,
    IReadOnlyDictionary<string, long> Missing,
    IReadOnlyList<Releasable> Waiting,
    IReadOnlyList<StripeTransfer> Unanswered,
    IReadOnlyList<StripeTransfer> Attention,
    IReadOnlyList<StripeTransfer> Underway,
    IReadOnlyList<StripeAccount> NotReady,
    DateTimeOffset? LastEvent);

/// <summary>Puts together what Finance sees of Stripe: balance and receiving accounts are fetched while the page is made.</summary>
public sealed class StripePage(PortalDatabase database, StripeGateway gateway, AccountDesk accounts, PaymentBlocks blocks)
{
    /// <summary>Everything for the page.</summary>
    public async Task<StripeView> Read(Actor actor)
    {
        IReadOnlyList<Payment> waiting;
        IReadOnlyDictionary<long, string> destinations;
        ILookup<long, PaymentBlock> against;
        await using (var work = await database.Read())
        {
            waiting = await PaymentRepository.WaitingForStripe(work);
            against = await blocks.Of(work, waiting);
            destinations = (await PayeeRepository.Find(work, [.. waiting.Select(payment => payment.PayeeAccountId).OfType<long>().Distinct()]))
                .Where(payee => payee.ProviderId is not null).ToDictionary(payee => payee.Id, payee => payee.ProviderId!);
        }

        var balance = gateway.On ? await gateway.Balance() : null;
        var seen = gateway.On ? await Fetch(destinations.Values) : [];
        await using var after = await database.Read();
        return new StripeView(
            gateway.On,
            balance is { IsGiven: true } ? balance.Value : null,
            balance is { IsGiven: true } ? StripeRules.Missing(waiting.Select(payment => payment.Amount), balance.Value) : new Dictionary<string, long>(),
            [.. waiting.Select(payment => new Releasable(payment, Against(actor, payment, against[payment.Id], destinations, seen), payment.PreparedBy == actor.PersonId))],
            await StripeRepository.Unanswered(after),
            await StripeRepository.WithAttention(after),
            await StripeRepository.Underway(after, 100),
            await StripeRepository.NotReady(after),
            await StripeRepository.LastEvent(after));
    }

    /// <summary>The receiving accounts as they are now; the first forty, since each release looks again anyway.</summary>
    private async Task<Dictionary<string, StripeAnswer<SeenAccount>>> Fetch(IEnumerable<string> ids)
    {
        var seen = new ConcurrentDictionary<string, StripeAnswer<SeenAccount>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            ids.Distinct(StringComparer.Ordinal).Take(40), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) => seen[id] = await accounts.Fetch(id));
        return new Dictionary<string, StripeAnswer<SeenAccount>>(seen, StringComparer.Ordinal);
    }

    private static IReadOnlyList<Refusal> Against(
        Actor actor, Payment payment, IEnumerable<PaymentBlock> blocks, IReadOnlyDictionary<long, string> destinations, Dictionary<string, StripeAnswer<SeenAccount>> seen) =>
    [
        .. payment.IsDecidedBy(actor.PersonId) ? [new Refusal("payment.decided-by-you", payment.Reference)] : Array.Empty<Refusal>(),
        .. blocks.Select(block => block.Why),
        .. destinations.TryGetValue(payment.PayeeAccountId ?? 0, out var account) && seen.TryGetValue(account, out var now) && StripeRules.MayReceive(now, payment.PayeeName) is { } why ? [why] : Array.Empty<Refusal>(),
    ];
}
