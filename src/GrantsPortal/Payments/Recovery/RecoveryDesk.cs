using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Money asked back: asking, noting what came, cancelling, giving the rest up.</summary>
public sealed class RecoveryDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Asks money of an award back. Value: the reference. Refused with <c>award.unknown</c> or as <see cref="RepaymentRules.MayAsk"/> says.</summary>
    public async Task<Outcome<string>> Ask(Actor actor, string award, Money? amount, string? reason, DateOnly? dueOn = null)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, award) is not { ProgrammeId: not null } found)
        {
            return new Refusal("award.unknown");
        }

        var asked = await Ask(work, found, amount, reason, dueOn);
        if (asked.Refused)
        {
            return Outcome<string>.Refuse(asked.Refusals);
        }

        await work.Commit();
        return asked.Value.Reference;
    }

    /// <summary>The same within a unit of work, for what asks as part of something else, such as a close-out.</summary>
    public async Task<Outcome<Repayment>> Ask(UnitOfWork work, Award award, Money? amount, string? reason, DateOnly? dueOn = null)
    {
        var today = Today(work);
        var refusals = RepaymentRules.MayAsk(work.Actor, amount, await Most(work, award), dueOn, today, reason);
        if (refusals.Count > 0)
        {
            return Outcome<Repayment>.Refuse(refusals);
        }

        var repayment = new Repayment
        {
            Id = work.NewId(),
            Reference = await work.NextReference("RP"),
            AwardId = award.Id,
            OrganisationId = award.OrganisationId,
            ProgrammeId = award.ProgrammeId ?? throw new InvalidOperationException($"{award.Reference} has no fund."),
            AmountMinor = amount!.Value.Minor,
            Currency = amount.Value.Currency,
            Reason = reason!.Trim(),
            DueOn = dueOn ?? today.AddDays(RepaymentRules.UsualDays),
        };
        await RepaymentRepository.Insert(work, repayment);
        work.Audit("repayment.asked", "Repayment", repayment.Id, new { repayment.Reference, award = award.Reference, repayment.AmountMinor, repayment.Currency, repayment.DueOn });
        await AwardMail.ToMembers(work, award, new RepaymentAsked(
            repayment.Reference, award.OrganisationName, award.Title, amount.Value, repayment.Reason, repayment.DueOn, RecoveryRoutes.Mine(award.Reference)));
        var kept = (await RepaymentRepository.Find(work, repayment.Id))!;
        await work.Publish(new RepaymentMoved(kept));
        return kept;
    }

    /// <summary>What may be asked back of an award: what was paid, has not come back and is not asked back already.</summary>
    public static async Task<Money> Most(UnitOfWork work, Award award)
    {
        var figures = await Ledger.Of(work, SubjectKind.Award, award.Id);
        return Money.FromMinor(Math.Max(0, figures.PaidMinor - figures.ReturnedMinor - await RepaymentRepository.Outstanding(work, award.Id)), award.Currency);
    }

    /// <summary>
    /// Notes money that came, within a unit of work: what is still asked counts and is posted to the ledger once, the rest is
    /// kept as surplus for Finance to give back. Value false: it was counted before. Refused with <c>repayment.currency</c>.
    /// </summary>
    public async Task<Outcome<bool>> Received(UnitOfWork work, Repayment repayment, Receipt receipt)
    {
        if (receipt.Currency != repayment.Currency)
        {
            return new Refusal("repayment.currency", receipt.Currency, repayment.Currency);
        }

        if (await RepaymentRepository.Knows(work, receipt.Key))
        {
            return false;
        }

        var now = (await RepaymentRepository.Find(work, repayment.Id))!;
        var (division, id) = (RepaymentRules.Divide(now, receipt.AmountMinor), work.NewId());
        if (!await RepaymentRepository.Insert(work, id, now.Id, receipt, division))
        {
            return false;
        }

        if (!await RepaymentRepository.Count(work, now, division, receipt.On))
        {
            throw new InvalidOperationException($"{now.Reference} changed while money for it was being noted.");
        }

        if (division.CountedMinor > 0)
        {
            await Post(work, now, receipt, id, division.CountedMinor);
        }

        work.Audit("repayment.received", "Repayment", now.Id, new { receipt.How, receipt.On, division.CountedMinor, division.SurplusMinor, from = now.State, to = division.To });
        var after = (await RepaymentRepository.Find(work, now.Id))!;
        var award = (await AwardRepository.Find(work, now.AwardId))!;
        await AwardMail.ToMembers(work, award, new RepaymentReceived(
            after.Reference, after.OrganisationName, after.AwardTitle, Money.FromMinor(receipt.AmountMinor, receipt.Currency), receipt.On,
            after.State == RepaymentState.Asked ? after.Left : null, division.SurplusMinor > 0 ? Money.FromMinor(division.SurplusMinor, receipt.Currency) : null, RecoveryRoutes.Mine(award.Reference)));
        await work.Publish(new RepaymentMoved(after));
        return true;
    }

    /// <summary>
    /// Finance notes by hand what came to the bank, under the bank's own reference, so that a statement read later counts it
    /// once. Refused with <c>repayment.unknown</c>, <c>repayment.known-entry</c>, or as <see cref="RepaymentRules.MayNote"/> says.
    /// </summary>
    public async Task<Outcome> Note(Actor actor, string reference, Money? amount, string? bankReference, DateOnly? on)
    {
        await using var work = await database.Write(actor);
        if (await RepaymentRepository.FindByReference(work, reference) is not { } repayment)
        {
            return new Refusal("repayment.unknown");
        }

        if (RepaymentRules.MayNote(actor, amount, bankReference, on, Today(work)) is { Count: > 0 } refusals)
        {
            return Outcome.Refuse(refusals);
        }

        var received = await Received(work, repayment, new Receipt($"bank:{bankReference!.Trim()}", amount!.Value.Minor, amount.Value.Currency, on!.Value, ReceiptMethod.Bank));
        if (received.Refused || !received.Value)
        {
            return received.Refused ? received.Plain() : new Refusal("repayment.known-entry").At("BankReference");
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes what was paid on a payment page of Stripe; false when nothing of ours was, or it is known.</summary>
    internal async Task<bool> Paid(UnitOfWork work, SeenSession session)
    {
        if (!session.Paid || session.LinkId is not { } linkId || await RepaymentRepository.Link(work, linkId) is not { } link)
        {
            return false;
        }

        var repayment = (await RepaymentRepository.Find(work, link.RepaymentId))!;
        var received = await Received(work, repayment, new Receipt(
            $"stripe:{session.PaymentId ?? session.Id}", session.AmountMinor, session.Currency, Instants.DayOf(session.CreatedAt, portal.Value.Zone), ReceiptMethod.Stripe));
        return received is { Done: true, Value: true };
    }

    /// <summary>Cancels what should not have been asked. Refused with <c>repayment.unknown</c>, <c>repayment.changed-meanwhile</c>, or as <see cref="RepaymentRules.MayCancel"/> says.</summary>
    public Task<Outcome> Cancel(Actor actor, string reference, int version, string? reason) =>
        End(actor, reference, version, RepaymentState.Cancelled, reason, repayment => RepaymentRules.MayCancel(repayment, actor, reason));

    /// <summary>Gives up what is missing. Refused with <c>repayment.unknown</c>, <c>repayment.changed-meanwhile</c>, or as <see cref="RepaymentRules.MayWriteOff"/> says.</summary>
    public Task<Outcome> WriteOff(Actor actor, string reference, int version, string? reason) =>
        End(actor, reference, version, RepaymentState.WrittenOff, reason, repayment => RepaymentRules.MayWriteOff(repayment, actor, reason));

    /// <summary>Notes that what was too much was given back. Refused with <c>repayment.unknown</c>, <c>repayment.changed-meanwhile</c>, or as <see cref="RepaymentRules.MayGiveBack"/> says.</summary>
    public async Task<Outcome> GaveBack(Actor actor, string reference, long receipt, string? note)
    {
        await using var work = await database.Write(actor);
        if (await RepaymentRepository.FindByReference(work, reference) is not { } repayment
            || (await RepaymentRepository.Receipts(work, repayment.Id)).FirstOrDefault(one => one.Id == receipt) is not { } found)
        {
            return new Refusal("repayment.unknown");
        }

        if (RepaymentRules.MayGiveBack(found, actor, note) is { } refusal)
        {
            return refusal;
        }

        if (!await RepaymentRepository.GaveBack(work, repayment.Id, found, Today(work), note!.Trim()))
        {
            return new Refusal("repayment.changed-meanwhile");
        }

        work.Audit("repayment.surplus-given-back", "Repayment", repayment.Id, new { found.SurplusMinor, found.Currency });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Brings it to mind, once for each time it is due; false when it was, or is no longer asked.</summary>
    public async Task<bool> Remind(Repayment repayment)
    {
        await using var work = await database.Write(Actor.System);
        if (!await RepaymentRepository.Reminded(work, repayment, RepaymentRules.RemindersBy(repayment, Today(work))))
        {
            return false;
        }

        work.Audit("repayment.reminded", "Repayment", repayment.Id);
        var award = (await AwardRepository.Find(work, repayment.AwardId))!;
        await AwardMail.ToMembers(work, award, new RepaymentReminder(
            repayment.Reference, repayment.OrganisationName, repayment.AwardTitle, repayment.Left, repayment.DueOn, repayment.DueOn < Today(work), RecoveryRoutes.Mine(award.Reference)));
        await work.Commit();
        return true;
    }

    private async Task<Outcome> End(Actor actor, string reference, int version, RepaymentState to, string? reason, Func<Repayment, Refusal?> rule)
    {
        await using var work = await database.Write(actor);
        if (await RepaymentRepository.FindByReference(work, reference) is not { } repayment)
        {
            return new Refusal("repayment.unknown");
        }

        if (rule(repayment) is { } refusal)
        {
            return refusal;
        }

        if (!await RepaymentRepository.Close(work, repayment with { Version = version }, to, reason!.Trim()))
        {
            return new Refusal("repayment.changed-meanwhile");
        }

        work.Audit(to == RepaymentState.Cancelled ? "repayment.cancelled" : "repayment.written-off", "Repayment", repayment.Id, new { from = repayment.State, to, left = repayment.Left.Minor });
        var award = (await AwardRepository.Find(work, repayment.AwardId))!;
        await AwardMail.ToMembers(work, award, new RepaymentEnded(
            repayment.Reference, repayment.OrganisationName, repayment.AwardTitle, repayment.Left, to == RepaymentState.Cancelled, RecoveryRoutes.Mine(award.Reference)));
        await work.Publish(new RepaymentMoved((await RepaymentRepository.Find(work, repayment.Id))!));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What comes back is free again in the budget year in which it came.</summary>
    private async Task Post(UnitOfWork work, Repayment repayment, Receipt receipt, long id, long countedMinor)
    {
        var lines = Postings.Return(
            repayment.ProgrammeId, BudgetYear.Of(receipt.On, portal.Value.BudgetYearStartsMonth), LedgerSubject.Award(repayment.AwardId), Money.FromMinor(countedMinor, repayment.Currency));
        if (await Ledger.Post(work, FormattableString.Invariant($"return:receipt:{id}"), lines, receipt.On) is { Refused: true } refused)
        {
            throw new InvalidOperationException($"The ledger would not take back what came for {repayment.Reference}: {refused.Refusals[0].Code}.");
        }
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
