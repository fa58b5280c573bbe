using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>
/// Follows payouts of connected accounts: which transfers one holds, and whether they reached the organisation's bank.
/// Only automatic payouts say what they hold; those that an organisation starts by hand do not (docs.stripe.com/payouts/reconciliation).
/// </summary>
public sealed class PayoutDesk(PortalDatabase database, StripeGateway gateway, PaymentMoves moves, TransferDesk transfers)
{
    /// <summary>How far the two clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromDays(1);

    /// <summary>How long after it was said to be paid a payout may fail: Stripe says five working days.</summary>
    private static readonly TimeSpan MayStillFail = TimeSpan.FromDays(10);

    /// <summary>How long a transfer is followed that never is in a payout which says what it holds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>Fetches a payout and keeps what it means. False when no answer came; otherwise transfers to be taken back are taken back.</summary>
    public async Task<bool> Follow(string account, string payout)
    {
        var at = database.Clock.GetUtcNow();
        var seen = await gateway.Payout(account, payout);
        if (!seen.IsGiven)
        {
            return seen.Kind == AnswerKind.Refused;
        }

        IReadOnlyList<long> back;
        await using (var work = await database.Write(Actor.System))
        {
            (_, back) = await Keep(work, account, seen.Value, at);
            await work.Commit();
        }

        foreach (var payment in back)
        {
            await transfers.TakeBack(Actor.System, payment);
        }

        return true;
    }

    /// <summary>
    /// Looks at the payouts of accounts in which money of ours lies, or lay lately, since a payout may fail days after it was
    /// said to be paid. Fetches those that look otherwise than they did; says how many.
    /// </summary>
    public async Task<int> FollowAll(CancellationToken cancel)
    {
        IReadOnlyList<StripeTransfer> followed;
        var now = database.Clock.GetUtcNow();
        await using (var work = await database.Read(cancel))
        {
            followed = await StripeRepository.ToFollow(work, now - Longest, now - MayStillFail);
        }

        var fetched = 0;
        foreach (var account in followed.GroupBy(transfer => transfer.AccountId))
        {
            var payouts = await gateway.PayoutsSince(account.Key, account.Min(transfer => transfer.AskedAt) - Skew);
            foreach (var (id, status) in payouts.IsGiven ? payouts.Value.Reverse() : [])
            {
                cancel.ThrowIfCancellationRequested();
                fetched += await Known(id) != status && await Follow(account.Key, id) ? 1 : 0;
            }
        }

        return fetched;
    }

    private async Task<string?> Known(string payout)
    {
        await using var work = await database.Read();
        return (await StripeRepository.Payout(work, payout))?.Status;
    }

    /// <summary>
    /// Keeps how a payout looked at an instant: whether anything changed, and the payments whose transfers have to be taken
    /// back now, since the bank refused them.
    /// </summary>
    internal async Task<(bool Changed, IReadOnlyList<long> Back)> Keep(UnitOfWork work, string account, SeenPayout seen, DateTimeOffset at)
    {
        // What a payout holds may be known only some time after it was made; until then it counts as not seen.
        if (seen.Sources.Count == 0 || !await StripeRepository.Seen(work, account, seen, at))
        {
            return (false, []);
        }

        var held = await StripeRepository.Arrived(work, seen.Sources);
        var (changed, back) = (false, new List<long>());
        foreach (var transfer in held.Where(transfer => transfer.AccountId == account))
        {
            if (StripeRules.MeaningOf(seen.Status) == PayoutMeaning.Failed)
            {
                // A payout that failed long ago says nothing of a transfer that a later one holds.
                if ((transfer.PayoutId is null || transfer.PayoutId == seen.Id) && await StripeRepository.AskBack(work, transfer.Id))
                {
                    await StripeRepository.InPayout(work, transfer.Id, seen.Id);
                    work.Audit("stripe.payout-failed", "Payment", transfer.PaymentId, new { seen.Id, seen.FailureCode });
                    back.Add(transfer.PaymentId);
                    changed = true;
                }

                continue;
            }

            changed |= await StripeRepository.InPayout(work, transfer.Id, seen.Id);
            if (StripeRules.MeaningOf(seen.Status) == PayoutMeaning.Arrived && await StripeRepository.PaidOut(work, transfer.Id))
            {
                await Arrived(work, transfer, seen);
                changed = true;
            }
        }

        return (changed, back);
    }

    private async Task Arrived(UnitOfWork work, StripeTransfer transfer, SeenPayout payout)
    {
        var paid = await moves.Paid(work, (await PaymentRepository.Find(work, transfer.PaymentId))!, payout.ArrivesOn);
        if (paid.Refused)
        {
            await StripeRepository.Mark(work, transfer.Id, "stripe.paid-after-failed", paid.Refusals[0].Code);
        }
    }
}
