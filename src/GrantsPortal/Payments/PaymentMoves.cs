using GrantsPortal.Awards;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments;

/// <summary>What came of one step of one payment.</summary>
/// <param name="Payment">As it was before the step.</param>
/// <param name="Refusals">Why it was not done; empty when it was.</param>
public sealed record PaymentStep(Payment Payment, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether it was done.</summary>
    public bool Done => Refusals.Count == 0;
}

/// <summary>
/// The only code that moves a payment: each move is one guarded UPDATE with its posting in the ledger, its audit entry, its
/// e-mails and its event, in the caller's unit of work. What people do stands here; what the bank and Stripe answer in the
/// file beside this one.
/// </summary>
public sealed partial class PaymentMoves(PaymentBlocks blocks, IOptions<PortalOptions> portal)
{
    private static readonly Refusal Changed = new("payment.changed-meanwhile");

    /// <summary>
    /// Adds a payment in the state given, with its reference and attempt. Refused with <c>payment.live-already</c> when its
    /// instalment or claim has one that lives.
    /// </summary>
    public async Task<Outcome<Payment>> Open(UnitOfWork work, Payment payment)
    {
        var opened = payment with
        {
            Id = work.NewId(),
            Reference = await work.NextReference("PY"),
            Attempt = await PaymentRepository.Attempts(work, payment.InstalmentId, payment.ClaimId) + 1,
            Version = 1,
        };
        if (!await PaymentRepository.Insert(work, opened))
        {
            return new Refusal("payment.live-already");
        }

        work.Audit("payment.opened", "Payment", opened.Id, new { opened.Reference, opened.State, opened.AmountMinor, opened.Currency, opened.DueOn, opened.Attempt });
        return opened;
    }

    /// <summary>Opens a payment for an instalment of an award: due if the instalment is, planned otherwise. Refused as <see cref="Open"/>.</summary>
    public Task<Outcome<Payment>> OpenFor(UnitOfWork work, Award award, Instalment instalment) =>
        Open(work, new Payment
        {
            InstalmentId = instalment.Id,
            AwardId = award.Id,
            OrganisationId = award.OrganisationId,
            ProgrammeId = award.ProgrammeId ?? throw new InvalidOperationException($"{award.Reference} has no fund."),
            Year = instalment.Year,
            AmountMinor = instalment.AmountMinor,
            Currency = instalment.Currency,
            State = instalment.DueBy(Today(work)) ? PaymentState.Due : PaymentState.Scheduled,
            DueOn = instalment.Basis == InstalmentBasis.Date || instalment.MetAt is null ? instalment.DueOn : Today(work),
        });

    /// <summary>Brings a payment in nobody's hands in line with its instalment; false when it is in somebody's hands.</summary>
    public async Task<bool> Replan(UnitOfWork work, Payment payment, Instalment instalment)
    {
        var to = instalment.DueBy(Today(work)) ? PaymentState.Due : PaymentState.Scheduled;
        var on = to == PaymentState.Due && payment.State == PaymentState.Due && instalment.Basis != InstalmentBasis.Date ? payment.DueOn : instalment.DueOn;
        if (!await PaymentRepository.Replan(work, payment.Id, to, instalment.Year, instalment.AmountMinor, on))
        {
            return false;
        }

        await Note(work, payment, "payment.replanned", new { from = payment.State, to, before = payment.AmountMinor, after = instalment.AmountMinor, on });
        return true;
    }

    /// <summary>Makes a planned payment due on a day; false when it is not planned any more.</summary>
    public async Task<bool> FallDue(UnitOfWork work, Payment payment, DateOnly on)
    {
        if (!await PaymentRepository.FallDue(work, payment.Id, on))
        {
            return false;
        }

        await Note(work, payment, "payment.fell-due", new { from = payment.State, to = PaymentState.Due, on });
        return true;
    }

    /// <summary>
    /// Freezes payee and amount of due payments. Each is refused for itself: as <see cref="PaymentRules.MayPrepare"/> says, with
    /// what stands against paying it (<c>block.</c>…), or with <c>payment.changed-meanwhile</c>.
    /// </summary>
    public Task<IReadOnlyList<PaymentStep>> Prepare(UnitOfWork work, IReadOnlyList<Payment> payments) =>
        Each(work, payments, PaymentRules.MayPrepare, async (payment, accounts) =>
        {
            var account = accounts[(payment.OrganisationId, payment.PersonId)].First(account => account.State == PayeeState.Confirmed);
            if (!await PaymentRepository.Prepare(work, payment, account.Method, account.Id))
            {
                return Changed;
            }

            await Note(work, payment, "payment.prepared", new { account.Method, account = account.Id });
            return null;
        });

    /// <summary>
    /// Approves what somebody else prepared. Each is refused for itself: as <see cref="PaymentRules.MayApprove"/> says, with what
    /// stands against paying it, or with <c>payment.changed-meanwhile</c>.
    /// </summary>
    public Task<IReadOnlyList<PaymentStep>> Approve(UnitOfWork work, IReadOnlyList<Payment> payments) =>
        Each(work, payments, PaymentRules.MayApprove, async (payment, _) =>
        {
            if (!await PaymentRepository.Approve(work, payment))
            {
                return Changed;
            }

            await Note(work, payment, "payment.approved", new { from = payment.State, to = PaymentState.Approved });
            return null;
        });

    /// <summary>
    /// Lets approved payments go: from here on they count as sent in the ledger, and nothing but an answer moves them. Call it,
    /// and commit, before anything is handed to the bank or to Stripe. Each is refused for itself: as
    /// <see cref="PaymentRules.MayRelease"/> says, with what stands against paying it, with <c>payment.changed-meanwhile</c>
    /// or as <see cref="Ledger.Post"/> says.
    /// </summary>
    public Task<IReadOnlyList<PaymentStep>> Release(UnitOfWork work, IReadOnlyList<Payment> payments, long? batch = null) =>
        Each(work, payments, PaymentRules.MayRelease, async (payment, _) =>
        {
            if (!await PaymentRepository.Release(work, payment, batch))
            {
                return Changed;
            }

            var posted = await Post(work, payment, $"send:payment:{payment.Id}:{payment.Version}", Postings.Send, Today(work));
            if (posted.Refused)
            {
                await PaymentRepository.Unrelease(work, payment.Id);
                return posted.Refusals[0];
            }

            await Note(work, payment, "payment.released", new { payment.Method, batch });
            return null;
        });

    /// <summary>
    /// Puts approved payments into a batch that is being put together, or takes them out again (null). Value: how many.
    /// </summary>
    public static async Task<int> Batch(UnitOfWork work, IReadOnlyList<Payment> payments, long? batch)
    {
        var moved = 0;
        foreach (var payment in payments)
        {
            moved += await PaymentRepository.Batch(work, payment.Id, batch) ? 1 : 0;
        }

        return moved;
    }

    /// <summary>
    /// Undoes preparation and approval, so that it is prepared anew. Refused as <see cref="PaymentRules.MayTakeBack"/> says, or
    /// with <c>payment.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> TakeBack(UnitOfWork work, Payment payment, string reason)
    {
        if (!await PaymentRepository.TakeBack(work, payment))
        {
            return Changed;
        }

        await Note(work, payment, "payment.taken-back", new { from = payment.State, to = PaymentState.Due, reason });
        return Outcome.Ok;
    }

    /// <summary>
    /// Gives up a payment that was not released; <see cref="Open"/> makes the next attempt, where there is to be one. Refused
    /// with <c>payment.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Cancel(UnitOfWork work, Payment payment, string reason)
    {
        if (!await PaymentRepository.Cancel(work, payment, reason))
        {
            return Changed;
        }

        await Note(work, payment, "payment.cancelled", new { from = payment.State, to = PaymentState.Cancelled });
        return Outcome.Ok;
    }

    /// <summary>The city's day.</summary>
    public DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<IReadOnlyList<PaymentStep>> Each(
        UnitOfWork work,
        IReadOnlyList<Payment> payments,
        Func<Payment, Actor, Refusal?> rule,
        Func<Payment, ILookup<(long?, long?), PayeeAccount>, Task<Refusal?>> move)
    {
        long[] organisations = [.. payments.Select(payment => payment.OrganisationId).OfType<long>().Distinct().Order()];
        long[] people = [.. payments.Select(payment => payment.PersonId).OfType<long>().Distinct().Order()];
        await PaymentRepository.LockPayees(work, organisations);
        var against = await blocks.Of(work, payments);
        var accounts = (await PayeeRepository.InForce(work, organisations, people)).ToLookup(account => (account.OrganisationId, account.PersonId));
        var steps = new List<PaymentStep>();
        foreach (var payment in payments)
        {
            Refusal[] refusals = rule(payment, work.Actor) is { } wrong ? [wrong] : [.. against[payment.Id].Select(block => block.Why)];
            steps.Add(new PaymentStep(payment, refusals.Length > 0 ? refusals : await move(payment, accounts) is { } late ? [late] : []));
        }

        return steps;
    }

    private static Task<Outcome<bool>> Post(UnitOfWork work, Payment payment, FormattableString key, Func<long, int, LedgerSubject, Money, IReadOnlyList<LedgerLine>> posting, DateOnly on) =>
        Ledger.Post(work, FormattableString.Invariant(key), posting(payment.ProgrammeId, payment.Year, new LedgerSubject(payment.SubjectKind, payment.SubjectId), payment.Amount), on);

    private static async Task<Payment> Note(UnitOfWork work, Payment before, string act, object change)
    {
        work.Audit(act, "Payment", before.Id, change);
        var now = (await PaymentRepository.Find(work, before.Id))!;
        await work.Publish(new PaymentMoved(now, before.State));
        return now;
    }
}
