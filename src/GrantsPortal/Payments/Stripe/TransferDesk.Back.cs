using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>
/// Money that comes back: what could not be paid out is taken back before the payment counts as failed, so that no second
/// attempt is paid while the first still lies in the organisation's account at Stripe.
/// </summary>
public sealed partial class TransferDesk
{
    /// <summary>
    /// Takes a transfer back that is to come back, and marks its payment as failed. Asking twice does no harm: Stripe takes
    /// back no more than a transfer held. Value false: it was not, or not yet. Refused with <c>stripe.no-answer</c>.
    /// </summary>
    public async Task<Outcome<bool>> TakeBack(Actor actor, long payment)
    {
        if (await Read(work => StripeRepository.TransferOf(work, payment)) is not { State: TransferState.Made or TransferState.PaidOut, BackAskedAt: not null, TransferId: { } id } asked)
        {
            return false;
        }

        var now = await gateway.Transfer(id);
        if (now is { IsGiven: true, Given.ReversedMinor: 0 })
        {
            var back = await gateway.TakeBack(id);
            if (back.Kind == AnswerKind.Refused)
            {
                await Refused(actor, asked, back);
                return false;
            }

            now = await gateway.Transfer(id);
        }

        if (now is not { IsGiven: true, Given.ReversedMinor: > 0 })
        {
            return new Refusal("stripe.no-answer");
        }

        await using var work = await database.Write(actor);
        var done = await Back(work, asked, now.Value);
        await work.Commit();
        return done;
    }

    /// <summary>
    /// Finance asks for a transfer to be taken back once more after Stripe refused. Refused with <c>payment.finance-only</c> or
    /// <c>stripe.nothing-to-take-back</c>.
    /// </summary>
    public async Task<Outcome<bool>> TakeBackAgain(Actor actor, long payment)
    {
        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("payment.finance-only");
        }

        await using (var work = await database.Write(actor))
        {
            if (await StripeRepository.TransferOf(work, payment) is not { } asked || !await StripeRepository.AskBackAgain(work, asked.Id))
            {
                return new Refusal("stripe.nothing-to-take-back");
            }

            work.Audit("stripe.back-asked", "Payment", payment);
            await work.Commit();
        }

        return await TakeBack(actor, payment);
    }

    /// <summary>Keeps how a transfer looks now that news of it came: made after all, or reversed. False when that changed nothing.</summary>
    internal async Task<bool> Changed(UnitOfWork work, SeenTransfer now)
    {
        if (await StripeRepository.TransferBy(work, now.Id, now.RequestKey) is not { } known)
        {
            return false;
        }

        if (known.State == TransferState.Asked)
        {
            work.Audit("stripe.transfer-found", "Payment", known.PaymentId, new { known.RequestKey, by = "event" });
            await Keep(work, known, new StripeAnswer<SeenTransfer> { Kind = AnswerKind.Given, Given = now });
            known = (await StripeRepository.TransferOf(work, known.PaymentId))!;
        }

        return now.ReversedMinor > 0 && known.TransferId == now.Id ? await Back(work, known, now) : known.State == TransferState.Made;
    }

    private async Task Refused(Actor actor, StripeTransfer asked, StripeAnswer<long> back)
    {
        await using var work = await database.Write(actor);
        if (await StripeRepository.Mark(work, asked.Id, "stripe.back-refused", back.Text))
        {
            work.Audit("stripe.attention", "Payment", asked.PaymentId, new { verdict = "back-refused", back.Code });
            await work.Commit();
        }
    }

    /// <summary>A transfer that came back in full failed; one that came back in part is for a person to look at.</summary>
    private async Task<bool> Back(UnitOfWork work, StripeTransfer asked, SeenTransfer now)
    {
        if (now.ReversedMinor < now.AmountMinor)
        {
            return await StripeRepository.Mark(work, asked.Id, "stripe.back-in-part", null);
        }

        if (!await StripeRepository.TakenBack(work, asked.Id))
        {
            return false;
        }

        var payment = (await PaymentRepository.Find(work, asked.PaymentId))!;
        var payout = asked.PayoutId is { } id ? await StripeRepository.Payout(work, id) : null;
        var (code, text) = payout is { Status: "failed", FailureCode: { } failure }
            ? (failure, StripeWords.Failure(failure, payout.FailureText ?? ""))
            : ("reversed", "The transfer was taken back at Stripe.");
        work.Audit("stripe.transfer-taken-back", "Payment", payment.Id, new { now.Id, code });
        Sure(payment.State == PaymentState.Paid ? await moves.Reversed(work, payment, code, text) : await moves.Failed(work, payment, code, text));
        return true;
    }
}
