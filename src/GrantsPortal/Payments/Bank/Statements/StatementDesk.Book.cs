using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>What a statement will do, and doing it.</summary>
public sealed partial class StatementDesk
{
    /// <summary>Ids that fit into one query.</summary>
    private const int Some = 500;

    /// <summary>What a statement would do if it were booked now. Refused as <see cref="Read(UnitOfWork, BankStatement)"/> says.</summary>
    public async Task<Outcome<StatementPlan>> Plan(UnitOfWork work, BankStatement statement)
    {
        var (read, city) = (await Read(work, statement), bank.Value.Account());
        if (read.Refused || city.Refused)
        {
            return Outcome<StatementPlan>.Refuse(read.Refused ? read.Refusals : [new Refusal("bank.not-set-up")]);
        }

        var sent = await Sent(work, read.Value);
        var lines = read.Value.SelectMany(one => LineRules.Lines(one, city.Value.Key, sent)).DistinctBy(line => (line.Fingerprint, line.Number)).ToList();
        var known = await Known(work, lines);
        var fresh = lines.Where(line => !known.Contains(line.Fingerprint)).ToList();
        string[] named = [.. fresh.SelectMany(MatchRules.Named).Distinct().Order(StringComparer.Ordinal)];
        var payments = await Payments(work, named);
        var repayments = await Repayments(work, named);
        return new StatementPlan(read.Value, MatchRules.Match(fresh, payments, repayments, await Counted(work, fresh)), lines.Count - fresh.Count);
    }

    /// <summary>
    /// Books a statement: every new line is kept, and what it tells is done, in one transaction. Refused with
    /// <c>statement.finance-only</c>, <c>statement.unknown</c>, <c>statement.booked-already</c>, <c>statement.plan-changed</c> when it
    /// would do something else than was shown, or <c>statement.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<StatementPlan>> Book(Actor actor, long id, int version, string? seen)
    {
        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("statement.finance-only");
        }

        await using var work = await database.Write(actor);
        if (await StatementRepository.Find(work, id) is not { State: not StatementState.Dropped } statement)
        {
            return new Refusal("statement.unknown");
        }

        if (statement.State == StatementState.Booked)
        {
            return new Refusal("statement.booked-already");
        }

        var plan = await Plan(work, statement);
        if (plan.Refused)
        {
            return plan;
        }

        if (plan.Value.Seen != seen)
        {
            return new Refusal("statement.plan-changed");
        }

        if (!await StatementRepository.Book(work, statement with { Version = version }, plan.Value))
        {
            return new Refusal("statement.changed-meanwhile");
        }

        foreach (var line in plan.Value.Lines)
        {
            var kept = line with { Id = work.NewId(), StatementId = id };
            if (!await LineRepository.Insert(work, kept) || !await Do(work, kept, null))
            {
                return new Refusal("statement.changed-meanwhile");
            }
        }

        work.Audit("statement.booked", "BankStatement", id, new
        {
            lines = plan.Value.Lines.Count,
            known = plan.Value.Known,
            paid = plan.Value.Count(LineEffect.Paid),
            back = plan.Value.Count(LineEffect.Failed, LineEffect.Reversed),
            received = plan.Value.Count(LineEffect.Received),
            open = plan.Value.Open,
            plan.Value.OffMinor,
        });
        await work.Commit();
        return plan;
    }

    /// <summary>Does what a line tells; false when somebody was quicker.</summary>
    private async Task<bool> Do(UnitOfWork work, BankLine line, string? words)
    {
        if (line.Effect is LineEffect.None or LineEffect.Known)
        {
            return true;
        }

        if (line.Effect == LineEffect.Received)
        {
            return await Receive(work, line);
        }

        var payment = (await PaymentRepository.Find(work, line.PaymentId!.Value))!;
        if (line.Effect == LineEffect.Paid)
        {
            return await moves.Paid(work, payment, line.BookedOn) is { Done: true, Value: true };
        }

        var (code, text) = (line.ReturnCode ?? "NARR", ReturnReasons.Say(line.ReturnCode, words));
        await PaymentRepository.Answered(work, payment.Id, "Bank", code, text);
        var moved = line.Effect == LineEffect.Failed ? await moves.Failed(work, payment, code, text) : await moves.Reversed(work, payment, code, text);
        return moved is { Done: true, Value: true };
    }

    private static async Task<ILookup<string, SentPayment>> Sent(UnitOfWork work, IReadOnlyList<ReadStatement> statements)
    {
        string[] ids = [.. statements.SelectMany(statement => statement.Entries).SelectMany(entry => entry.Lines).SelectMany(line => line.SentIn).Distinct()];
        var sent = new List<SentLine>();
        foreach (var some in ids.Chunk(Some))
        {
            sent.AddRange(await BatchRepository.Sent(work, some));
        }

        return sent.SelectMany(line => new[] { (Id: line.Part, line), (Id: line.Message, line) }).ToLookup(pair => pair.Id, pair => pair.line.Payment);
    }

    private static async Task<HashSet<string>> Known(UnitOfWork work, List<BankLine> lines)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in lines.Select(line => line.Fingerprint).Distinct().Chunk(Some))
        {
            known.UnionWith(await LineRepository.Known(work, some));
        }

        return known;
    }

    private static async Task<IReadOnlyList<KnownPayment>> Payments(UnitOfWork work, string[] named)
    {
        var payments = new List<KnownPayment>();
        foreach (var some in named.Where(reference => reference.StartsWith("PY-", StringComparison.Ordinal)).Chunk(Some))
        {
            payments.AddRange(await LineRepository.Payments(work, some));
        }

        return payments;
    }
}
