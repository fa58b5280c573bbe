using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments;

/// <summary>What the bank and Stripe answer. News may come twice, late and in any order: what was done already is false.</summary>
public sealed partial class PaymentMoves
{
    /// <summary>Notes that a released payment was handed over; false when that is known. Refused with <c>state.not-from-here</c>.</summary>
    public async Task<Outcome<bool>> Sent(UnitOfWork work, Payment payment, string? providerId = null)
    {
        if (!await PaymentRepository.Sent(work, payment.Id, providerId))
        {
            var now = await Again(work, payment);
            return now.State is PaymentState.Sent or PaymentState.Paid or PaymentState.Failed ? false : Wrong(now, PaymentStates.Send);
        }

        await Note(work, payment, "payment.sent", new { from = PaymentState.Approved, to = PaymentState.Sent, payment.BatchId, providerId });
        return true;
    }

    /// <summary>
    /// Takes the release back of a payment that certainly never left, because the provider refused to take it for a reason on
    /// the city's side. Refused with <c>state.not-from-here</c>; false when it is not released.
    /// </summary>
    public async Task<Outcome<bool>> NotSent(UnitOfWork work, Payment payment, string source, string code, string? text)
    {
        var now = await Again(work, payment);
        if (!await PaymentRepository.Unrelease(work, payment.Id))
        {
            return now.State == PaymentState.Approved ? false : Wrong(now, PaymentStates.Release);
        }

        Sure(await Post(work, now, $"unsend:payment:{now.Id}:{now.Version}", Postings.Fail, Today(work)));
        await PaymentRepository.Answered(work, now.Id, source, code, text);
        await Note(work, now, "payment.not-sent", new { code });
        return true;
    }

    /// <summary>
    /// Notes that the money arrived, as booked on a day; false when that is known. An answer that overtook the news of its
    /// sending counts for both. Refused with <c>payment.failed-already</c> or <c>state.not-from-here</c>.
    /// </summary>
    public async Task<Outcome<bool>> Paid(UnitOfWork work, Payment payment, DateOnly on)
    {
        if (!await PaymentRepository.Paid(work, payment.Id, on))
        {
            var now = await Again(work, payment);
            return now switch
            {
                { State: PaymentState.Paid } => false,
                { State: PaymentState.Failed } => new Refusal("payment.failed-already", now.Reference),
                { IsReleased: true } => await Sent(work, now) is { Refused: true } refused ? refused : await Paid(work, now, on),
                _ => Wrong(now, PaymentStates.Pay),
            };
        }

        Sure(await Post(work, payment, $"settle:payment:{payment.Id}", Postings.Settle, on));
        var paid = await Note(work, payment, "payment.paid", new { from = PaymentState.Sent, to = PaymentState.Paid, on });
        await Tell(work, paid, award => new PaymentPaid(
            paid.Reference, paid.PayeeName, award?.Title, paid.InstalmentTitle, paid.Amount, on, PathOf(award)));
        return true;
    }

    /// <summary>
    /// Notes that the money did not arrive; false when that is known. Refused with <c>payment.paid-already</c> (then
    /// <see cref="Reversed"/> is what happened) or <c>state.not-from-here</c>.
    /// </summary>
    public async Task<Outcome<bool>> Failed(UnitOfWork work, Payment payment, string code, string? text)
    {
        if (!await PaymentRepository.Failed(work, payment.Id, PaymentState.Sent, code, text))
        {
            var now = await Again(work, payment);
            return now switch
            {
                { State: PaymentState.Failed } => false,
                { State: PaymentState.Paid } => new Refusal("payment.paid-already", now.Reference),
                { IsReleased: true } => await Sent(work, now) is { Refused: true } refused ? refused : await Failed(work, now, code, text),
                _ => Wrong(now, PaymentStates.Fail),
            };
        }

        Sure(await Post(work, payment, $"fail:payment:{payment.Id}", Postings.Fail, Today(work)));
        await TellFailed(work, await Note(work, payment, "payment.failed", new { from = PaymentState.Sent, to = PaymentState.Failed, code }));
        return true;
    }

    /// <summary>Notes that the bank sent back what it had booked as paid; false when it is known to have failed. Refused with <c>state.not-from-here</c>.</summary>
    public async Task<Outcome<bool>> Reversed(UnitOfWork work, Payment payment, string code, string? text)
    {
        if (!await PaymentRepository.Failed(work, payment.Id, PaymentState.Paid, code, text))
        {
            var now = await Again(work, payment);
            return now.State == PaymentState.Failed ? false : Wrong(now, PaymentStates.Reverse);
        }

        Sure(await Post(work, payment, $"reverse:payment:{payment.Id}", Postings.Reverse, Today(work)));
        await TellFailed(work, await Note(work, payment, "payment.reversed", new { from = PaymentState.Paid, to = PaymentState.Failed, code }));
        return true;
    }

    private static Task TellFailed(UnitOfWork work, Payment failed) =>
        Tell(work, failed, award => new PaymentFailed(
            failed.Reference, failed.PayeeName, award?.Title, failed.InstalmentTitle, failed.Amount, failed.FailureText, PathOf(award)));

    private static async Task Tell(UnitOfWork work, Payment payment, Func<Award?, Message> message)
    {
        if (payment.AwardId is { } id && await AwardRepository.Find(work, id) is { } award)
        {
            await AwardMail.ToMembers(work, award, message(award), "Payment", payment.Id);
        }
        else if (payment.PersonId is { } person && await PersonRepository.Find(work, person) is { DisabledAt: null } payee)
        {
            work.Mail(payee.AsRecipient(), message(null), "Payment", payment.Id);
        }
    }

    private static string PathOf(Award? award) => award is null ? Claims.ClaimRoutes.Mine : AwardRoutes.Mine(award.Reference);

    private static async Task<Payment> Again(UnitOfWork work, Payment payment) =>
        await PaymentRepository.Find(work, payment.Id) ?? throw new InvalidOperationException($"{payment.Reference} is gone.");

    private static Refusal Wrong(Payment payment, string act) =>
        PaymentStates.Table.Move(payment.State, act) is { Refused: true } refused ? refused.Refusals[0] : Changed;

    /// <summary>A posting that the state of the payment makes possible; where the ledger will not have it, the two disagree and nothing may be kept.</summary>
    private static void Sure(Outcome<bool> posted)
    {
        if (posted.Refused || !posted.Value)
        {
            throw new InvalidOperationException($"Ledger and payments disagree: {(posted.Refused ? posted.Refusals[0].Code : "posted before")}.");
        }
    }
}
