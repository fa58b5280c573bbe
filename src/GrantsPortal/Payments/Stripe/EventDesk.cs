using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;
using Stripe;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What an announcement did here.</summary>
public enum EventEffect
{
    /// <summary>Something changed.</summary>
    Changed,

    /// <summary>It was known, or is about nothing of ours.</summary>
    Nothing,

    /// <summary>Its kind is none that is listened to.</summary>
    Unknown,
}

/// <summary>What became of an announcement.</summary>
public enum EventAnswer
{
    /// <summary>Taken, now or before.</summary>
    Taken,

    /// <summary>Its signature does not hold, or it cannot be read.</summary>
    Forged,

    /// <summary>What it announces could not be fetched: let Stripe send it again.</summary>
    Later,
}

/// <summary>An announcement whose signature holds: only what is needed to fetch what it is about.</summary>
/// <param name="Id">Such as evt_….</param>
/// <param name="Type">Such as payout.paid.</param>
/// <param name="AccountId">The connected account it is of; null for the platform's own.</param>
/// <param name="ObjectId">What it is about.</param>
/// <param name="ApiVersion">The version it is written in.</param>
/// <param name="HappenedAt">When it happened, in UTC.</param>
public sealed record ReceivedEvent(string Id, string Type, string? AccountId, string? ObjectId, string? ApiVersion, DateTimeOffset HappenedAt);

/// <summary>
/// Takes what Stripe announces: at least once, in any order, for days. An announcement is a reason to look; what it says
/// is not read. Each is kept once, under its own id, in the transaction of its effect.
/// </summary>
public sealed class EventDesk(PortalDatabase database, StripeGateway gateway, TransferDesk transfers, PayoutDesk payouts, RecoveryDesk recovery, IEnumerable<IStripeFollower> followers, IOptions<StripeOptions> options)
{
    private delegate Task<(bool Changed, IReadOnlyList<long> Back)> Effect(UnitOfWork work);

    private static readonly IReadOnlyList<long> None = [];

    /// <summary>Takes one announcement as it arrived: the raw body and its signature.</summary>
    public async Task<EventAnswer> Take(string body, string? signature)
    {
        if (Read(body, signature) is not { } received)
        {
            return EventAnswer.Forged;
        }

        await using (var work = await database.Read())
        {
            if (await StripeRepository.Knows(work, received.Id))
            {
                return EventAnswer.Taken;
            }
        }

        var (heard, effect) = await Fetch(received);
        if (heard && effect is null)
        {
            return EventAnswer.Later;
        }

        foreach (var payment in await Keep(received, heard, effect))
        {
            await transfers.TakeBack(Actor.System, payment);
        }

        return EventAnswer.Taken;
    }

    private async Task<IReadOnlyList<long>> Keep(ReceivedEvent received, bool heard, Effect? effect)
    {
        await using var work = await database.Write(Actor.System);
        var (changed, back) = effect is null ? (false, None) : await effect(work);
        if (!await StripeRepository.Insert(work, received, !heard ? EventEffect.Unknown : changed ? EventEffect.Changed : EventEffect.Nothing))
        {
            return None;
        }

        await work.Commit();
        return back;
    }

    /// <summary>Fetches what an announcement is about. Heard without an effect: no answer came.</summary>
    private async Task<(bool Heard, Effect? Effect)> Fetch(ReceivedEvent received)
    {
        var at = database.Clock.GetUtcNow();
        switch (received)
        {
            case { Type: "account.updated" or "capability.updated" or "account.application.deauthorized", AccountId: { } account }:
                var now = await gateway.Account(account);
                return (true, now.Kind is AnswerKind.NotTaken or AnswerKind.Lost ? null : async work => (await AccountDesk.Keep(work, account, now, at), None));
            case { AccountId: { } account, ObjectId: { } id } when received.Type.StartsWith("payout.", StringComparison.Ordinal):
                var payout = await gateway.Payout(account, id);
                return (true, Known(payout, (work, seen) => payouts.Keep(work, account, seen, at)));
            case { ObjectId: { } id } when received.Type.StartsWith("transfer.", StringComparison.Ordinal):
                var transfer = await gateway.Transfer(id);
                return (true, Known(transfer, async (work, seen) => (await transfers.Changed(work, seen), None)));
            case { ObjectId: { } id } when received.Type.StartsWith("checkout.session.", StringComparison.Ordinal):
                var session = await gateway.Session(id);
                return (true, Known(session, async (work, seen) => (await recovery.Paid(work, seen) | await Followed(follower => follower.Session(work, seen)), None)));
            case { ObjectId: { } id } when received.Type is "charge.refund.updated" || received.Type.StartsWith("refund.", StringComparison.Ordinal):
                var refund = await gateway.Refund(id);
                return (true, Known(refund, async (work, seen) => (await Followed(follower => follower.Refund(work, seen)), None)));
            case { ObjectId: { } id } when received.Type.StartsWith("charge.dispute.", StringComparison.Ordinal):
                var dispute = await gateway.Dispute(id);
                return (true, Known(dispute, async (work, seen) => (await Followed(follower => follower.Dispute(work, seen)), None)));
            case { Type: "charge.refunded", ObjectId: { } id }:
                var refunds = await gateway.RefundsOfCharge(id);
                return (true, Known(refunds, async (work, seen) =>
                {
                    var changed = false;
                    foreach (var one in seen)
                    {
                        changed |= await Followed(follower => follower.Refund(work, one));
                    }

                    return (changed, None);
                }));
            default:
                return (false, null);
        }
    }

    private async Task<bool> Followed(Func<IStripeFollower, Task<bool>> take)
    {
        var changed = false;
        foreach (var follower in followers)
        {
            changed |= await take(follower);
        }

        return changed;
    }

    /// <summary>What is to be done with an answer; nothing where Stripe says there is no such thing, null where no answer came.</summary>
    private static Effect? Known<T>(StripeAnswer<T> answer, Func<UnitOfWork, T, Task<(bool, IReadOnlyList<long>)>> effect) => answer.Kind switch
    {
        AnswerKind.Given => work => effect(work, answer.Value),
        AnswerKind.Refused => _ => Task.FromResult((false, None)),
        _ => null,
    };

    private ReceivedEvent? Read(string body, string? signature) =>
        string.IsNullOrEmpty(signature) ? null : options.Value.WebhookSecrets.Select(secret => Read(body, signature, secret)).FirstOrDefault(read => read is not null);

    private ReceivedEvent? Read(string body, string signature, string secret)
    {
        try
        {
            var read = EventUtility.ConstructEvent(
                body, signature, secret, options.Value.ToleranceSeconds, database.Clock.GetUtcNow().ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
            return read is { Id: { Length: > 0 and <= 60 } id, Type: { Length: > 0 and <= 80 } type }
                ? new ReceivedEvent(id, type, Short(read.Account), Short((read.Data?.Object as IHasId)?.Id), Short(read.ApiVersion), new DateTimeOffset(DateTime.SpecifyKind(read.Created, DateTimeKind.Utc)))
                : null;
        }
        catch (Exception)
        {
            // What anybody may send is parsed here by a library that throws many kinds of fault; each means the same.
            return null;
        }
    }

    private static string? Short(string? text) => text is { Length: > 0 and <= 60 } ? text : null;
}
