using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>What a person does with lines that found nothing by themselves.</summary>
public sealed partial class StatementDesk
{
    /// <summary>
    /// Says which payment or repayment a line belongs to, and does what it tells, also when the amounts differ. Refused as
    /// <see cref="StatementRules.MayClear"/> and <see cref="StatementRules.Effect"/> say; at <c>Reference</c> with
    /// <c>line.reference-missing</c>, <c>line.reference-unknown</c> (reference), <c>line.repayment-out</c>; with <c>line.missing</c> or
    /// <c>line.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Assign(Actor actor, long id, int version, string? reference, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await LineRepository.Find(work, id) is not { } line)
        {
            return new Refusal("line.missing");
        }

        if (StatementRules.MayClear(line, actor, reason) is { } refusal)
        {
            return refusal;
        }

        if (MatchRules.Named(new BankLine { EndToEndId = reference }) is not [var named])
        {
            return new Refusal(string.IsNullOrWhiteSpace(reference) ? "line.reference-missing" : "line.reference-unknown", reference?.Trim()).At("Reference");
        }

        var assigned = named.StartsWith("RP-", StringComparison.Ordinal) ? await ToRepayment(work, line, named) : await ToPayment(work, line, named);
        if (assigned.Refused)
        {
            return assigned.Plain();
        }

        var cleared = assigned.Value;
        if (!await LineRepository.Assign(work, line with { Version = version }, cleared.Effect, cleared.PaymentId, named, reason!.Trim())
            || !await Do(work, cleared, reason.Trim()))
        {
            return new Refusal("line.changed-meanwhile");
        }

        work.Audit("bank-line.assigned", "BankLine", id, new { reference = named, cleared.Effect, line.AmountMinor, line.Currency });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Sets lines aside that belong to nothing here, all or none. Value: how many. Refused as <see cref="StatementRules.MayClear"/>
    /// says, with <c>line.none</c> or <c>line.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<int>> SetAside(Actor actor, IReadOnlyCollection<long> ids, string? reason)
    {
        await using var work = await database.Write(actor);
        var lines = ids.Count is 0 or > Some ? [] : await LineRepository.Find(work, ids);
        if (lines.Count == 0 || lines.Count != ids.Distinct().Count())
        {
            return new Refusal("line.none").At("Lines");
        }

        foreach (var line in lines)
        {
            if (StatementRules.MayClear(line, actor, reason) is { } refusal)
            {
                return refusal;
            }

            if (!await LineRepository.SetAside(work, line.Id, reason!.Trim()))
            {
                return new Refusal("line.changed-meanwhile");
            }

            work.Audit("bank-line.set-aside", "BankLine", line.Id, new { line.AmountMinor, line.Currency });
        }

        await work.Commit();
        return lines.Count;
    }

    /// <summary>Takes a line up again that was set aside. Refused with <c>line.finance-only</c> or <c>line.changed-meanwhile</c>.</summary>
    public async Task<Outcome> TakeUp(Actor actor, long id, int version)
    {
        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("line.finance-only");
        }

        await using var work = await database.Write(actor);
        if (!await LineRepository.TakeUp(work, id, version))
        {
            return new Refusal("line.changed-meanwhile");
        }

        work.Audit("bank-line.taken-up", "BankLine", id);
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<Outcome<BankLine>> ToPayment(UnitOfWork work, BankLine line, string reference)
    {
        if (await LineRepository.Payments(work, [reference]) is not [var payment])
        {
            return new Refusal("line.reference-unknown", reference).At("Reference");
        }

        var effect = StatementRules.Effect(line, payment);
        return effect.Refused ? Outcome<BankLine>.Refuse(effect.Refusals) : line with { Effect = effect.Value, PaymentId = payment.Id, Reference = reference };
    }

    private static async Task<Outcome<BankLine>> ToRepayment(UnitOfWork work, BankLine line, string reference)
    {
        if (await RepaymentRepository.FindByReference(work, reference) is not { } repayment)
        {
            return new Refusal("line.reference-unknown", reference).At("Reference");
        }

        return !line.IsCredit ? new Refusal("line.repayment-out", reference).At("Reference")
            : repayment.Currency != line.Currency ? new Refusal("line.other-currency", reference).At("Reference")
            : line with { Effect = LineEffect.Received, Reference = reference };
    }
}
