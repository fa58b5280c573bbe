using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Desk;

/// <summary>What Finance and approvers do with payments.</summary>
public sealed class PaymentDesk(PortalDatabase database, PaymentMoves moves)
{
    /// <summary>Most payments that are prepared or approved at once.</summary>
    public const int Most = 200;

    /// <summary>
    /// Prepares chosen payments, each for itself. Refused with <c>payment.none-chosen</c>, <c>payment.too-many</c> (limit), or with
    /// <c>payment.list-changed</c> when they are not what <see cref="DeskReader.Seen"/> said any more.
    /// </summary>
    public Task<Outcome<IReadOnlyList<PaymentStep>>> Prepare(Actor actor, IReadOnlyCollection<string> references, string? seen = null) =>
        Many(actor, references, seen, moves.Prepare);

    /// <summary>Approves chosen payments that somebody else prepared, each for itself. Refused as <see cref="Prepare"/>.</summary>
    public Task<Outcome<IReadOnlyList<PaymentStep>>> Approve(Actor actor, IReadOnlyCollection<string> references, string? seen = null) =>
        Many(actor, references, seen, moves.Approve);

    /// <summary>Takes back what was prepared or approved. Refused as <see cref="PaymentRules.MayTakeBack"/> says, with a reason's refusals, <c>payment.unknown</c> or <c>payment.changed-meanwhile</c>.</summary>
    public Task<Outcome> TakeBack(Actor actor, string reference, int version, string? reason) =>
        One(actor, reference, version, payment => PaymentRules.MayTakeBack(payment, actor) ?? PaymentRules.CheckReason(reason), (work, payment) => moves.TakeBack(work, payment, reason!.Trim()));

    /// <summary>
    /// Gives up an attempt to pay; unless the schedule dropped its instalment, the next attempt is opened at once. Refused as
    /// <see cref="PaymentRules.MayCancel"/> says, with <c>payment.unknown</c> or <c>payment.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome> Cancel(Actor actor, string reference, int version, string? reason) =>
        One(actor, reference, version, payment => PaymentRules.MayCancel(payment, actor, reason), async (work, payment) =>
            await moves.Cancel(work, payment, reason!.Trim()) is { Refused: true } refused ? refused : (await OpenNext(work, payment)).Plain());

    /// <summary>Tries a failed payment again, as a payment of its own. Refused as <see cref="PaymentRules.MayRetry"/> says, with <c>payment.unknown</c>, <c>payment.dropped</c> or <c>payment.live-already</c>.</summary>
    public async Task<Outcome<Payment>> Retry(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        if (await PaymentRepository.FindByReference(work, reference) is not { } payment)
        {
            return new Refusal("payment.unknown");
        }

        if (PaymentRules.MayRetry(payment, actor) is { } refusal)
        {
            return refusal;
        }

        var next = await OpenNext(work, payment);
        if (next.Refused)
        {
            return next;
        }

        await work.Commit();
        return next;
    }

    /// <summary>The next attempt of what a payment was to pay, at today's amount and date of its instalment.</summary>
    private async Task<Outcome<Payment>> OpenNext(UnitOfWork work, Payment payment)
    {
        if (payment.InstalmentId is not { } id)
        {
            return await moves.Open(work, payment with { State = PaymentState.Due, DueOn = moves.Today(work), Method = null, PayeeAccountId = null });
        }

        return await ScheduleRepository.Find(work, id) is { RemovedAt: null } instalment && await Awards.AwardRepository.Find(work, instalment.AwardId) is { } award
            ? await moves.OpenFor(work, award, instalment)
            : new Refusal("payment.dropped", payment.Reference);
    }

    private async Task<Outcome<IReadOnlyList<PaymentStep>>> Many(Actor actor, IReadOnlyCollection<string> references, string? seen, Func<UnitOfWork, IReadOnlyList<Payment>, Task<IReadOnlyList<PaymentStep>>> act)
    {
        if (references.Count is 0 or > Most)
        {
            return references.Count == 0 ? new Refusal("payment.none-chosen") : new Refusal("payment.too-many", Most);
        }

        await using var work = await database.Write(actor);
        var payments = await PaymentRepository.FindByReferences(work, references);
        if (seen is not null && DeskReader.Seen(payments) != seen)
        {
            return new Refusal("payment.list-changed");
        }

        var steps = await act(work, payments);
        await work.Commit();
        return Outcome<IReadOnlyList<PaymentStep>>.Of(steps);
    }

    private async Task<Outcome> One(Actor actor, string reference, int version, Func<Payment, Refusal?> rule, Func<UnitOfWork, Payment, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        if (await PaymentRepository.FindByReference(work, reference) is not { } payment)
        {
            return new Refusal("payment.unknown");
        }

        if (rule(payment) is { } refusal)
        {
            return refusal;
        }

        var outcome = await act(work, payment with { Version = version });
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }
}
