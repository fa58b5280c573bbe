using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Has Stripe give back what was decided, follows it to its end, and lets Finance put right what failed.</summary>
public sealed class RefundDesk(PortalDatabase database, StripeGateway gateway, IOptions<StripeOptions> options)
{
    /// <summary>Asks Stripe for what is still to be asked, and looks at what it has in hand; says how many moved.</summary>
    public async Task<int> SendAll(CancellationToken cancel)
    {
        if (!gateway.On)
        {
            return 0;
        }

        IReadOnlyList<FeeRefund> asked, sent;
        await using (var work = await database.Read(cancel))
        {
            asked = await ChargeRepository.RefundsIn(work, RefundState.Asked);
            sent = await ChargeRepository.RefundsIn(work, RefundState.Sent);
        }

        var moved = 0;
        foreach (var refund in asked)
        {
            cancel.ThrowIfCancellationRequested();
            moved += await Send(refund) ? 1 : 0;
        }

        foreach (var refund in sent)
        {
            cancel.ThrowIfCancellationRequested();
            if (await gateway.Refund(refund.ProviderId!) is { IsGiven: true } now)
            {
                moved += await Keep(now.Value) ? 1 : 0;
            }
        }

        return moved;
    }

    /// <summary>Takes what Stripe says of a refund now; false when nothing is new. One that was made at Stripe by hand is noted.</summary>
    public static async Task<bool> Keep(UnitOfWork work, SeenRefund seen)
    {
        var refund = await ChargeRepository.RefundOf(work, seen.Id) ?? (OurId(seen.RequestKey) is { } id ? await ChargeRepository.Refund(work, id) : null);
        if (refund is null)
        {
            return seen.PaymentId is { } payment && await ChargeRepository.CheckoutOfPayment(work, payment) is { } checkout && await ByHand(work, checkout, seen);
        }

        // An earlier attempt that went wrong says nothing about this one; one that came through after all is noted for itself.
        var act = ActOf(seen.Status);
        if (refund.ProviderId is { } known && known != seen.Id)
        {
            return act == RefundStates.Finish && await ByHand(work, (await ChargeRepository.Checkout(work, refund.CheckoutId))!, seen);
        }

        if (seen.RequestKey is { } key && key != refund.RequestKey && act != RefundStates.Finish)
        {
            return false;
        }

        if (RefundStates.Table.Move(refund.State, act) is not { Done: true } to || !await ChargeRepository.Move(work, refund, to.Value, seen.Id, seen.FailureCode, seen.FailureCode is null ? null : StripeWords.WhyNotGivenBack(seen.FailureCode)))
        {
            return false;
        }

        work.Audit($"booking.refund-{act}", nameof(FeeRefund), refund.Id, new { from = refund.State, to = to.Value, seen.Id, seen.FailureCode });
        return true;
    }

    /// <summary>Asks Stripe once more for a refund that failed; for Finance. Null when there is none; refused with <c>fee.not-finance</c> or <c>state.not-from-here</c>.</summary>
    public async Task<Outcome?> Again(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await ChargeRepository.Refund(work, id) is not { } refund)
        {
            return null;
        }

        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("fee.not-finance");
        }

        var to = RefundStates.Table.Move(refund.State, RefundStates.Again);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await ChargeRepository.Anew(work, refund, to.Value))
        {
            return new Refusal("booking.changed-meanwhile");
        }

        work.Audit("booking.refund-again", nameof(FeeRefund), id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes that a failed refund was given back another way. Also refused with <c>fee.note-missing</c> at <c>Note</c>, or <c>fee.back-already</c> when so much of the payment went back otherwise.</summary>
    public async Task<Outcome?> Settle(Actor actor, long id, string? note)
    {
        await using var work = await database.Write(actor);
        if (await ChargeRepository.Refund(work, id) is not { } refund)
        {
            return null;
        }

        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("fee.not-finance");
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            return new Refusal("fee.note-missing").At("Note");
        }

        var to = RefundStates.Table.Move(refund.State, RefundStates.Settle);
        if (to.Refused)
        {
            return to.Plain();
        }

        var page = (await ChargeRepository.Checkout(work, refund.CheckoutId))!;
        if (refund.AmountMinor > page.PaidMinor - (await ChargeRepository.Refunds(work, [page.Id])).Where(one => one.State != RefundState.Failed).Sum(one => one.AmountMinor))
        {
            return new Refusal("fee.back-already");
        }

        if (!await ChargeRepository.Move(work, refund, to.Value, refund.ProviderId, refund.FailureCode, refund.FailureText, note.Trim()))
        {
            return new Refusal("booking.changed-meanwhile");
        }

        work.Audit("booking.refund-settled", nameof(FeeRefund), id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Asks Stripe for one. After an answer that was lost it is looked for first, by our key among those of the payment; not found
    /// although it can no longer be on its way, it is asked anew under another key.
    /// </summary>
    private async Task<bool> Send(FeeRefund refund)
    {
        FeeCheckout checkout;
        await using (var work = await database.Read())
        {
            checkout = (await ChargeRepository.Checkout(work, refund.CheckoutId))!;
        }

        if (refund.TriedAt is { } tried)
        {
            var known = await gateway.RefundsOf(checkout.PaymentId!);
            if (!known.IsGiven)
            {
                return false;
            }

            if (known.Value.FirstOrDefault(one => one.RequestKey == refund.RequestKey) is { } found)
            {
                return await Keep(found);
            }

            if (database.Clock.GetUtcNow() - tried < TimeSpan.FromSeconds(options.Value.SettleSeconds))
            {
                return false;
            }

            await using var anew = await database.Write(Actor.System);
            if (!await ChargeRepository.Anew(anew, refund, RefundState.Asked))
            {
                return false;
            }

            await anew.Commit();
            refund = refund with { Attempt = refund.Attempt + 1, TriedAt = null };
        }

        // What is asked is kept before it is asked: a process that dies here has it looked up, not asked twice.
        await using (var trying = await database.Write(Actor.System))
        {
            if (!await ChargeRepository.Tried(trying, refund))
            {
                return false;
            }

            await trying.Commit();
        }

        var answer = await gateway.GiveBack(refund.RequestKey, checkout.PaymentId!, refund.AmountMinor, refund.Currency);
        if (answer.IsGiven)
        {
            return await Keep(answer.Value);
        }

        await using var write = await database.Write(Actor.System);
        if (answer.Kind == AnswerKind.Refused)
        {
            if (await ChargeRepository.Move(write, refund, RefundStates.Table.Move(refund.State, RefundStates.Fail).Value, null, answer.Code, answer.Text))
            {
                write.Audit("booking.refund-fail", nameof(FeeRefund), refund.Id, new { answer.Code });
            }
        }
        else if (answer.Kind == AnswerKind.NotTaken)
        {
            await ChargeRepository.NeverTried(write, refund);
        }

        await write.Commit();
        return answer.Kind == AnswerKind.Refused;
    }

    private async Task<bool> Keep(SeenRefund seen)
    {
        await using var work = await database.Write(Actor.System);
        var changed = await Keep(work, seen);
        await work.Commit();
        return changed;
    }

    private static async Task<bool> ByHand(UnitOfWork work, FeeCheckout checkout, SeenRefund seen)
    {
        // Finance gave back in Stripe's dashboard what had failed.
        var failed = (await ChargeRepository.Refunds(work, [checkout.Id])).FirstOrDefault(one => one.State == RefundState.Failed && (one.AmountMinor, one.Currency) == (seen.AmountMinor, seen.Currency));
        if (failed is not null && ActOf(seen.Status) == RefundStates.Finish)
        {
            await ChargeRepository.Move(work, failed, RefundStates.Table.Move(failed.State, RefundStates.Finish).Value, seen.Id, null, null);
            work.Audit("booking.refund-finish", nameof(FeeRefund), failed.Id, new { from = failed.State, to = RefundState.Done, seen.Id, byHand = true });
            return true;
        }

        var state = ActOf(seen.Status) switch { RefundStates.Finish => RefundState.Done, RefundStates.Fail => RefundState.Failed, _ => RefundState.Sent };
        var refund = new FeeRefund { Id = work.NewId(), CheckoutId = checkout.Id, AmountMinor = seen.AmountMinor, Currency = seen.Currency, Reason = RefundReason.AtStripe, State = state, Attempt = 1, ProviderId = seen.Id, AskedAt = work.Now };
        if (state == RefundState.Failed || !await ChargeRepository.Insert(work, refund))
        {
            return false;
        }

        work.Audit("booking.refund-at-stripe", nameof(FeeRefund), refund.Id, new { checkout.ChargeId, seen.AmountMinor, seen.Currency });
        return true;
    }

    /// <summary>What a refund's status at Stripe means: pending, requires_action, succeeded, failed or canceled (docs.stripe.com/api/refunds/object).</summary>
    private static string ActOf(string status) => status switch
    {
        "succeeded" => RefundStates.Finish,
        "failed" or "canceled" => RefundStates.Fail,
        _ => RefundStates.Send,
    };

    private static long? OurId(string? key) =>
        key is not null && key.StartsWith("fee-refund-", StringComparison.Ordinal) && long.TryParse(key.Split('-')[2], System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
