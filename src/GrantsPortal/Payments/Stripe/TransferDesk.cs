using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What came of releasing one payment through Stripe.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="State">What became of its transfer; null when Stripe was not asked.</param>
/// <param name="Refusals">Why Stripe was not asked.</param>
public sealed record ReleaseStep(Payment Payment, TransferState? State, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Releases payments through Stripe. What is meant is committed before Stripe is asked, and what it says after; where no
/// answer comes, <see cref="LookUp"/> finds out what happened. Nothing is asked twice without a look.
/// </summary>
public sealed partial class TransferDesk(PortalDatabase database, StripeGateway gateway, PaymentMoves moves, AccountDesk accounts, IOptions<StripeOptions> options)
{
    private const string Source = "Stripe";

    /// <summary>
    /// Releases approved payments, all of them or, where the balance does not hold enough for all, none. Balance and
    /// receiving accounts are fetched now. Each is refused for itself: <c>stripe.off</c>, <c>stripe.no-answer</c>,
    /// <c>stripe.balance-short</c> (missing), <c>stripe.not-stripe</c>, as <see cref="StripeRules.MayReceive"/> and
    /// <see cref="PaymentMoves.Release"/> say.
    /// </summary>
    public async Task<IReadOnlyList<ReleaseStep>> Release(Actor actor, IReadOnlyCollection<long> ids)
    {
        var (payments, destinations) = await Chosen(ids);
        if (await AgainstAll(actor, payments) is { } refusal)
        {
            return [.. payments.Select(payment => new ReleaseStep(payment, null, [refusal]))];
        }

        var seen = new Dictionary<string, StripeAnswer<SeenAccount>>(StringComparer.Ordinal);
        var steps = new List<ReleaseStep>();
        foreach (var payment in payments)
        {
            if (payment.Method != PaymentMethod.Stripe || !destinations.TryGetValue(payment.PayeeAccountId ?? 0, out var account))
            {
                steps.Add(new ReleaseStep(payment, null, [new Refusal("stripe.not-stripe", payment.Reference)]));
                continue;
            }

            if (!seen.TryGetValue(account, out var now))
            {
                seen[account] = now = await accounts.Fetch(account);
            }

            steps.Add(StripeRules.MayReceive(now, payment.PayeeName) is { } wrong ? new ReleaseStep(payment, null, [wrong]) : await Release(actor, payment, account));
        }

        return steps;
    }

    /// <summary>
    /// Looks at Stripe for a transfer whose answer is missing, and finishes it. Value: what became of it;
    /// <see cref="TransferState.Asked"/> when that cannot be said yet. Refused with <c>stripe.nothing-to-look-up</c>,
    /// <c>stripe.underway</c> or <c>stripe.no-answer</c>.
    /// </summary>
    public async Task<Outcome<TransferState>> LookUp(Actor actor, long payment)
    {
        if (await Read(work => StripeRepository.TransferOf(work, payment)) is not { State: TransferState.Asked } asked)
        {
            return new Refusal("stripe.nothing-to-look-up");
        }

        var now = database.Clock.GetUtcNow();
        if (StripeRules.Underway(asked, now, TimeSpan.FromSeconds(options.Value.TimeoutSeconds)))
        {
            return new Refusal("stripe.underway");
        }

        var found = await gateway.TransfersFor(asked.Reference);
        if (!found.IsGiven)
        {
            return new Refusal("stripe.no-answer");
        }

        await using var work = await database.Write(actor);
        var state = await Decide(work, asked, found.Value, now);
        await work.Commit();
        return state;
    }

    private async Task<TransferState> Decide(UnitOfWork work, StripeTransfer asked, IReadOnlyList<SeenTransfer> found, DateTimeOffset now)
    {
        switch (StripeRules.Judge(asked, found, now, TimeSpan.FromSeconds(options.Value.SettleSeconds)))
        {
            case Verdict.Made:
                work.Audit("stripe.transfer-found", "Payment", asked.PaymentId, new { asked.RequestKey, found.Count });
                return await Keep(work, asked, new StripeAnswer<SeenTransfer> { Kind = AnswerKind.Given, Given = found.First(transfer => transfer.RequestKey == asked.RequestKey) });
            case Verdict.NotMade:
                work.Audit("stripe.transfer-not-found", "Payment", asked.PaymentId, new { asked.RequestKey, asked.AnswerCode });
                return await Keep(work, asked, new StripeAnswer<SeenTransfer>
                {
                    // After a fault of its own Stripe repeats that answer under the same key: only another attempt has another key.
                    Kind = asked.Faulted ? AnswerKind.Refused : AnswerKind.NotTaken,
                    Code = asked.AnswerCode ?? "not-made",
                    Text = asked.AnswerText ?? "",
                });
            case Verdict.TooEarly:
                await StripeRepository.Looked(work, asked.Id);
                return TransferState.Asked;
            case var several:
                if (await StripeRepository.Mark(work, asked.Id, several == Verdict.Several ? "stripe.several" : "stripe.different", null))
                {
                    work.Audit("stripe.attention", "Payment", asked.PaymentId, new { verdict = several, found = string.Join(' ', found.Select(transfer => transfer.Id)) });
                }

                return TransferState.Asked;
        }
    }

    private async Task<ReleaseStep> Release(Actor actor, Payment payment, string account)
    {
        var before = await Read(work => StripeRepository.TransferOf(work, payment.Id));
        var known = before is { State: TransferState.NotMade } ? await gateway.TransfersFor(payment.Reference) : null;
        if (known is { IsGiven: false })
        {
            return new ReleaseStep(payment, null, [new Refusal("stripe.no-answer")]);
        }

        var intended = await Intend(actor, payment, account);
        if (intended.Refused)
        {
            return new ReleaseStep(payment, null, intended.Refusals);
        }

        var asked = intended.Value;
        var answer = known?.Value.FirstOrDefault(transfer => transfer.RequestKey == asked.RequestKey) is { } made
            ? new StripeAnswer<SeenTransfer> { Kind = AnswerKind.Given, Given = made }
            : await gateway.Transfer(asked.RequestKey, payment.Reference, account, payment.AmountMinor, payment.Currency);
        await using var work = await database.Write(actor);
        var state = await Keep(work, asked, answer);
        await work.Commit();
        return new ReleaseStep(payment, state, []);
    }

    private async Task<Outcome<StripeTransfer>> Intend(Actor actor, Payment payment, string account)
    {
        await using var work = await database.Write(actor);
        var step = (await moves.Release(work, [payment]))[0];
        if (!step.Done)
        {
            return Outcome<StripeTransfer>.Refuse(step.Refusals);
        }

        if (!await StripeRepository.Ask(work, payment, StripeRules.KeyOf(payment), account))
        {
            return new Refusal("payment.changed-meanwhile");
        }

        var asked = (await StripeRepository.TransferOf(work, payment.Id))!;
        await work.Commit();
        return asked;
    }

    /// <summary>Keeps what Stripe said about a transfer that was asked for; what is known already stays.</summary>
    private async Task<TransferState> Keep(UnitOfWork work, StripeTransfer asked, StripeAnswer<SeenTransfer> answer)
    {
        var payment = (await PaymentRepository.Find(work, asked.PaymentId))!;
        switch (answer.Kind)
        {
            case AnswerKind.Given when !StripeRules.Fits(asked, answer.Value):
                await StripeRepository.Mark(work, asked.Id, "stripe.different", null);
                break;
            case AnswerKind.Given when await StripeRepository.Made(work, asked.Id, answer.Value):
                Sure(await moves.Sent(work, payment, answer.Value.Id));
                break;
            case AnswerKind.Refused when await StripeRepository.NotMade(work, asked.Id, TransferState.Refused, answer.Code, answer.Text):
                Sure(await moves.Failed(work, payment, answer.Code, StripeWords.Failure(answer.Code, answer.Text)));
                break;
            case AnswerKind.NotTaken when await StripeRepository.NotMade(work, asked.Id, TransferState.NotMade, answer.Code, answer.Text):
                Sure(await moves.NotSent(work, payment, Source, answer.Code, answer.Text));
                break;
            case AnswerKind.Lost when await StripeRepository.Doubt(work, asked.Id, answer.Code, answer.Text, answer.Faulted):
                work.Audit("stripe.answer-lost", "Payment", payment.Id, new { answer.Code });
                break;
        }

        return (await StripeRepository.TransferOf(work, asked.PaymentId))!.State;
    }

    private async Task<Refusal?> AgainstAll(Actor actor, IReadOnlyList<Payment> payments)
    {
        if (!gateway.On)
        {
            return new Refusal("stripe.off");
        }

        if (payments.Select(payment => PaymentRules.MayRelease(payment, actor)).FirstOrDefault(refusal => refusal is not null) is { } wrong)
        {
            return wrong;
        }

        var balance = await gateway.Balance();
        return !balance.IsGiven ? new Refusal("stripe.no-answer")
            : StripeRules.Missing(payments.Select(payment => payment.Amount), balance.Value) is { Count: > 0 } missing
                ? new Refusal("stripe.balance-short", Money.FromMinor(missing.First().Value, missing.First().Key))
                : null;
    }

    private async Task<(IReadOnlyList<Payment> Payments, IReadOnlyDictionary<long, string> Accounts)> Chosen(IReadOnlyCollection<long> ids) => await Read(async work =>
    {
        var payments = await PaymentRepository.Find(work, ids);
        var payees = await PayeeRepository.Find(work, [.. payments.Select(payment => payment.PayeeAccountId).OfType<long>().Distinct()]);
        return (payments, (IReadOnlyDictionary<long, string>)payees.Where(payee => payee.ProviderId is not null).ToDictionary(payee => payee.Id, payee => payee.ProviderId!));
    });

    private async Task<T> Read<T>(Func<UnitOfWork, Task<T>> read)
    {
        await using var work = await database.Read();
        return await read(work);
    }

    /// <summary>The record of the transfer was ours to move, so the payment's must be too; otherwise nothing may be kept.</summary>
    private static void Sure(Outcome<bool> moved)
    {
        if (moved.Refused)
        {
            throw new InvalidOperationException($"Payments and Stripe's transfers disagree: {moved.Refusals[0].Code}.");
        }
    }
}
